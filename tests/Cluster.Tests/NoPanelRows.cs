using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Panels;

namespace PeerNet.Cluster.Tests;

/// <summary>An area without panels.</summary>
internal sealed class NoPanelRows : IPanelRows
{
    public Task<IReadOnlyList<AreaRow>> OfGroup(GroupId group, int limit) =>
        Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<IReadOnlyList<string>> HeldBy(DateOnly day, int limit) => Task.FromResult<IReadOnlyList<string>>([]);
}
