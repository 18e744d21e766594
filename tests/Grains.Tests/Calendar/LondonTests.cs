using PeerNet.Calendar;

namespace PeerNet.Grains.Tests.Calendar;

public class LondonTests
{
    private static readonly DateOnly Spring = new(2026, 3, 29);
    private static readonly DateOnly Autumn = new(2026, 10, 25);

    [Theory]
    [InlineData("2026-01-06", "2026-01-06T19:00:00+00:00")]
    [InlineData("2026-07-07", "2026-07-07T19:00:00+01:00")]
    public void Seven_in_the_evening_has_the_offset_of_its_season(string day, string instant)
    {
        var at = London.At(DateOnly.Parse(day), new(19, 0));

        Assert.Equal(DateTimeOffset.Parse(instant), at);
        Assert.Equal(DateTimeOffset.Parse(instant).Offset, at!.Value.Offset);
    }

    [Fact]
    public void A_time_the_clocks_skip_is_no_instant()
    {
        Assert.Null(London.At(Spring, new(1, 30)));
        Assert.False(London.Exists(Spring, new(1, 0)));
        Assert.True(London.Exists(Spring, new(0, 59)));
        Assert.True(London.Exists(Spring, new(2, 0)));
    }

    [Fact]
    public void A_time_the_clocks_show_twice_is_the_earlier_instant()
    {
        Assert.True(London.Exists(Autumn, new(1, 30)));
        Assert.Equal(Utc("2026-10-25T00:30:00Z"), London.At(Autumn, new(1, 30)));
        Assert.Equal(Utc("2026-10-25T02:00:00Z"), London.At(Autumn, new(2, 0)));
    }

    [Fact]
    public void The_day_is_the_day_in_London()
    {
        Assert.Equal(new(2026, 7, 2), London.DayOf(Utc("2026-07-01T23:00:00Z")));
        Assert.Equal(new(2026, 7, 1), London.DayOf(Utc("2026-07-01T22:59:59Z")));
        Assert.Equal(new(2026, 1, 1), London.DayOf(Utc("2026-01-01T23:59:59Z")));
        Assert.Equal(new(2026, 7, 1), London.DayOf(DateTimeOffset.Parse("2026-07-02T08:00:00+10:00")));
    }

    [Fact]
    public void A_day_starts_at_midnight_in_London()
    {
        Assert.Equal(Utc("2026-07-01T23:00:00Z"), London.StartOf(new(2026, 7, 2)));
        Assert.Equal(Utc("2026-10-25T00:00:00Z").AddHours(-1), London.StartOf(Autumn));
        Assert.Equal(Utc("2026-01-02T00:00:00Z"), London.StartOf(new(2026, 1, 2)));
    }

    private static DateTimeOffset Utc(string instant) => DateTimeOffset.Parse(instant);
}
