using PeerNet.Grains.Gatherings;

namespace PeerNet.Cluster.Tests;

/// <summary>The keys of an area that has no folder for them.</summary>
internal sealed class NoPaperKeys : IPaperKeys
{
    public bool AreKept => false;

    public IEnumerable<Guid> Gatherings => [];

    public Task<byte[]?> Find(Guid gathering, Guid name) => Task.FromResult<byte[]?>(null);

    public Task<byte[]?> FindOrMake(Guid gathering, Guid name) => Task.FromResult<byte[]?>(null);

    public void DestroyAllBut(Guid gathering, IReadOnlySet<Guid> names)
    {
    }
}
