using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Taking an offer up, and what two people do from then on.</summary>
public sealed class MatchingTests
{
    public static TheoryData<MatchState> States => [.. Enum.GetValues<MatchState>()];

    [Theory]
    [MemberData(nameof(States))]
    public void In_each_state_exactly_the_acts_of_the_table_are_possible(MatchState state)
    {
        var offer = AMatchThatIs(state);
        foreach (var act in Enum.GetValues<MatchAct>().Where(act => state != MatchState.Ended || act != MatchAct.End))
        {
            var refused = offer.Do(act).Refused(out var refusal, out var next);
            var expected = MatchTable.After(state, act);
            var hasMoved = !refused && (act != MatchAct.Expire || !ReferenceEquals(next, offer));
            Assert.Equal((state, act, expected), (state, act, hasMoved ? next!.Matches[0].State : null));
            var code = state == MatchState.Ended ? "support-offer.match-not-found" : "support-offer.match-state";
            if (refused) Assert.Equal(code, refusal!.Code);
        }
    }

    [Fact]
    public void Every_act_may_be_sent_twice()
    {
        var taken = AnOffer().TakenUp();
        Assert.Same(taken, taken.TakeUp(Match(1), Yes, Ada, Now.AddDays(1)).Yes());
        var agreed = taken.Agreed();
        Assert.Same(agreed, agreed.Agree(Match(1), MakersYes, Maker, Now.AddDays(1)).Yes());
        var arranged = agreed.Arranged();
        Assert.Same(arranged, arranged.Arrange(Match(1), Thursday, Ada, Now.AddDays(30)).Yes());
        var done = arranged.Report(Match(1), ItWasDone, Ada, Now).Yes();
        Assert.Same(done, done.Report(Match(1), ItWasDone, Ada, Now.AddDays(1)).Yes());
        var ended = done.End(Match(1), Ada, Now).Yes();
        Assert.Same(ended, ended.End(Match(1), Ada, Now.AddDays(1)).Yes());
        Assert.Same(ended, ended.End(Match(1), Maker, Now.AddDays(1)).Yes());
    }

    [Fact]
    public void Nobody_takes_up_their_own()
    {
        Assert.Equal("support-offer.own", AnOffer().TakeUp(Match(1), Yes, Maker, Now).No());
        var room = AnOffer(ALift with { GroupId = TheGroup }, ALead(1));
        Assert.Equal("support-offer.own", room.TakeUp(Match(1), Yes, ALead(2), Now).No());
        Assert.Equal("support-offer.own", room.TakeUp(Match(1), Yes, Somebody(1, TheGroup), Now).No());
        room.TakeUp(Match(1), Yes, Somebody(3, TheGroup), Now).Yes();
    }

    [Fact]
    public void One_refusal_says_that_it_is_not_open_whatever_the_reason()
    {
        SupportOffer[] closed =
        [
            AnOffer().Pause(true, Maker).Yes(), AnOffer().Hide(new("No"), ByCoordinator).Yes(),
            AnOffer().Withdraw(Maker, Now).Yes(), AnOffer().TakenUp(Bo),
        ];
        Assert.All(closed, offer =>
            Assert.Equal("support-offer.not-open", offer.TakeUp(Match(9), Yes, Ada, Now).No()));
        Assert.Equal("support-offer.not-open", AnOffer().TakeUp(Match(9), Yes, Ada, Now.AddDays(91)).No());
        // Nor does the ID of somebody else's match reveal it.
        Assert.Equal("support-offer.not-open", AnOffer().TakenUp(Bo).TakeUp(Match(1), Yes, Ada, Now).No());
    }

    [Fact]
    public void Once_the_pause_is_over_it_can_be_taken_up()
    {
        var paused = AnOffer().Pause(true, Maker).Yes();
        Assert.Same(paused, paused.Pause(true, Maker).Yes());
        paused.Pause(false, Maker).Yes().TakenUp();
        AnOffer().Hide(new("No"), ByCoordinator).Yes().Hide(null, ByCoordinator).Yes().TakenUp();
    }

    [Fact]
    public void A_match_continues_while_the_offer_is_paused_hidden_or_expired()
    {
        var taken = AnOffer().TakenUp().Pause(true, Maker).Yes().Hide(new("No"), ByCoordinator).Yes();
        taken.Agree(Match(1), MakersYes, Maker, Now.AddDays(200)).Yes();
    }

    [Fact]
    public void Two_people_never_both_get_a_single_offer()
    {
        var done = AMatchThatIs(MatchState.Done);
        Assert.Equal("support-offer.not-open", done.TakeUp(Match(2), Yes, Bo, Now).No());
        // Not even when those who had it delete what they said.
        Assert.Equal(
            "support-offer.not-open", done.End(Match(1), Ada, Now).Yes().TakeUp(Match(2), Yes, Bo, Now).No());
        foreach (var free in (MatchState[])[MatchState.NotDone, MatchState.Ended])
        {
            var taken = AMatchThatIs(free).TakenUp(Bo, 2);
            // By now it is somebody else's.
            if (free == MatchState.NotDone)
                Assert.Equal("support-offer.match-state", taken.Report(Match(1), ItWasDone, Ada, Now).No());
        }
    }

