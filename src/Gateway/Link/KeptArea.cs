using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// The cards of one kind of one area, and how far its feed has been read. Written by the one reader of that feed.
/// </summary>
/// <param name="area">The area.</param>
/// <param name="feed">The feed.</param>
/// <param name="clock">The clock.</param>
internal sealed class KeptArea<TCard>(AreaId area, SharedFeed<TCard> feed, TimeProvider clock)
    where TCard : class, ISharedCard
{
    // The clocks of two areas may differ around midnight. A card from later would be the newest for ever.
    private const int MaxDaysAhead = 1;

    private int generation;

    public CardCursor Cursor { get; private set; } = CardCursor.Start;

    public ImmutableDictionary<Guid, KeptCard<TCard>> Cards { get; private set; } =
        ImmutableDictionary<Guid, KeptCard<TCard>>.Empty;

    public DateTimeOffset? AsOf { get; set; }

    public bool IsReachable { get; set; }

    /// <summary>Keeps a page, and says whether anything in it was new.</summary>
    public bool Apply(SharedPage<TCard> page)
    {
        if (page.Restarted) generation++;
        var cards = Cards.ToBuilder();
        var bytes = cards.Values.Sum(one => one.Bytes);
        foreach (var change in page.Items)
        {
            bytes -= cards.GetValueOrDefault(change.Id)?.Bytes ?? 0;
            cards.Remove(change.Id);
            var room = cards.Count < KeptCards<TCard>.MaxCards ? KeptCards<TCard>.MaxBytes - bytes : 0;
            if (ToKeep(change, room) is { } kept)
            {
                cards.Add(change.Id, kept);
                bytes += kept.Bytes;
            }
            else if (change.State == CardState.Updated)
                Measures.InvalidCards.Add(1, new KeyValuePair<string, object?>("area", area.Value));
        }
        // What a feed that has begun again no longer names is gone once it has been read to its end.
        var gone = Cards.Where(one => page.Items.IsEmpty && one.Value.Generation < generation);
        cards.RemoveRange(gone.Select(one => one.Key));
        var isNew = page.Next != Cursor || cards.Count != Cards.Count;
        Cards = cards.ToImmutable();
        Cursor = page.Next;
        return isNew;
    }

    /// <summary>As the file has it.</summary>
    public StoredCards<TCard> ToStored() => new(area, Cursor, generation, AsOf, [.. Cards.Values]);

    /// <summary>As it was in the file.</summary>
    public void Restore(StoredCards<TCard> stored)
    {
        Cursor = stored.Cursor;
        generation = stored.Generation;
        AsOf = stored.AsOf;
        Cards = stored.Cards.Where(one => IsValid(one.Card.Subject, one.Card))
            .DistinctBy(one => one.Card.Subject)
            .ToImmutableDictionary(one => one.Card.Subject);
    }

    /// <summary>The card of a change, unless it is invalid or too large for what there is room for.</summary>
    private KeptCard<TCard>? ToKeep(SharedChange<TCard> change, int room)
    {
        if (!IsValid(change.Id, change.Data)) return null;
        var kept = new KeptCard<TCard>(change.Data!, generation);
        return kept.Bytes <= Math.Min(room, KeptCards<TCard>.MaxCardBytes) ? kept : null;
    }

    private bool IsValid(Guid id, TCard? card)
    {
        if (card is null || card.Area != area) return false;
        if (card.Subject != id || id == Guid.Empty) return false;
        var latest = London.DayOf(clock.GetUtcNow()).AddDays(MaxDaysAhead);
        // The faults first: a card with a year that there is not has no day either.
        return feed.FindFault(card, latest) is null && card.Since <= latest;
    }
}
