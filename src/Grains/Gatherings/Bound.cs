using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// Which counts may be shown in figures. Take any one table away from what is shown, or everything that was shown
/// before, and at least 8 people of at least 2 tables are left: nobody can work out what one table said.
/// </summary>
internal static class Bound
{
    private const int MinPeople = 8, MinTables = 2;

    /// <summary>
    /// Whether figures of these tables may be shown. Whoever sits at the only table there is has seen every hand.
    /// </summary>
    public static bool Allows(IReadOnlyCollection<TableCount> tables, QuestionKind kind, bool isOnlyTable = false)
    {
        if (kind == QuestionKind.Mirror) return tables.Count > 0 && Mirror.NeedsMore(tables).IsEmpty;
        var people = tables.Select(table => table.People(kind)).Where(count => count > 0).ToList();
        if (people.Count == 0) return false;
        if (isOnlyTable) return people.Sum() >= MinPeople;
        return people.Count > MinTables && people.Sum() - people.Max() >= MinPeople;
    }

    /// <summary>
    /// The tables in the figures, as they stand after every entry so far. Once figures have been shown, later tables
    /// are added only if they could be shown by themselves, and what was shown is never corrected.
    /// </summary>
    /// <param name="tallies">Every entry, in the order in which it came.</param>
    /// <param name="slips">What slips had answered when the question closed.</param>
    /// <param name="kind">How it is counted.</param>
    /// <param name="isOnlyTable">Whether there is no other table.</param>
    public static ImmutableArray<TableCount> Shown(
        ImmutableArray<Tally> tallies, ImmutableArray<SlipSum> slips, QuestionKind kind, bool isOnlyTable = false)
    {
        var shown = ImmutableArray<TableCount>.Empty;
        for (var known = tallies.Count(tally => !tally.IsLate); known <= tallies.Length; known++)
            shown = After(shown, Entries.Union(tallies.Take(known), slips), kind, isOnlyTable);
        return shown;
    }

    private static ImmutableArray<TableCount> After(
        ImmutableArray<TableCount> shown, ImmutableArray<TableCount> counted, QuestionKind kind, bool isOnlyTable)
    {
        if (shown.IsEmpty) return Allows(counted, kind, isOnlyTable) ? counted : shown;
        var fresh = counted.RemoveAll(table => shown.Any(one => one.Table == table.Table));
        return Allows(fresh, kind) ? shown.AddRange(fresh) : shown;
    }
}
