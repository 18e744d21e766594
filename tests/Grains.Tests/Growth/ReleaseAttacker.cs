using PeerNet.Contracts.Growth;
using PeerNet.Grains.Growth;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>
/// Somebody who reads every release, knows the rule, leads the largest group of a cell, and has learned the area's
/// exact total from elsewhere. Counts what that tells them.
/// </summary>
internal sealed class ReleaseAttacker
{
    private const int MinValues = 5;

    /// <summary>Numbers that are known to within fewer than five values.</summary>
    public int Narrowed { get; private set; }

    /// <summary>Numbers that are known exactly.</summary>
    public int Recovered { get; private set; }

    /// <summary>Numbers that cannot be true.</summary>
    public int Untrue { get; private set; }

    /// <summary>Totals that are not the sum of what is published.</summary>
    public int TotalsThatTell { get; private set; }

    /// <summary>Numbers that two leads who compare notes can take apart until one group is left.</summary>
    public int SingledOut { get; private set; }

    /// <summary>Numbers that tell the lead of the largest group how few others came.</summary>
    public int FewOthers { get; private set; }

    /// <summary>Numbers that changed after their release.</summary>
    public int Changed { get; private set; }

    /// <summary>How many numbers were published, and how many were held back.</summary>
    public (int Published, int HeldBack) Seen { get; private set; }

    /// <summary>Notes that say that somebody met.</summary>
    public int NotesThatTell { get; private set; }

    /// <summary>
    /// Sums of the network that, less what areas have published, leave something of what is held back.
    /// </summary>
    public int SumsThatTell { get; private set; }

    public int Findings
    {
        get
        {
            return Narrowed + Recovered + Untrue + TotalsThatTell + SingledOut + FewOthers + Changed
                + NotesThatTell + SumsThatTell;
        }
    }

    /// <summary>Reads the release of one month.</summary>
    public void Read(FigureMonth truth, ReleasedTable table)
    {
        var cells = table.People.Select(cell => (Cell: cell, Truth: truth.Cells[(int)cell.For])).ToList();
        foreach (var (cell, exact) in cells.Where(one => one.Cell.People is not null))
        {
            var values = ValuesOf(cell.People!.Value, exact.Largest, table.Rule);
            if (exact.People < values.From || exact.People > values.To) Untrue++;
            else Learn(values.To - values.From + 1, int.MaxValue);
            if (exact.Groups.Length - 2 < 2) SingledOut++;
            if (values.To - exact.Largest < table.Rule.MinPeople) FewOthers++;
        }
        if ((table.SumOfPublished ?? 0) != table.People.Sum(cell => cell.People ?? 0)) TotalsThatTell++;
        Subtract(truth, table, [.. cells.Where(one => one.Cell.People is null).Select(one => one.Truth)]);
        Seen = (Seen.Published + table.People.Count(cell => !cell.HeldBack),
            Seen.HeldBack + table.People.Count(cell => cell.HeldBack));
    }

    /// <summary>Compares two months that follow one another.</summary>
    public void Compare(ReleasedTable before, ReleasedTable after)
    {
        foreach (var (earlier, later) in before.People.Zip(after.People))
        {
            if (earlier.People is not { } one || later.People is not { } other) continue;
            var first = ValuesOf(one, 0, before.Rule);
            var second = ValuesOf(other, 0, after.Rule);
            Learn(second.To - first.From - (second.From - first.To) + 1, int.MaxValue);
        }
    }

    /// <summary>Reads a month a second time, after the erasure of somebody who came.</summary>
    public void ReadAgain(ReleasedTable before, ReleasedTable after) =>
        Changed += before.People.Zip(after.People).Count(pair => pair.First != pair.Second);

    /// <summary>Reads the notes on a month whose counts may be held back.</summary>
    public void ReadNotes(ReleasedMonth month)
    {
        if (month.Table.GroupsThatMet is null) NotesThatTell += month.CorrectionsNotedOn.Length;
    }

    /// <summary>Subtracts from the network's sums what each area has published.</summary>
    public void Subtract(NetworkMonth network, IReadOnlyList<ReleasedTable> published)
    {
        foreach (var cell in network.People)
            Subtract(cell.People.Sum, published.Select(table => table.People[(int)cell.For].People));
        Subtract(network.SumOfPublished, published.Select(table => table.SumOfPublished));
        Subtract(network.GroupsThatMet.Sum, published.Select(table => table.GroupsThatMet));
        Subtract(network.MeetingsHeld.Sum, published.Select(table => table.MeetingsHeld));
    }

    // A sum of nothing that is zero would say that nobody came.
    private void Subtract(int? sum, IEnumerable<int?> published)
    {
        var known = published.OfType<int>().ToList();
        if (sum != (known.Count > 0 ? known.Sum() : null)) SumsThatTell++;
    }

    // The exact total less what is published leaves the sum of what is held back.
    private void Subtract(FigureMonth truth, ReleasedTable table, List<FigureCell> hidden)
    {
        if (hidden.Count == 0) return;
        var total = truth.Cells.Sum(cell => cell.People);
        var published = table.People.Where(cell => cell.People is not null)
            .Select(cell => ValuesOf(cell.People!.Value, 0, table.Rule)).ToList();
        var least = total - published.Sum(one => one.To);
        var most = total - published.Sum(one => one.From);
        foreach (var cell in hidden)
        {
            var from = hidden.Count == 1 ? Math.Max(cell.Largest, least) : cell.Largest;
            Learn(most - from + 1, total - cell.Largest + 1);
            if (hidden.Count > 1) Learn(most - cell.Largest + 1, total - cell.Largest + 1);
            var others = hidden.Where(other => other != cell).Select(other => other.Largest).DefaultIfEmpty().Max();
            if (hidden.Count > 1) Learn(most - others + 1, total - others + 1);
        }
    }

    // What the release adds: somebody who leads nine of ten people knew the tenth without it.
    private void Learn(int values, int valuesBefore)
    {
        if (values >= MinValues || values >= valuesBefore) return;
        Narrowed++;
        if (values <= 1) Recovered++;
    }

    private static (int From, int To) ValuesOf(int rounded, int largest, DisclosureTerms rule)
    {
        var byShare = ((largest * 100) + rule.MaxSharePercent - 1) / rule.MaxSharePercent;
        var lowest = Math.Max(rounded - (rule.RoundTo / 2), Math.Max(rule.MinPeople, byShare));
        return (lowest, rounded + ((rule.RoundTo - 1) / 2));
    }
}
