using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>The tables of a gathering.</summary>
internal sealed partial record Gathering
{
    /// <summary>Lays a table, or changes how it is called or how many people sit at it.</summary>
    public Result<Gathering> Lay(TableId id, LayTable lay, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (GatheringRules.Check(lay) is { } wrong) return wrong;
        var known = Find(id);
        // One that was taken away comes back with the codes that it had.
        var before = known ?? TakenAway.FirstOrDefault(away => away.Id == id) ?? new(id, lay.Label, lay.Present);
        var table = before with { Label = lay.Label, Present = lay.Present };
        if (Tables.Contains(table)) return this;
        if (IsOver) return GatheringRefusals.State;
        if (Tables.Any(other => other.Label == lay.Label && other.Id != id)) return GatheringRefusals.LabelTaken;
        var counted = PresentAt(id);
        if (lay.Present < counted) return GatheringRefusals.FewerThanCounted(Words<Animal>.Of(lay.Label), counted);
        return this with
        {
            Tables = known is null ? Tables.Add(table) : Tables.Replace(known, table),
            TakenAway = TakenAway.RemoveAll(away => away.Id == id),
        };
    }

    /// <summary>
    /// Takes away a table at which nobody sits, so that it does not count as missing. No count changes.
    /// While a question is asked, no keeper can make another table the only one, whose figures all would read.
    /// </summary>
    /// <param name="id">The table.</param>
    /// <param name="said">The tables that have said something, which is kept beside the gathering.</param>
    /// <param name="by">The caller.</param>
    public Result<Gathering> TakeAway(TableId id, ImmutableArray<TableId> said, Caller by)
    {
        if (Plan is null) return GatheringRefusals.NotFound;
        if (KeptFor(by) is null) return GatheringRefusals.KeepersOnly;
        if (TakenAway.Any(away => away.Id == id)) return this;
        if (Find(id) is not { } table) return GatheringRefusals.TableNotFound;
        if (IsOver) return GatheringRefusals.State;
        if (table.Present > 0 || HasCounted(id) || said.Contains(id) || Questions.Any(question => question.IsAsked))
            return GatheringRefusals.TableInUse;
        return this with { Tables = Tables.Remove(table), TakenAway = TakenAway.Add(table) };
    }

    /// <summary>A table, or null.</summary>
    public Table? Find(TableId id) => Tables.FirstOrDefault(table => table.Id == id);

    private int PresentAt(TableId table) =>
        Questions.Select(question => SpentAt(question.Id, table)).Append(CountedAt(table)).Max();

    // What an entry has replaced was a mistake.
    private int CountedAt(TableId table)
    {
        return Tallies.Where(tally => tally.Counted.TableId == table)
            .GroupBy(tally => tally.Question)
            .SelectMany(question => Entries.Standing([.. question]))
            .Select(tally => tally.Counted.Present)
            .DefaultIfEmpty()
            .Max();
    }

    // What was corrected since, or is left out, was counted all the same.
    private bool HasCounted(TableId table)
    {
        return Tallies.Any(tally => tally.Counted.TableId == table) || Slips.Any(slip => slip.Table == table)
            || SlipSums.Any(sum => sum.Table == table);
    }
}
