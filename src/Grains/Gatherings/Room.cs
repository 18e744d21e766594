using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Grains.Gatherings;

/// <summary>What the tables of a room have counted, added up.</summary>
/// <param name="Boxes">The boxes of a table's sheet.</param>
/// <param name="Voices">How many chose each of them.</param>
/// <param name="People">How many people that was.</param>
internal sealed record Room(ImmutableArray<string> Boxes, ImmutableArray<int> Voices, int People)
{
    /// <summary>The sum of those tables.</summary>
    public static Room Of(
        QuestionKind kind, ImmutableArray<string> boxes, IReadOnlyCollection<TableCount> tables)
    {
        return new(
            boxes,
            [.. boxes.Select((_, box) => tables.Sum(table => table.Counts[box]))],
            tables.Sum(table => table.People(kind)));
    }

    /// <summary>Each box, with what there is to say about it.</summary>
    public ImmutableArray<OptionResult> Each(Func<int, OptionResult, OptionResult> say) =>
        [.. Voices.Select((voices, box) => say(voices, new() { Box = Boxes[box] }))];

    /// <summary>How many in a hundred chose a box, to the nearest.</summary>
    public int PercentOf(int box) => (200 * Voices[box] + People) / (2 * People);

    /// <summary>The place of an option with that many voices; equals share it.</summary>
    public int PlaceOf(int voices) => 1 + Voices.Count(other => other > voices);
}

/// <summary>What a room has said, in words.</summary>
/// <param name="Finding">What came of it.</param>
/// <param name="Options">Its options, in the order of the sheet.</param>
internal sealed record Reading(Finding Finding, ImmutableArray<OptionResult> Options);

/// <summary>A box of a table's sheet with more voices than there can be.</summary>
/// <param name="Box">The box.</param>
/// <param name="Max">How many there can be.</param>
internal sealed record Excess(string Box, int Max);
