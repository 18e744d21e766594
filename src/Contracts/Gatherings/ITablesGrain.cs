using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// Who comes to a gathering, and what becomes of its tables once they are laid. A side of the same grain as
/// <see cref="IGatheringGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.gathering.tables"), Alias("peernet.gathering.tables")]
public interface ITablesGrain : IGrainWithStringKey
{
    /// <summary>
    /// A keeper says how many of their group come, and what they need, until the day after its day (code
    /// <c>gathering.state</c>).
    /// </summary>
    [Alias("say-coming")]
    Task<Result<GatheringDetails>> SayComing(GroupId group, PeopleComing coming, Caller by, IfMatch ifMatch = default);

    /// <summary>Forgets who comes, two days after its day; before that nothing happens.</summary>
    [Alias("forget-coming")]
    Task ForgetComing();

    /// <summary>
    /// Takes away a table at which nobody sits, if nothing was counted, answered or said there (code
    /// <c>gathering.table-in-use</c>).
    /// </summary>
    [Alias("take-away")]
    Task<Result<Done>> TakeAway(TableId table, Caller by);
}
