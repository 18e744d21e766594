using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Bench.Finding;

/// <summary>The queries to measure: five kinds, each in many variations.</summary>
internal static class Questions
{
    private static readonly string[] Words =
        ["tea", "anx", "recovery", "walk", "garden", "hear", "ren", "music", "sleep", "hope"];

    public static IReadOnlyDictionary<string, FinderQuery[]> All { get; } = new Dictionary<string, FinderQuery[]>
    {
        ["unfiltered"] = [new()],
        ["text"] = [.. from word in Words from need in Enum.GetValues<AccessNeed>() select new FinderQuery
        {
            Words = [word], Needs = [need], Formats = [MeetingFormat.InPerson], Sort = FinderSort.Relevance
        }],
        ["when"] = [.. from day in Enumerable.Range(0, 7)
            from part in Enumerable.Range(0, 3)
            from within in (int[])[3, 7, 14, 30]
            select new FinderQuery { Meeting = new(1 << day | 1 << (day + 1) % 7, 1 << part, null, null, within) }],
        ["near"] = [.. from north in Enumerable.Range(0, 10) from east in Enumerable.Range(0, 10) select new FinderQuery
        {
            Origin = new(50.75 + north * 0.03, -0.8 + east * 0.15), WithinKm = 10, Sort = FinderSort.Distance
        }],
        ["none"] = [.. from word in Words from day in Enumerable.Range(0, 7) select new FinderQuery
        {
            Words = [word, "xylophone"],
            Meeting = new(1 << day, 4, null, null, null),
            Newcomers = true,
            Sort = FinderSort.Relevance
        }],
    };

    /// <summary>All kinds in turn.</summary>
    public static IEnumerable<FinderQuery> Mix(int count)
    {
        var sorts = All.Values.ToArray();
        return Enumerable.Range(0, count)
            .Select(at => sorts[at % sorts.Length][at / sorts.Length * 7 % sorts[at % sorts.Length].Length]);
    }
}
