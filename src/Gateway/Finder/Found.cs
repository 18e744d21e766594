using System.Buffers;
using System.Numerics;

namespace PeerNet.Gateway.Finder;

/// <summary>The cards of one search, as a bitmap from the pool: at a million cards a new one for each step would keep the garbage collector busy.</summary>
internal sealed class Found : IDisposable
{
    private readonly ulong[] bits;
    private readonly int words;

    /// <summary>An empty one for that many card numbers.</summary>
    public Found(int numbers)
    {
        words = (numbers + 63) >> 6;
        bits = ArrayPool<ulong>.Shared.Rent(Math.Max(words, 1));
        Clear();
    }

    public Span<ulong> Bits => bits.AsSpan(0, words);

    public int Words => words;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in Bits) count += BitOperations.PopCount(word);
            return count;
        }
    }

    public void Clear() => Bits.Clear();

    public Found Copy()
    {
        var copy = new Found(words << 6);
        Bits.CopyTo(copy.Bits);
        return copy;
    }

    /// <summary>Leaves only cards that are in that set; none when there is no such set.</summary>
    public void Keep(CardSet? set)
    {
        if (set is null) Clear();
        else set.AndInto(Bits);
    }

    /// <summary>Leaves only cards that are in any of those sets.</summary>
    public void KeepAny(IEnumerable<CardSet?> sets)
    {
        using var union = new Found(words << 6);
        foreach (var set in sets) set?.OrInto(union.Bits);
        Keep(union);
    }

    /// <summary>Leaves only those of which that is so.</summary>
    public void Keep(Func<int, bool> isSo)
    {
        for (var word = 0; word < words; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1)
            {
                if (!isSo((word << 6) + BitOperations.TrailingZeroCount(left))) bits[word] &= ~(left & (~left + 1));
            }
        }
    }

    public void Keep(Found other) => CardSet.Each<And>(Bits, other.Bits);

    public void Drop(Found other) => CardSet.Each<AndNot>(Bits, other.Bits);

    public void Drop(CardSet? set) => set?.OutOf(Bits);

    public void Add(Found other) => CardSet.Each<Or>(Bits, other.Bits);

    /// <summary>Whether any of a set is among these.</summary>
    public bool Meets(CardSet set) => set.Meets(Bits);

    /// <summary>Those of a set that are among these.</summary>
    public IEnumerable<int> Among(CardSet set) => set.In(bits).TakeWhile(number => number >> 6 < words);

    /// <summary>All of them, in the order of their numbers.</summary>
    public IEnumerable<int> Numbers()
    {
        for (var word = 0; word < words; word++)
        {
            for (var left = bits[word]; left != 0; left &= left - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }

    public void Dispose() => ArrayPool<ulong>.Shared.Return(bits);
}
