using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>Two keepers of two groups, and forgetting them.</summary>
public sealed class KeepingTests
{
    [Fact]
    public void A_gathering_needs_two_groups()
    {
        foreach (var groups in (GroupId[][])[[], [TheGroup], [TheGroup, TheGroup]])
        {
            var put = new Gathering().Planned(APlan with { Groups = [.. groups] });
            Assert.Equal("gathering.needs-two-keepers", put.No());
        }
        Assert.Equal("gathering.needs-two-keepers", new Gathering().Planned(APlan with { Groups = default }).No());
        Assert.Equal("gathering.field", new Gathering()
            .Planned(APlan with { Groups = [TheGroup, OtherGroup, TheGroup] }).No());
    }

    [Fact]
    public void It_opens_once_a_lead_of_the_other_group_keeps_it_too()
    {
        var gathering = AGathering();
        Assert.Equal("gathering.needs-two-keepers", gathering.Open(ByLead).No());
        Assert.Equal([KeeperState.Keeping, KeeperState.Asked], gathering.Keepers.Select(keeper => keeper.State));
        var kept = gathering.Kept();
        Assert.Same(kept, kept.Keep(OtherGroup, LeadsOther, LeadsOther, ByOther).Yes());
        var open = kept.Open(ByOther).Yes();
        Assert.Equal(GatheringState.Open, open.State);
        Assert.Same(open, open.Open(ByLead).Yes());
    }

    [Fact]
    public void Only_a_lead_keeps_it_for_their_group_and_nobody_for_two()
    {
        var gathering = AGathering();
        var nobody = MemberStanding.None;
        var both = Known with { Leads = [TheGroup, OtherGroup] };
        Assert.Equal("gathering.leads-only", gathering.Keep(OtherGroup, Leads, nobody, BySam).No());
        Assert.Equal("gathering.leads-only", gathering.Keep(OtherGroup, Known, nobody, ByCoordinator).No());
        Assert.Equal("gathering.already-keeper", gathering.Keep(OtherGroup, both, nobody, ByLead).No());
        Assert.Equal("gathering.already-kept", gathering.Keep(TheGroup, Leads, Leads, BySam).No());
        Assert.Equal("gathering.group-not-found", gathering.Keep(SomeGroup(1), Leads, nobody, ByLead).No());
        var erased = LeadsOther with { Erased = true };
        Assert.Equal("member.erased", gathering.Keep(OtherGroup, erased, nobody, ByOther).No());
        Assert.Equal("gathering.leads-only",
            new Gathering().Put(
                TheGathering, APlan, [], IfMatch.None, 0, LeadsOther, ByOther, Now, hasLenses: true).No());
        Assert.Equal("member.not-found",
            new Gathering().Put(
                TheGathering, APlan, [], IfMatch.None, 0, nobody, ByStranger, Now, hasLenses: true).No());
    }

    [Fact]
    public void A_lead_takes_it_over_from_a_keeper_who_no_longer_leads_the_group()
    {
        var gathering = AGathering().Kept();
        var taken = gathering.Keep(TheGroup, Leads, Known with { Groups = [TheGroup] }, BySam);
        var held = Assert.Single(taken.Messages.OfType<HoldingReleased>());
        Assert.Equal(Lead, held.Member);
        Assert.True(taken.Yes().Names(Sam));
        Assert.False(taken.Yes().Names(Lead));
        Assert.Equal("gathering.keepers-only", taken.Yes().Open(ByLead).No());
        Assert.Equal(GatheringState.Open, taken.Yes().Open(BySam).Yes().State);
        // Until then whoever kept it goes on, so that an afternoon never stands still.
        Assert.Equal(GatheringState.Open, gathering.Open(ByLead).Yes().State);
    }

    [Fact]
    public void A_lead_declines_or_gives_it_up_and_another_can_accept()
    {
        var row = AGathering().InARow();
        var declined = row.Stored(gathering => gathering.GiveUp(OtherGroup, LeadsOther, BySam));
        Assert.Equal(KeeperState.Declined, declined.Record.Keepers[1].State);
        Assert.Same(declined, declined.Stored(gathering => gathering.GiveUp(OtherGroup, LeadsOther, BySam)));
        var kept = declined.Stored(gathering => gathering.Kept());
        Assert.Equal("gathering.already-kept", kept.Record.GiveUp(OtherGroup, LeadsOther, BySam).No());
        Assert.Equal("gathering.leads-only", kept.Record.GiveUp(OtherGroup, Leads, BySam).No());
        var givenUp = kept.Stored(gathering => gathering.GiveUp(OtherGroup, Known, ByOther));
        Assert.Equal(KeeperState.Declined, givenUp.Record.Keepers[1].State);
        Assert.Equal(Other, Assert.Single(givenUp.Outbox.Sent<HoldingReleased>()).Member);
        Assert.Equal("gathering.needs-two-keepers", givenUp.Record.Open(ByLead).No());
    }

