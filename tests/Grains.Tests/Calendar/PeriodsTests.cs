using PeerNet.Calendar;
using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Tests.Calendar;

/// <summary>The months and weeks by which growth is counted.</summary>
public sealed class PeriodsTests
{
    [Theory]
    [InlineData(GrowthBy.Month, "2026-01-15", "2026-03-01", "2026-01-01", "2026-02-01", "2026-03-01")]
    [InlineData(GrowthBy.Month, "2026-01-31", "2026-01-31", "2026-01-01")]
    [InlineData(GrowthBy.Week, "2026-01-11", "2026-01-19", "2026-01-05", "2026-01-12", "2026-01-19")]
    public void Both_ends_are_in_it_even_if_the_last_is_the_first_day_of_a_period(
        GrowthBy by, string from, string to, params string[] starts)
    {
        Assert.Equal(starts, Periods.Between(Day(from), Day(to), by).Select(day => $"{day:yyyy-MM-dd}"));
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd");
}
