using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;
using static PeerNet.Grains.Tests.SupportOffers.OffersAbroad;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>A match between a person of the west and an offer of the east.</summary>
public sealed class MatchAbroadTests
{
    [Fact]
    public void Taking_up_sends_a_token_and_no_name()
    {
        var row = ATakenMatch();
        Assert.Equal([TheTaking()], row.Outbox.Sent<Message>());
        Assert.Equal(MatchState.TakenUp, row.Record.SeenAtHome()!.State);
        Assert.Null(row.Record.SeenAtHome(Ada.By));
        Assert.Same(row.Record, row.Record.TakesUp(1, West).Yes());
    }

    [Fact]
    public void An_offer_whose_card_is_gone_cannot_be_taken_up()
    {
        Assert.Equal(
            "support-offer.not-open",
            new MatchAbroad().TakeUp(Match(1), OfEast, null, Yes, West, Known, BySam, Now).No());
        var known = ATakenMatch().Record;
        Assert.Same(known, known.TakeUp(Match(1), OfEast, null, Yes, West, Known, BySam, Now).Yes());
    }

    [Fact]
    public void Of_two_areas_one_wins_and_the_other_hears_what_everybody_hears()
    {
        var taken = AnOffer(ForAll).Gets(TheTaking());
        Assert.Equal(MatchState.TakenUp, taken.Matches.Single().State);
        Assert.Same(taken, taken.Gets(TheTaking()));
        Assert.Equal("support-offer.not-open", taken.Receive(TheTaking(2, Brighton), East, 1, Now).No());
        SupportOffer[] closed =
        [
            AnOffer(), new(), AnOffer(ForAll).Pause(true, Maker).Yes(), AnOffer(ForAll).Withdraw(Maker, Now).Yes(),
            AnOffer(ForAll).TakenUp(match: 7),
        ];
        Assert.All(closed, offer =>
            Assert.Equal("support-offer.not-open", offer.Receive(TheTaking(), East, 1, Now).No()));
    }

    [Fact]
    public void One_area_takes_up_an_offer_ten_times_and_leaves_it_to_others()
    {
        var often = AnOffer(ForAll with { HowOften = SupportFrequency.AsLongAsItLasts });
        var taken = Enumerable.Range(1, 10).Aggregate(often, (offer, number) => offer.Gets(TheTaking(number)));
        Assert.Equal("support-offer.not-open", taken.Receive(TheTaking(11), East, 1, Now).No());
        Assert.Same(taken, taken.Gets(TheTaking(10)));
        Assert.Equal(11, taken.Gets(TheTaking(11, Brighton)).Matches.Length);
        Assert.Equal(11, taken.TakenUp(match: 11).Matches.Length);
        Assert.Equal(11, taken.Gets(TheEnding(byMaker: false)).Gets(TheTaking(11)).Matches.Length);
    }

    [Fact]
    public void However_much_one_area_ends_what_is_remembered_of_another_stays()
    {
        var ended = AnOffer(ForAll).Gets(TheEnding(byMaker: false) with { From = Brighton })
            .TakenUp(match: 2).End(Match(2), Ada, Now).Yes();
        ended = Enumerable.Range(3, 300).Aggregate(
            ended, (offer, number) => offer.Gets(TheEnding(byMaker: false, number)));
        Assert.Equal("support-offer.not-open", ended.Receive(TheTaking(1, Brighton), East, 1, Now).No());
        Assert.Equal("support-offer.not-open", ended.TakeUp(Match(2), Yes, Bo, Now).No());
        Assert.Equal(200, ended.Matches.Count(match => match.IsWith(West)));
        Assert.Equal("support-offer.not-open", ended.Receive(TheTaking(302), East, 1, Now).No());
        Assert.Equal(MatchState.TakenUp, ended.Gets(TheTaking(3)).Matches[^1].State);
    }

