using System.Collections.Immutable;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>A finder of East Sussex with two neighbours, fed by hand.</summary>
internal sealed class Shelf : IDisposable
{
    public static readonly AreaId East =
        new("east-sussex"), West = new("west-sussex"), Brighton = new("brighton-and-hove");

    /// <summary>A Monday at noon, in winter.</summary>
    public static readonly DateTimeOffset Noon = new(2026, 11, 23, 12, 0, 0, TimeSpan.Zero);

    private long change;

    public Shelf(
        string? file = null, int maxCards = 50_000, DateTimeOffset? now = null, TimeSpan? maxBuildTime = null)
    {
        var options = new GatewayOptions
        {
            Area = East.Value, AreaName = "East Sussex", Finder = new() { File = file, MaxCards = maxCards }
        };
        foreach (var area in (AreaId[])[West, Brighton]) options.Neighbours.Add(new()
        {
            Area = area.Value, Url = new($"https://{area}.example/"), Link = new($"https://{area}.example:8443")
        });
        Search = new(Options.Create(options), new Stopped(now ?? Noon), NullLogger<GroupSearch>.Instance)
        {
            MaxBuildTime = maxBuildTime ?? TimeSpan.FromSeconds(2),
        };
    }

    public GroupSearch Search { get; }

    public static Card ACard(AreaId? area = null) =>
        new()
        {
            Area = area ?? East,
            Id = new(Guid.CreateVersion7()),
            Name = "Tea and talk",
            LastConfirmed = new(2026, 11, 1),
            WelcomesNewcomers = true
        };

    public static Schedule Weekly(string days, int hour, int minute = 0) =>
        Following(new SeriesVersion(new(2026, 1, 1), new(hour, minute), 90, $"FREQ=WEEKLY;BYDAY={days}"));

    /// <summary>A schedule of one series.</summary>
    public static Schedule Following(params ImmutableArray<SeriesVersion> versions) =>
        new() { Series = [new() { Id = "meetings", Versions = versions }] };

    public Card Put(Card card, DateTimeOffset? now = null)
    {
        Search.Apply(card.Area, Page(Updated(card)), now ?? Noon);
        return card;
    }

    /// <summary>Puts many cards at once. On a busy machine that takes more than one page for an area.</summary>
    public void PutAll(IEnumerable<Card> cards)
    {
        foreach (var area in cards.GroupBy(card => card.Area))
        {
            ImmutableArray<CardChange> rest = [.. area.Select(Updated)];
            while (!Search.Apply(area.Key, Page(rest), Noon))
            {
                var after = Search.CursorOf(area.Key).After;
                rest = [.. rest.Where(change => change.Modified > after)];
            }
        }
    }

    public void Delete(Card card, DateTimeOffset? now = null) =>
        Search.Apply(card.Area, Page(new CardChange(CardState.Deleted, card.Id, ++change, null)), now ?? Noon);

    public CardChange Updated(Card card) => new(CardState.Updated, card.Id, ++change, card);

    public CardPage Page(params ImmutableArray<CardChange> items) => new(items, new("feed", change), Restarted: false);

    public FinderPage Find(FinderQuery? query = null, DateTimeOffset? now = null) =>
        Search.Find(query ?? new(), now ?? Noon);

    /// <summary>All pages one after another.</summary>
    public List<FoundGroup> Walk(
        FinderQuery query, DateTimeOffset now, Func<DateTimeOffset, DateTimeOffset>? between = null)
    {
        var seen = new List<FoundGroup>();
        for (var page = Find(query, now); ; page = Find(query with { Cursor = FinderCursor.Read(page.Next!) }, now))
        {
            seen.AddRange(page.Items);
            if (page.Next is null) return seen;
            now = between?.Invoke(now) ?? now;
        }
    }

    public void Dispose() => Search.Dispose();

    private sealed class Stopped(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
