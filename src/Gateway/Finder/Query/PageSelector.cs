using System.Diagnostics;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Selects a page of what was found, in order.</summary>
internal sealed class PageSelector(CardIndex index, FinderQuery query, SearchTime time)
{
    // Up to this many are compared one by one; of more, the soonest or nearest are examined first.
    private const int MaxCompared = 1_000;

    private const long Nowhere = long.MaxValue;

    // Further apart than any two values of the next meeting.
    private const long TierSize = 1L << 32;

    // What is in neither the name nor the topics comes last.
    private static readonly TermKind[][] Tiers = [[TermKind.NameWord], [TermKind.NameWord, TermKind.TopicWord]];

    private readonly SortKey? after = query.Cursor?.After;

    /// <summary>The first documents after the cursor, up to the limit.</summary>
    public List<(SortKey Key, int Id)> Select(DocumentSet found, int total, int count) => query.Sort switch
    {
        _ when total == 0 => [],
        FinderSort.Next => ByNextMeeting(found, total, tier: 0, count),
        FinderSort.Distance => ByDistance(found, total, query.Origin!.Value, count),
        FinderSort.Relevance => ByRelevance(found, count),
        _ => throw new UnreachableException(),
    };

    /// <summary>Words in the name before words in the topics before words elsewhere; the next meeting first in
    /// each.</summary>
    private List<(SortKey, int)> ByRelevance(DocumentSet found, int count)
    {
        var evaluator = new QueryEvaluator(index, time);
        using var rest = found.Copy();
        var page = new List<(SortKey, int)>();
        for (var tier = 0; page.Count < count && tier < Tiers.Length; tier++)
        {
            using var part = evaluator.WithWordsIn(rest, query, Tiers[tier]);
            page.AddRange(ByNextMeeting(part, part.Count, tier * TierSize, count - page.Count));
            rest.AndNot(part);
        }
        if (page.Count == count) return page;
        page.AddRange(ByNextMeeting(rest, rest.Count, Tiers.Length * TierSize, count - page.Count));
        return page;
    }

    private List<(SortKey, int)> ByNextMeeting(DocumentSet found, int total, long tier, int count)
    {
        if (after is { } cursor && cursor.Value >= tier + TierSize) return [];
        if (total <= MaxCompared) return Compare(found, tier, count);
        using var rest = found.Copy();
        var page = new List<(SortKey, int)>();
        var buffer = new List<int>();
        var start = time.FirstMinute;
        if (after is { } last && last.Value >= tier) start = (int)Math.Min(last.Value - tier, int.MaxValue);
        foreach (var (minute, documents) in index.Meetings.InOrder(time.FirstMinute, start, rest))
        {
            // Cards whose next meeting comes before the cursor's were on an earlier page.
            if (minute >= start)
            {
                buffer.Clear();
                documents.Collect(rest.Bits, buffer);
                var first = new TopK(index, after, count - page.Count);
                foreach (var id in buffer) first.Offer(id, tier + minute);
                page.AddRange(first.InOrder());
            }
            if (page.Count >= count) return page;
            rest.AndNot(documents);
        }
        page.AddRange(Compare(rest, tier, count - page.Count));
        return page;
    }

    private List<(SortKey, int)> Compare(DocumentSet found, long tier, int count)
    {
        var first = new TopK(index, after, count);
        foreach (var id in found.Ids()) first.Offer(id, tier + index[id].NextMinute(time));
        return first.InOrder();
    }

    private List<(SortKey, int)> ByDistance(DocumentSet found, int total, GeoPoint origin, int count)
    {
        var first = new TopK(index, after, count);
        if (total <= MaxCompared)
        {
            foreach (var id in found.Ids()) first.Offer(id, MetresTo(id, origin));
            return first.InOrder();
        }
        using var withoutPlace = found.Copy();
        var buffer = new List<int>();
        var from = origin.OnUnitSphere();
        var maxMetres = query.WithinKm is { } km ? (int)(km * 1000) : int.MaxValue;
        foreach (var (minMetres, cellMaxMetres, documents) in index.Grid.CellsByDistance(origin, maxMetres))
        {
            if (minMetres > first.MaxValue) return first.InOrder();
            if (after is null || cellMaxMetres >= after.Value.Value)
            {
                buffer.Clear();
                documents.Collect(found.Bits, buffer);
                OfferNear(first, buffer, origin, from);
            }
            withoutPlace.AndNot(documents);
        }
        foreach (var id in withoutPlace.Ids()) first.Offer(id, Nowhere);
        return first.InOrder();
    }

    private long MetresTo(int id, GeoPoint origin) => index.PositionOf(id) is { } at ? origin.MetresTo(at) : Nowhere;

    private void OfferNear(TopK first, List<int> documents, GeoPoint origin, UnitVector from)
    {
        var bound = long.MaxValue;
        var limit = double.MaxValue;
        foreach (var id in documents)
        {
            if (first.MaxValue != bound)
            {
                bound = first.MaxValue;
                limit = GeoPoint.SquaredChord(bound + 1.0);
            }
            if (index.Grid.SquaredChord(from, id) <= limit) first.Offer(id, origin.MetresTo(index.Grid[id]));
        }
    }
}
