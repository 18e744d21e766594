using System.Collections.Immutable;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>
/// A query without some of its filters. When nothing fits, the finder leaves out as few as it can: first one, then two,
/// until something does. If that would take too many searches, it leaves them out one after the other.
/// </summary>
/// <param name="Dropped">The filters left out, by the names of their parameters.</param>
/// <param name="Query">The query without them.</param>
/// <param name="Total">How many groups fit it.</param>
internal sealed record Relaxation(ImmutableArray<string> Dropped, FinderQuery Query, int Total)
{
    // Each costs a search. Nobody asks for more than a few filters that exclude one another.
    private const int MaxSearches = 250;

    /// <summary>The smallest relaxations that find something, most first.</summary>
    public static List<Relaxation> Of(FinderQuery query, Func<FinderQuery, int> count)
    {
        var searches = 0;
        var names = query.Filters().Select(filter => filter.Name).ToList();
        for (var size = 1; size <= names.Count; size++)
        {
            var found = new List<Relaxation>();
            foreach (var dropped in Choose(names, size))
            {
                if (++searches > MaxSearches) break;
                var without = dropped.Aggregate(query, Without);
                if (count(without) is > 0 and var total) found.Add(new(dropped, without, total));
            }
            if (found.Count > 0) return [.. found.OrderByDescending(one => one.Total)];
            if (searches > MaxSearches) break;
        }
        return OneByOne(query, names, count) is { } some ? [some] : [];
    }

    // Too many filters exclude one another to try all combinations: the one that fewest groups fit goes first.
    private static Relaxation? OneByOne(FinderQuery query, List<string> names, Func<FinderQuery, int> count)
    {
        ImmutableArray<string> dropped = [];
        var alone = names.ToLookup(name => count(names.Where(other => other != name).Aggregate(query, Without)));
        foreach (var name in alone.OrderBy(fit => fit.Key).SelectMany(fit => fit))
        {
            query = Without(query, name);
            dropped = dropped.Add(name);
            if (count(query) is > 0 and var total) return new(dropped, query, total);
        }
        return null;
    }

    private static FinderQuery Without(FinderQuery query, string name) =>
        query.Filters().Single(filter => filter.Name == name).Without;

    private static IEnumerable<ImmutableArray<string>> Choose(List<string> names, int size, int from = 0)
    {
        if (size == 0) return [[]];
        return Enumerable.Range(from, Math.Max(0, names.Count - from - size + 1))
            .SelectMany(at => Choose(names, size - 1, at + 1).Select(rest => rest.Insert(0, names[at])));
    }
}
