using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// What the entries for a question come to. They are a set: their order, repeats and batches make no difference, and no
/// entry wins because it came last.
/// </summary>
internal static class Entries
{
    /// <summary>The count of each table whose entries agree.</summary>
    public static ImmutableArray<TableCount> Union(IEnumerable<Tally> tallies) =>
        [.. tallies.GroupBy(tally => tally.Counted.TableId).Select(Agreed).OfType<TableCount>()];

    /// <summary>A table's entries that no other entry of it replaces.</summary>
    public static ImmutableArray<Tally> Standing(IReadOnlyCollection<Tally> ofTable)
    {
        var replaced = ofTable.SelectMany(tally => tally.Counted.Replaces).ToHashSet();
        return [.. ofTable.Where(tally => !replaced.Contains(tally.Id))];
    }

    /// <summary>Whether a table's count is in.</summary>
    public static TallyState StateOf(IReadOnlyCollection<Tally> ofTable)
    {
        if (ofTable.Count == 0) return TallyState.Missing;
        var standing = Standing(ofTable);
        // Two entries that replace each other leave none.
        return !standing.IsEmpty && standing.All(tally => IsEqual(tally.Counted, standing[0].Counted))
            ? TallyState.Counted
            : TallyState.Differs;
    }

    private static TableCount? Agreed(IGrouping<TableId, Tally> ofTable)
    {
        var tallies = ofTable.ToList();
        if (StateOf(tallies) != TallyState.Counted) return null;
        var standing = Standing(tallies);
        var first = standing[0].Counted;
        var conditions = Texts(standing.SelectMany(tally => tally.Counted.Conditions));
        return new(ofTable.Key, first.TookPart, first.Counts, conditions);
    }

    // Two people who count the same hands may write down different words: both were said.
    private static bool IsEqual(EnterTally one, EnterTally other) =>
        one.Present == other.Present && one.TookPart == other.TookPart && one.Counts.SequenceEqual(other.Counts);

    private static ImmutableArray<string> Texts(IEnumerable<string> texts)
    {
        return [.. texts.Select(text => text.Trim())
            .GroupBy(text => text, StringComparer.OrdinalIgnoreCase)
            .Select(same => same.Min(StringComparer.Ordinal)!)];
    }
}
