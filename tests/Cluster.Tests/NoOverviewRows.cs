using PeerNet.Grains.Areas;

namespace PeerNet.Cluster.Tests;

/// <summary>An area whose overview nobody keeps.</summary>
internal sealed class NoOverviewRows : IOverviewRows
{
    public Task<IReadOnlyList<OverviewChange>> After(long change) =>
        Task.FromResult<IReadOnlyList<OverviewChange>>([]);
}
