using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Growth;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Released figures in words, tables and charts: what is held back is never 0.</summary>
public sealed class ReleasedWordsTests
{
    private static readonly DateOnly September = new(2026, 9, 1);

    private static readonly AreaId East = new("east-sussex"), West = new("west-sussex");

    [Fact]
    public void What_is_held_back_says_so_and_not_that_nobody_came()
    {
        Assert.Equal(
            "How many groups met in September 2026 is held back, because there were so few.",
            $"{ReleasedWords.Met(null, null, "September 2026")}");
        Assert.Equal("All numbers of people are held back.", $"{ReleasedWords.Came(null)}");
        Assert.Equal(
            "In September 2026, 13 groups met, and held 41 meetings.",
            $"{ReleasedWords.Met(13, 41, "September 2026")}");
        var rule = string.Join(' ', ReleasedWords.Rule(new()));
        Assert.Contains("at least 8 people in at least 4 groups", rule, StringComparison.Ordinal);
    }

    [Fact]
    public void A_month_that_is_held_back_has_no_bar()
    {
        var charts = ReleasedCharts.Of([Month(September, 13, 65), Month(September.AddMonths(1), null, null)]).ToList();
        Assert.Equal([13, null], charts[0].Periods.Select(period => period.Value));
        Assert.Equal([65, null], charts[2].Periods.Select(period => period.Value));
        Assert.All(charts.SelectMany(chart => chart.Periods), period => Assert.Null(period.Before));
        Assert.Equal("65 in September 2026 and 65 in September 2026; the most is 65, in September 2026.",
            $"{charts[2].Summary}");
    }

    [Fact]
    public void Two_years_fit_into_a_chart()
    {
        var months = Enumerable.Range(0, 30).Select(one => Month(September.AddMonths(one), 13, 65)).ToList();
        Assert.All(ReleasedCharts.Of(months), chart => Assert.Equal(24, chart.Periods.Count));
    }

    [Fact]
    public void A_month_of_an_area_is_beside_the_same_month_of_the_year_before()
    {
        var months = Enumerable.Range(0, 14).Select(one => Month(September.AddMonths(one), 13 + one, 65)).ToArray();
        var charts = NetworkCharts.Of(new NeighbourReleases(West, [.. months])).ToList();
        Assert.All(charts, chart => Assert.Equal(12, chart.Periods.Count));
        Assert.Equal((25, 13), (charts[0].Periods[^2].Value, charts[0].Periods[^2].Before));
        Assert.Equal((26, 14), (charts[0].Periods[^1].Value, charts[0].Periods[^1].Before));
        Assert.Null(charts[0].Periods[^3].Before);
        Assert.Equal(65, charts[2].Periods[^1].Before);
        Assert.Distinct(charts.Concat(NetworkCharts.Of(new NeighbourReleases(East, [.. months])))
            .Select(chart => chart.Id));
    }

    [Fact]
    public void What_is_held_back_in_one_of_two_years_is_not_compared_with_what_is_not()
    {
        var first = Month(September, 13, 65);
        var second = Month(September.AddYears(1), 14, 80);
        var more = second with
        {
            Table = second.Table with { People = [.. second.Table.People, new(ReleasedAudience.Women, 15, false)] },
        };
        Assert.Equal(13, NetworkCharts.Of(new NeighbourReleases(East, [first, more])).First().Periods[^1].Before);
        Assert.Null(NetworkCharts.Of(new NeighbourReleases(East, [first, more])).Last().Periods[^1].Before);
        var both = Sums(September, East, West);
        Assert.Equal(13, NetworkCharts.Of([both, Sums(both.StartsOn.AddYears(1), East, West)]).First()
            .Periods[^1].Before);
        var alone = NetworkCharts.Of([Sums(September, East), Sums(September.AddYears(1), East, West)]).ToList();
        Assert.All(alone, chart => Assert.Null(chart.Periods[^1].Before));
        var less = both with
        {
            StartsOn = both.StartsOn.AddYears(1), People = [new(ReleasedAudience.Women, new(10, [West]))],
        };
        Assert.Equal(
            [13, 39, null], NetworkCharts.Of([both, less]).Select(chart => chart.Periods[^1].Before));
    }

    [Fact]
    public void A_sum_names_the_areas_that_it_leaves_out()
    {
        var month = new NetworkMonth
        {
            StartsOn = September, Published = [new(East, new()), new(West, new())], NotPublished = [],
            GroupsThatMet = new(13, []), MeetingsHeld = new(null, [East, West]),
            People = [new(ReleasedAudience.Women, new(20, [West]))], SumOfPublished = 20,
        };
        Assert.Equal(
            [
                new("Groups that met", 13), new("Meetings held", null),
                new("Groups for women", 20, "West Sussex"),
            ],
            ReleasedCharts.Rows(month, area => area == West ? "West Sussex" : "East Sussex"));
    }

    [Fact]
    public void Each_audience_and_each_reason_has_words_of_its_own()
    {
        Assert.Distinct(Enum.GetValues<ReleasedAudience>().Select(ReleasedWords.Of));
        Assert.Distinct(Enum.GetValues<HeldBackBecause>().Select(ReleasedWords.Of));
    }

    private static NetworkMonth Sums(DateOnly start, params AreaId[] areas) => new()
    {
        StartsOn = start, Published = [.. areas.Select(area => new AreaRule(area, new()))], NotPublished = [],
        GroupsThatMet = new(13, []), MeetingsHeld = new(39, []),
        People = [new(ReleasedAudience.Women, new(20, []))], SumOfPublished = 20,
    };

    private static ReleasedMonth Month(DateOnly start, int? groups, int? people)
    {
        return new(start, start.AddDays(38), new()
        {
            Rule = new(), GroupsThatMet = groups, MeetingsHeld = groups * 3,
            People = [new(ReleasedAudience.Everybody, people, people is null)], SumOfPublished = people,
        });
    }
}
