namespace PeerNet.Gateway.Finder.Index;

/// <summary>The part of a posting list that lies in one block of 65,536 document ids: sorted ids of two bytes each
/// while they are few, a bitmap once they are many.</summary>
/// <param name="maxIds">The most ids kept as a sorted array.</param>
internal sealed class PostingChunk(int maxIds)
{
    /// <summary>Document ids in a chunk.</summary>
    public const int Size = 1 << 16;

    /// <summary>Machine words of its bitmap.</summary>
    public const int Words = Size / 64;

    private ushort[] ids = [];
    private ulong[]? bits;

    public int Count { get; private set; }

    private ReadOnlySpan<ushort> Ids => ids.AsSpan(0, Count);

    public bool Contains(ushort id) => bits is null ? Ids.BinarySearch(id) >= 0 : (bits[id >> 6] >> id & 1) != 0;

    public bool Add(ushort id)
    {
        if (bits is null && Count == maxIds) ConvertToBitmap();
        if (bits is null) return Insert(id);
        if (Contains(id)) return false;
        bits[id >> 6] |= 1UL << id;
        Count++;
        return true;
    }

    public bool Remove(ushort id)
    {
        if (!Contains(id)) return false;
        if (bits is not null) bits[id >> 6] &= ~(1UL << id);
        else
        {
            var at = Ids.BinarySearch(id);
            Array.Copy(ids, at + 1, ids, at, Count - at - 1);
        }
        Count--;
        return true;
    }

    public void OrInto(Span<ulong> target)
    {
        if (bits is not null) Bitmap.Or(target, bits);
        else foreach (var id in Ids) target[id >> 6] |= 1UL << id;
    }

    public void AndInto(Span<ulong> target)
    {
        if (bits is not null)
        {
            Bitmap.And(target, bits);
            return;
        }
        var all = Ids;
        var written = 0;
        for (var at = 0; at < all.Length && all[at] >> 6 < target.Length;)
        {
            var word = all[at] >> 6;
            var mask = 0UL;
            for (; at < all.Length && all[at] >> 6 == word; at++) mask |= 1UL << all[at];
            target[written..word].Clear();
            target[word] &= mask;
            written = word + 1;
        }
        target[written..].Clear();
    }

    public void AndNotInto(Span<ulong> target)
    {
        if (bits is not null) Bitmap.AndNot(target, bits);
        else foreach (var id in Ids) target[id >> 6] &= ~(1UL << id);
    }

    public bool Intersects(ReadOnlySpan<ulong> other)
    {
        if (bits is not null) return Bitmap.Intersects(bits, other);
        foreach (var id in Ids)
        {
            if (id >> 6 >= other.Length) return false;
            if ((other[id >> 6] >> id & 1) != 0) return true;
        }
        return false;
    }

    /// <summary>How many of these documents are in a bitmap of the same chunk.</summary>
    public int CountIn(ReadOnlySpan<ulong> other)
    {
        if (bits is not null) return Bitmap.CountAnd(bits, other);
        var count = 0;
        foreach (var id in Ids) count += (int)(other[id >> 6] >> id) & 1;
        return count;
    }

    /// <summary>Adds to a list those of these documents that are in a bitmap of the same chunk.</summary>
    public void Collect(ReadOnlySpan<ulong> other, int firstId, List<int> into)
    {
        if (bits is null)
        {
            foreach (var id in Ids)
            {
                if ((other[id >> 6] >> id & 1) != 0) into.Add(firstId + id);
            }
            return;
        }
        for (var word = 0; word < other.Length; word++)
        {
            for (var left = bits[word] & other[word]; left != 0; left &= left - 1)
            {
                into.Add(firstId + (word << 6) + System.Numerics.BitOperations.TrailingZeroCount(left));
            }
        }
    }

    private bool Insert(ushort id)
    {
        var at = Count == 0 || id > ids[Count - 1] ? Count : ~Ids.BinarySearch(id);
        if (at < 0) return false;
        if (Count == ids.Length) Array.Resize(ref ids, Math.Min(maxIds, Math.Max(8, Count + Count / 4)));
        Array.Copy(ids, at, ids, at + 1, Count - at);
        ids[at] = id;
        Count++;
        return true;
    }

    private void ConvertToBitmap()
    {
        var all = new ulong[Words];
        OrInto(all);
        bits = all;
        ids = [];
    }
}
