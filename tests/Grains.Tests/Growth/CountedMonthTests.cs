using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Growth;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>What is counted for a month before the rule is applied.</summary>
public sealed class CountedMonthTests
{
    private static readonly DateOnly October = new(2026, 10, 1);

    [Theory]
    [InlineData("", ReleasedAudience.Everybody)]
    [InlineData("women", ReleasedAudience.Women)]
    [InlineData("Women", ReleasedAudience.Women)]
    [InlineData("men", ReleasedAudience.Men)]
    [InlineData("lgbtq", ReleasedAudience.Lgbtq)]
    [InlineData("carers", ReleasedAudience.Carers)]
    [InlineData("young-adults", ReleasedAudience.YoungAdults)]
    [InlineData("deaf-people", ReleasedAudience.Others)]
    [InlineData("women,carers", ReleasedAudience.Others)]
    public void Each_group_is_for_exactly_one_audience(string words, ReleasedAudience audience) =>
        Assert.Equal(audience, CountedMonth.AudienceOf([.. words.Split(',', StringSplitOptions.RemoveEmptyEntries)]));

    [Fact]
    public void Somebody_who_comes_to_two_groups_of_an_audience_is_one_person_of_it()
    {
        var counted = Count(
            Group(ReleasedAudience.Women, Held([1, 2, 3]), Held([2, 4])),
            Group(ReleasedAudience.Women, Held([1, 5])),
            Group(ReleasedAudience.Carers, Held([1])));
        var women = counted.Month.Cells.Single(cell => cell.For == ReleasedAudience.Women);
        Assert.Equal(5, women.People);
        Assert.Equal([4, 2], women.Groups);
        Assert.Equal(1, counted.Month.Cells.Single(cell => cell.For == ReleasedAudience.Carers).People);
    }

    [Fact]
    public void People_without_a_name_add_the_largest_number_of_each_group()
    {
        var counted = Count(
            Group(ReleasedAudience.Men, Held([1], unnamed: 4), Held([1], unnamed: 6), Held([], words: 8)),
            Group(ReleasedAudience.Men, Held([], unnamed: 2)));
        Assert.Equal(11, counted.Month.Cells.Single().People);
        Assert.Equal([9, 2], counted.Month.Cells.Single().Groups);
    }

    [Fact]
    public void A_group_that_held_nothing_counts_nowhere_and_one_to_which_nobody_came_only_as_a_group()
    {
        var counted = Count(
            Group(ReleasedAudience.Men), Group(ReleasedAudience.Men, Held([])), Group(ReleasedAudience.Men, Held([1])));
        Assert.Equal((2, 2), (counted.Month.GroupsThatMet, counted.Month.MeetingsHeld));
        Assert.Equal([1], counted.Month.Cells.Single().Groups);
    }

    [Fact]
    public void Its_totals_are_those_of_the_areas_figures()
    {
        var year = Year.Of()
            .Log(0, [1, 2], new(Newcomers: 2, Visitors: 1)).Log(1, [1, 2, 3]).Log(2, [], off: new(NotHeldReason.Venue));
        var held = HeldMeeting.InOrder(year.Meetings.Values);
        var counted = CountedMonth.Of(new(2026, 1, 1), [new(ReleasedAudience.Everybody, held)]);
        Assert.Equal(MonthTotals.Of(year.In(1)), counted.Totals);
        Assert.Equal(new(1, 2, 5, 3, 3), counted.Totals);
    }

    private static CountedMonth Count(params GroupMonth[] groups) => CountedMonth.Of(October, groups);

    private static GroupMonth Group(ReleasedAudience audience, params HeldMeeting[] held) => new(audience, [.. held]);

    private static HeldMeeting Held(int[] present, int unnamed = 0, int words = 0)
    {
        ImmutableArray<Contracts.Members.MemberId> people = [.. present.Select(Person)];
        return new(
            new(Guid.CreateVersion7()), October, Seven, people.Length + words, new Unnamed(Visitors: unnamed), people);
    }
}