    [Fact]
    public void Whoever_entered_a_count_is_not_released_when_they_give_it_up()
    {
        var row = ARoom(AVote, 6).Enter(Hands(1, 6, 6, 1, 1, 1, 1), 1, ByOther).Yes().InARow();
        var givenUp = row.Stored(gathering => gathering.GiveUp(OtherGroup, LeadsOther, ByOther));
        Assert.Empty(givenUp.Outbox);
        Assert.True(givenUp.Record.Names(Other));
    }

    [Fact]
    public void Two_keepers_close_it_and_the_record_says_for_which_groups()
    {
        var open = ARoom(AVote, 6);
        Assert.Equal("gathering.keepers-only", open.Close(ByCoordinator, Now).No());
        var asked = open.Close(ByOther, Now).Yes();
        Assert.Equal((OtherGroup, Now), (asked.ClosingAskedFor, asked.ClosingAskedAt));
        Assert.Equal(GatheringState.Open, asked.State);
        Assert.Same(asked, asked.Close(ByOther, Now.AddHours(23)).Yes());
        var closed = asked.Close(ByLead, Now.AddMinutes(1)).Yes();
        Assert.Equal(GatheringState.Closed, closed.State);
        Assert.Equal([OtherGroup, TheGroup], closed.ClosedFor);
        Assert.Same(closed, closed.Close(ByOther, Now.AddDays(2)).Yes());
    }

    [Fact]
    public void A_day_after_asking_one_keeper_is_enough()
    {
        var asked = ARoom(AVote, 6).Close(ByOther, Now).Yes();
        var closed = asked.Close(ByOther, Now.AddHours(24)).Yes();
        Assert.Equal(GatheringState.Closed, closed.State);
        Assert.Equal([OtherGroup], closed.ClosedFor);
    }

    [Fact]
    public void Closing_it_closes_every_question_at_once()
    {
        var room = ARoom(AVote, 6, 5).Ask(Asked(2), AQuiz, ByLead).Yes()
            .MakeReady(Asked(2), ByLead).Yes().MakeReady(Asked(2), ByOther).Yes();
        var closed = room.Close(ByLead, Now).Yes().Close(ByOther, Now).Yes();
        Assert.All(closed.Questions, question => Assert.Equal(QuestionState.Closed, question.State));
        Assert.Equal((Finding.NoCount, 2), (closed.Result().Finding, closed.Result().TablesAsked));
        Assert.Equal((Finding.NotAsked, 0), (closed.Result(Asked(2)).Finding, closed.Result(Asked(2)).TablesAsked));
        Assert.Equal("gathering.state", closed.Ask(Asked(3), AQuiz, ByLead).No());
        Assert.Equal("gathering.state", closed.Lay(At(3), new(Animal.Swan, 1), ByLead).No());
        Assert.Equal("gathering.state", closed.Open(ByLead).No());
        Assert.Equal("gathering.state", closed.Planned(APlan with { Title = "Another" }).No());
        Assert.Equal("gathering.state", closed.GiveUp(OtherGroup, LeadsOther, ByOther).No());
    }

    [Fact]
    public void A_keeper_or_a_coordinator_cancels_it_before_it_opens()
    {
        var gathering = AGathering();
        Assert.Equal("gathering.keepers-only", gathering.Cancel(new("No room"), BySam).No());
        Assert.Equal("gathering.field", gathering.Cancel(new(" "), ByLead).No());
        var cancelled = gathering.Cancel(new("No room"), ByCoordinator).Yes();
        Assert.Equal((GatheringState.Cancelled, "No room"), (cancelled.State, cancelled.CancelledBecause));
        Assert.Same(cancelled, cancelled.Cancel(new("No room"), ByLead).Yes());
        Assert.Equal("gathering.state", cancelled.Cancel(new("Another reason"), ByLead).No());
        Assert.Equal("gathering.state", cancelled.Keep(OtherGroup, LeadsOther, MemberStanding.None, ByOther).No());
        Assert.Equal("gathering.state", ARoom(AVote, 6).Cancel(new("No room"), ByLead).No());
    }

