using System.Collections.Immutable;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Growth;

namespace PeerNet.Cluster.Tests;

/// <summary>An area whose figures nobody counts.</summary>
internal sealed class NoGrowthRows : IGrowthRows
{
    public Task<ImmutableDictionary<DateOnly, Figures>> Read(
        string scope, GrowthBy by, DateOnly from, DateOnly to) =>
        Task.FromResult(ImmutableDictionary<DateOnly, Figures>.Empty);

    public Task<(DateOnly On, int Behind)> Counted() => Task.FromResult((default(DateOnly), 0));

    public Task<IReadOnlyList<AreaRow>> Offers(Guid group) => Task.FromResult<IReadOnlyList<AreaRow>>([]);
}