    [Fact]
    public void Whoever_was_too_late_sees_why_until_they_clear_it_away()
    {
        var refused = ATakenMatch().Settled(TheTaking().Operation, "support-offer.not-open");
        var seen = refused.Record.SeenAtHome()!;
        Assert.Equal((MatchState.Ended, "support-offer.not-open"), (seen.State, seen.Because));
        Assert.Equal([TheEnding(byMaker: false)], refused.Outbox.Sent<MatchLetter>());
        var cleared = refused.Record.End(OfEast, West, BySam, Now);
        Assert.Null(cleared.Yes().SeenAtHome());
        Assert.Equal([new HoldingReleased(Sam, MatchAbroad.HoldingOf(Match(1), OfEast))], cleared.Messages);
        Assert.Same(cleared.Yes(), cleared.Yes().End(OfEast, West, BySam, Now).Yes());
    }

    [Fact]
    public void Only_a_match_that_is_done_or_ended_makes_room_for_another_with_the_same_offer()
    {
        var over = Enum.GetValues<MatchState>().Where(state => (ATakenMatch().Record with { State = state }).IsOver);
        Assert.Equal([MatchState.Done, MatchState.NotDone, MatchState.Ended], over.Order());
        Assert.False(new MatchAbroad().IsOver);
    }

    [Fact]
    public void Names_cross_only_after_both_have_agreed()
    {
        var taken = AnOffer(ForAll).Gets(TheTaking());
        Assert.Same(taken, taken.Gets(TheIntroduction(1)));
        Assert.False(ATakenMatch().Record.OwesName);
        var agreed = taken.Agree(Match(1), MakersYes, Maker, Now, MakersEmail);
        Assert.Equal([TheAgreeing(0)], agreed.Messages.OfType<MatchAgreed>());
        var home = ATakenMatch().Record.Gets(TheAgreeing(1));
        Assert.True(home.OwesName);
        var introduced = home.Introduce(TakersPhone, West);
        Assert.Equal([TheIntroduction(0)], introduced.Messages);
        Assert.False(introduced.Yes().OwesName);
        var both = agreed.Yes().Gets(TheIntroduction(1));
        Assert.Equal(("Robin", TakersPhone), (both.SeenBy(Maker)!.OtherName, both.SeenBy(Maker)!.OtherContact));
        Assert.Equal(("Kim", MakersEmail), (home.SeenAtHome()!.OtherName, home.SeenAtHome()!.OtherContact));
    }

    [Theory]
    [InlineData(MatchState.Done)]
    [InlineData(MatchState.Ended)]
    public void A_contact_lasts_as_long_as_the_match(MatchState state)
    {
        var home = AMatchAbroadThatIs(state);
        Assert.Null(home.Maker?.Reach);
        Assert.Null(home.Gets(TheAgreeing(9)).Maker?.Reach);
        var there = AnOffer(ForAll).Gets(TheTaking()).Agreed().Gets(TheIntroduction(1)).Arranged();
        Assert.NotNull(there.Matches[0].Taker.Reach);
        there = state == MatchState.Ended
            ? there.End(Match(1), Maker, Now).Yes()
            : there.Report(Match(1), ItWasDone, Maker, Now).Yes();
        Assert.Null(there.Matches[0].Taker.Reach);
        Assert.Null(there.Gets(TheIntroduction(9)).Matches[0].Taker.Reach);
    }

    [Fact]
    public void A_decline_says_ended_and_nothing_else()
    {
        var row = AnOffer(ForAll).Gets(TheTaking()).InARow()
            .Stored((offer, _) => offer.Agree(Match(1), MakersYes, Maker, Now, MakersEmail))
            .Stored((offer, _) => offer.End(Match(1), Maker, Now));
        Assert.Equal([TheEnding(byMaker: true)], row.Outbox.Sent<MatchLetter>());
        Assert.DoesNotContain(
            "Kim", JsonSerializer.Serialize(row, PeerNetJson.Options), StringComparison.Ordinal);
        var home = AMatchAbroadThatIs(MatchState.Arranged).Gets(TheEnding(byMaker: true));
        Assert.Null(home.SeenAtHome());
        Assert.Equal(
            new MatchAbroad
            {
                Id = Match(1), Member = Sam, Offer = OfEast, State = MatchState.Ended, Since = Now,
                NameVersion = 1, ProgressVersion = 1,
            },
            home);
    }

