using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.SupportOffers;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;
using static PeerNet.Grains.Tests.SupportOffers.Offers;

namespace PeerNet.Grains.Tests.SupportOffers;

/// <summary>An offer of the east to all areas, and people of the west and of Brighton who take it up.</summary>
internal static class OffersAbroad
{
    public static readonly SupportOfferTerms ForAll = ALift with { Audience = SupportAudience.AllAreas };

    public static readonly SupportOfferTerms TwiceForAll =
        TwiceAMonth with { Audience = SupportAudience.AllAreas };

    public static readonly OfferAbroad OfEast = new(East, TheOffer);
    public static readonly SharedContact TakersPhone = new(ContactPart.Phone, "01273 000001");
    public static readonly SharedContact MakersEmail = new(ContactPart.Email, "kim@example.invalid");

    public static Next<MatchAbroad> TakesUp(this MatchAbroad match, int number, AreaId home, SayYes? yes = null) =>
        match.TakeUp(Match(number), OfEast, ForAll, yes ?? Yes, home, Known, BySam, Now);

    public static Row<MatchAbroad> ATakenMatch() => new Row<MatchAbroad>().Stored((match, _) => match.TakesUp(1, West));

    public static MatchTakenUp TheTaking(int match = 1, AreaId? from = null) =>
        new() { From = from ?? West, To = East, Offer = TheOffer, Match = Match(match) };

    public static MatchEnded TheEnding(bool byMaker, int match = 1) => new()
    {
        From = byMaker ? East : West, To = byMaker ? West : East, Offer = TheOffer, Match = Match(match),
        ByMaker = byMaker,
    };

    public static MatchAgreed TheAgreeing(int version, string name = "Kim") => new()
    {
        From = East, To = West, Offer = TheOffer, Match = Match(1), ByMaker = true, ShownAs = name,
        Reach = MakersEmail, Version = version,
    };

    public static MatchAgreed TheIntroduction(int version, string name = "Robin") => new()
    {
        From = West, To = East, Offer = TheOffer, Match = Match(1), ByMaker = false, ShownAs = name,
        Reach = TakersPhone, Version = version,
    };

    public static MatchProgressed TheProgress(MatchState state, int version, MatchOutcome? outcome = null) => new()
    {
        From = East, To = West, Offer = TheOffer, Match = Match(1), State = state, Version = version,
        Arrangement = state == MatchState.Agreed ? null : Thursday, Outcome = outcome,
    };

    public static MatchAbroad Gets(this MatchAbroad match, Message letter) => match.Receive(letter, West, 1, Now).Yes();

    public static SupportOffer Gets(this SupportOffer offer, Message letter) =>
        offer.Receive(letter, East, 1, Now).Yes();

    /// <summary>The home's record in a state, as the east has told it.</summary>
    public static MatchAbroad AMatchAbroadThatIs(MatchState state)
    {
        var taken = ATakenMatch().Record;
        if (state == MatchState.TakenUp) return taken;
        var agreed = taken.Gets(TheAgreeing(1));
        return state switch
        {
            MatchState.Agreed => agreed,
            MatchState.Ended => agreed.Gets(TheEnding(byMaker: true)),
            _ => agreed.Gets(TheProgress(state, 1)),
        };
    }

    public static MatchDetails? SeenAtHome(this MatchAbroad match, Caller? by = null) =>
        match.SeenBy(by ?? BySam, acknowledged: true).Refused(out _, out var seen) ? null : seen.Matches[0];
}
