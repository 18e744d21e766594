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

    // What was taken back there meanwhile would otherwise stay public here for as long as an area does not answer.
    private static readonly TimeSpan MaxAge = TimeSpan.FromDays(7);

    private readonly TimeProvider clock;
    private readonly IList<NeighbourOptions> neighbours;
    private readonly FrozenDictionary<AreaId, KeptArea<TCard>> areas;
    private readonly KeptFile<TCard>? file;

    public KeptCards(
        SharedFeed<TCard> feed, IOptions<GatewayOptions> options, TimeProvider clock, ILogger<KeptCards<TCard>> log)
    {
        this.clock = clock;
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
    public IEnumerable<TCard> All => areas.Values.SelectMany(CardsOf);

    /// <summary>How up to date each area's cards are.</summary>
    public ImmutableArray<SearchedArea> Ages => [.. neighbours.Select(AgeOf)];

    /// <summary>A card of an area, or null.</summary>
    public TCard? Find(AreaId area, Guid id) => areas.GetValueOrDefault(area)?.Cards.GetValueOrDefault(id)?.Card;

    /// <summary>
    /// The newest cards of all other areas, and how up to date each area's are. No area takes the place of another one:
    /// each has its share, and what it does not need is for the others.
    /// </summary>
    public Elsewhere<TCard> List() => new(Newest([.. areas.Values.Select(CardsOf)], MaxListed), Ages);

    /// <summary>
    /// What anybody can read: this area's own cards, and those of areas that it reads and has read in the last 7 days.
    /// </summary>
    /// <param name="own">This area's own cards: one more than are listed, if there are so many.</param>
    /// <param name="closed">The areas to which the border is closed here.</param>
    /// <param name="max">The most cards that are listed.</param>
    public PublicCards<TCard> ListWith(
        IReadOnlyCollection<TCard> own, IReadOnlyCollection<AreaId> closed, int max)
    {
        ImmutableArray<PublicArea> others = [.. Ages.Select(age => new PublicArea(age, ReadingOf(age, closed)))];
        var shown = others.Where(one => one.IsShown).Select(one => CardsOf(areas[one.Area.Id])).Prepend(own).ToList();
        return new(Newest(shown, max), others, shown.Sum(cards => cards.Count()) > max);
    }

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

    private static IEnumerable<TCard> CardsOf(KeptArea<TCard> area) => area.Cards.Values.Select(kept => kept.Card);

    private PublicReading ReadingOf(SearchedArea age, IReadOnlyCollection<AreaId> closed)
    {
        if (closed.Contains(age.Id)) return PublicReading.Closed;
        if (age.AsOf is null || clock.GetUtcNow() - age.AsOf > MaxAge) return PublicReading.LeftOut;
        return age.Reachable ? PublicReading.UpToDate : PublicReading.Late;
    }

    private static ImmutableArray<TCard> Newest(List<IEnumerable<TCard>> ofEachArea, int max)
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
