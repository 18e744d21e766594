using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Durability;
using PeerNet.Grains.NextSteps;
using static PeerNet.Grains.Tests.NextSteps.NextSteps;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.NextSteps;

/// <summary>What other areas learn of a next step, and when.</summary>
public sealed class CardTests
{
    private static readonly WriteNextStep ForAll = AText with { Readers = Readers.AllAreas };

    [Fact]
    public void A_card_has_what_is_to_be_done_and_not_who_does_it()
    {
        var expected = new NextStepCard
        {
            Area = Abroad.East, Id = TheStep, Text = AText.Text, Layer = AText.Layer, DueOn = AText.DueOn,
            Cost = AText.Cost, State = NextStepState.Open, LastSaidOn = Today,
        };
        Assert.Equal(expected, AnOpenStep(ForAll).CardIn(Abroad.East));
        var told = AnOpenStep(ForAll).Told(1, day: 3);
        Assert.Equal(expected with { LastSaidOn = Today.AddDays(3) }, told.CardIn(Abroad.East));
        var card = System.Text.Json.JsonSerializer.Serialize(told.CardIn(Abroad.East), PeerNetJson.Options);
        foreach (var secret in (string[])[$"{TheGroup}", $"{Neighbours}", "News 1"])
            Assert.DoesNotContain(secret, card, StringComparison.Ordinal);
    }

    [Fact]
    public void Other_areas_receive_it_once_a_group_has_taken_it_on_and_until_it_is_dropped()
    {
        Assert.Null(new NextStep().CardIn(Abroad.East));
        Assert.Null(AWish(ForAll).CardIn(Abroad.East));
        Assert.Null(AWish(ForAll).Drop(new("No"), Leads, ByLead, Now).Yes().CardIn(Abroad.East));
        var open = AnOpenStep(ForAll);
        var done = open.SayDone(Leads, Now).Yes();
        var kept = done.Keep(Neighbours, LeadsNeighbours, Now).Yes();
        Assert.Equal(
            [NextStepState.Open, NextStepState.Done, NextStepState.Kept],
            new[] { open, done, kept }.Select(step => step.CardIn(Abroad.East)!.State));
        Assert.Null(open.Drop(new("No"), Leads, ByLead, Now).Yes().CardIn(Abroad.East));
    }

    [Fact]
    public void Without_a_word_about_it_it_stays_in_the_area()
    {
        Assert.Equal(Readers.MyArea, AText.Readers);
        Assert.Null(AnOpenStep().CardIn(Abroad.East));
        Assert.Null(((IHasFace)AnOpenStep()).Face());
        Assert.Equal("next-step.state", AnOpenStep().Written(ForAll).No());
    }

    [Fact]
    public void Those_who_shared_it_take_it_back_from_other_areas_at_any_time_and_never_the_other_way()
    {
        var kept = AnOpenStep(ForAll).SayDone(Leads, Now).Yes().Keep(Neighbours, LeadsNeighbours, Now).Yes();
        Assert.Equal("next-step.groups-only", kept.Written(AText, LeadsNeighbours).No());
        var back = kept.Written(AText).Yes();
        Assert.Null(back.CardIn(Abroad.East));
        Assert.NotEqual(((IHasFace)kept).Face(), ((IHasFace)back).Face());
        Assert.Equal((AText.Text, NextStepState.Kept), (back.Says!.Text, back.State));
        Assert.Same(back, back.Written(AText).Yes());
        Assert.Equal("next-step.state", back.Written(ForAll).No());
        Assert.Equal("next-step.state", kept.Written(AText with { Text = "Another" }).No());
        Assert.Equal("next-step.state", kept.Written(AText with { DueOn = Today.AddDays(9) }).No());
    }

    [Fact]
    public void A_program_that_does_not_know_what_it_comes_from_takes_it_back_all_the_same()
    {
        var liked = new VoicedOption(new(TheStep.Value), "A");
        var open = AnOpenStep(ForAll);
        var back = (open with { Says = ForAll with { From = liked } }).Written(AText).Yes();
        Assert.Equal((Readers.MyArea, liked), (back.Says!.Readers, back.Says.From));
        Assert.Equal("next-step.field", AnOpenStep().Written(AText with { From = liked }).No());
    }

    [Fact]
    public void A_lead_of_the_group_that_took_it_on_takes_it_back_too_and_the_page_says_who_can()
    {
        var asked = AWish(ForAll with { For = [TheGroup] });
        var step = asked.TakeOn(Neighbours, LeadsNeighbours, Now).Yes();
        Assert.Equal("next-step.groups-only", step.Written(AText with { For = [TheGroup] }, In(Neighbours)).No());
        Assert.Null(step.Written(AText with { For = [TheGroup] }, LeadsNeighbours).Yes().CardIn(Abroad.East));
        MemberStanding[] readers = [In(TheGroup), LeadsNeighbours, In(Neighbours), In(Bystanders)];
        Assert.Equal([true, true, false, false], readers.Select(own => CanNarrow(step, own)));
        Assert.False(CanNarrow(AWish(ForAll), Leads));
        Assert.False(CanNarrow(AnOpenStep(), Leads));
        Assert.False(CanNarrow(step.Drop(new("No"), LeadsNeighbours, BySam, Now).Yes(), LeadsNeighbours));

        static bool CanNarrow(NextStep step, MemberStanding own) =>
            step.SeenBy(BySam, own, 1, Now).Yes().Yours!.CanNarrow;
    }

    [Fact]
    public void A_name_that_is_taken_out_is_taken_out_of_the_card()
    {
        var step = AnOpenStep(ForAll with { Text = "Ask Robin for a bus stop" });
        var taken = step.TakeOut(new("Robin"), ByCoordinator).Yes();
        Assert.Equal("Ask [taken out] for a bus stop", taken.CardIn(Abroad.East)!.Text);
        Assert.NotEqual(((IHasFace)step).Face(), ((IHasFace)taken).Face());
    }

    [Fact]
    public void What_is_said_twice_on_a_day_does_not_move_the_card()
    {
        var once = AnOpenStep(ForAll).Told(1, day: 1);
        Assert.Equal(((IHasFace)once).Face(), ((IHasFace)once.Told(2, day: 1)).Face());
        Assert.NotEqual(((IHasFace)once).Face(), ((IHasFace)once.Told(2, day: 2)).Face());
    }
}
