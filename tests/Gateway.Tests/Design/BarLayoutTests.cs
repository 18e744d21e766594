using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Tests.Design;

/// <summary>Where the bars of a chart are.</summary>
public sealed class BarLayoutTests
{
    [Fact]
    public void A_bar_is_as_long_as_its_number_is_large_from_zero()
    {
        var layout = Drawn([One(10, 5), One(20, 0), One(null, null)]);
        var ten = layout.BarOf(0)!.Value;
        Assert.Equal(2 * ten.Height, layout.BarOf(1)!.Value.Height, 6);
        Assert.Equal(ten.Height / 2, layout.BarBefore(0)!.Value.Height, 6);
        Assert.Equal(0, layout.BarBefore(1)!.Value.Height);
        Assert.Equal(BarLayout.Bottom, ten.Y + ten.Height, 6);
        Assert.Equal(BarLayout.Bottom, layout.HeightOf(0));
        Assert.Equal(0, layout.Ticks.First());
    }

    [Fact]
    public void What_is_not_known_has_no_bar_and_nought_has_one()
    {
        var layout = Drawn([One(null, null), One(0, 0)]);
        Assert.Null(layout.BarOf(0));
        Assert.Null(layout.BarBefore(0));
        Assert.Equal(0, layout.BarOf(1)!.Value.Height);
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 1)]
    [InlineData(4, 4)]
    [InlineData(5, 6)]
    [InlineData(48, 60)]
    [InlineData(212, 300)]
    [InlineData(1_999, 2_000)]
    [InlineData(1_000_000_000, 1_000_000_000)]
    public void The_axis_ends_at_a_round_number_above_the_largest(int largest, int max)
    {
        var layout = Drawn([One(largest)]);
        Assert.Equal(max, layout.Max);
        Assert.InRange(layout.Ticks.Count(), 2, 5);
        Assert.Equal(max, layout.Ticks.Last());
    }

    [Theory]
    [InlineData(1, "Oct")]
    [InlineData(12, "Oct")]
    [InlineData(12, "26 Oct")]
    [InlineData(60, "Oct 26")]
    public void Everything_is_in_the_picture_and_no_label_touches_another(int periods, string label)
    {
        var layout = BarLayout.Of(
            [.. Enumerable.Range(0, periods).Select(place => One(place * 7, place * 9))], label.Length);
        var bars = Enumerable.Range(0, periods)
            .SelectMany(place => new[] { layout.BarBefore(place)!.Value, layout.BarOf(place)!.Value })
            .ToList();
        Assert.All(bars, bar => Assert.InRange(bar.X, BarLayout.Left, BarLayout.Right - bar.Width));
        Assert.All(bars, bar => Assert.InRange(bar.Y, BarLayout.Top, BarLayout.Bottom));
        Assert.All(bars.Zip(bars.Skip(1)), pair =>
            Assert.True(pair.First.X + pair.First.Width <= pair.Second.X + 1e-6));
        var named = Enumerable.Range(0, periods).Where(layout.HasLabel).Select(layout.MiddleOf).ToList();
        Assert.All(named.Zip(named.Skip(1)), pair => Assert.True(pair.Second - pair.First >= 7 * label.Length));
        Assert.True(layout.HasLabel(periods - 1));
        Assert.True(named[^1] + 7 * label.Length / 2.0 <= BarLayout.Width);
    }

    // Bold digits are some 8 units wide.
    [Theory]
    [InlineData(12, 59, true)]
    [InlineData(12, 402, false)]
    [InlineData(6, 402, true)]
    public void Bars_have_numbers_only_if_no_two_of_them_touch(int periods, int number, bool have) =>
        Assert.Equal(have, Drawn([.. Enumerable.Repeat(One(number), periods)]).HasNumbers);

    [Fact]
    public void A_chart_without_a_year_before_has_one_bar_in_the_middle_of_each_period()
    {
        var layout = Drawn([One(3), One(4)]);
        Assert.False(layout.HasBefore);
        var bar = layout.BarOf(0)!.Value;
        Assert.Equal(layout.MiddleOf(0), bar.X + bar.Width / 2, 6);
    }

    private static BarLayout Drawn(IReadOnlyList<ChartPeriod> periods) => BarLayout.Of(periods, "Oct".Length);

    private static ChartPeriod One(int? value, int? before = null) =>
        new(new("Oct"), new("October 2026"), value, before);
}
