using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>What other areas learn of an offer, and when.</summary>
public sealed class CardTests
{
    private static readonly SupportOfferTerms ForAll = ALift with { Audience = SupportAudience.AllAreas };
    private static readonly SupportOfferTerms TwiceForAll = TwiceAMonth with { Audience = SupportAudience.AllAreas };
    private static readonly DateOnly NextMonth = new DateOnly(Today.Year, Today.Month, 1).AddMonths(1);

    [Fact]
    public void A_card_has_every_choice_and_no_text()
    {
        var terms = ForAll with
        {
            Kind = SupportKind.Room, GroupId = TheGroup, Days = [Weekday.Mon], PartsOfDay = [PartOfDay.Evening],
            Outcode = "BN7", Online = true, HowOften = SupportFrequency.Monthly, TimesAMonth = 2,
            Urgency = SupportUrgency.ThisWeek, Languages = ["bsl"], Needs = [AccessNeed.StepFree],
            ExpiresOn = Today.AddDays(9),
        };
        var card = AnOffer(terms, ALead(11)).CardOn(Today, Abroad.East)!;
        Assert.True(PeerNetJson.Same(terms with { Text = null, GroupId = null }, card.ToTerms()));
        Assert.Equal((Abroad.East, TheOffer), (card.Area, card.Id));
    }

    [Theory]
    [InlineData(SupportAudience.MyGroups)]
    [InlineData(SupportAudience.MyArea)]
    public void Only_an_offer_to_all_areas_has_a_card(SupportAudience audience)
    {
        var offer = AnOffer(ALift with { Audience = audience });
        Assert.Null(offer.CardOn(Today, Abroad.East));
        Assert.Null(offer.Face());
        Assert.NotNull(AnOffer(ForAll).Face());
    }

    [Fact]
    public void Whatever_cannot_be_taken_up_has_no_card()
    {
        var offer = AnOffer(ForAll);
        Assert.NotNull(offer.CardOn(Today, Abroad.East));
        SupportOffer[] closed =
        [
            offer.Pause(true, Maker).Yes(), offer.Hide(new("No"), Coordinator.By).Yes(),
            offer.Withdraw(Maker, Now).Yes(), offer.TakenUp(),
            AMatchThatIs(MatchState.Done, ForAll), AnOffer(TwiceForAll).TakenUp().TakenUp(Bo, 2),
        ];
        Assert.All(closed, one => Assert.Null(one.CardOn(Today, Abroad.East)));
        Assert.All(closed, one => Assert.Null(one.Face()));
        Assert.NotNull(AMatchThatIs(MatchState.NotDone, ForAll).CardOn(Today, Abroad.East));
        Assert.Null(offer.CardOn(offer.Terms!.ExpiresOn!.Value.AddDays(1), Abroad.East));
    }

    [Fact]
    public void A_full_month_says_when_the_offer_opens_again()
    {
        var full = AnOffer(TwiceForAll).TakenUp().Agreed().Arranged().TakenUp(Bo, 2).Agreed(2).Arranged(match: 2);
        Assert.Equal(NextMonth, full.CardOn(Today, Abroad.East)!.OpensOn);
        Assert.False(full.CardOn(Today, Abroad.East)!.IsOpenOn(Today));
        Assert.Null(full.CardOn(NextMonth, Abroad.East)!.OpensOn);
        Assert.Null(AnOffer(TwiceForAll).TakenUp().CardOn(Today, Abroad.East)!.OpensOn);
    }

    [Fact]
    public void What_the_two_of_a_match_do_is_no_change_that_a_neighbour_could_count()
    {
        var open = AnOffer(TwiceForAll);
        SupportOffer[] alike =
        [
            open, open.TakenUp(), open.TakenUp().Agreed(), open.TakenUp().Agreed().Arranged(),
            AMatchThatIs(MatchState.Done, TwiceForAll), AMatchThatIs(MatchState.Ended, TwiceForAll),
            open.Changed(TwiceForAll with { Text = "Other words." }),
        ];
        Assert.Single(alike.Select(offer => Digest.Of(offer.Face()!)).Distinct());
        var full = open.TakenUp().Agreed().Arranged().TakenUp(Bo, 2);
        Assert.NotEqual(Digest.Of(open.Face()!), Digest.Of(full.Face()!));
    }
}
