using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// What the entries for a question come to. They are a set: their order, repeats and batches make no difference, and no
/// entry wins because it came last.
/// </summary>
internal static class Entries
{
    /// <summary>
    /// The count of each table: of its entries if they agree or, if it has none, of its slips. Hands and slips are
    /// never added up: whoever used a slip has raised a hand, too.
    /// </summary>
    public static ImmutableArray<TableCount> Union(IEnumerable<Tally> tallies, IReadOnlyCollection<SlipSum> slips)
    {
        var byHand = tallies.ToLookup(tally => tally.Counted.TableId);
        var hands = byHand.Select(table => Agreed(table.Key, [.. table], SpentAt(table.Key, slips)));
        var others = slips.Where(sum => !byHand.Contains(sum.Table)).Select(sum => sum.AsCount);
        return [.. hands.OfType<TableCount>(), .. others];
    }

    /// <summary>A table's entries that no other entry of it replaces.</summary>
    public static ImmutableArray<Tally> Standing(IReadOnlyCollection<Tally> ofTable)
    {
        var replaced = ofTable.SelectMany(tally => tally.Counted.Replaces).ToHashSet();
        return [.. ofTable.Where(tally => !replaced.Contains(tally.Id))];
    }

    /// <summary>Whether a table's count is in.</summary>
    /// <param name="ofTable">Its entries.</param>
    /// <param name="spent">How many of its slips were used.</param>
    public static TallyState StateOf(IReadOnlyCollection<Tally> ofTable, int spent)
    {
        if (ofTable.Count == 0) return spent > 0 ? TallyState.Slips : TallyState.Missing;
        var standing = Standing(ofTable);
        // Two entries that replace each other leave none.
        if (standing.IsEmpty || standing[0].Counted.TookPart < spent) return TallyState.Differs;
        return standing.All(tally => IsEqual(tally.Counted, standing[0].Counted))
            ? TallyState.Counted
            : TallyState.Differs;
    }

    private static int SpentAt(TableId table, IEnumerable<SlipSum> slips) =>
        slips.Where(sum => sum.Table == table).Sum(sum => sum.TookPart);

    private static TableCount? Agreed(TableId table, IReadOnlyCollection<Tally> tallies, int spent)
    {
        if (StateOf(tallies, spent) != TallyState.Counted) return null;
        var standing = Standing(tallies);
        var first = standing[0].Counted;
        var conditions = Texts(standing.SelectMany(tally => tally.Counted.Conditions));
        return new(table, first.TookPart, first.Counts, conditions);
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
