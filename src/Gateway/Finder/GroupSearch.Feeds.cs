using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Feed;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder;

/// <summary>Applies the feeds to the index.</summary>
internal sealed partial class GroupSearch
{
    // The time alone is not worth a write to the file every half second.
    private static readonly TimeSpan AsOfStoreInterval = TimeSpan.FromMinutes(1);

    /// <summary>How far an area's feed has been read.</summary>
    public CardCursor CursorOf(AreaId area)
    {
        lock (writing) return feeds[area].Position.Cursor;
    }

    /// <summary>When an area's feed was last read to its end, and whether the area answered the last time.</summary>
    public (DateTimeOffset? AsOf, bool Reachable) AgeOf(AreaId area)
    {
        lock (writing) return (feeds[area].Position.AsOf, feeds[area].IsReachable);
    }

    /// <summary>Indexes a page of an area's feed; a page without items is the end of the feed.</summary>
    public void Apply(AreaId area, CardPage page, DateTimeOffset now)
    {
        MoveTo(now);
        lock (writing)
        {
            var feed = feeds[area];
            var generation = feed.Position.Generation + (page.Restarted ? 1 : 0);
            var position = feed.Position with { Cursor = page.Next, Generation = generation };
            // If a card is in a page twice, the last one counts.
            var changes = page.Items.Reverse().DistinctBy(change => change.Id).Reverse().ToList();
            var put = Validate(feed, changes, generation);
            var deleted = changes.Select(change => change.Id).Except(put.Select(one => one.Change.Id))
                .Where(id => index.Contains(area, id)).ToList();
            var sweeps = page.Items.IsEmpty && feed.SweptGeneration != generation;
            if (sweeps) deleted.AddRange(index.NotNamedSince(area, generation));
            if (position != feed.Position || put.Count > 0 || deleted.Count > 0)
            {
                store?.Save(area, position, put.Select(one => one.Change), deleted);
                Change(() => Replace(area, put, deleted));
                feed.Position = position;
            }
            if (sweeps) feed.SweptGeneration = generation;
        }
    }

    /// <summary>Records that an area's feed was read to its end, or that the area does not respond.</summary>
    public void Seen(AreaId area, DateTimeOffset now, bool reachable)
    {
        lock (writing)
        {
            var feed = feeds[area];
            feed.IsReachable = reachable;
            if (!reachable) return;
            feed.Position = feed.Position with { AsOf = now };
            if (store is null || now - feed.AsOfStored < AsOfStoreInterval) return;
            store.Save(area, feed.Position, [], []);
            feed.AsOfStored = now;
        }
    }

    private void Replace(AreaId area, List<ValidCard> put, List<GroupId> deleted)
    {
        foreach (var one in put) index.Put(one.Document, one.Change.Data!);
        foreach (var id in deleted) index.Remove(area, id);
    }

    private List<ValidCard> Validate(AreaFeed feed, IReadOnlyList<CardChange> changes, int generation)
    {
        var valid = new List<ValidCard>();
        var room = maxCards - index.CountOf(feed.Area);
        var skipped = 0;
        foreach (var change in changes.Where(change => change.State == CardState.Updated))
        {
            var isNew = !index.Contains(feed.Area, change.Id);
            var fits = (!isNew || room > 0) && CardValidation.FindFault(feed.Area, change) is null;
            if (fits && builder.Build(change.Data!, generation, index.Meetings.Today) is { } document)
            {
                valid.Add(new(change, document));
                if (isNew) room--;
            }
            else skipped++;
        }
        if (skipped == 0) return valid;
        Measures.InvalidCards.Add(skipped, new KeyValuePair<string, object?>("area", feed.Area.Value));
        LogSkipped(log, skipped, feed.Area);
        return valid;
    }

    private CardStore Load(string file)
    {
        var opened = CardStore.Open(file, log);
        foreach (var area in opened.Feeds.Keys.Except(feeds.Keys)) opened.Store.Delete(area);
        foreach (var (area, position) in opened.Feeds.Where(feed => feeds.ContainsKey(feed.Key)))
        {
            feeds[area].Position = position;
        }
        foreach (var stored in opened.Cards)
        {
            if (!feeds.TryGetValue(stored.Area, out var feed)) continue;
            var change = new CardChange(CardState.Updated, stored.Id, 0, stored.Card);
            foreach (var one in Validate(feed, [change], stored.Generation)) index.Put(one.Document, stored.Card);
        }
        return opened.Store;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {Count} invalid cards from {Area}")]
    private static partial void LogSkipped(ILogger log, int count, AreaId area);

    private sealed record ValidCard(CardChange Change, CardDocument Document);
}
