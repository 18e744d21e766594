namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What becomes of the tables of a gathering once they are laid. A side of the same grain as
/// <see cref="IGatheringGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.gathering.tables"), Alias("peernet.gathering.tables")]
public interface ITablesGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes away a table at which nobody sits, if nothing was counted, answered or said there (code
    /// <c>gathering.table-in-use</c>).
    /// </summary>
    [Alias("take-away")]
    Task<Result<Done>> TakeAway(TableId table, Caller by);
}
