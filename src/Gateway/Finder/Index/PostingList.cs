namespace PeerNet.Gateway.Finder.Index;

/// <summary>The documents that have a term: a sorted array while they are few, chunks of 65,536 document ids once they
/// are many. A search combines it with a bitmap of its own, so that no new list is made for a step.</summary>
/// <param name="maxIds">The most ids that a chunk keeps as a sorted array. Fewer cost memory and save time.</param>
internal sealed class PostingList(int maxIds = PostingList.Compact)
{
    /// <summary>The choice that costs the least memory: a bitmap where it is no larger than the ids.</summary>
    public const int Compact = PostingChunk.Size / 16;

    /// <summary>The choice for lists that every answer counts.</summary>
    public const int Fast = 256;

    private const int MaxFew = 256;

    private int[] few = [];
    private PostingChunk?[]? chunks;

    public int Count { get; private set; }

    /// <summary>How many blocks of 65,536 ids it reaches into; none while it is short.</summary>
    public int Chunks => chunks?.Length ?? 0;

    private ReadOnlySpan<int> Few => few.AsSpan(0, Count);

    public bool Contains(int id)
    {
        if (chunks is null) return Few.BinarySearch(id) >= 0;
        return Chunk(id >> 16)?.Contains((ushort)id) ?? false;
    }

    public void Add(int id)
    {
        if (chunks is null && Count == MaxFew && !Contains(id)) Split();
        if (chunks is not null)
        {
            if (id >> 16 >= chunks.Length) Array.Resize(ref chunks, (id >> 16) + 1);
            if ((chunks[id >> 16] ??= new(maxIds)).Add((ushort)id)) Count++;
            return;
        }
        var at = Count == 0 || id > few[Count - 1] ? Count : ~Few.BinarySearch(id);
        if (at < 0) return;
        if (Count == few.Length) Array.Resize(ref few, Math.Min(MaxFew, Math.Max(2, Count + Count / 2)));
        Array.Copy(few, at, few, at + 1, Count - at);
        few[at] = id;
        Count++;
    }

    public void Remove(int id)
    {
        if (chunks is not null)
        {
            if (Chunk(id >> 16)?.Remove((ushort)id) == true) Count--;
            if (Count == 0) chunks = null;
            return;
        }
        var at = Few.BinarySearch(id);
        if (at < 0) return;
        Array.Copy(few, at + 1, few, at, Count - at - 1);
        Count--;
    }

    /// <summary>Adds these documents to a bitmap.</summary>
    public void OrInto(Span<ulong> bits)
    {
        if (chunks is null) foreach (var id in Few) bits[id >> 6] |= 1UL << id;
        else for (var at = 0; at < chunks.Length; at++) chunks[at]?.OrInto(Part(bits, at));
    }

    /// <summary>Leaves in a bitmap only these documents.</summary>
    public void AndInto(Span<ulong> bits)
    {
        for (var at = 0; at * PostingChunk.Words < bits.Length && chunks is not null; at++)
        {
            if (Chunk(at) is { } chunk) chunk.AndInto(Part(bits, at));
            else Part(bits, at).Clear();
        }
        if (chunks is not null) return;
        var all = Few;
        var written = 0;
        for (var at = 0; at < all.Length;)
        {
            var word = all[at] >> 6;
            var mask = 0UL;
            for (; at < all.Length && all[at] >> 6 == word; at++) mask |= 1UL << all[at];
            bits[written..word].Clear();
            bits[word] &= mask;
            written = word + 1;
        }
        bits[written..].Clear();
    }

    /// <summary>Takes these documents out of a bitmap.</summary>
    public void AndNotInto(Span<ulong> bits)
    {
        if (chunks is null) foreach (var id in Few) bits[id >> 6] &= ~(1UL << id);
        else for (var at = 0; at < chunks.Length; at++) chunks[at]?.AndNotInto(Part(bits, at));
    }

    /// <summary>Whether any of these documents is in a bitmap.</summary>
    public bool Intersects(ReadOnlySpan<ulong> bits)
    {
        for (var at = 0; at < chunks?.Length; at++)
        {
            if (chunks[at] is { } chunk && chunk.Intersects(Part(bits, at))) return true;
        }
        if (chunks is not null) return false;
        foreach (var id in Few)
        {
            if ((bits[id >> 6] >> id & 1) != 0) return true;
        }
        return false;
    }

    /// <summary>How many of these documents are in a bitmap.</summary>
    public int CountIn(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        if (chunks is null) foreach (var id in Few) count += (int)(bits[id >> 6] >> id) & 1;
        else for (var at = 0; at < chunks.Length; at++) count += chunks[at]?.CountIn(Part(bits, at)) ?? 0;
        return count;
    }

    /// <summary>Adds to a list those of these documents that are in a bitmap, in the order of their ids.</summary>
    public void Collect(ReadOnlySpan<ulong> bits, List<int> into)
    {
        for (var at = 0; at < chunks?.Length; at++) chunks[at]?.Collect(Part(bits, at), at << 16, into);
        if (chunks is not null) return;
        foreach (var id in Few)
        {
            if ((bits[id >> 6] >> id & 1) != 0) into.Add(id);
        }
    }

    /// <summary>The documents of one block of 65,536 ids; null when there are none.</summary>
    public PostingChunk? Chunk(int at) => at < chunks?.Length ? chunks[at] : null;

    private void Split()
    {
        chunks = new PostingChunk?[(few[Count - 1] >> 16) + 1];
        foreach (var id in Few) (chunks[id >> 16] ??= new(maxIds)).Add((ushort)id);
        few = [];
    }

    private static Span<ulong> Part(Span<ulong> bits, int chunk)
    {
        var start = Math.Min(chunk * PostingChunk.Words, bits.Length);
        return bits.Slice(start, Math.Min(PostingChunk.Words, bits.Length - start));
    }

    private static ReadOnlySpan<ulong> Part(ReadOnlySpan<ulong> bits, int chunk)
    {
        var start = Math.Min(chunk * PostingChunk.Words, bits.Length);
        return bits.Slice(start, Math.Min(PostingChunk.Words, bits.Length - start));
    }
}
