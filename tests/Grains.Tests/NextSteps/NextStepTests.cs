using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>A next step, from the wish to what became of it.</summary>
public sealed class NextStepTests
{
    [Fact]
    public void A_group_takes_on_what_it_has_read_and_not_what_somebody_has_made_of_it_since()
    {
        var wish = AWish();
        Assert.Equal("version.stale", wish.TakeOn(TheGroup, Leads, Now, IfMatch.Exactly(1), 2).No());
        var taken = wish.TakeOn(TheGroup, Leads, Now, IfMatch.Exactly(2), 2).Yes();
        Assert.Equal(NextStepState.Open, taken.State);
        Assert.Same(taken, taken.TakeOn(TheGroup, Leads, Now, IfMatch.Exactly(2), 3).Yes());
    }

    [Fact]
    public void A_coordinator_takes_a_name_out_wherever_it_was_said()
    {
        var told = AWish(AText with { Text = "Ask Robin for a bus stop" }).TakeOn(TheGroup, Leads, Now).Yes()
            .Tell(News(1), new(TheGroup, "robin has asked, and Robinson too"), In(TheGroup), Now).Yes()
            .Drop(new("Robin has moved"), Leads, ByLead, Now).Yes();
        var taken = told.TakeOut(new("Robin"), ByCoordinator).Yes();
        Assert.Equal("Ask [taken out] for a bus stop", taken.Says!.Text);
        Assert.Equal(
            [null, "[taken out] has asked, and Robinson too", "[taken out] has moved"],
            taken.Entries.Select(entry => entry.Text));
        Assert.Equal((told.State, told.Owner), (taken.State, taken.Owner));
        Assert.Same(taken, taken.TakeOut(new("Robin"), ByCoordinator).Yes());
        Assert.Equal("access.coordinators-only", told.TakeOut(new("Robin"), ByLead).No());
        Assert.Equal("next-step.field", told.TakeOut(new(" "), ByCoordinator).No());
        Assert.Equal("next-step.field", told.TakeOut(new("taken"), ByCoordinator).No());
        Assert.Equal("next-step.not-found", new NextStep().TakeOut(new("Robin"), ByCoordinator).No());
    }

    [Fact]
    public void Without_an_owner_it_stays_a_wish()
    {
        var wish = AWish();
        Assert.Equal((NextStepState.Wish, null, null), (wish.State, wish.Owner, wish.MomentumOn(Today.AddDays(300))));
        Assert.Equal("next-step.state", wish.SayDone(Leads, Now).No());
        Assert.Equal("next-step.state", wish.Keep(Neighbours, LeadsNeighbours, Now).No());
        Assert.Equal("next-step.state", wish.Tell(News(1), new(Neighbours, "News"), LeadsNeighbours, Now).No());
    }

    [Fact]
    public void News_leaves_room_for_how_it_ends()
    {
        var told = Enumerable.Range(0, NextStepFields.MaxNews)
            .Aggregate(AnOpenStep(), (step, number) => step.Told(number, day: 0));
        Assert.Equal("record.full", told.Tell(News(999), new(Neighbours, "More"), In(Neighbours), Now).No());
        Assert.Equal(NextStepState.Done, told.SayDone(Leads, Now).Yes().State);
    }

    [Fact]
    public void Only_people_of_the_group_write_it_down_and_change_it_while_it_is_a_wish()
    {
        Assert.Equal("next-step.groups-only", new NextStep().Written(AText, In(Neighbours)).No());
        Assert.Equal("member.erased", new NextStep().Written(AText, In(TheGroup) with { Erased = true }).No());
        Assert.Equal("member.not-found", new NextStep().Written(AText, MemberStanding.None).No());
        var wish = AWish();
        Assert.Same(wish, wish.Written(AText with { For = [.. AText.For] }).Yes());
        Assert.Equal("Ask again", wish.Written(AText with { Text = "Ask again" }).Yes().Says!.Text);
        Assert.Equal("next-step.groups-only", wish.Written(AText with { Text = "Ask again" }, In(Neighbours)).No());
        Assert.Equal("next-step.field", wish.Written(
            AText with { GroupId = Neighbours }, Leading(TheGroup, Neighbours)).No());
        Assert.Equal("version.needed", wish.Write(
            TheStep, AText with { Text = "Ask again" }, new([TheGroup, Neighbours], []), IfMatch.None, 1, In(TheGroup),
            Now).No());
        Assert.Equal("next-step.state", AnOpenStep().Written(AText with { Text = "Ask again" }).No());
        Assert.True(AnOpenStep().Written(AText).Yes().State == NextStepState.Open);
    }

