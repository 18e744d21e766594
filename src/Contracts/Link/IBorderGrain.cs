using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Link;

/// <summary>To which other areas the border is closed: nothing goes there and no letter of theirs comes in.</summary>
[GrainInterfaceType("peernet.border"), Alias("peernet.border")]
public interface IBorderGrain : IGrainWithStringKey
{
    /// <summary>Closes the border to an area (code <c>access.coordinators-only</c>).</summary>
    [Alias("close")]
    Task<Result<Done>> Close(AreaId to, Caller by);

    /// <summary>Opens it again.</summary>
    [Alias("open")]
    Task<Result<Done>> Open(AreaId to, Caller by);

    /// <summary>The areas it is closed to.</summary>
    [Alias("closed"), AlwaysInterleave]
    Task<ImmutableArray<AreaId>> GetClosed();
}
