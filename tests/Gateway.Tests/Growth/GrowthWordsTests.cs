using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Growth;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Figures in sentences.</summary>
public sealed class GrowthWordsTests
{
    private static readonly DateOnly October = new(2026, 10, 1), Today = new(2026, 11, 27);

    [Theory]
    [InlineData(0, 0, "No meeting is logged in October 2026.")]
    [InlineData(1, 1, "In October 2026, there was 1 meeting, and 1 person came.")]
    [InlineData(1, 9, "In October 2026, there was 1 meeting, and 9 people came.")]
    [InlineData(2, 1, "In October 2026, there were 2 meetings, and 1 person came.")]
    [InlineData(48, 212, "In October 2026, people came 212 times to 48 meetings.")]
    public void Somebody_who_came_twice_is_not_said_to_be_two_people(int held, int heads, string sentence) =>
        Assert.Equal(sentence, $"{GrowthWords.Came(Of(held, heads), new("October 2026"), isOver: true)}");

    [Fact]
    public void A_month_that_is_not_over_says_so()
    {
        Assert.Equal(
            "So far in November 2026, people have come 20 times to 4 meetings.",
            $"{GrowthWords.Came(Of(4, 20), new("November 2026"), isOver: false)}");
        Assert.Equal(
            "No meeting is logged yet in November 2026.",
            $"{GrowthWords.Came(Of(0, 0), new("November 2026"), isOver: false)}");
    }

    [Theory]
    [InlineData(212, "That is 12 more than in October 2025.")]
    [InlineData(200, "That is as many as in October 2025.")]
    [InlineData(190, "That is 10 fewer than in October 2025.")]
    public void A_month_is_compared_with_the_same_month_of_the_year_before(int heads, string sentence)
    {
        var before = Of(40, 200) with { Meetings = new(Planned: 40, Held: 40) };
        Assert.Equal(sentence, $"{GrowthWords.Compared(Of(48, heads), before, new("October 2025"))}");
    }

    [Fact]
    public void A_year_without_meetings_is_not_taken_for_a_year_in_which_nobody_came()
    {
        // What a series planned before anybody used PeerNet says nothing about who came.
        var before = Figures.None with { Meetings = new(Planned: 4, NotLogged: 4) };
        Assert.Equal(
            "No meeting is logged in October 2025 to compare this with.",
            $"{GrowthWords.Compared(Of(48, 212), before, new("October 2025"))}");
    }

    [Fact]
    public void What_did_not_happen_is_not_mentioned()
    {
        Assert.Empty(GrowthWords.More(Figures.None, isOneGroup: false));
        var figures = Of(1, 9) with { Meetings = new(NotLogged: 1), Groups = new(Active: 1, New: 2) };
        Assert.Equal(
            ["1 group met.", "2 groups are new.", "1 meeting is not logged, so more people may have come."],
            GrowthWords.More(figures, isOneGroup: false).Select(sentence => $"{sentence}"));
        Assert.Equal(
            ["1 meeting is not logged, so more people may have come."],
            GrowthWords.More(figures, isOneGroup: true).Select(sentence => $"{sentence}"));
    }

    [Fact]
    public void What_crosses_names_the_other_area()
    {
        var across = GrowthWords.Across(new(new("west-sussex"), Guests: 2, Connected: 1), "West Sussex");
        Assert.Equal(
            ["2 people from West Sussex got a place in a group here.", "1 group here was connected with one in West "
                + "Sussex."],
            across.Select(sentence => $"{sentence}"));
    }

    [Theory]
    [InlineData(GrowthBy.Month, "October 2026")]
    [InlineData(GrowthBy.Week, "the week of 1 October 2026")]
    public void A_period_is_named_by_its_first_day(GrowthBy by, string name) =>
        Assert.Equal(name, $"{GrowthWords.Name(October, by)}");

    [Fact]
    public void The_last_month_that_is_over_comes_first_and_the_current_one_is_not_called_complete()
    {
        var view = Of(Item(October, 48, 212), Item(October.AddMonths(1), 4, 20));
        Assert.Equal(
            [
                "In October 2026, people came 212 times to 48 meetings.",
                "No meeting is logged in October 2025 to compare this with.",
                "So far in November 2026, people have come 20 times to 4 meetings.",
            ],
            view.Sentences.Select(sentence => $"{sentence}"));
        Assert.Equal("212 in October 2026 and 20 in November 2026; the most is 212, in October 2026.",
            $"{view.Charts[0].Summary}");
    }

    [Fact]
    public void A_month_that_is_still_to_come_is_not_nought()
    {
        var periods = Of(Item(October, 1, 2), Item(October.AddMonths(2), 0, 0)).Charts[0].Periods;
        Assert.Equal([2, null], periods.Select(period => period.Value));
        Assert.Equal(["Oct", "Dec"], periods.Select(period => $"{period.Label}"));
        Assert.All(periods, period => Assert.Null(period.Before));
    }

    [Fact]
    public void One_group_has_no_chart_of_how_many_groups_met()
    {
        var query = new GrowthQuery(GrowthBy.Month, October, October, Group: new GroupId(Guid.CreateVersion7()));
        var details = new GrowthDetails(GrowthBy.Month, October, October, Today, 0, [Item(October, 1, 2)]);
        Assert.DoesNotContain("met", GrowthView.Of(details, query, Today).Charts.Select(chart => chart.Id));
        Assert.Contains("met", Of(Item(October, 1, 2)).Charts.Select(chart => chart.Id));
    }

    private static GrowthView Of(params GrowthPeriod[] items)
    {
        var from = items[0].StartsOn;
        var to = items[^1].StartsOn;
        var details = new GrowthDetails(GrowthBy.Month, from, to, Today, 0, [.. items]);
        return GrowthView.Of(details, new(GrowthBy.Month, from, to), Today);
    }

    private static GrowthPeriod Item(DateOnly start, int held, int heads) => new(start, Of(held, heads), Figures.None);

    private static Figures Of(int held, int heads) => Figures.None with
    {
        Meetings = new(Planned: held, Held: held), People = new(Named: heads / 2, Unnamed: heads - heads / 2),
    };
}
