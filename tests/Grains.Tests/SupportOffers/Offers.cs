using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>An offer of <see cref="Maker"/>, and people who take it up.</summary>
internal static class Offers
{
    public static readonly SupportOfferId TheOffer = new(new("01990000-0000-7000-8000-0000000000f1"));
    public static readonly DateOnly Today = London.DayOf(Now);
    public static readonly OfferCaller Maker = Somebody(11);
    public static readonly OfferCaller Ada = Somebody(12);
    public static readonly OfferCaller Bo = Somebody(13);
    public static readonly OfferCaller Coordinator = new(ByCoordinator, Known, []);
    public static readonly SayYes Yes = new("Robin", ContactPart.Phone);
    public static readonly SayYes MakersYes = new("Kim", ContactPart.Email);
    public static readonly Arrangement Thursday = new(Today.AddDays(1), new(10, 30), "Outside the station");
    public static readonly MatchOutcome ItWasDone = new(true, "Thank you");
    public static readonly MatchOutcome ItWasNot = new(false);

    public static readonly SupportOfferTerms ALift = new()
    {
        Side = SupportSide.Offer, Kind = SupportKind.Lift, Text = "I drive past Lewes station.",
    };

    public static readonly SupportOfferTerms TwiceAMonth =
        ALift with { HowOften = SupportFrequency.Monthly, TimesAMonth = 2 };

    public static OfferCaller Somebody(int number, params GroupId[] groups) =>
        new(By(Person(number)), Known with { Groups = [.. groups] }, []);

    public static OfferCaller ALead(int number) =>
        new(By(Person(number)), Known with { Groups = [TheGroup], Leads = [TheGroup] }, []);

    public static MatchId Match(int number) => new(new($"01990000-0000-7000-8000-{0xf00 + number:x12}"));

    public static SupportOffer AnOffer(SupportOfferTerms? terms = null, OfferCaller? maker = null) =>
        new SupportOffer().Put(TheOffer, terms ?? ALift, IfMatch.None, 0, maker ?? Maker, Now).Yes();

    public static SupportOffer Changed(this SupportOffer offer, SupportOfferTerms terms) =>
        offer.Put(TheOffer, terms, IfMatch.Any, 1, Maker, Now).Yes();

    public static SupportOffer TakenUp(this SupportOffer offer, OfferCaller? by = null, int match = 1) =>
        offer.TakeUp(Match(match), Yes, by ?? Ada, Now).Yes();

    public static SupportOffer Agreed(this SupportOffer offer, int match = 1, OfferCaller? by = null) =>
        offer.Agree(Match(match), MakersYes, by ?? Maker, Now).Yes();

    public static SupportOffer Arranged(this SupportOffer offer, Arrangement? when = null, int match = 1) =>
        offer.Arrange(Match(match), when ?? Thursday, Maker, Now).Yes();

    /// <summary>A match in that state, of an offer that was taken up by <see cref="Ada"/>.</summary>
    public static SupportOffer AMatchThatIs(MatchState state, SupportOfferTerms? terms = null)
    {
        var taken = AnOffer(terms).TakenUp();
        return state switch
        {
            MatchState.TakenUp => taken,
            MatchState.Agreed => taken.Agreed(),
            MatchState.Arranged => taken.Agreed().Arranged(),
            MatchState.Done => taken.Agreed().Arranged().Report(Match(1), ItWasDone, Ada, Now).Yes(),
            MatchState.NotDone => taken.Agreed().Arranged().Report(Match(1), ItWasNot, Ada, Now).Yes(),
            _ => taken.End(Match(1), Ada, Now).Yes(),
        };
    }

    public static Next<SupportOffer> Do(this SupportOffer offer, MatchAct act) => act switch
    {
        MatchAct.Agree => offer.Agree(Match(1), MakersYes with { ShownAs = "K." }, Maker, Now),
        MatchAct.Arrange => offer.Arrange(Match(1), Thursday with { Where = "Online" }, Maker, Now),
        MatchAct.Done => offer.Report(Match(1), ItWasDone with { Words = "Thanks" }, Ada, Now),
        MatchAct.NotDone => offer.Report(Match(1), ItWasNot with { Words = "Sorry" }, Ada, Now),
        MatchAct.Expire => offer.Expire(Now.AddDays(SupportOffer.DaysToAnswer)),
        _ => offer.End(Match(1), Maker, Now),
    };

    public static MatchDetails? SeenBy(this SupportOffer offer, OfferCaller caller) =>
        offer.SeenBy(caller, 1, Now).Refused(out _, out var seen) ? null : seen.Matches.SingleOrDefault();
}
