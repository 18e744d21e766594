using PeerNet.Grains.Areas;
using PeerNet.Grains.Sentences;

namespace PeerNet.Cluster.Tests;

/// <summary>An area without sentences.</summary>
internal sealed class NoSentenceRows : ISentenceRows
{
    public Task<IReadOnlyList<AreaRow>> Newest(int limit) => Task.FromResult<IReadOnlyList<AreaRow>>([]);
}