    [Fact]
    public void A_lead_takes_it_on_for_their_group_unless_another_is_asked()
    {
        var open = AnOpenStep();
        Assert.Equal((NextStepState.Open, TheGroup), (open.State, open.Owner));
        Assert.Same(open, open.TakeOn(TheGroup, Leads, Now.AddDays(1)).Yes());
        Assert.Equal("next-step.state", open.TakeOn(Neighbours, LeadsNeighbours, Now).No());
        Assert.Equal("next-step.leads-only", AWish().TakeOn(TheGroup, In(TheGroup), Now).No());
        var asked = AWish(AText with { OwnerId = Neighbours });
        Assert.Equal("next-step.asked-of-another", asked.TakeOn(TheGroup, Leads, Now).No());
        Assert.Equal(Neighbours, asked.TakeOn(Neighbours, LeadsNeighbours, Now).Yes().Owner);
    }

    [Fact]
    public void It_is_always_for_a_group_that_does_not_own_it()
    {
        Assert.Equal("next-step.needs-another-voice",
            new NextStep().Written(AText with { OwnerId = TheGroup, For = [TheGroup] }).No());
        var own = AWish(AText with { For = [TheGroup] });
        Assert.Equal("next-step.needs-another-voice", own.TakeOn(TheGroup, Leads, Now).No());
        Assert.Equal(Neighbours, own.TakeOn(Neighbours, LeadsNeighbours, Now).Yes().Owner);
    }

    [Fact]
    public void Its_owner_says_that_it_is_done_and_another_group_that_it_was_kept()
    {
        Assert.Equal("next-step.leads-only", AnOpenStep().SayDone(LeadsNeighbours, Now).No());
        Assert.Equal("next-step.state", AnOpenStep().Keep(Neighbours, LeadsNeighbours, Now).No());
        var done = ADoneStep();
        Assert.Equal(NextStepState.Done, done.State);
        Assert.Same(done, done.SayDone(Leads, Now).Yes());
        Assert.Equal("next-step.own-voice", done.Keep(TheGroup, Leads, Now).No());
        Assert.Equal("next-step.own-voice", done.Keep(Neighbours, Leading(TheGroup, Neighbours), Now).No());
        Assert.Equal("next-step.groups-only", done.Keep(Bystanders, Leading(Bystanders), Now).No());
        Assert.Equal("next-step.leads-only", done.Keep(Neighbours, In(Neighbours), Now).No());
        var kept = done.Keep(Neighbours, LeadsNeighbours, Now).Yes();
        Assert.Equal((NextStepState.Kept, Momentum.Kept), (kept.State, kept.MomentumOn(Today.AddDays(999))));
        Assert.Same(kept, kept.Keep(Neighbours, LeadsNeighbours, Now).Yes());
        Assert.Same(kept, kept.SayDone(Leads, Now).Yes());
        Assert.Equal("next-step.state", kept.Drop(new("Late"), Leads, ByLead, Now).No());
    }

    [Fact]
    public void Its_owner_or_a_coordinator_drops_it_with_a_reason()
    {
        var drop = new DropNextStep("The hall moves");
        Assert.Equal("access.leads-only", AnOpenStep().Drop(drop, LeadsNeighbours, ByLead, Now).No());
        Assert.Equal("next-step.field", AnOpenStep().Drop(new(" "), Leads, ByLead, Now).No());
        var dropped = AnOpenStep().Drop(drop, Leads, ByLead, Now).Yes();
        Assert.Equal((NextStepState.Dropped, null), (dropped.State, dropped.MomentumOn(Today.AddDays(999))));
        Assert.Equal((TheGroup, drop.Reason), (dropped.Entries[^1].GroupId, dropped.Entries[^1].Text));
        Assert.Same(dropped, dropped.Drop(drop, Leads, ByLead, Now).Yes());
        Assert.Equal("next-step.state", dropped.Drop(new("Another"), Leads, ByLead, Now).No());
        Assert.Equal("next-step.state", dropped.SayDone(Leads, Now).No());
        var wish = AWish().Drop(drop, Known, ByCoordinator, Now).Yes();
        Assert.Null(wish.Entries[^1].GroupId);
    }

    [Fact]
    public void Its_owner_and_the_groups_it_is_for_say_what_has_moved()
    {
        var told = AnOpenStep().Told(1, day: 1).Told(2, day: 2, TheGroup);
        Assert.Equal([null, "News 1", "News 2"], told.Entries.Select(entry => entry.Text));
        Assert.Same(told, told.Told(1, day: 9));
        Assert.Equal("next-step.news-differs", told.Tell(News(1), new(Neighbours, "Other"), LeadsNeighbours, Now).No());
        Assert.Equal("next-step.groups-only", told.Tell(News(3), new(Neighbours, "News"), Leads, Now).No());
        Assert.Equal("next-step.groups-only",
            told.Tell(News(3), new(Bystanders, "News"), In(Bystanders), Now).No());
        Assert.Equal("next-step.field", told.Tell(News(3), new(TheGroup, " "), Leads, Now).No());
    }

