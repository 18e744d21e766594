namespace PeerNet.Gateway.Finder;

/// <summary>Takes a page of what was found, in order, without sorting all of it.</summary>
internal sealed class Order(CardIndex index, FinderQuery query, Since since)
{
    // So few are looked at one by one; of more, those that meet soonest or lie nearest are taken first.
    private const int Few = 1_000;

    private const long Nowhere = long.MaxValue;

    private readonly Rank? after = query.Cursor?.Rank;

    /// <summary>The first so many after the cursor.</summary>
    public List<(Rank Rank, int Number)> Take(Found found, int count) => query.Sort switch
    {
        FinderSort.Next => ByNext(found, 0, count),
        FinderSort.Distance => ByDistance(found, query.Origin!.Value, count),
        FinderSort.Relevance => ByRelevance(found, count),
        _ => throw new System.Diagnostics.UnreachableException(),
    };

    /// <summary>Words in the name before words in the topics before words elsewhere; the next meeting first in each.</summary>
    private List<(Rank, int)> ByRelevance(Found found, int count)
    {
        var search = new Search(index, since);
        using var named = search.Saying(found, query, TermKind.NameWord);
        using var topical = search.Saying(found, query, TermKind.NameWord, TermKind.TopicWord);
        using var rest = found.Copy();
        rest.Drop(topical);
        topical.Drop(named);
        var page = new List<(Rank, int)>();
        var tier = 0L;
        foreach (var part in (Found[])[named, topical, rest])
        {
            if (page.Count < count) page.AddRange(ByNext(part, tier, count - page.Count));
            tier += 1L << 32;
        }
        return page;
    }

    private List<(Rank, int)> ByNext(Found found, long tier, int count)
    {
        if (after is { } far && far.Key >= tier + (1L << 32)) return [];
        if (found.Count <= Few) return Least(found.Numbers(), number => tier + index[number].Next(since), count);
        using var rest = found.Copy();
        var page = new List<(Rank, int)>();
        var start = after is { } last && last.Key >= tier ? (int)Math.Min(last.Key - tier, int.MaxValue) : since.After;
        foreach (var (moment, cards) in index.Days.From(since.After, start, rest))
        {
            // Who met before the cursor's moment stood on an earlier page; who met at an earlier moment stands there.
            if (moment >= start) page.AddRange(Least(rest.Among(cards), _ => tier + moment, count - page.Count));
            if (page.Count >= count) return page;
            rest.Drop(cards);
        }
        page.AddRange(Least(rest.Numbers(), number => tier + index[number].Next(since), count - page.Count));
        return page;
    }

    private List<(Rank, int)> ByDistance(Found found, Point origin, int count)
    {
        if (found.Count <= Few) return Least(found.Numbers(), number => index[number].At is null ? Nowhere : index.Grid.MetresTo(origin, number), count);
        var page = new PriorityQueue<int, Rank>(Last);
        using var placeless = found.Copy();
        foreach (var (least, most, cards) in index.Grid.From(origin, query.WithinKm is { } km ? (int)(km * 1000) : int.MaxValue))
        {
            if (page.Count == count && page.TryPeek(out _, out var worst) && least > worst.Key) return InOrder(page);
            if (after is null || most >= after.Value.Key) Collect(page, found.Among(cards), number => index.Grid.MetresTo(origin, number), count);
            placeless.Drop(cards);
        }
        Collect(page, placeless.Numbers(), _ => Nowhere, count);
        return InOrder(page);
    }

    private List<(Rank, int)> Least(IEnumerable<int> numbers, Func<int, long> key, int count)
    {
        var page = new PriorityQueue<int, Rank>(Last);
        Collect(page, numbers, key, count);
        return InOrder(page);
    }

    private void Collect(PriorityQueue<int, Rank> page, IEnumerable<int> numbers, Func<int, long> key, int count)
    {
        foreach (var number in numbers)
        {
            var first = key(number);
            if (page.Count == count && page.TryPeek(out _, out var worst) && first > worst.Key) continue;
            var card = index[number].Card;
            var rank = new Rank(first, card.Id.Value, card.Area.Value);
            if (after is { } last && rank.CompareTo(last) <= 0) continue;
            if (page.Count < count) page.Enqueue(number, rank);
            else page.EnqueueDequeue(number, rank);
        }
    }

    private static readonly IComparer<Rank> Last = Comparer<Rank>.Create((one, other) => other.CompareTo(one));

    private static List<(Rank, int)> InOrder(PriorityQueue<int, Rank> page) => [.. page.UnorderedItems.Select(item => (item.Priority, item.Element)).OrderBy(item => item.Priority)];
}
