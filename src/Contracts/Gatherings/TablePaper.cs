using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>What is printed for a gathering, for its keepers.</summary>
/// <param name="Tables">Its tables.</param>
[GenerateSerializer, Immutable, Alias("peernet.paper")]
public sealed record Paper([property: Id(0)] ImmutableArray<TablePaper> Tables);

/// <summary>What is printed for one table.</summary>
/// <param name="TableId">The table.</param>
/// <param name="Code">Its code, to be typed on the day of the gathering.</param>
/// <param name="Right">The right to enter its counts, in a QR code; it works while the gathering is on.</param>
/// <param name="Slips">The codes of its slips.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-paper")]
public sealed record TablePaper(
    [property: Id(0)] TableId TableId,
    [property: Id(1)] string Code,
    [property: Id(2)] string Right,
    [property: Id(3)] ImmutableArray<string> Slips);

/// <summary>
/// Which code a table has: the body of PUT gatherings/{id}/tables/{tableId}/code. Each code takes back the one before.
/// </summary>
/// <param name="Number">1 is the first; the next is one more, up to 100.</param>
[GenerateSerializer, Immutable, Alias("peernet.change-code")]
public sealed record ChangeCode([property: Id(0)] int Number);

/// <summary>The right of whoever holds a table's paper, as a device keeps it.</summary>
/// <param name="GatheringId">The gathering.</param>
/// <param name="TableId">The table.</param>
/// <param name="Right">128 bits, in hexadecimal digits.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-right")]
public sealed record TableRight(
    [property: Id(0)] GatheringId GatheringId,
    [property: Id(1)] TableId TableId,
    [property: Id(2)] string Right);

/// <summary>What whoever holds a table's paper can enter, and what was entered from their device.</summary>
/// <param name="Title">What the gathering is called.</param>
/// <param name="Table">The table.</param>
/// <param name="Questions">What is counted and stays as it is, in its order: it was opened, or is to come.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-sheets")]
public sealed record TableSheets(
    [property: Id(0)] string Title,
    [property: Id(1)] TableDetails Table,
    [property: Id(2)] ImmutableArray<TableSheet> Questions);

/// <summary>A question to a table.</summary>
/// <param name="Question">The question.</param>
/// <param name="Table">Whether the table's count is in.</param>
/// <param name="Mine">What was entered from this device.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-sheet")]
public sealed record TableSheet(
    [property: Id(0)] QuestionDetails Question,
    [property: Id(1)] TalliedTable Table,
    [property: Id(2)] ImmutableArray<TallyDetails> Mine);
