using PeerNet.Grains.Areas;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Cluster.Tests;

/// <summary>The same as <see cref="NoAreaRows"/>, for gatherings.</summary>
internal sealed class NoGatheringRows : IGatheringRows
{
    public Task<IReadOnlyList<AreaRow>> OfGroup(Guid group) => Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<IReadOnlyList<AreaRow>> OfGroupsFrom(IReadOnlyCollection<Guid> groups, DateOnly from) =>
        OfGroup(default);

    public Task<IReadOnlyList<Guid>> ComingBy(DateOnly day, Guid after, int limit) =>
        Task.FromResult<IReadOnlyList<Guid>>([]);
}
