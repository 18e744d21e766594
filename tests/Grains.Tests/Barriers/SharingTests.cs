using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>Anyone reads a barrier once a lead of its group has agreed, whoever raised it.</summary>
public sealed class SharingTests
{
    private static readonly MemberStanding Lead = Leading(TheGroup);

    [Fact]
    public void It_stays_in_the_area_until_a_lead_agrees_and_leads_are_asked()
    {
        var raised = new Barrier().Raised(ForAll);
        var told = Assert.Single(raised.Messages.OfType<LeadsTold>());
        Assert.Equal(
            (TheGroup, NoticeKind.BarrierToShare, TheBarrier, false),
            (told.Group, told.About.Kind, told.About.BarrierId, told.IsWithdrawn));
        var waits = raised.Yes();
        Assert.Null(waits.CardIn(default));
        Assert.Equal(Readers.MyArea, waits.Seen().Raised!.Readers);
        Assert.Same(waits, waits.Raised(ForAll).Yes());
        Assert.Equal("barrier.differs", waits.Raised(WeWait).No());

        var agreed = waits.ChosenBy(Lead, Readers.AllAreas);
        Assert.NotNull(agreed.Yes().CardIn(default));
        Assert.True(Assert.Single(agreed.Messages.OfType<LeadsTold>()).IsWithdrawn);
        Assert.Same(agreed.Yes(), agreed.Yes().ChosenBy(Lead, Readers.AllAreas).Yes());
        Assert.Same(agreed.Yes(), agreed.Yes().Raised(ForAll).Yes());
        Assert.Equal("barrier.readers-stay", agreed.Yes().ChosenBy(Lead, Readers.MyArea).No());
    }

    [Fact]
    public void A_lead_who_raises_it_has_agreed_by_that()
    {
        var raised = new Barrier().Raised(ForAll, Lead);
        Assert.NotNull(raised.Yes().CardIn(default));
        Assert.Empty(raised.Messages);
        // Nobody agrees for a group that they do not lead.
        var elsewhere = Of(TheGroup) with { Leads = [SomeGroup(1)] };
        Assert.Null(new Barrier().Raised(ForAll, elsewhere).Yes().CardIn(default));
        Assert.Empty(new Barrier().Raised(WeWait).Messages);
    }

    [Fact]
    public void What_a_lead_declines_stays_in_the_area_for_good()
    {
        var declined = Waiting().ChosenBy(Lead, Readers.MyArea);
        Assert.Null(declined.Yes().CardIn(default));
        Assert.True(Assert.Single(declined.Messages.OfType<LeadsTold>()).IsWithdrawn);
        Assert.Equal((Readers.MyArea, WeWait.Text), (declined.Yes().Raised!.Readers, declined.Yes().Raised!.Text));
        Assert.Same(declined.Yes(), declined.Yes().ChosenBy(Lead, Readers.MyArea).Yes());
        Assert.Same(declined.Yes(), declined.Yes().Raised(ForAll).Yes());
        Assert.Equal("barrier.readers-stay", declined.Yes().ChosenBy(Lead, Readers.AllAreas).No());
        Assert.Equal(
            [new LimitCited(TheLimit, TheBarrier, TheGroup)],
            declined.Yes().Given(Cannot).Messages);
    }

    [Fact]
    public void Only_a_lead_of_its_group_agrees_and_nobody_for_one_that_nobody_asked_to_share()
    {
        var waits = Waiting();
        foreach (var own in new[] { OfTheGroup, Known, Leading(SomeGroup(1)) })
            Assert.Equal("barrier.shared-by-leads", waits.ChosenBy(own, Readers.AllAreas).No());
        Assert.Equal("member.erased", waits.ChosenBy(Lead with { Erased = true }, Readers.AllAreas).No());
        Assert.Equal("group.new", waits.ChooseReaders(new(Readers.AllAreas), Lead, GroupRefusals.New).No());
        Assert.Equal("barrier.not-found", new Barrier().ChosenBy(Lead, Readers.AllAreas).No());
        var kept = ABarrier();
        Assert.Equal("barrier.readers-stay", kept.ChosenBy(Lead, Readers.AllAreas).No());
        Assert.Same(kept, kept.ChosenBy(Lead, Readers.MyArea).Yes());
    }