    [Fact]
    public void What_somebody_can_do_with_it_is_what_they_are_not_refused()
    {
        foreach (var own in new[] { Leads, LeadsNeighbours, In(TheGroup), In(Neighbours), Leading(Bystanders), Known })
        {
            var asked = AWish(AText with { OwnerId = Neighbours });
            foreach (var step in new[] { AWish(), AnOpenStep(), ADoneStep(), asked })
            {
                var acts = step.SeenBy(BySam, own, 1, Now).Yes().Yours!;
                Assert.All(new[] { TheGroup, Neighbours, Bystanders }, group =>
                {
                    Assert.Equal(step.Changes(step.TakeOn(group, own, Now)), acts.TakeOnFor.Contains(group));
                    Assert.Equal(
                        step.Changes(step.Tell(News(9), new(group, "News"), own, Now)), acts.TellFor.Contains(group));
                    Assert.Equal(step.Changes(step.Keep(group, own, Now)), acts.KeepFor.Contains(group));
                });
                Assert.Equal(step.Changes(step.SayDone(own, Now)), acts.CanSayDone);
                Assert.Equal(step.Changes(step.Drop(new("Why"), own, BySam, Now)), acts.CanDrop);
                Assert.Equal(step.Changes(step.Written(AText with { Text = "Other" }, own)), acts.CanChange);
            }
        }
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "text", AText with { Text = "" } },
        { "dueOn", AText with { DueOn = Today.AddDays(-367) } },
        { "dueOn", AText with { DueOn = Today.AddDays(732) } },
        { "for", AText with { For = [] } },
        { "for", AText with { For = default } },
        { "for", AText with { For = [TheGroup, Bystanders] } },
        { "ownerId", AText with { OwnerId = Bystanders } },
        { "for", AText with { For = [Neighbours, Neighbours] } },
        { "gatheringId", AText with { GatheringId = new GatheringId(TheStep.Value) } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object says)
    {
        Assert.True(new NextStep().Written((WriteNextStep)says).Refused(out var refusal, out _));
        Assert.Equal(("next-step.field", field), (refusal.Code, refusal.Field));
    }

    [Fact]
    public void It_comes_from_a_gathering_of_the_group_that_writes_it_down()
    {
        var from = AText with { GatheringId = new GatheringId(TheStep.Value) };
        Assert.Equal("next-step.field", new NextStep().Written(from, null, Neighbours).No());
        var written = new NextStep().Written(from, null, Neighbours, TheGroup).Yes();
        Assert.Equal(from.GatheringId, written.Says!.GatheringId);
    }

    [Fact]
    public void It_comes_only_from_an_option_of_that_gathering()
    {
        var liked = new VoicedOption(new(TheStep.Value), "B");
        var says = AText with { GatheringId = new GatheringId(TheStep.Value), From = liked };
        foreach (var voiced in (VoicedOption?[])[null, liked with { Box = "A" }])
        {
            Assert.True(Write(voiced).Refused(out var refusal, out _));
            Assert.Equal(("next-step.field", "from"), (refusal.Code, refusal.Field));
        }
        Assert.Equal(liked, Write(new(liked.QuestionId, "B")).Yes().Says!.From);

        Result<NextStep> Write(VoicedOption? voiced)
        {
            var can = new Nameable([TheGroup, Neighbours], [TheGroup], voiced);
            return new NextStep().Write(TheStep, says, can, IfMatch.None, 0, In(TheGroup), Now);
        }
    }

    [Fact]
    public void An_ID_that_nobody_has_used_is_not_found()
    {
        var step = new NextStep();
        Assert.Equal("next-step.not-found", step.SeenBy(ByLead, Leads, 0, Now).No());
        Assert.Equal("next-step.not-found", step.TakeOn(TheGroup, Leads, Now).No());
        Assert.Equal("next-step.not-found", step.Tell(News(1), new(TheGroup, "News"), Leads, Now).No());
        Assert.Equal("next-step.not-found", step.SayDone(Leads, Now).No());
        Assert.Equal("next-step.not-found", step.Keep(TheGroup, Leads, Now).No());
        Assert.Equal("next-step.not-found", step.Drop(new("Why"), Leads, ByCoordinator, Now).No());
    }
}

/// <summary>Whether a transition did anything.</summary>
internal static class Transitions
{
    public static bool Changes(this NextStep step, Result<NextStep> result) =>
        !result.Refused(out _, out var next) && !ReferenceEquals(step, next);
}
