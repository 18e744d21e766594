using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>
/// Lists offers of all areas: this area's as its records are now, and the others' as their cards say. No other area is
/// asked, so nothing of a request leaves.
/// </summary>
internal sealed class OfferSearch(Home home, OfferCards abroad, TimeProvider clock)
{
    /// <summary>A page of the offers that fit what a URL asks for, the newest first.</summary>
    public async Task<Result<FoundOffers>> Find(IQueryCollection given, Caller by)
    {
        var query = OfferQueryParser.Parse(given);
        var asked = OfferQueryParser.ParseAreas(given, [.. Areas().Select(area => area.Id)]);
        // Even if only other areas are asked for: the record knows whether the caller may see any.
        if ((await home.SupportOffers.Find(query, by)).Refused(out var no, out var own)) return no;
        if (!IsAsked(home.Area)) own = new([], null);
        var others = Abroad().Where(offer => IsAsked(offer.Area)
            && (query.Before is not { } before || offer.Id.Value < before.Value) && query.Includes(offer.Terms));
        var all = own.Items.Concat(others).OrderByDescending(offer => offer.Id.Value).Take(query.Limit + 1).ToList();
        var items = all.Take(query.Limit).ToImmutableArray();
        return new FoundOffers(items, NextOf(own, all, items), Areas());

        bool IsAsked(AreaId area) => asked.Count == 0 || asked.Contains(area);
    }

    /// <summary>What fits the caller's offer or request, the best first.</summary>
    public async Task<Result<OfferFits>> FindFits(SupportOfferId id, Caller by)
    {
        if ((await home.SupportOffers.FindFits(id, by)).Refused(out var no, out var own)) return no;
        if ((await home.SupportOffer(id).Get(by)).Refused(out var gone, out var mine)) return gone;
        var others = Abroad().Where(offer => mine.Terms.FitWith(offer.Terms) is not null).ToList();
        var best = own.Items.Concat(others)
            .OrderByDescending(offer => mine.Terms.FitWith(offer.Terms))
            .ThenByDescending(offer => offer.Id.Value);
        return new OfferFits(own.Count + others.Count, [.. best.Take(SupportOfferFields.MaxFits)]);
    }

    /// <summary>What the card of an offer of another area says; null if it cannot be taken up today.</summary>
    public SupportOfferTerms? FindTerms(OfferAbroad offer) =>
        abroad.Find(offer.Area, offer.Id, London.DayOf(clock.GetUtcNow()))?.ToTerms();

    /// <summary>
    /// An offer of another area: what its card says, or said when the caller took it up, and the caller's own match.
    /// </summary>
    public async Task<Result<SupportOfferDetails>> Get(OfferAbroad offer, Caller by)
    {
        var mine = await home.SupportOffers.ListMine(by);
        if (mine.FirstOrDefault(one => one.Id == offer.Id && one.Area == offer.Area) is { } taken) return taken;
        if (FindTerms(offer) is not { } terms) return SupportOfferRefusals.NotFound;
        return new SupportOfferDetails
        {
            Id = offer.Id, Area = offer.Area, Terms = terms, State = SupportOfferState.Open,
        };
    }

    /// <summary>Every area, this one first, and how up to date its offers are.</summary>
    public ImmutableArray<SearchedArea> Areas() =>
        [new(home.Area, home.Name, clock.GetUtcNow(), Reachable: true), .. abroad.Ages];

    // The area's own page may end before offers that other areas made earlier.
    private static SupportOfferId? NextOf(OfferPage own, List<OfferLine> all, ImmutableArray<OfferLine> items)
    {
        if (all.Count > items.Length) return items[^1].Id;
        return own.Next;
    }

    private IEnumerable<OfferLine> Abroad()
    {
        return abroad.OpenOn(London.DayOf(clock.GetUtcNow()))
            .Select(card => new OfferLine(card.Id, card.ToTerms(), card.Area));
    }
}

/// <summary>A page of offers of all areas.</summary>
/// <param name="Items">The offers, in descending order of ID: the newest first, if the IDs are UUIDs of version
/// 7.</param>
/// <param name="Next">The cursor of the next page; null on the last.</param>
/// <param name="Areas">Every area, and how up to date its offers are.</param>
public sealed record FoundOffers(
    ImmutableArray<OfferLine> Items,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.Never)] SupportOfferId? Next,
    ImmutableArray<SearchedArea> Areas);
