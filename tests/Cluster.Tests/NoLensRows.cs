using PeerNet.Grains.Areas;
using PeerNet.Grains.Lenses;

namespace PeerNet.Cluster.Tests;

/// <summary>An area whose coordinators have added no lens.</summary>
internal sealed class NoLensRows : ILensRows
{
    public Task<IReadOnlyList<AreaRow>> Newest(int limit) => Task.FromResult<IReadOnlyList<AreaRow>>([]);
}
