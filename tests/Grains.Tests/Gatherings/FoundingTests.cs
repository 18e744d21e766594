using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>A coordinator plans a gathering for groups, whose leads then agree to keep it.</summary>
public sealed class FoundingTests
{
    [Fact]
    public void A_coordinator_keeps_it_for_none_and_leads_of_all_its_groups_are_asked()
    {
        var founded = Founded();
        Assert.All(founded.Yes().Keepers, keeper => Assert.Equal(new(keeper.Group, null, KeeperState.Asked), keeper));
        Assert.Equal(APlan.Groups, founded.Messages.OfType<LeadsTold>().Select(told => told.Group));
        Assert.False(founded.Yes().Names(ByCoordinator.Member!.Value));
        Assert.Equal("gathering.keepers-only", founded.Yes().Open(ByCoordinator).No());
        Assert.Equal("gathering.keepers-only", founded.Yes().Ask(TheQuestion, AVote, ByCoordinator).No());
    }

    [Fact]
    public void It_opens_once_leads_of_two_groups_keep_it()
    {
        var one = Founded().Yes().Kept();
        Assert.Equal("gathering.needs-two-keepers", one.Open(ByOther).No());
        var two = one.Keep(TheGroup, Leads, MemberStanding.None, ByLead).Yes();
        Assert.Equal(GatheringState.Open, two.Open(ByLead).Yes().State);
    }

    [Fact]
    public void A_coordinator_puts_it_right_until_somebody_keeps_it()
    {
        var founded = Founded().Yes();
        Assert.Empty(Planned(founded, APlan).Messages);
        Assert.Same(founded, Planned(founded, APlan).Yes());
        Assert.Equal(60, Planned(founded, APlan with { Minutes = 60 }).Yes().Plan!.Minutes);
        Assert.Equal("gathering.keepers-only", founded.Planned(APlan with { Minutes = 60 }, BySam).No());
        var declined = founded.GiveUp(OtherGroup, LeadsOther, ByOther).Yes();
        Assert.Equal(60, Planned(declined, APlan with { Minutes = 60 }).Yes().Plan!.Minutes);
        var kept = founded.Kept();
        Assert.Equal("gathering.keepers-only", Planned(kept, APlan with { Minutes = 60 }).No());
        Assert.Same(kept, Planned(kept, APlan).Yes());
        Assert.Equal(GatheringState.Cancelled, founded.Cancel(new("No hall"), ByCoordinator).Yes().State);
    }

    [Fact]
    public void What_a_keeper_has_prepared_is_not_a_coordinators_to_change()
    {
        var prepared = Founded().Yes().Kept().Ask(TheQuestion, AVote, ByOther).Yes();
        var left = prepared.GiveUp(OtherGroup, LeadsOther, ByOther).Yes();
        var erased = Founded().Yes().Kept().Forget(ByOther.Member!.Value, Abroad.East, Now).Yes();
        Assert.Equal("gathering.keepers-only", Planned(left, APlan with { Minutes = 60 }).No());
        Assert.Equal("gathering.keepers-only", Planned(erased, APlan with { Minutes = 60 }).No());
        Assert.False(left.SeenBy(ByCoordinator, 1).Yes().CanChange);
        Assert.True(left.SeenBy(ByCoordinator, 1).Yes().CanCancel);
        Assert.False(left.SeenBy(BySam, 1).Yes().CanCancel);
    }

    [Fact]
    public void A_coordinator_who_leads_the_first_group_keeps_it()
    {
        var kept = new Gathering()
            .Put(TheGathering, APlan, [], IfMatch.None, 0, Leads, ByCoordinator, Now, hasLenses: true);
        var keeper = new Keeper(TheGroup, ByCoordinator.Member, KeeperState.Keeping);
        Assert.Equal(keeper, kept.Yes().Keepers[0]);
    }

    private static Next<Gathering> Founded() =>
        new Gathering().Put(TheGathering, APlan, [], IfMatch.None, 0, Known, ByCoordinator, Now, hasLenses: true);

    private static Next<Gathering> Planned(Gathering gathering, PlanGathering plan) =>
        gathering.Put(TheGathering, plan, [], IfMatch.Any, 1, Known, ByCoordinator, Now, hasLenses: true);
}
