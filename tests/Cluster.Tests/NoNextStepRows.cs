using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;
using PeerNet.Grains.NextSteps;

namespace PeerNet.Cluster.Tests;

/// <summary>An area without next steps.</summary>
internal sealed class NoNextStepRows : INextStepRows
{
    private static readonly IReadOnlyList<AreaRow> None = [];

    public Task<IReadOnlyList<AreaRow>> Unfinished(GroupId? group, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> Kept(GroupId? group, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<KeptShare>> Shares(DateOnly today) => Task.FromResult<IReadOnlyList<KeptShare>>([]);
}
