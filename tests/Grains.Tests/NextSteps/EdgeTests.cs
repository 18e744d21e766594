using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>What a next step may say, at the edges, and who may end it.</summary>
public sealed class EdgeTests
{
    [Fact]
    public void It_is_for_up_to_ten_groups_and_for_a_day_from_a_year_ago_to_two_years_ahead()
    {
        Assert.Null(Field(AText with { For = Groups(10) }));
        Assert.Equal("for", Field(AText with { For = Groups(11) }));
        Assert.Null(Field(AText with { DueOn = Today.AddDays(-366) }));
        Assert.Equal("dueOn", Field(AText with { DueOn = Today.AddDays(-367) }));
        Assert.Null(Field(AText with { DueOn = Today.AddDays(731) }));
        Assert.Equal("dueOn", Field(AText with { DueOn = Today.AddDays(732) }));
    }

    [Fact]
    public void Once_a_group_has_taken_it_on_that_group_and_not_the_one_that_wrote_it_down_gives_it_up()
    {
        var taken = AWish(AText with { For = [TheGroup, Neighbours] }).TakeOn(Neighbours, LeadsNeighbours, Now).Yes();
        Assert.Equal("access.leads-only", taken.Drop(new("Too far"), Leads, ByLead, Now).No());
        Assert.False(taken.SeenBy(ByLead, Leads, 1, Now).Yes().Yours!.CanDrop);
        Assert.True(taken.SeenBy(ByLead, LeadsNeighbours, 1, Now).Yes().Yours!.CanDrop);
        Assert.Equal(
            NextStepState.Dropped, taken.Drop(new("Too far"), LeadsNeighbours, ByLead, Now).Yes().State);
    }

    [Fact]
    public void Only_people_of_the_group_that_wrote_it_down_change_a_wish()
    {
        var taken = AText with { GroupId = Neighbours };
        Assert.Equal("next-step.groups-only", AWish().Written(taken, In(Neighbours)).No());
    }

    private static string? Field(WriteNextStep says)
    {
        var groups = new Nameable([TheGroup, .. Groups(11)], []);
        return NextStepRules.Check(says, null, groups, Today)?.Field;
    }

    private static ImmutableArray<GroupId> Groups(int count) =>
        [Neighbours, .. Enumerable.Range(1, count - 1).Select(number => new GroupId(Person(number).Value))];
}