    [Fact]
    public void An_end_that_overtakes_the_taking_up_stays_the_end()
    {
        var left = AnOffer(ForAll).Gets(TheEnding(byMaker: false));
        Assert.Equal("support-offer.not-open", left.Receive(TheTaking(), East, 1, Now).No());
        Assert.Equal(SupportOfferState.Open, left.StateAt(Now));
    }

    [Fact]
    public void An_older_letter_that_comes_late_changes_nothing()
    {
        var home = AMatchAbroadThatIs(MatchState.Done);
        Assert.Same(home, home.Gets(TheProgress(MatchState.Arranged, 1)));
        Assert.Same(home, home.Gets(TheAgreeing(1, "Old")));
        var there = AnOffer(ForAll).Gets(TheTaking()).Agreed().Gets(TheIntroduction(2)).Gets(AnArranging(5, 3));
        Assert.Same(there, there.Gets(AnArranging(4, 2)));
        Assert.Same(there, there.Gets(TheIntroduction(1, "Old")));
    }

    [Fact]
    public void What_the_offer_refuses_is_no_longer_wanted()
    {
        var row = AMatchAbroadThatIs(MatchState.Agreed).InARow()
            .Stored((match, _) => match.Arrange(OfEast, Thursday, West, BySam, Now));
        Assert.Null(row.Record.SeenAtHome()!.Arrangement);
        var refused = row.Settled(row.Outbox.Sent<MatchArranged>().Single().Operation, "support-offer.month-full");
        Assert.Equal("support-offer.month-full", refused.Record.SeenAtHome()!.Because);
        Assert.Null(refused.Record.Proposed);
    }

    [Fact]
    public void A_letter_from_another_area_than_the_takers_is_misdirected()
    {
        var taken = AnOffer(ForAll).Gets(TheTaking());
        Assert.Equal(
            "link.misdirected", taken.Receive(TheEnding(byMaker: false) with { From = Brighton }, East, 1, Now).No());
        Assert.Equal(
            "link.misdirected",
            taken.Receive(TheEnding(byMaker: true) with { To = East, From = West }, East, 1, Now).No());
        var home = ATakenMatch().Record;
        Assert.Equal("link.misdirected", home.Receive(TheAgreeing(1) with { From = Brighton }, West, 1, Now).No());
        Assert.Equal("link.misdirected", home.Receive(TheTaking(), West, 1, Now).No());
    }

    [Fact]
    public void Whoever_is_erased_ends_their_matches_in_other_areas()
    {
        var gone = AMatchAbroadThatIs(MatchState.Arranged).InARow()
            .Stored((match, _) => match.Forget(Sam, West, Now));
        Assert.Null(gone.Record.Member);
        Assert.Equal([TheEnding(byMaker: false)], gone.Outbox.Sent<Message>());
        var maker = AnOffer(ForAll).Gets(TheTaking()).Agreed().InARow()
            .Stored((offer, _) => offer.Forget(Person(11), East, Now));
        Assert.Equal([TheEnding(byMaker: true)], maker.Outbox.Sent<MatchLetter>());
    }

    [Fact]
    public void What_a_taker_can_do_in_each_state_is_in_the_table()
    {
        foreach (var state in Enum.GetValues<MatchState>())
        {
            foreach (var act in (MatchAct[])[MatchAct.Arrange, MatchAct.Done, MatchAct.NotDone])
            {
                var match = AMatchAbroadThatIs(state);
                var next = act == MatchAct.Arrange
                    ? match.Arrange(OfEast, Thursday with { Where = "Online" }, West, BySam, Now)
                    : match.Report(OfEast, new(act == MatchAct.Done), West, BySam);
                Assert.Equal(MatchTable.After(state, act) is null, next.Refused(out _, out _));
            }
        }
    }

    private static MatchArranged AnArranging(int days, int version) => new()
    {
        From = West, To = East, Offer = TheOffer, Match = Match(1), Version = version,
        Arrangement = Thursday with { On = Today.AddDays(days) },
    };
}
