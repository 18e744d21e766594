using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>
/// The areas to which the border is closed: nothing is sent to them and none of their letters is accepted.
/// </summary>
[GrainInterfaceType("peernet.border"), Alias("peernet.border")]
public interface IBorderGrain : IGrainWithStringKey
{
    /// <summary>Closes the border to an area (code <c>access.coordinators-only</c>).</summary>
    [Alias("close")]
    Task<Result<Done>> Close(AreaId to, Caller by);

    /// <summary>Reopens the border.</summary>
    [Alias("open")]
    Task<Result<Done>> Open(AreaId to, Caller by);

    /// <summary>The areas it is closed to.</summary>
    [Alias("closed"), AlwaysInterleave]
    Task<ImmutableArray<AreaId>> GetClosed();
}
