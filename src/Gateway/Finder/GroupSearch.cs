using Microsoft.Extensions.Options;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Feed;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Finder;

/// <summary>
/// Searches the groups of every area, using the cards from the feeds. It answers from memory, without calling any area.
/// </summary>
internal sealed partial class GroupSearch : IDisposable
{
    private static readonly TimeSpan CursorLifetime = TimeSpan.FromDays(1);
    private static readonly TimeSpan MaxClockSkew = TimeSpan.FromMinutes(1);

    // Taken in this order. The first is for the builder and held for one card at a time, because a neighbour decides
    // how long a schedule takes to work out; the second serialises writers; the third briefly keeps readers out while
    // the index changes.
    private readonly Lock building = new();
    private readonly Lock writing = new();
    private readonly ReaderWriterLockSlim gate = new();

    private readonly Dictionary<AreaId, AreaFeed> feeds;
    private readonly DocumentBuilder builder = new();
    private readonly CardIndex index;
    private readonly CardStore? store;
    private readonly int maxCards;
    private readonly ILogger<GroupSearch> log;

    public GroupSearch(IOptions<GatewayOptions> options, TimeProvider clock, ILogger<GroupSearch> log)
    {
        this.log = log;
        maxCards = options.Value.Finder.MaxCards;
        index = new(London.DayOf(clock.GetUtcNow()));
        feeds = AreaFeed.All(options.Value).ToDictionary(feed => feed.Area);
        Areas = feeds.Keys.ToHashSet();
        if (options.Value.Finder.File is { } file) store = Load(file);
    }

    /// <summary>The areas that are searched.</summary>
    public IReadOnlySet<AreaId> Areas { get; }

    /// <summary>A page of the groups that fit a query.</summary>
    public FinderPage Find(FinderQuery query, DateTimeOffset now)
    {
        if (query.Cursor is { } cursor && (cursor.At < now - CursorLifetime || cursor.At > now + MaxClockSkew))
        {
            throw QueryParser.InvalidCursor();
        }
        MoveTo(now);
        return Read(() => new PageBuilder(index, feeds, query, now).Build());
    }

    /// <summary>Where the groups meet that fit a query, on whatever page they are.</summary>
    public FoundPlaces FindPlaces(FinderQuery query, DateTimeOffset now)
    {
        MoveTo(now);
        return Read(() => new PlaceQuery(index, now).Find(query));
    }

    /// <summary>
    /// Moves the index to the current day in London. Until it is done, searches use the previous day.
    /// </summary>
    public void MoveTo(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (index.Meetings.Today == today || !building.TryEnter()) return;
        try
        {
            lock (writing)
            {
                if (index.Meetings.Today != today) Change(index.PrepareDay(today, builder));
            }
        }
        finally
        {
            building.Exit();
        }
    }

    public void Dispose()
    {
        gate.Dispose();
        store?.Dispose();
    }

    private T Read<T>(Func<T> read)
    {
        gate.EnterReadLock();
        try
        {
            return read();
        }
        finally
        {
            gate.ExitReadLock();
        }
    }

    private void Change(Action change)
    {
        gate.EnterWriteLock();
        try
        {
            change();
        }
        finally
        {
            gate.ExitWriteLock();
        }
    }
}
