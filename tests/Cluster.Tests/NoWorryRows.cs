using PeerNet.Grains.Areas;
using PeerNet.Grains.Worries;

namespace PeerNet.Cluster.Tests;

/// <summary>An area where nobody worries.</summary>
internal sealed class NoWorryRows : IWorryRows
{
    private static readonly IReadOnlyList<AreaRow> None = [];

    public Task<IReadOnlyList<AreaRow>> Oldest(string state, int skip, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> Newest(string state, int skip, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> WrittenBy(Guid writer, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<Guid>> Naming(Guid person, int limit) => Task.FromResult<IReadOnlyList<Guid>>([]);
}
