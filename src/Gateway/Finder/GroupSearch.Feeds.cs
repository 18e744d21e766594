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

    /// <summary>How far an area's feed has been read. Reading the position takes no lock.</summary>
    public CardCursor CursorOf(AreaId area) => feeds[area].Position.Cursor;

    /// <summary>
    /// When an area's feed was last read to its end, and whether the area answered the last time; without a lock, so
    /// that nobody waits for cards that are being indexed.
    /// </summary>
    public (DateTimeOffset? AsOf, bool Reachable) AgeOf(AreaId area) =>
        (feeds[area].Position.AsOf, feeds[area].IsReachable);

    /// <summary>
    /// Indexes a page of an area's feed; a page without items is the end of the feed. Returns false if the page took so
    /// long to work out that the rest of it must be fetched again.
    /// </summary>
    public bool Apply(AreaId area, CardPage page, DateTimeOffset now)
    {
        MoveTo(now);
        var feed = feeds[area];
        var generation = feed.Position.Generation + (page.Restarted ? 1 : 0);
        var built = Build(feed, page, generation);
        lock (building)
        lock (writing)
        {
            page = built.Page;
            var position = feed.Position with { Cursor = page.Next, Generation = generation };
            var changes = built.Changes;
            var put = Fitting(feed, built);
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
        return built.IsWhole;
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
        Keep(put.Select(one => one.Change.Data!), deleted.Select(id => (area, id)));
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
            var built = Build(feed, new([change], feed.Position.Cursor, Restarted: false), stored.Generation);
            foreach (var one in Fitting(feed, built)) index.Put(one.Document, stored.Card);
        }
        return opened.Store;
    }
}
