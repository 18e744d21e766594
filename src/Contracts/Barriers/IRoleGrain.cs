using Orleans.Concurrency;

namespace PeerNet.Contracts.Barriers;

/// <summary>
/// A role that answers barriers, such as a council's housing lead. Refusals have a code of
/// <see cref="RoleRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.role"), Alias("peernet.role")]
public interface IRoleGrain : IGrainWithStringKey
{
    /// <summary>A coordinator names it, and who answers for it.</summary>
    [Alias("put")]
    Task<Result<Written<RoleDetails>>> Put(NameRole name, Caller by);

    /// <summary>The role, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<RoleDetails>> Get(Caller by);

    /// <summary>What it is called, and who answers for it; for other grains.</summary>
    [Alias("standing"), AlwaysInterleave]
    Task<RoleStanding> GetStanding();
}
