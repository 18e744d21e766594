using System.Collections.Immutable;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Calendar;

/// <summary>
/// Which offers a query lists, and how well an offer and a request fit: alike for offers at home and for cards of
/// neighbours.
/// </summary>
internal static class OfferFilter
{
    /// <summary>Whether the query lists an offer that says this.</summary>
    public static bool Includes(this OfferQuery query, SupportOfferTerms terms)
    {
        if (query.Side is { } side && side != terms.Side) return false;
        if (query.Online is { } online && online != terms.Online) return false;
        if (!query.Kinds.IsEmpty && !query.Kinds.Contains(terms.Kind)) return false;
        if (!query.Urgencies.IsEmpty && !query.Urgencies.Contains(terms.Urgency)) return false;
        if (!Overlap(query.Days, terms.Days) || !Overlap(query.PartsOfDay, terms.PartsOfDay)) return false;
        if (query.Outcode is not null && terms.Outcode is not null && query.Outcode != terms.Outcode) return false;
        if (!query.Languages.IsEmpty && !Speak(query.Languages, terms.Languages)) return false;
        return query.Needs.All(need => terms.Needs.Contains(need));
    }

    /// <summary>
    /// How well they fit, or null if they do not: the opposite side and the same kind, at a time, in a place and in a
    /// language that suit both, and with the access that the request needs. What both name counts; so does urgency.
    /// </summary>
    public static int? FitWith(this SupportOfferTerms mine, SupportOfferTerms other)
    {
        if (mine.Side == other.Side || mine.Kind != other.Kind) return null;
        var request = mine.Side == SupportSide.Request ? mine : other;
        var offer = mine.Side == SupportSide.Request ? other : mine;
        if (!Overlap(mine.Days, other.Days) || !Overlap(mine.PartsOfDay, other.PartsOfDay)) return null;
        var anyLanguage = mine.Languages.IsEmpty || other.Languages.IsEmpty;
        if (!anyLanguage && !Speak(mine.Languages, other.Languages) || !AreInReach(mine, other)) return null;
        if (!request.Needs.All(need => offer.Needs.Contains(need))) return null;
        var named = (mine.Outcode is not null && mine.Outcode == other.Outcode ? 4 : 0)
            + (Share(mine.Days, other.Days) ? 2 : 0)
            + (Share(mine.PartsOfDay, other.PartsOfDay) ? 2 : 0)
            + (Speak(mine.Languages, other.Languages) ? 2 : 0);
        // The most urgent first, among those that fit equally well.
        return named * 10 + (SupportUrgency.AnyTime - other.Urgency);
    }

    private static bool AreInReach(SupportOfferTerms mine, SupportOfferTerms other)
    {
        if (mine.Online && other.Online) return true;
        return mine.Outcode is null || other.Outcode is null || mine.Outcode == other.Outcode;
    }

    // An empty list suits whatever the other one says.
    private static bool Overlap<T>(ImmutableArray<T> one, ImmutableArray<T> other) =>
        one.IsEmpty || other.IsEmpty || Share(one, other);

    // People write BSL, and the finder asks for bsl.
    private static bool Speak(ImmutableArray<string> one, ImmutableArray<string> other) =>
        one.Intersect(other, StringComparer.OrdinalIgnoreCase).Any();

    private static bool Share<T>(ImmutableArray<T> one, ImmutableArray<T> other) => one.Intersect(other).Any();
}
