using Orleans.Concurrency;

namespace PeerNet.Contracts.Groups;

/// <summary>Whether other areas may know of a group. A side of the same grain as <see cref="IGroupGrain"/>.</summary>
[GrainInterfaceType("peernet.group.welcome"), Alias("peernet.group.welcome")]
public interface IWelcomeGrain : IGrainWithStringKey
{
    /// <summary>Whether a coordinator has welcomed it, or the area welcomes every group.</summary>
    [Alias("is-welcomed"), AlwaysInterleave]
    Task<bool> IsWelcomed();

    /// <summary>Lets people in other areas find the group (code <c>access.coordinators-only</c>).</summary>
    [Alias("welcome")]
    Task<Result<GroupDetails>> Welcome(Caller by, IfMatch ifMatch);

    /// <summary>
    /// Withdraws the welcome: the group disappears from other areas. Guests and connections that it has stay.
    /// </summary>
    [Alias("withdraw")]
    Task<Result<GroupDetails>> Withdraw(Caller by, IfMatch ifMatch);
}
