using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Validates offers and matches. Refusals never contain the text itself.</summary>
internal static class OfferRules
{
    private const int MaxTimes = SupportOfferFields.MaxTimesAMonth, MaxDays = SupportOfferFields.MaxDays;

    /// <summary>
    /// Returns a refusal of the first invalid field (code <c>support-offer.field</c>), or null. A last day that it has
    /// already stays valid when it is over.
    /// </summary>
    public static Refusal? Check(SupportOfferTerms terms, DateOnly? knownLastDay, DateOnly today)
    {
        var isMonthly = terms.HowOften == SupportFrequency.Monthly;
        return Text("text", terms.Text, SupportOfferFields.Text)
        ?? Unless(terms.Days.AreDifferent(), "days", "Use each day only once.")
        ?? Unless(terms.PartsOfDay.AreDifferent(), "partsOfDay", "Use each part of the day only once.")
        ?? Unless(
            GroupFields.IsOutcode(terms.Outcode), "outcode",
            "Use the first half of a postcode in capitals, such as BN2.")
        ?? Unless(
            isMonthly ? terms.TimesAMonth is >= 1 and <= MaxTimes : terms.TimesAMonth is null,
            "timesAMonth",
            $"Use a number from 1 to {MaxTimes} if howOften is monthly, and none otherwise.")
        ?? Unless(GroupFields.AreWords(terms.Languages), "languages", GroupFields.WordsDetail)
        ?? Unless(GroupFields.AreNeeds(terms.Needs), "needs", GroupFields.NeedsDetail)
        ?? Unless(
            terms.ExpiresOn == knownLastDay || IsAhead(terms.ExpiresOn!.Value, today),
            "expiresOn", $"Use today or a day up to {MaxDays} days ahead.");
    }

    /// <summary>The same for a yes.</summary>
    public static Refusal? Check(SayYes yes) => Text("shownAs", yes.ShownAs, SupportOfferFields.ShownAs);

    /// <summary>The same for a contact that comes from another area.</summary>
    public static Refusal? Check(SharedContact? reach) => Text("contact", reach?.Value, MemberFields.Other);

    /// <summary>The same for an arrangement.</summary>
    public static Refusal? Check(Arrangement arrangement, DateOnly today)
    {
        return Unless(IsAhead(arrangement.On, today), "on", $"Use today or a day up to {MaxDays} days ahead.")
        ?? Unless(
            arrangement.At is not { } time || London.Exists(arrangement.On, time),
            "at", "The clocks skip that time on that day.")
        ?? Text("where", arrangement.Where, SupportOfferFields.Where);
    }

    /// <summary>The same for one that another area has accepted, whatever day it is on.</summary>
    public static Refusal? CheckPlace(Arrangement arrangement) =>
        Text("where", arrangement.Where, SupportOfferFields.Where);

    /// <summary>The same for what a side says of how it went.</summary>
    public static Refusal? Check(MatchOutcome outcome) => Text("words", outcome.Words, SupportOfferFields.Words);

    /// <summary>The same for a coordinator's reason.</summary>
    public static Refusal? Check(HideSupportOffer hide) => Text("reason", hide.Reason, SupportOfferFields.Reason);

    private static bool IsAhead(DateOnly day, DateOnly today) => day >= today && day <= today.AddDays(MaxDays);

    private static Refusal? Text(string field, string? text, TextRule rule) =>
        Unless(rule.Allows(text), field, rule.Detail);

    private static Refusal? Unless(bool isValid, string field, string detail) =>
        isValid ? null : SupportOfferRefusals.Invalid(field, detail);
}
