using System.Runtime.InteropServices;

namespace PeerNet.Gateway.Finder;

/// <summary>How many of what was found there are of each sort; exact, most first, up to 100 values of a kind.</summary>
/// <param name="Area">By area.</param>
/// <param name="Day">By weekday with a meeting, mon to sun.</param>
/// <param name="Part">By part of the day with a meeting.</param>
/// <param name="Format">By format.</param>
/// <param name="Need">By access need that is met.</param>
/// <param name="For">By whom they are for.</param>
/// <param name="Topic">By topic.</param>
/// <param name="Language">By language.</param>
/// <param name="WelcomesNewcomers">By whether newcomers are welcome without notice.</param>
public sealed record FinderFacets(
    IReadOnlyDictionary<string, int> Area,
    IReadOnlyDictionary<string, int> Day,
    IReadOnlyDictionary<string, int> Part,
    IReadOnlyDictionary<string, int> Format,
    IReadOnlyDictionary<string, int> Need,
    IReadOnlyDictionary<string, int> For,
    IReadOnlyDictionary<string, int> Topic,
    IReadOnlyDictionary<string, int> Language,
    IReadOnlyDictionary<string, int> WelcomesNewcomers)
{
    private const int Most = 100;

    internal static FinderFacets Of(CardIndex index, Found found, int total)
    {
        var all = total == index.Count;
        var tally = total < found.Words / 8 ? Tally(index, found) : null;
        return new(
            Kind(TermKind.Area),
            Named(Enumerable.Range(0, 7).Select(day => (FinderParameters.Weekdays[day], Count(index.Days.Weekday(day))))),
            Named(Enum.GetValues<DayPart>().Select(part => (CardTerms.Word(part), Count(index.Days.Part(part))))),
            Kind(TermKind.Format), Kind(TermKind.Need), Kind(TermKind.For), Kind(TermKind.Topic), Kind(TermKind.Language), Kind(TermKind.Newcomers));

        int Count(CardSet set) => set.CountIn(found.Bits);

        Dictionary<string, int> Kind(TermKind kind) => Named(index.Terms.All(kind).Select(term =>
            (term.Key, all ? index.Terms[term.Value].Count : tally is null ? Count(index.Terms[term.Value]) : tally.GetValueOrDefault(term.Value))));
    }

    // Of a few, each card's own terms are quicker counted than every term's cards.
    private static Dictionary<int, int> Tally(CardIndex index, Found found)
    {
        var tally = new Dictionary<int, int>();
        foreach (var number in found.Numbers())
        {
            foreach (var term in index[number].Terms.Counted) CollectionsMarshal.GetValueRefOrAddDefault(tally, term, out _)++;
        }
        return tally;
    }

    private static Dictionary<string, int> Named(IEnumerable<(string Word, int Count)> counts) =>
        counts.Where(count => count.Count > 0).OrderByDescending(count => count.Count).ThenBy(count => count.Word, StringComparer.Ordinal).Take(Most).ToDictionary(count => count.Word, count => count.Count);
}
