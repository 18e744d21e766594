using System.Buffers;
using System.Numerics;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>The documents a search has found so far, as a bitmap from the pool: at a million documents, a new bitmap
/// for each step would keep the garbage collector busy.</summary>
internal sealed class DocumentSet : IDisposable
{
    private readonly ulong[] bits;
    private readonly int words;

    /// <summary>An empty set with room for that many document ids.</summary>
    public DocumentSet(int ids)
    {
        words = (ids + 63) >> 6;
        bits = ArrayPool<ulong>.Shared.Rent(Math.Max(words, 1));
        Clear();
    }

    public Span<ulong> Bits => bits.AsSpan(0, words);

    public int Count => Bitmap.Count(Bits);

    public bool IsEmpty => !Bits.ContainsAnyExcept(0UL);

    public void Clear() => Bits.Clear();

    public DocumentSet Copy()
    {
        var copy = new DocumentSet(words << 6);
        Bits.CopyTo(copy.Bits);
        return copy;
    }

    public void Add(int id) => bits[id >> 6] |= 1UL << id;

    /// <summary>Leaves only documents that are in that list; none when there is no such list.</summary>
    public void And(PostingList? list)
    {
        if (list is null) Clear();
        else list.AndInto(Bits);
    }

    /// <summary>Leaves only documents that are in any of those lists.</summary>
    public void AndAny(IEnumerable<PostingList?> lists)
    {
        var all = lists.Where(list => list is { Count: > 0 }).ToList();
        if (all.Count < 2)
        {
            And(all.FirstOrDefault());
            return;
        }
        using var union = new DocumentSet(words << 6);
        foreach (var list in all) union.Or(list!);
        And(union);
    }

    /// <summary>Leaves only documents for which the condition holds.</summary>
    public void Where(Func<int, bool> condition)
    {
        for (var word = 0; word < words; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                var lowest = left & (~left + 1);
                if (!condition((word << 6) + BitOperations.TrailingZeroCount(left))) bits[word] &= ~lowest;
            }
        }
    }

    public void And(DocumentSet other) => Bitmap.And(Bits, other.Bits);

    public void AndNot(DocumentSet other) => Bitmap.AndNot(Bits, other.Bits);

    public void AndNot(PostingList? list) => list?.AndNotInto(Bits);

    public void Or(DocumentSet other) => Bitmap.Or(Bits, other.Bits);

    public void Or(PostingList list) => list.OrInto(Bits);

    /// <summary>Adds the documents of each list that exists.</summary>
    public void OrAny(IEnumerable<PostingList?> lists)
    {
        foreach (var list in lists) list?.OrInto(Bits);
    }

    /// <summary>Whether any document of a list is among these.</summary>
    public bool Intersects(PostingList list) => list.Intersects(Bits);

    /// <summary>All of them, in the order of their ids.</summary>
    public IEnumerable<int> Ids()
    {
        for (var word = 0; word < words; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                yield return (word << 6) + BitOperations.TrailingZeroCount(left);
            }
        }
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(bits);
}
