using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.Extensions.Options;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Link;

/// <summary>The cards of one kind that other areas share, as this Gateway has read them.</summary>
internal sealed class KeptCards<TCard> where TCard : class, ISharedCard
{
    /// <summary>The most cards of one area that are kept; the rest are skipped.</summary>
    internal const int MaxCards = 2000;

    /// <summary>The most bytes of one area that are kept, so that no list of them is too long to open.</summary>
    internal const int MaxBytes = 2 * 1024 * 1024;

    /// <summary>
    /// The most bytes of one card: a gathering can have 200 sentences of 250 characters, each of up to three bytes.
    /// </summary>
    internal const int MaxCardBytes = 160 * 1024;

    /// <summary>The most cards that are shown.</summary>
    internal const int MaxListed = 200;

    private readonly IList<NeighbourOptions> neighbours;
    private readonly FrozenDictionary<AreaId, KeptArea<TCard>> areas;
    private readonly KeptFile<TCard>? file;

    public KeptCards(
        SharedFeed<TCard> feed, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<KeptCards<TCard>> log)
    {
        neighbours = options.Value.Neighbours;
        areas = neighbours.ToFrozenDictionary(
            neighbour => new AreaId(neighbour.Area),
            neighbour => new KeptArea<TCard>(new(neighbour.Area), feed, clock));
        if (options.Value.Finder.File is not { } finder) return;
        file = new($"{finder}.{feed.Name}.json", log);
        foreach (var stored in file.Read())
        {
            if (areas.TryGetValue(stored.Area, out var kept)) kept.Restore(stored);
        }
    }

    /// <summary>How far an area's feed has been read.</summary>
    public CardCursor CursorOf(AreaId area) => areas[area].Cursor;

    /// <summary>Every card of all other areas, in no order.</summary>
    public IEnumerable<TCard> All => areas.Values.SelectMany(area => area.Cards.Values.Select(kept => kept.Card));

    /// <summary>How up to date each area's cards are.</summary>
    public ImmutableArray<SearchedArea> Ages => [.. neighbours.Select(AgeOf)];

    /// <summary>A card of an area, or null.</summary>
    public TCard? Find(AreaId area, Guid id) => areas.GetValueOrDefault(area)?.Cards.GetValueOrDefault(id)?.Card;

    /// <summary>
    /// The newest cards of all other areas, and how up to date each area's are. No area takes the place of another one:
    /// each has its share, and what it does not need is for the others.
    /// </summary>
    public Elsewhere<TCard> List() => new(Newest([.. CardsOfEach], MaxListed), Ages);

    /// <summary>The same with this area's own, which is what anybody can read.</summary>
    /// <param name="own">This area's own cards.</param>
    /// <param name="max">The most cards that are listed.</param>
    public PublicCards<TCard> ListWith(IEnumerable<TCard> own, int max = MaxListed) =>
        new(Newest([own, .. CardsOfEach], max), Ages);

    /// <summary>Keeps a page of an area's feed; a page without items is the end of the feed.</summary>
    public void Apply(AreaId area, SharedPage<TCard> page)
    {
        if (areas[area].Apply(page)) file?.Write(areas.Values.Select(kept => kept.ToStored()));
    }

    /// <summary>Records that an area's feed has been read to its end.</summary>
    public void Seen(AreaId area, DateTimeOffset asOf)
    {
        areas[area].AsOf = asOf;
        areas[area].IsReachable = true;
    }

    /// <summary>Records that an area does not respond, or does not know this kind.</summary>
    public void Missed(AreaId area) => areas[area].IsReachable = false;

    private IEnumerable<IEnumerable<TCard>> CardsOfEach =>
        areas.Values.Select(area => area.Cards.Values.Select(kept => kept.Card));

    private static ImmutableArray<TCard> Newest(IReadOnlyCollection<IEnumerable<TCard>> ofEachArea, int max)
    {
        var share = max / Math.Max(1, ofEachArea.Count);
        var each = ofEachArea.Select(NewestFirst).ToList();
        var shares = each.SelectMany(cards => cards.Take(share)).ToList();
        var others = NewestFirst(each.SelectMany(cards => cards.Skip(share)));
        return [.. NewestFirst(shares.Concat(others.Take(max - shares.Count)))];
    }

    private static List<TCard> NewestFirst(IEnumerable<TCard> cards) =>
        [.. cards.OrderByDescending(card => card.Since).ThenByDescending(card => card.Subject)];

    private SearchedArea AgeOf(NeighbourOptions neighbour)
    {
        var kept = areas[new(neighbour.Area)];
        return new(new(neighbour.Area), neighbour.ShownName, kept.AsOf, kept.IsReachable);
    }
}

/// <summary>What other areas share of one kind.</summary>
/// <param name="Items">The cards, the newest first, at most 200.</param>
/// <param name="Areas">Every other area, and how up to date its cards are.</param>
public sealed record Elsewhere<TCard>(ImmutableArray<TCard> Items, ImmutableArray<SearchedArea> Areas)
    where TCard : class, ISharedCard;

/// <summary>What anybody can read of one kind: what this area and the others share.</summary>
/// <param name="Items">The cards, the newest first, at most 200.</param>
/// <param name="Areas">Every other area, and how up to date its cards are. This area's own always are.</param>
public sealed record PublicCards<TCard>(ImmutableArray<TCard> Items, ImmutableArray<SearchedArea> Areas)
    where TCard : class, ISharedCard;
