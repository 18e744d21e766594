using System.Numerics;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>
/// Which documents have which facets: a row for every 64 documents, with a machine word for each facet. Counting reads
/// the rows in which a search found something, each from one stretch of memory. Posting lists would cost a cache miss
/// for each facet.
/// </summary>
/// <param name="columns">How many facets it has from the start.</param>
internal sealed class FacetMatrix(int columns = 0)
{
    /// <summary>Enough for the facets of most answers. A row of them takes 16 bytes a document.</summary>
    public const int MaxColumns = 128;

    // A cache line.
    private const int WidthStep = 8;

    private ulong[][] chunks = [];
    private int width = (columns + WidthStep - 1) / WidthStep * WidthStep;

    /// <summary>How many facets it has.</summary>
    public int Columns { get; private set; } = columns;

    /// <summary>Adds a facet that these documents have, and returns its column.</summary>
    public int AddColumn(PostingList documents)
    {
        if (Columns == width) Widen();
        Span<ulong> bits = stackalloc ulong[PostingChunk.Words];
        for (var at = 0; at < documents.Chunks; at++)
        {
            if (documents.Chunk(at) is not { } chunk) continue;
            bits.Clear();
            chunk.OrInto(bits);
            MakeRoom(at);
            for (var row = 0; row < bits.Length; row++) chunks[at][row * width + Columns] = bits[row];
        }
        return Columns++;
    }

    /// <summary>Gives a document a facet.</summary>
    public void Add(int column, int id)
    {
        MakeRoom(id >> 16);
        Row(id)[column] |= 1UL << id;
    }

    /// <summary>Takes every facet from a document.</summary>
    public void Remove(int id)
    {
        if (id >> 16 >= chunks.Length) return;
        foreach (ref var column in Row(id)) column &= ~(1UL << id);
    }

    /// <summary>How many of the documents in a bitmap have each facet, by column.</summary>
    public int[] CountIn(ReadOnlySpan<ulong> found)
    {
        var counts = new int[Columns];
        for (var at = 0; at < chunks.Length * PostingChunk.Words && at < found.Length; at++)
        {
            var word = found[at];
            if (word == 0) continue;
            var row = Row(at << 6);
            for (var column = 0; column < row.Length && column < counts.Length; column++)
            {
                counts[column] += BitOperations.PopCount(row[column] & word);
            }
        }
        return counts;
    }

    private Span<ulong> Row(int id) => chunks[id >> 16].AsSpan((ushort)id / 64 * width, Columns);

    private void MakeRoom(int chunk)
    {
        while (chunk >= chunks.Length) chunks = [.. chunks, new ulong[PostingChunk.Words * width]];
    }

    private void Widen()
    {
        var wider = width + WidthStep;
        for (var at = 0; at < chunks.Length; at++)
        {
            var rows = new ulong[PostingChunk.Words * wider];
            for (var row = 0; row < PostingChunk.Words; row++)
            {
                chunks[at].AsSpan(row * width, width).CopyTo(rows.AsSpan(row * wider));
            }
            chunks[at] = rows;
        }
        width = wider;
    }
}
