using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The offers of other areas that are open to all areas, as their cards say.</summary>
internal sealed class OfferCards
{
    /// <summary>The most cards of one area that are kept; the rest are skipped.</summary>
    internal const int MaxCards = 2000;

    private readonly FrozenDictionary<AreaId, Kept> areas;
    private readonly OfferFile? file;

    public OfferCards(IOptions<GatewayOptions> options)
    {
        areas = options.Value.Neighbours.ToFrozenDictionary(neighbour => new AreaId(neighbour.Area), _ => new Kept());
        if (options.Value.Finder.File is not { } finder) return;
        file = new($"{finder}.offers.json");
        foreach (var stored in file.Read())
        {
            if (areas.TryGetValue(stored.Area, out var kept)) kept.Restore(stored);
        }
    }

    /// <summary>How far an area's feed has been read.</summary>
    public CardCursor CursorOf(AreaId area) => areas[area].Cursor;

    /// <summary>When an area's feed was last read to its end, and whether the area answered the last time.</summary>
    public (DateTimeOffset? AsOf, bool Reachable) AgeOf(AreaId area) => (areas[area].AsOf, areas[area].IsReachable);

    /// <summary>The offers of other areas that can be taken up on a day.</summary>
    public IEnumerable<OfferCard> OpenOn(DateOnly day) =>
        areas.Values.SelectMany(area => area.Cards.Values.Select(kept => kept.Card)).Where(card => card.IsOpenOn(day));

    /// <summary>The card of an offer, or null if it is unknown or cannot be taken up on that day.</summary>
    public OfferCard? Find(AreaId area, SupportOfferId id, DateOnly day)
    {
        if (!areas.TryGetValue(area, out var feed) || !feed.Cards.TryGetValue(id, out var kept)) return null;
        return kept.Card.IsOpenOn(day) ? kept.Card : null;
    }

    /// <summary>Keeps a page of an area's feed; a page without items is the end of the feed.</summary>
    public void Apply(AreaId area, OfferCardPage page)
    {
        var kept = areas[area];
        if (page.Restarted) kept.Generation++;
        var cards = kept.Cards.ToBuilder();
        foreach (var change in page.Items)
        {
            var isValid = change.Data is { } card && OfferCardValidation.FindFault(area, change.Id, card) is null;
            cards.Remove(change.Id);
            if (isValid && cards.Count < MaxCards) cards[change.Id] = (change.Data!, kept.Generation);
            else if (change.State == CardState.Updated)
                Measures.InvalidCards.Add(1, new KeyValuePair<string, object?>("area", area.Value));
        }
        var gone = kept.Cards.Where(one => page.Items.IsEmpty && one.Value.Generation < kept.Generation);
        cards.RemoveRange(gone.Select(one => one.Key));
        var isNew = page.Next != kept.Cursor || cards.Count != kept.Cards.Count;
        kept.Cards = cards.ToImmutable();
        kept.Cursor = page.Next;
        if (isNew) file?.Write(areas.Select(one => one.Value.Stored(one.Key)));
    }

    /// <summary>Records that an area's feed has been read to its end.</summary>
    public void Seen(AreaId area, DateTimeOffset asOf)
    {
        areas[area].AsOf = asOf;
        areas[area].IsReachable = true;
    }

    /// <summary>Records that an area does not respond.</summary>
    public void Missed(AreaId area) => areas[area].IsReachable = false;

    // Written by the one reader of the area's feed.
    private sealed class Kept
    {
        public CardCursor Cursor { get; set; } = CardCursor.Start;

        public int Generation { get; set; }

        public ImmutableDictionary<SupportOfferId, (OfferCard Card, int Generation)> Cards { get; set; } =
            ImmutableDictionary<SupportOfferId, (OfferCard, int)>.Empty;

        public DateTimeOffset? AsOf { get; set; }

        public bool IsReachable { get; set; }

        public StoredOffers Stored(AreaId area)
        {
            return new(
                area,
                Cursor,
                Generation,
                AsOf,
                [.. Cards.Values.Select(one => new StoredOffer(one.Card, one.Generation))]);
        }

        public void Restore(StoredOffers stored)
        {
            Cursor = stored.Cursor;
            Generation = stored.Generation;
            AsOf = stored.AsOf;
            Cards = stored.Cards.DistinctBy(one => one.Card.Id)
                .Where(one => OfferCardValidation.FindFault(stored.Area, one.Card.Id, one.Card) is null)
                .ToImmutableDictionary(one => one.Card.Id, one => (one.Card, one.Generation));
        }
    }
}
