using Microsoft.Extensions.Options;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder;

/// <summary>Finds groups of every area among the cards that its feeds brought. It answers from memory, and asks no area.</summary>
internal sealed partial class Finder : IDisposable
{
    private static readonly TimeSpan CursorsLast = TimeSpan.FromDays(1), Ahead = TimeSpan.FromMinutes(1), SeenIsKept = TimeSpan.FromMinutes(1);

    // Those who write take turns by the one; the other keeps readers out while the index changes, which is short.
    private readonly Lock writing = new();
    private readonly ReaderWriterLockSlim gate = new();

    private readonly Dictionary<AreaId, Feed> feeds;
    private readonly Rhythms rhythms = new();
    private readonly CardIndex index;
    private readonly CardStore? store;
    private readonly int mostCards;
    private readonly ILogger<Finder> log;

    public Finder(IOptions<GatewayOptions> options, TimeProvider clock, ILogger<Finder> log)
    {
        (this.log, mostCards, index) = (log, options.Value.Finder.MostCards, new(London.DayOf(clock.GetUtcNow())));
        feeds = Feed.Of(options.Value).ToDictionary(feed => feed.Area);
        Areas = feeds.Keys.ToHashSet();
        if (options.Value.Finder.File is { } file) store = Load(file);
    }

    /// <summary>The areas that are searched.</summary>
    public IReadOnlySet<AreaId> Areas { get; }

    /// <summary>How far an area's feed has been read.</summary>
    public CardCursor CursorOf(AreaId area)
    {
        lock (writing) return feeds[area].Kept.Cursor;
    }

    /// <summary>When an area's feed was last read to its end, and whether the area answered the last time.</summary>
    public (DateTimeOffset? AsOf, bool Reachable) AgeOf(AreaId area)
    {
        lock (writing) return (feeds[area].Kept.AsOf, feeds[area].Reachable);
    }

    /// <summary>Takes in a page of an area's feed; a page without items is its end.</summary>
    public void Apply(AreaId area, CardPage page, DateTimeOffset now)
    {
        TurnTo(now);
        lock (writing)
        {
            var feed = feeds[area];
            var kept = feed.Kept with { Cursor = page.Next, Round = feed.Kept.Round + (page.Restarted ? 1 : 0) };
            // Twice in one page: the later one stands.
            var changes = page.Items.Reverse().DistinctBy(change => change.Id).Reverse().ToList();
            var put = Good(feed, changes);
            var gone = changes.Select(change => change.Id).Except(put.Select(one => one.Change.Id)).Where(feed.Rounds.ContainsKey).ToList();
            if (page.Items.IsEmpty) gone.AddRange(feed.Rounds.Where(card => card.Value < kept.Round).Select(card => card.Key));
            if (kept == feed.Kept && put.Count == 0 && gone.Count == 0) return;

            store?.Keep(area, kept, put.Select(one => one.Change), gone);
            gate.EnterWriteLock();
            try
            {
                foreach (var one in put) index.Put(one.Entry, one.Terms);
                foreach (var id in gone) index.Remove(area, id);
            }
            finally
            {
                gate.ExitWriteLock();
            }
            foreach (var one in put) feed.Rounds[one.Change.Id] = kept.Round;
            foreach (var id in gone) feed.Rounds.Remove(id);
            feed.Kept = kept;
        }
    }

    /// <summary>Says that an area's feed was read to its end, or that the area does not answer.</summary>
    public void Seen(AreaId area, DateTimeOffset now, bool reachable)
    {
        lock (writing)
        {
            var feed = feeds[area];
            feed.Reachable = reachable;
            if (!reachable) return;
            feed.Kept = feed.Kept with { AsOf = now };
            if (store is null || now - feed.AsOfKept < SeenIsKept) return;
            store.Keep(area, feed.Kept, [], []);
            feed.AsOfKept = now;
        }
    }

    /// <summary>Goes over to the day it is in London, when it has changed; who searches meanwhile is answered from the day before.</summary>
    public void TurnTo(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (index.Days.Today == today || !writing.TryEnter()) return;
        try
        {
            if (index.Days.Today == today) return;
            var turn = index.Turn(today, rhythms);
            gate.EnterWriteLock();
            try
            {
                turn();
            }
            finally
            {
                gate.ExitWriteLock();
            }
        }
        finally
        {
            writing.Exit();
        }
    }

    /// <summary>A page of what is looked for.</summary>
    public FinderPage Find(FinderQuery query, DateTimeOffset now)
    {
        if (query.Cursor is { } cursor && (cursor.At < now - CursorsLast || cursor.At > now + Ahead)) throw FinderParameters.BadCursor();
        TurnTo(now);
        gate.EnterReadLock();
        try
        {
            return new Answering(index, feeds, query, now).Page();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        store?.Dispose();
    }

    private List<(CardChange Change, Entry Entry, CardTerms Terms)> Good(Feed feed, IReadOnlyList<CardChange> changes)
    {
        var good = new List<(CardChange, Entry, CardTerms)>();
        var (room, leftOut) = (mostCards - feed.Rounds.Count, 0);
        foreach (var change in changes.Where(change => change.State == CardState.Updated))
        {
            var isNew = !feed.Rounds.ContainsKey(change.Id);
            if ((!isNew || room > 0) && CardRules.Fault(feed.Area, change) is null && rhythms.Of(change.Data!, index.Days.Today) is { } rhythm)
            {
                good.Add((change, new(change.Data!, rhythm), CardTerms.Of(change.Data!)));
                if (isNew) room--;
            }
            else leftOut++;
        }
        if (leftOut == 0) return good;
        Measures.CardsLeftOut.Add(leftOut, new KeyValuePair<string, object?>("area", feed.Area.Value));
        LeftOut(log, leftOut, feed.Area);
        return good;
    }

    private CardStore Load(string file)
    {
        var (opened, keptFeeds, cards) = CardStore.Open(file, log);
        foreach (var area in keptFeeds.Keys.Except(feeds.Keys)) opened.Forget(area);
        foreach (var (area, kept) in keptFeeds.Where(kept => feeds.ContainsKey(kept.Key))) feeds[area].Kept = kept;
        foreach (var kept in cards.Where(card => feeds.ContainsKey(card.Area)))
        {
            var feed = feeds[kept.Area];
            if (Good(feed, [new(CardState.Updated, kept.Id, 0, kept.Card)]) is not [var one]) continue;
            index.Put(one.Entry, one.Terms);
            feed.Rounds[kept.Id] = kept.Round;
        }
        return opened;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "{Count} cards of {Area} cannot be and are left out")]
    private static partial void LeftOut(ILogger log, int count, AreaId area);
}
