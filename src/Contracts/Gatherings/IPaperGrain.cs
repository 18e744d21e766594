using Orleans.Concurrency;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What a gathering has on paper. A side of the same grain as <see cref="IGatheringGrain"/>. Whoever holds a slip or a
/// table's code needs to be nobody: the code is the right.
/// </summary>
[GrainInterfaceType("peernet.gathering.paper"), Alias("peernet.gathering.paper")]
public interface IPaperGrain : IGrainWithStringKey
{
    /// <summary>A keeper has slips made for a table.</summary>
    [Alias("make-slips")]
    Task<Result<TableDetails>> MakeSlips(TableId table, MakeSlips make, Caller by);

    /// <summary>What is to be printed, for keepers.</summary>
    [Alias("get")]
    Task<Result<Paper>> GetPaper(Caller by);

    /// <summary>What a slip can answer (code <c>gathering.unknown-code</c>).</summary>
    [Alias("find-slip"), AlwaysInterleave]
    Task<Result<SlipDetails>> FindSlip(string code);

    /// <summary>Answers an open question with a slip, or answers it otherwise.</summary>
    [Alias("spend-slip")]
    Task<Result<SlipAnswer>> Spend(QuestionId question, SpendSlip slip);

    /// <summary>A keeper takes a table's code back and makes another.</summary>
    [Alias("change-code")]
    Task<Result<TableDetails>> ChangeCode(TableId table, ChangeCode change, Caller by);

    /// <summary>The table of a code (code <c>gathering.unknown-code</c>).</summary>
    [Alias("find-table"), AlwaysInterleave]
    Task<Result<TableRight>> FindTable(string code);

    /// <summary>What a table can enter, and what was entered from this device.</summary>
    [Alias("get-sheets"), AlwaysInterleave]
    Task<Result<TableSheets>> GetSheets(TableRight right, string device);

    /// <summary>
    /// Whoever holds a table's paper enters what it has counted (code <c>gathering.question-state</c> before the
    /// question is opened, and never otherwise).
    /// </summary>
    [Alias("enter")]
    Task<Result<Written<TallyDetails>>> EnterAt(
        TableRight right, string device, QuestionId question, TallyId tally, EnterTally counted);

    /// <summary>Destroys keys that are no longer needed.</summary>
    [Alias("tidy")]
    Task TidyKeys();
}
