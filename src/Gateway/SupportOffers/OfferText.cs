using Microsoft.Extensions.Localization;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>What an offer says, in sentences; cards and pages say it alike.</summary>
internal static class OfferText
{
    /// <summary>What it is, such as "Offered: a lift".</summary>
    public static string Title(this IStringLocalizer<Texts> t, SupportSide side, SupportKind kind)
    {
        var what = t[OfferWords.InSentence(kind)].Value;
        return side == SupportSide.Offer ? t["Offered: {0}", what] : t["Asked for: {0}", what];
    }

    /// <summary>The same of an offer with its details.</summary>
    public static string Title(this IStringLocalizer<Texts> t, SupportOfferDetails offer) =>
        t.Title(offer.Terms.Side, offer.Terms.Kind);

    /// <summary>When, such as "Monday or Friday, in the evening".</summary>
    public static string When(this IStringLocalizer<Texts> t, SupportOfferTerms terms)
    {
        var days = string.Join(t[" or "], terms.Days.Order().Select(day => t[OfferWords.Of(day)].Value));
        var parts = string.Join(t[" or "], terms.PartsOfDay.Order().Select(part => t[OfferWords.Of(part)].Value));
        string any = t["Any day"];
        if (days.Length == 0) days = any;
        return parts.Length == 0 ? days : t["{0}, in the {1}", days, parts];
    }

    /// <summary>When two people have arranged to meet, such as "Monday 2 March 2026, 10:30am".</summary>
    public static string When(this IStringLocalizer<Texts> t, Arrangement arranged) =>
        arranged.At is { } at ? $"{t.Day(arranged.On)}, {t.Time(at)}" : t.Day(arranged.On);

    /// <summary>How it went, with the word about it on a line of its own.</summary>
    public static string Said(this IStringLocalizer<Texts> t, MatchOutcome outcome)
    {
        string took = outcome.Done ? t["It took place."] : t["It did not take place."];
        return outcome.Words is { Length: > 0 } words ? $"{took}\n{words}" : took;
    }

    /// <summary>Where, such as "Around BN2, or online".</summary>
    public static string Where(this IStringLocalizer<Texts> t, SupportOfferTerms terms) => (terms.Outcode, terms.Online)
        switch
        {
            (null, true) => t["Anywhere, or online"],
            (null, false) => t["Anywhere in Sussex"],
            ({ } outcode, true) => t["Around {0}, or online", outcode],
            ({ } outcode, false) => t["Around {0}", outcode],
        };

    /// <summary>How soon and how often, such as "This week. Up to 2 times a month."</summary>
    public static string HowOften(this IStringLocalizer<Texts> t, SupportOfferTerms terms)
    {
        return terms.HowOften switch
        {
            SupportFrequency.Monthly when terms.TimesAMonth == 1 => t["Once a month"],
            SupportFrequency.Monthly => t["Up to {0} times a month", terms.TimesAMonth!],
            _ => t[OfferWords.Of(terms.HowOften)],
        };
    }

    /// <summary>The languages, such as "English or Polish"; empty for any.</summary>
    public static string Languages(this IStringLocalizer<Texts> t, SupportOfferTerms terms) =>
        string.Join(t[" or "], terms.Languages.Select(code => t.Language(code)));

    /// <summary>The access needs, one after the other.</summary>
    public static string Needs(this IStringLocalizer<Texts> t, SupportOfferTerms terms) =>
        string.Join(" · ", terms.Needs.Select(need => t[GroupWords.Of(need)].Value));

    /// <summary>A language by its code.</summary>
    public static string Language(this IStringLocalizer<Texts> t, string code) =>
        OfferWords.Languages.FirstOrDefault(one => one.Value == code).Text is { } name ? t[name] : code;
}