    [Fact]
    public void Its_keepers_change_the_plan_before_it_opens_and_never_the_groups()
    {
        var gathering = AGathering().Kept();
        Assert.Same(gathering, gathering.Planned(APlan).Yes());
        var moved = gathering.Planned(APlan with { Place = "Library" }, ByOther).Yes();
        Assert.Equal("Library", moved.Plan!.Place);
        Assert.Equal("gathering.keepers-only", gathering.Planned(APlan with { Place = "Library" }, BySam).No());
        Assert.Equal("gathering.field", gathering.Planned(APlan with { Groups = [OtherGroup, TheGroup] }).No());
        Assert.Equal("gathering.state", gathering.Open(ByLead).Yes().Planned(APlan with { Minutes = 60 }).No());
        Assert.Equal("version.needed",
            gathering.Put(
                TheGathering, APlan with { Minutes = 60 }, [], IfMatch.None, 1, Leads, ByLead, Now, hasLenses: true)
                .No());
    }

    [Fact]
    public void The_gathering_before_it_is_another_one_of_one_of_its_groups_and_stays_once_it_is_open()
    {
        var previous = new GatheringId(Person(77).Value);
        var plan = APlan with { Previous = previous };
        Next<Gathering> After(Gathering gathering, PlanGathering says, params GroupId[] groups) =>
            gathering.Put(TheGathering, says, [.. groups], IfMatch.Any, 1, Leads, ByLead, Now, hasLenses: true);
        var gathering = AGathering().Kept();
        Assert.Equal("gathering.field", After(gathering, plan).No());
        Assert.Equal("gathering.field", After(gathering, plan, SomeGroup(1)).No());
        Assert.Equal("gathering.field", After(gathering, plan with { Previous = TheGathering }, TheGroup).No());
        var next = After(gathering, plan, SomeGroup(1), OtherGroup).Yes();
        Assert.Equal(previous, next.Plan!.Previous);
        Assert.Equal("gathering.state", After(next.Open(ByLead).Yes(), APlan, TheGroup).No());
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "title", APlan with { Title = "" } },
        { "heldOn", APlan with { HeldOn = APlan.HeldOn.AddDays(-8) } },
        { "heldOn", APlan with { HeldOn = APlan.HeldOn.AddDays(360) } },
        { "startsAt", APlan with { HeldOn = new(2027, 3, 28), StartsAt = new(1, 30) } },
        { "minutes", APlan with { Minutes = 4 } },
        { "place", APlan with { Place = "" } },
        { "needs", APlan with { Needs = [AccessNeed.StepFree, AccessNeed.StepFree] } },
        { "groups", APlan with { Groups = [TheGroup, .. Enumerable.Range(1, 10).Select(SomeGroup)] } },
    };

    private static GroupId SomeGroup(int number) => new(Person(number).Value);

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object plan)
    {
        Assert.True(new Gathering().Planned((PlanGathering)plan).Refused(out var refusal, out _));
        Assert.Equal(("gathering.field", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void Erasing_a_keeper_leaves_a_keeper_and_changes_no_result()
    {
        var room = ACountedRoom(AVote, ApprovalTests.FourTables).InARow();
        var erased = room.Receives(new PersonErased(Lead, "gathering", TheGathering.Value));
        Assert.Equal([KeeperState.Erased, KeeperState.Keeping], erased.Record.Keepers.Select(keeper => keeper.State));
        Assert.True(PeerNetJson.Same(room.Record.Result(), erased.Record.Result()));
        Assert.DoesNotContain(
            $"{Lead}", JsonSerializer.Serialize(erased, PeerNetJson.Options), StringComparison.Ordinal);
        Assert.Equal("gathering.tally-not-found", erased.Record.TallySeenBy(TheQuestion, Entry(1), ByLead).No());
        Assert.Same(erased, erased.Receives(new PersonErased(Lead, "gathering", TheGathering.Value)));
        var other = room.Receives(new PersonErased(Stranger, "gathering", TheGathering.Value));
        Assert.Same(room, other);
    }

    [Fact]
    public void Nobody_sees_who_its_keepers_are_and_only_keepers_see_drafts_and_how_many_sit_at_a_table()
    {
        var gathering = AGathering().Laid(6).Ask(TheQuestion, AVote, ByLead).Yes();
        var mine = gathering.SeenBy(ByLead, 1).Yes();
        Assert.Equal([true, false], mine.Keepers.Select(keeper => keeper.IsMine));
        Assert.Equal((6, 1), (mine.Tables[0].Present, mine.Questions.Length));
        foreach (var by in new[] { BySam, ByCoordinator })
        {
            var theirs = gathering.SeenBy(by, 1).Yes();
            Assert.Null(theirs.Tables[0].Present);
            Assert.Empty(theirs.Questions);
            Assert.DoesNotContain(
                $"{Lead}", JsonSerializer.Serialize(theirs, PeerNetJson.Options), StringComparison.Ordinal);
        }
        Assert.Equal("gathering.not-found", new Gathering().SeenBy(ByLead, 0).No());
    }
}
