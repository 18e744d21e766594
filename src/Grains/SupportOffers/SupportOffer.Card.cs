using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Grains.SupportOffers;

/// <summary>The offer's card for other areas.</summary>
internal sealed partial record SupportOffer
{
    // Nothing in it moves with a match unless a neighbour may see it: the offer is full, or has room again.
    /// <inheritdoc/>
    public object? Face() => IsForAllAreas ? new OfferFace(CardOf(Terms!, default), FullMonths()) : null;

    /// <summary>
    /// The card: choices from lists, field by field, so that nothing new crosses the border unless someone adds it
    /// here. Null if other areas cannot take the offer up; if this month is full, the card says from when they can.
    /// </summary>
    public OfferCard? CardOn(DateOnly today, AreaId area)
    {
        if (!IsForAllAreas || Terms!.ExpiresOn < today) return null;
        var full = FullMonths();
        var month = new DateOnly(today.Year, today.Month, 1);
        while (full.Contains(month)) month = month.AddMonths(1);
        return CardOf(Terms, area) with { OpensOn = month > today ? month : null };
    }

    // On whatever day: a match without a day counts in each month, as it comes.
    private bool IsForAllAreas
    {
        get
        {
            if (Terms is not { Audience: SupportAudience.AllAreas, ExpiresOn: not null } terms) return false;
            if (IsPaused || HiddenBecause is not null || IsTakenForGood(terms)) return false;
            if (Matches.Count(match => match.IsLive) >= MaxLive) return false;
            return terms.HowOften != SupportFrequency.Monthly || WithoutDay < terms.TimesAMonth;
        }
    }

    private int WithoutDay => Matches.Count(match => match.IsWithoutDay);

    private ImmutableArray<DateOnly> FullMonths()
    {
        if (Terms is not { HowOften: SupportFrequency.Monthly, TimesAMonth: { } times }) return [];
        return
        [
            .. Matches.Where(match => match.Arrangement is { } arranged && match.IsFixedIn(arranged.On))
                .CountBy(match => new DateOnly(match.Arrangement!.On.Year, match.Arrangement.On.Month, 1))
                .Where(month => month.Value + WithoutDay >= times)
                .Select(month => month.Key)
                .Order(),
        ];
    }

    private OfferCard CardOf(SupportOfferTerms terms, AreaId area) => new()
    {
        Area = area,
        Id = Id,
        Side = terms.Side,
        Kind = terms.Kind,
        Days = terms.Days,
        PartsOfDay = terms.PartsOfDay,
        Outcode = terms.Outcode,
        Online = terms.Online,
        HowOften = terms.HowOften,
        TimesAMonth = terms.TimesAMonth,
        Urgency = terms.Urgency,
        Languages = terms.Languages,
        Needs = terms.Needs,
        ExpiresOn = terms.ExpiresOn!.Value,
    };

    private sealed record OfferFace(OfferCard Card, ImmutableArray<DateOnly> FullMonths);
}
