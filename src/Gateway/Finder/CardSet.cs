using System.Numerics;
using System.Runtime.InteropServices;

namespace PeerNet.Gateway.Finder;

/// <summary>A set of card numbers: a sorted list while few, a bitmap when many. It changes the bitmap of a search in place, so that a search makes no sets of its own.</summary>
internal sealed class CardSet
{
    // A bitmap is worth its room from one card in 128 on; one that came to hold fewer than one in 256 is a list again when it must grow.
    private const int FewMost = 64, Thick = 128, Thin = 256;

    private int[] few = [];
    private ulong[]? many;

    public int Count { get; private set; }

    public bool Contains(int number) =>
        many is null ? Array.BinarySearch(few, 0, Count, number) >= 0
        : number >> 6 < many.Length && (many[number >> 6] & (1UL << number)) != 0;

    public void Add(int number)
    {
        if (many is not null && number >> 6 >= many.Length) Grow(number);
        if (many is null) AddToFew(number);
        else if (!Contains(number)) (many[number >> 6], Count) = (many[number >> 6] | (1UL << number), Count + 1);
    }

    public void Remove(int number)
    {
        if (many is null)
        {
            if (Array.BinarySearch(few, 0, Count, number) is not (>= 0 and var at)) return;
            Array.Copy(few, at + 1, few, at, --Count - at);
        }
        else if (Contains(number)) (many[number >> 6], Count) = (many[number >> 6] & ~(1UL << number), Count - 1);
    }

    /// <summary>Adds these cards to a bitmap.</summary>
    public void OrInto(Span<ulong> bits)
    {
        if (many is null) foreach (var number in few.AsSpan(0, Count)) bits[number >> 6] |= 1UL << number;
        else Each<Or>(bits, many);
    }

    /// <summary>Leaves in a bitmap only these cards.</summary>
    public void AndInto(Span<ulong> bits)
    {
        if (many is not null)
        {
            Each<And>(bits, many);
            if (many.Length < bits.Length) bits[many.Length..].Clear();
            return;
        }
        var written = 0;
        for (var at = 0; at < Count;)
        {
            var (word, mask) = (few[at] >> 6, 0UL);
            for (; at < Count && few[at] >> 6 == word; at++) mask |= 1UL << few[at];
            bits[written..word].Clear();
            bits[word] &= mask;
            written = word + 1;
        }
        bits[written..].Clear();
    }

    /// <summary>Takes these cards out of a bitmap.</summary>
    public void OutOf(Span<ulong> bits)
    {
        if (many is null) foreach (var number in few.AsSpan(0, Count)) bits[number >> 6] &= ~(1UL << number);
        else Each<AndNot>(bits, many);
    }

    /// <summary>Whether any of these cards is in a bitmap.</summary>
    public bool Meets(ReadOnlySpan<ulong> bits)
    {
        if (many is null)
        {
            foreach (var number in few.AsSpan(0, Count)) if ((bits[number >> 6] >> number & 1) != 0) return true;
            return false;
        }
        var length = Math.Min(many.Length, bits.Length);
        var ours = MemoryMarshal.Cast<ulong, Vector<ulong>>(many.AsSpan(0, length));
        var theirs = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits[..length]);
        for (var at = 0; at < ours.Length; at++) if ((ours[at] & theirs[at]) != default) return true;
        for (var at = ours.Length * Vector<ulong>.Count; at < length; at++) if ((many[at] & bits[at]) != 0) return true;
        return false;
    }

    /// <summary>How many of these cards are in a bitmap.</summary>
    public int CountIn(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        if (many is null)
        {
            foreach (var number in few.AsSpan(0, Count)) count += (int)(bits[number >> 6] >> number) & 1;
            return count;
        }
        var ours = many.AsSpan(0, Math.Min(many.Length, bits.Length));
        var theirs = bits[..ours.Length];
        for (var at = 0; at < ours.Length; at++) count += BitOperations.PopCount(ours[at] & theirs[at]);
        return count;
    }

    /// <summary>Those of these cards that are in a bitmap, in the order of their numbers.</summary>
    public IEnumerable<int> In(ulong[] bits)
    {
        if (many is null)
        {
            for (var at = 0; at < Count; at++)
            {
                if ((bits[few[at] >> 6] >> few[at] & 1) != 0) yield return few[at];
            }
            yield break;
        }
        for (var word = 0; word < Math.Min(many.Length, bits.Length); word++)
        {
            for (var left = many[word] & bits[word]; left != 0; left &= left - 1) yield return (word << 6) + BitOperations.TrailingZeroCount(left);
        }
    }

    internal static void Each<TStep>(Span<ulong> bits, ReadOnlySpan<ulong> with) where TStep : IStep
    {
        var length = Math.Min(bits.Length, with.Length);
        var left = MemoryMarshal.Cast<ulong, Vector<ulong>>(bits[..length]);
        var right = MemoryMarshal.Cast<ulong, Vector<ulong>>(with[..length]);
        for (var at = 0; at < left.Length; at++) left[at] = TStep.Of(left[at], right[at]);
        for (var at = left.Length * Vector<ulong>.Count; at < length; at++) bits[at] = TStep.Of(new Vector<ulong>(bits[at]), new Vector<ulong>(with[at]))[0];
    }

    private void AddToFew(int number)
    {
        var at = Count == 0 || number > few[Count - 1] ? Count : ~Array.BinarySearch(few, 0, Count, number);
        if (at < 0) return;
        if (Count == few.Length) Array.Resize(ref few, Math.Max(4, Count + Count / 2));
        Array.Copy(few, at, few, at + 1, Count++ - at);
        few[at] = number;
        if (Count <= FewMost || Count * (long)Thick <= few[Count - 1]) return;
        var bits = new ulong[(few[Count - 1] >> 6) + 1];
        OrInto(bits);
        (few, many) = ([], bits);
    }

    private void Grow(int number)
    {
        if (Count * (long)Thin >= number)
        {
            Array.Resize(ref many, Math.Max((number >> 6) + 1, many!.Length + many.Length / 4));
            return;
        }
        few = [.. In(many!)];
        many = null;
    }
}

/// <summary>What becomes of one word of a bitmap under another.</summary>
internal interface IStep
{
    static abstract Vector<ulong> Of(Vector<ulong> one, Vector<ulong> other);
}

internal readonly struct Or : IStep
{
    public static Vector<ulong> Of(Vector<ulong> one, Vector<ulong> other) => one | other;
}

internal readonly struct And : IStep
{
    public static Vector<ulong> Of(Vector<ulong> one, Vector<ulong> other) => one & other;
}

internal readonly struct AndNot : IStep
{
    public static Vector<ulong> Of(Vector<ulong> one, Vector<ulong> other) => Vector.AndNot(one, other);
}
