using Orleans.Concurrency;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>
/// What a role says is in its way. Refusals have a code of <see cref="LimitRefusals"/> or <see cref="RoleRefusals"/>.
/// </summary>
[GrainInterfaceType("peernet.limit"), Alias("peernet.limit")]
public interface ILimitGrain : IGrainWithStringKey
{
    /// <summary>A role claims it.</summary>
    [Alias("claim")]
    Task<Result<Written<LimitDetails>>> Claim(ClaimLimit claim, Caller by);

    /// <summary>The limit, for everybody who is signed in.</summary>
    [Alias("get"), AlwaysInterleave]
    Task<Result<LimitDetails>> Get(Caller by);

    /// <summary>A coordinator says who checked it, and how.</summary>
    [Alias("check")]
    Task<Result<LimitDetails>> Check(CheckLimit check, Caller by);

    /// <summary>Somebody says for their group why it doubts it.</summary>
    [Alias("dispute")]
    Task<Result<LimitDetails>> Dispute(GroupId group, DisputeLimit dispute, Caller by);

    /// <summary>The role that claimed it, or a coordinator, says how it has changed.</summary>
    [Alias("change")]
    Task<Result<LimitDetails>> Change(ChangeLimit change, Caller by);

    /// <summary>A coordinator takes words out, such as a name, wherever they were said.</summary>
    [Alias("take-out")]
    Task<Result<LimitDetails>> TakeOut(TakeOutWords takeOut, Caller by);
}
