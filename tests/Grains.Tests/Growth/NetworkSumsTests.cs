using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>The sums of what areas have published.</summary>
public sealed class NetworkSumsTests
{
    private static readonly AreaId East = new("east-sussex"), West = new("west-sussex"), North = new("north-sussex");
    private static readonly DateOnly October = new(2026, 10, 1), November = new(2026, 11, 1);

    [Fact]
    public void Published_numbers_are_added_and_areas_that_hold_one_back_are_named()
    {
        var month = Assert.Single(Of(
            new(East, [Month(October, 12, 40, 60, null)]), new(West, [Month(October, null, null, null, null)]),
            new(North, [Month(October, 7, 9, 25, 10)])));
        Says(19, [West], month.GroupsThatMet);
        Says(49, [West], month.MeetingsHeld);
        Says(85, [West], month.People[0].People);
        Says(10, [East, West], month.People[1].People);
        Says(null, [East, West, North], month.People[2].People);
        Assert.Equal(Enum.GetValues<ReleasedAudience>(), month.People.Select(cell => cell.For));
        Assert.Equal(95, month.SumOfPublished);
        Assert.Empty(month.NotPublished);
    }

    [Fact]
    public void Areas_that_have_not_published_a_month_are_named_and_months_are_in_order()
    {
        var months = Of(
            new(North, [Month(November, 12, 40, 60, 20)]),
            new(East, [Month(October, 12, 40, 60, 20), Month(November, 12, 40, 60, 20)]));
        Assert.Equal([October, November], months.Select(month => month.StartsOn));
        Assert.Equal([West, North], months[0].NotPublished);
        Assert.Equal([West], months[1].NotPublished);
        Assert.Equal([East, North], months[1].Published.Select(one => one.Area));
        Assert.Equal(new(), months[1].Published[1].Rule);
    }

    [Fact]
    public void What_is_kept_of_an_area_that_is_no_longer_a_neighbour_does_not_count() =>
        Assert.Empty(Of(new NeighbourReleases(new("south-sussex"), [Month(October, 12, 40, 60, 20)])));

    [Fact]
    public void Without_any_number_there_is_no_sum_rather_than_a_zero()
    {
        var month = Assert.Single(Of(new NeighbourReleases(East, [Month(October, null, null, null, null)])));
        Assert.Null(month.SumOfPublished);
        Assert.Null(month.GroupsThatMet.Sum);
        Assert.All(month.People, cell => Assert.Null(cell.People.Sum));
    }

    private static ImmutableArray<NetworkMonth> Of(params NeighbourReleases[] published) =>
        NetworkSums.Of([East, West, North], published);

    private static void Says(int? sum, AreaId[] heldBackIn, NetworkNumber number)
    {
        Assert.Equal(sum, number.Sum);
        Assert.Equal(heldBackIn, number.HeldBackIn);
    }

    private static ReleasedMonth Month(DateOnly startsOn, int? groups, int? meetings, int? everybody, int? women)
    {
        var people = Enum.GetValues<ReleasedAudience>().Select(audience => audience switch
        {
            ReleasedAudience.Everybody => everybody,
            ReleasedAudience.Women => women,
            _ => null,
        }).Index().Select(one => new ReleasedCell((ReleasedAudience)one.Index, one.Item, one.Item is null));
        return new(startsOn, startsOn.AddMonths(1).AddDays(7), new()
        {
            Rule = new(), GroupsThatMet = groups, MeetingsHeld = meetings, People = [.. people],
            SumOfPublished = everybody is null && women is null ? null : (everybody ?? 0) + (women ?? 0),
        });
    }
}
