using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Decides which cards of offers are kept. A neighbour may send anything; a card that no offer could have is
/// skipped.</summary>
internal static class OfferCardValidation
{
    /// <summary>The first invalid field, or null.</summary>
    public static string? FindFault(OfferCard card)
    {
        if (!card.Days.AreDifferent()) return "days";
        if (!card.PartsOfDay.AreDifferent()) return "partsOfDay";
        if (!GroupFields.IsOutcode(card.Outcode)) return "outcode";
        if (!IsTimes(card)) return "timesAMonth";
        if (!GroupFields.AreWords(card.Languages)) return "languages";
        return GroupFields.AreNeeds(card.Needs) ? null : "needs";
    }

    private static bool IsTimes(OfferCard card)
    {
        return card.HowOften == SupportFrequency.Monthly
            ? card.TimesAMonth is >= 1 and <= SupportOfferFields.MaxTimesAMonth
            : card.TimesAMonth is null;
    }
}
