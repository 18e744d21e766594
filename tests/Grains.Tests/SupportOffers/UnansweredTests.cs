using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;
using static PeerNet.Grains.Tests.SupportOffers.OffersAbroad;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>Take-ups that nobody answers.</summary>
public sealed class UnansweredTests
{
    private static readonly DateTimeOffset Later = Now.AddDays(90);

    [Fact]
    public void A_take_up_that_nobody_answers_for_ninety_days_ends_and_its_place_is_free()
    {
        var taken = AnOffer().TakenUp();
        Assert.Same(taken, taken.Expire(Later.AddTicks(-1)).Yes());
        Assert.Equal(SupportOfferState.UsedUp, taken.StateAt(Later));
        var expired = taken.Expire(Later).Yes();
        Assert.Null(expired.SeenBy(Ada));
        Assert.Null(expired.SeenBy(Maker));
        Assert.Null(expired.Matches[0].Taker.Yes);
        Assert.Equal(SupportOfferState.Open, expired.StateAt(Later));
        Assert.Same(expired, expired.Expire(Later).Yes());
    }

    [Fact]
    public void Neither_side_can_tell_it_from_an_end_that_somebody_chose()
    {
        var taken = AnOffer().TakenUp();
        var expired = taken.Expire(Later).Then(offer => offer.Notifying(taken));
        var declined = taken.End(Match(1), Maker, Later).Then(offer => offer.Notifying(taken));
        Assert.Equal(declined.Yes().Matches, expired.Yes().Matches);
        Assert.Equal(declined.Messages, expired.Messages);
        Assert.Single(expired.Messages.OfType<NoticeWithdrawn>());
        Assert.Single(expired.Messages.OfType<HoldingReleased>());
    }

    [Theory]
    [InlineData(MatchState.Agreed)]
    [InlineData(MatchState.Arranged)]
    [InlineData(MatchState.Done)]
    [InlineData(MatchState.NotDone)]
    [InlineData(MatchState.Ended)]
    public void What_has_been_answered_stays_as_it_is(MatchState state)
    {
        var offer = AMatchThatIs(state);
        Assert.Same(offer, offer.Expire(Later).Yes());
        var home = AMatchAbroadThatIs(state);
        Assert.Same(home, home.Expire(West, Later).Yes());
    }

    [Fact]
    public void A_later_take_up_waits_for_its_own_ninety_days()
    {
        var terms = TwiceAMonth with { ExpiresOn = Today.AddDays(300) };
        var offer = AnOffer(terms).TakenUp().TakeUp(Match(2), Yes, Bo, Now.AddDays(1)).Yes();
        var expired = offer.Expire(Later).Yes();
        Assert.Equal([MatchState.Ended, MatchState.TakenUp], expired.Matches.Select(match => match.State));
        Assert.Equal(MatchState.Ended, expired.Expire(Later.AddDays(1)).Yes().Matches[1].State);
    }

    [Fact]
    public void The_offer_s_area_tells_the_taker_s_home_that_it_has_ended()
    {
        var expired = AnOffer(ForAll).Gets(TheTaking()).Expire(Later);
        Assert.Equal([TheEnding(byMaker: true)], expired.Messages);
        var home = ATakenMatch().Record.Gets(TheEnding(byMaker: true));
        Assert.Null(home.SeenAtHome());
        Assert.Null(home.Because);
    }

    [Fact]
    public void The_taker_s_home_gives_up_after_ninety_days_on_an_area_that_does_not_answer()
    {
        var row = ATakenMatch();
        var taken = row.Record;
        Assert.Same(taken, taken.Expire(West, Later.AddTicks(-1)).Yes());
        var expired = row.Stored((match, _) => match.Expire(West, Later));
        Assert.Equal([TheEnding(byMaker: false)], expired.Outbox.Sent<MatchLetter>());
        Assert.Null(expired.Record.SeenAtHome());
        Assert.Same(expired.Record, expired.Record.Expire(West, Later).Yes());
        Assert.Equal(expired.Record, expired.Record.Gets(TheAgreeing(1)));
    }

    [Fact]
    public void Nothing_that_was_never_taken_up_expires()
    {
        var offer = new SupportOffer();
        var home = new MatchAbroad();
        Assert.Same(offer, offer.Expire(Later).Yes());
        Assert.Same(home, home.Expire(West, Later).Yes());
        var refused = ATakenMatch().Settled(TheTaking().Operation, "support-offer.not-open").Record;
        Assert.Same(refused, refused.Expire(West, Later).Yes());
    }
}
