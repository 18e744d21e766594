using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>
/// What one slip has answered to a question that is open, under the key of the question. Neither the code nor the
/// choices can be read without it.
/// </summary>
/// <param name="Question">The question.</param>
/// <param name="Table">The table.</param>
/// <param name="Mark">Always the same for the same slip.</param>
/// <param name="Sealed">The choices.</param>
internal sealed record SpentSlip(QuestionId Question, TableId Table, string Mark, string Sealed);

/// <summary>What the slips of a table have answered to a question that is closed.</summary>
/// <param name="Question">The question.</param>
/// <param name="Table">The table.</param>
/// <param name="TookPart">How many slips were used.</param>
internal sealed record SlipSum(QuestionId Question, TableId Table, int TookPart)
{
    /// <summary>How many chose each option.</summary>
    [MaxItems(GatheringFields.MaxOptions)]
    public ImmutableArray<int> Counts { get; init; } = [];

    /// <summary>The same as a count of the table.</summary>
    public TableCount AsCount => new(Table, TookPart, Counts, []);
}
