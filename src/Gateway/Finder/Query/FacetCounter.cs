using System.Runtime.InteropServices;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Counts how many of the found documents have each facet.</summary>
internal sealed class FacetCounter(CardIndex index, DocumentSet found, int total)
{
    private const int MaxValues = 100;

    // Below these limits, counting the facets of each document is faster than counting the documents of each facet.
    private const int MaxTallied = 2_000, MinTermsToTally = 200;

    private readonly bool isEverything = total == index.Count;
    private Dictionary<int, int>? tally;
    private int[] byColumn = [], ofMeetings = [];

    public FinderFacets Count()
    {
        if (total > 0 && !isEverything)
        {
            var isTallied = total <= MaxTallied && index.Terms.FacetTerms >= MinTermsToTally;
            if (isTallied) tally = Tally();
            else byColumn = index.Terms.Facets.CountIn(found.Bits);
            ofMeetings = index.Meetings.Facets.CountIn(found.Bits);
        }
        return new(
            Area: OfKind(TermKind.Area),
            Day: Largest(Enum.GetValues<Weekday>().Select(day => (TermExtractor.NameOf(day), OnWeekday((int)day)))),
            Part: Largest(Enum.GetValues<PartOfDay>().Select(part => (TermExtractor.NameOf(part), InPart(part)))),
            Format: OfKind(TermKind.Format),
            Need: OfKind(TermKind.Need),
            For: OfKind(TermKind.For),
            Topic: OfKind(TermKind.Topic),
            Language: OfKind(TermKind.Language),
            WelcomesNewcomers: OfKind(TermKind.Newcomers));
    }

    private Dictionary<string, int> OfKind(TermKind kind) =>
        Largest(index.Terms.TermsOf(kind).Select(term => (term.Key, WithTerm(term.Value))));

    private int WithTerm(int term)
    {
        if (isEverything) return index.Terms[term].Count;
        if (total == 0) return 0;
        if (tally is not null) return tally.GetValueOrDefault(term);
        return index.Terms.ColumnOf(term) is { } column ? byColumn[column] : index.Terms[term].CountIn(found.Bits);
    }

    private int OnWeekday(int day)
    {
        if (isEverything) return index.Meetings.OnWeekday(day).Count;
        return total == 0 ? 0 : ofMeetings[MeetingIndex.ColumnOf(day)];
    }

    private int InPart(PartOfDay part)
    {
        if (isEverything) return index.Meetings.InPart(part).Count;
        return total == 0 ? 0 : ofMeetings[MeetingIndex.ColumnOf(part)];
    }

    private Dictionary<int, int> Tally()
    {
        var counts = new Dictionary<int, int>();
        foreach (var document in found.Ids())
        {
            foreach (var term in index.FacetsOf(document))
            {
                CollectionsMarshal.GetValueRefOrAddDefault(counts, term, out _)++;
            }
        }
        return counts;
    }

    private static Dictionary<string, int> Largest(IEnumerable<(string Value, int Count)> facet)
    {
        return facet
            .Where(value => value.Count > 0)
            .OrderByDescending(value => value.Count).ThenBy(value => value.Value, StringComparer.Ordinal)
            .Take(MaxValues).ToDictionary(value => value.Value, value => value.Count);
    }
}
