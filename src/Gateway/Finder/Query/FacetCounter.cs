using System.Runtime.InteropServices;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Counts how many of the found documents have each facet.</summary>
internal sealed class FacetCounter(CardIndex index, DocumentSet found, int total)
{
    private const int MaxValues = 100;

    // Below these limits, counting the facets of each document is faster than counting the documents of each facet.
    private const int MaxTallied = 2_000, MinTermsToTally = 200;

    private static readonly TermKind[] Kinds =
    [
        TermKind.Area, TermKind.Format, TermKind.Need, TermKind.For, TermKind.Topic, TermKind.Language,
        TermKind.Newcomers,
    ];

    private readonly List<PostingList> lists = [];
    private readonly List<int> termIds = [];
    private readonly List<List<(string Value, int List)>> facets = [];

    public FinderFacets Count()
    {
        foreach (var kind in Kinds) AddTerms(kind);
        var terms = lists.Count;
        Add(Enumerable.Range(0, 7).Select(day => (QueryParser.Weekdays[day], index.Meetings.OnWeekday(day))));
        Add(Enum.GetValues<DayPart>().Select(part => (TermExtractor.NameOf(part), index.Meetings.InPart(part))));
        var counts = new int[lists.Count];
        if (total == index.Count) CountAll(counts);
        else if (total > 0) CountFound(counts, terms);
        return new(
            Area: Named(counts, facets[0]),
            Day: Named(counts, facets[7]),
            Part: Named(counts, facets[8]),
            Format: Named(counts, facets[1]),
            Need: Named(counts, facets[2]),
            For: Named(counts, facets[3]),
            Topic: Named(counts, facets[4]),
            Language: Named(counts, facets[5]),
            WelcomesNewcomers: Named(counts, facets[6]));
    }

    private void CountAll(Span<int> counts)
    {
        for (var at = 0; at < counts.Length; at++) counts[at] = lists[at].Count;
    }

    private void CountFound(int[] counts, int terms)
    {
        var tally = total <= MaxTallied && index.Terms.FacetTerms >= MinTermsToTally;
        if (tally) Tally(counts.AsSpan(0, terms));
        var first = tally ? terms : 0;
        for (var at = first; at < counts.Length; at++)
        {
            if (!lists[at].IsChunked) counts[at] = lists[at].CountIn(found.Bits);
        }
        CountChunks(counts, first);
    }

    // Chunk by chunk, so that the found documents of a chunk stay in the processor's cache for all facets; empty words
    // are skipped.
    private void CountChunks(int[] counts, int first)
    {
        Span<ushort> places = stackalloc ushort[PostingChunk.Words];
        Span<ulong> words = stackalloc ulong[PostingChunk.Words];
        for (var chunk = 0; chunk * PostingChunk.Words < found.Bits.Length; chunk++)
        {
            var start = chunk * PostingChunk.Words;
            var bits = found.Bits.Slice(start, Math.Min(PostingChunk.Words, found.Bits.Length - start));
            var filled = 0;
            for (var word = 0; word < bits.Length; word++)
            {
                places[filled] = (ushort)word;
                words[filled] = bits[word];
                if (bits[word] != 0) filled++;
            }
            if (filled == 0) continue;
            var isSparse = filled < bits.Length / 2;
            for (var at = first; at < counts.Length; at++)
            {
                if (lists[at].Chunk(chunk) is not { } documents) continue;
                if (isSparse) counts[at] += documents.CountIn(bits, places[..filled], words[..filled]);
                else counts[at] += documents.CountIn(bits);
            }
        }
    }

    private void Tally(Span<int> counts)
    {
        var tally = new Dictionary<int, int>();
        foreach (var document in found.Ids())
        {
            foreach (var term in index.FacetsOf(document))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(tally, term, out _)++;
            }
        }
        for (var at = 0; at < counts.Length; at++) counts[at] = tally.GetValueOrDefault(termIds[at]);
    }

    private void AddTerms(TermKind kind)
    {
        var terms = index.Terms.TermsOf(kind);
        termIds.AddRange(terms.Values);
        Add(terms.Select(term => (term.Key, index.Terms[term.Value])));
    }

    private void Add(IEnumerable<(string Value, PostingList List)> values)
    {
        var facet = new List<(string, int)>();
        foreach (var (value, list) in values)
        {
            facet.Add((value, lists.Count));
            lists.Add(list);
        }
        facets.Add(facet);
    }

    private static Dictionary<string, int> Named(int[] counts, List<(string Value, int List)> facet)
    {
        return facet
            .Where(value => counts[value.List] > 0)
            .OrderByDescending(value => counts[value.List]).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(MaxValues).ToDictionary(value => value.Value, value => counts[value.List]);
    }
}
