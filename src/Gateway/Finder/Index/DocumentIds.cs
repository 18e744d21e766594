namespace PeerNet.Gateway.Finder.Index;

/// <summary>Gives out document ids. Once there are many, cards that meet at like times in the same part of the country
/// get ids beside one another, so that whole stretches of a search's bitmap are empty and need not be
/// counted.</summary>
internal sealed class DocumentIds
{
    // So many clusters at most, whatever a neighbour's cards say: each may leave most of a block unused.
    private const int Clusters = 1024;

    private const int ClusteredFrom = 32_768, Block = 64, LargeBlock = 512, LargeBlockFrom = 1024;

    private readonly Cluster[] clusters = [.. Enumerable.Range(0, Clusters + 1).Select(_ => new Cluster())];
    private readonly List<ushort> clusterOfBlock = [];
    private int taken, free, donor;

    /// <summary>One more than the highest id that may have been given out.</summary>
    public int Capacity => clusterOfBlock.Count * Block;

    /// <summary>An id that no document has.</summary>
    /// <param name="likeness">The same for documents that are often found together.</param>
    public int Take(int likeness)
    {
        var cluster = taken < ClusteredFrom ? 0 : 1 + (int)((uint)likeness % Clusters);
        taken++;
        var own = clusters[cluster];
        if (own.Free.Count == 0 && own.Next == own.End && free > Math.Max(taken / 4, LargeBlock))
        {
            own = NextWithFreeIds();
        }
        if (own.Free.TryPop(out var id))
        {
            free--;
            return id;
        }
        if (own.Next == own.End) Extend(own, (ushort)cluster);
        return own.Next++;
    }

    /// <summary>Takes back the id of a document that is gone.</summary>
    public void Return(int id)
    {
        clusters[clusterOfBlock[id / Block]].Free.Push(id);
        taken--;
        free++;
    }

    private Cluster NextWithFreeIds()
    {
        while (clusters[donor].Free.Count == 0) donor = (donor + 1) % clusters.Length;
        return clusters[donor];
    }

    private void Extend(Cluster cluster, ushort at)
    {
        var size = cluster.Size < LargeBlockFrom ? Block : LargeBlock;
        cluster.Next = Capacity;
        cluster.End = cluster.Next + size;
        cluster.Size += size;
        clusterOfBlock.AddRange(Enumerable.Repeat(at, size / Block));
    }

    private sealed class Cluster
    {
        public Stack<int> Free { get; } = [];

        public int Next { get; set; }

        public int End { get; set; }

        public int Size { get; set; }
    }
}
