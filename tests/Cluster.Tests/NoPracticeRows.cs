using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Practices;

namespace PeerNet.Cluster.Tests;

/// <summary>An area without practices.</summary>
internal sealed class NoPracticeRows : IPracticeRows
{
    private static readonly IReadOnlyList<AreaRow> None = [];

    public Task<IReadOnlyList<AreaRow>> Waiting(GroupId group, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> Shown(GroupId? group, int limit) => Task.FromResult(None);
}
