using PeerNet.Contracts.Barriers;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Barriers;

namespace PeerNet.Cluster.Tests;

/// <summary>An area where nothing stands in anybody's way.</summary>
internal sealed class NoBarrierRows : IBarrierRows
{
    private static readonly IReadOnlyList<AreaRow> None = [];

    public Task<IReadOnlyList<AreaRow>> Open(int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> Settled(int limit) => Task.FromResult(None);

    public Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit) => Task.FromResult(None);

    public Task<AnswerShares> Answers(DateOnly today) => Task.FromResult(new AnswerShares(today.Year, null));

    public Task<IReadOnlyList<AreaRow>> Newest(string kind, int limit) => Task.FromResult(None);
}