    [Fact]
    public void What_was_shared_before_leads_were_asked_stays_shared()
    {
        var before = new Barrier { Id = TheBarrier, Group = TheGroup, Raised = ForAll, RoleName = "A", RaisedAt = Now };
        Assert.NotNull(before.CardIn(default));
        Assert.Same(before, before.Raised(ForAll).Yes());
        Assert.Same(before, before.ChosenBy(Lead, Readers.AllAreas).Yes());
    }

    [Fact]
    public void The_words_of_limits_are_asked_for_once_it_is_shared()
    {
        var answered = Waiting().Given(Cannot);
        Assert.Equal([new LimitCited(TheLimit, TheBarrier, TheGroup)], answered.Messages);
        var again = answered.Yes().Given(Cannot with { WhatStopsMe = "Still the Act." }, number: 2).Yes();
        var agreed = again.ChosenBy(Lead, Readers.AllAreas);
        var cited = Assert.Single(agreed.Messages.OfType<LimitCited>());
        Assert.Equal(new LimitCited(TheLimit, TheBarrier, TheGroup, IsForAllAreas: true), cited);
        Assert.NotEqual(answered.Messages[0].Operation, cited.Operation);

        var limit = ALimit().CitedBy(answered.Messages.OfType<LimitCited>().Single());
        var quoted = Assert.Single(limit.Yes().CitedBy(cited).Messages.OfType<LimitQuoted>());
        Assert.Equal((TheBarrier, TheAct.What), (quoted.Barrier, quoted.Says.What));
        var once = limit.Yes().CitedBy(cited).Yes();
        Assert.Same(once, once.CitedBy(cited).Yes());
        Assert.Same(once, once.CitedBy(answered.Messages.OfType<LimitCited>().Single()).Yes());
        Assert.Single(once.Cited);
    }

    [Fact]
    public void Its_group_and_the_role_see_that_it_waits_and_nobody_else_does()
    {
        var waits = Waiting();
        Assert.Equal(BarrierSharing.WaitsForLead, SharingOf(waits, OfTheGroup, BySam));
        Assert.Equal(BarrierSharing.WaitsForLead, SharingOf(waits, Known, ByHolder));
        Assert.Equal(BarrierSharing.None, SharingOf(waits, Of(SomeGroup(1)), BySam));
        var declined = waits.ChosenBy(Lead, Readers.MyArea).Yes();
        Assert.Equal(BarrierSharing.Declined, SharingOf(declined, OfTheGroup, BySam));
        Assert.Equal(BarrierSharing.None, SharingOf(declined, Known, ByCoordinator));
        Assert.True(waits.SeenBy(ByLead, Lead, Housing, Now).Yes().CanChooseReaders);
        Assert.False(waits.SeenBy(BySam, OfTheGroup, Housing, Now).Yes().CanChooseReaders);
        Assert.False(declined.SeenBy(ByLead, Lead, Housing, Now).Yes().CanChooseReaders);
    }

    [Fact]
    public void Withdrawing_it_asks_no_lead_any_more()
    {
        var withdrawn = Waiting().Withdraw(Lead, ByLead);
        Assert.True(Assert.Single(withdrawn.Messages.OfType<LeadsTold>()).IsWithdrawn);
        Assert.Equal(BarrierSharing.None, withdrawn.Yes().Sharing);
        Assert.Empty(ABarrier().Withdraw(Lead, ByLead).Messages);
        Assert.Equal("barrier.not-found", withdrawn.Yes().ChosenBy(Lead, Readers.AllAreas).No());
    }

    private static Barrier Waiting() => new Barrier().Raised(ForAll).Yes();

    private static BarrierSharing SharingOf(Barrier barrier, MemberStanding own, Caller by) =>
        barrier.SeenBy(by, own, Housing, Now).Yes().Sharing;
}

/// <summary>What a lead chooses, and what a limit hears.</summary>
file static class Chosen
{
    public static Next<Barrier> ChosenBy(this Barrier barrier, MemberStanding own, Readers readers) =>
        barrier.ChooseReaders(new(readers), own);

    public static Next<Limit> CitedBy(this Limit limit, LimitCited cited) =>
        limit.Receive(cited, Abroad.East, 1, Now);
}