    [Fact]
    public void A_month_counts_what_is_arranged_in_it()
    {
        var full = AnOffer(TwiceAMonth).TakenUp().Agreed().Arranged().TakenUp(Bo, 2);
        Assert.Equal(SupportOfferState.UsedUp, full.StateAt(Now));
        Assert.Equal("support-offer.not-open", full.TakeUp(Match(3), Yes, Somebody(14), Now).No());
        var moved = full.Agreed(2).Arranged(Thursday with { On = new(2026, 12, 1) }, 2);
        Assert.Equal(SupportOfferState.Open, moved.StateAt(Now));
        var again = moved.TakenUp(Somebody(14), 3).Agreed(3).Arranged(match: 3);
        Assert.Equal(
            "support-offer.month-full",
            again.Arrange(Match(2), Thursday with { On = new(2026, 11, 30) }, Bo, Now).No());
        // The new month begins at midnight in London.
        Assert.Equal(SupportOfferState.UsedUp, again.StateAt(new(2026, 11, 30, 23, 59, 0, TimeSpan.Zero)));
        Assert.Equal(SupportOfferState.Open, again.StateAt(new(2026, 12, 1, 0, 0, 0, TimeSpan.Zero)));
        var summer = again.Changed(TwiceAMonth with { ExpiresOn = new(2027, 8, 1) })
            .Arranged(Thursday with { On = new(2027, 7, 1) }, 1).Arranged(Thursday with { On = new(2027, 7, 31) }, 2);
        Assert.Equal(SupportOfferState.Open, summer.StateAt(new(2027, 6, 30, 22, 59, 0, TimeSpan.Zero)));
        Assert.Equal(SupportOfferState.UsedUp, summer.StateAt(new(2027, 6, 30, 23, 1, 0, TimeSpan.Zero)));
    }

    [Fact]
    public void An_offer_without_a_limit_has_room_for_fifty_matches_at_a_time()
    {
        var offer = Enumerable.Range(1, 50).Aggregate(
            AnOffer(ALift with { HowOften = SupportFrequency.AsLongAsItLasts }),
            (next, number) => next.TakenUp(Somebody(100 + number), number));
        Assert.Equal("support-offer.not-open", offer.TakeUp(Match(51), Yes, Ada, Now).No());
        offer.End(Match(7), Maker, Now).Yes().TakenUp(Ada, 51);
    }

    [Fact]
    public void Those_that_ended_are_forgotten_before_the_record_is_full()
    {
        var offer = AnOffer();
        for (var number = 1; number <= 600; number++)
            offer = offer.TakenUp(match: number).End(Match(number), number % 2 == 0 ? Ada : Maker, Now).Yes();
        Assert.True(Bounds<SupportOffer>.Hold(offer));
        Assert.InRange(offer.Matches.Length, 200, 201);
    }

    [Fact]
    public void One_person_has_one_live_match_and_never_uses_an_id_twice()
    {
        var taken = AnOffer(TwiceAMonth).TakenUp();
        Assert.Equal("support-offer.already-taken-up", taken.TakeUp(Match(2), Yes, Ada, Now).No());
        var ended = taken.End(Match(1), Ada, Now).Yes();
        Assert.Equal("support-offer.match-over", ended.TakeUp(Match(1), Yes, Ada, Now).No());
        ended.TakenUp(match: 2);
    }

    [Fact]
    public void Only_the_makers_side_agrees_and_only_the_two_do_anything()
    {
        var taken = AnOffer().TakenUp();
        Assert.Equal("access.not-yours", taken.Agree(Match(1), MakersYes, Ada, Now).No());
        var arranged = taken.Agreed().Arranged();
        foreach (var other in (OfferCaller[])[Bo, Coordinator])
        {
            Assert.Equal("support-offer.match-not-found", arranged.Agree(Match(1), MakersYes, other, Now).No());
            Assert.Equal("support-offer.match-not-found", arranged.Arrange(Match(1), Thursday, other, Now).No());
            Assert.Equal("support-offer.match-not-found", arranged.Report(Match(1), ItWasDone, other, Now).No());
            Assert.Equal("support-offer.match-not-found", arranged.End(Match(1), other, Now).No());
        }
    }

    [Fact]
    public void It_took_place_only_if_neither_says_that_it_did_not()
    {
        var arranged = AMatchThatIs(MatchState.Arranged);
        var one = arranged.Report(Match(1), ItWasDone, Ada, Now).Yes();
        Assert.Equal(MatchState.Done, one.Matches[0].State);
        Assert.Equal(MatchState.Done, one.Report(Match(1), ItWasDone, Maker, Now).Yes().Matches[0].State);
        var two = one.Report(Match(1), ItWasNot, Maker, Now).Yes();
        Assert.Equal(MatchState.NotDone, two.Matches[0].State);
        Assert.Equal(
            MatchState.NotDone,
            two.Report(Match(1), ItWasDone with { Words = "It was" }, Ada, Now).Yes().Matches[0].State);
        var other = arranged.Report(Match(1), ItWasNot, Maker, Now).Yes().Report(Match(1), ItWasDone, Ada, Now).Yes();
        Assert.Equal(MatchState.NotDone, other.Matches[0].State);
    }

    [Fact]
    public void Names_arrangements_and_words_have_their_rules()
    {
        var arranged = AMatchThatIs(MatchState.Arranged);
        Assert.Equal("support-offer.field", AnOffer().TakeUp(Match(1), new("a\nb"), Ada, Now).No());
        Assert.Equal("support-offer.field", AnOffer().TakenUp().Agree(Match(1), new(" "), Maker, Now).No());
        Assert.Equal("support-offer.field", arranged.Report(Match(1), new(true, "a\0"), Ada, Now).No());
        Assert.Equal("support-offer.field", AnOffer().Hide(new(""), ByCoordinator).No());
        foreach (var wrong in (Arrangement[])[
            Thursday with { On = Today.AddDays(-1) }, Thursday with { On = Today.AddDays(367) },
            Thursday with { Where = "a\nb" }, new(new(2027, 3, 28), new(1, 30))])
            Assert.Equal("support-offer.field", arranged.Arrange(Match(1), wrong, Ada, Now).No());
    }
}
