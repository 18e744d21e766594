using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>Bitwise operations over bitmaps, several machine words at once. Words that only one side has are
/// left.</summary>
internal static class Bitmap
{
    public static void Or(Span<ulong> target, ReadOnlySpan<ulong> other) => Combine<OrStep>(target, other);

    public static void And(Span<ulong> target, ReadOnlySpan<ulong> other) => Combine<AndStep>(target, other);

    public static void AndNot(Span<ulong> target, ReadOnlySpan<ulong> other) => Combine<AndNotStep>(target, other);

    /// <summary>How many bits are set.</summary>
    public static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits) count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many bits are set in both.</summary>
    public static int CountAnd(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var length = Math.Min(one.Length, other.Length);
        ref var left = ref MemoryMarshal.GetReference(one);
        ref var right = ref MemoryMarshal.GetReference(other);
        // Four sums of their own, so that no addition waits for the one before.
        long first = 0, second = 0, third = 0, fourth = 0;
        var at = 0;
        for (; at + 4 <= length; at += 4)
        {
            first += BitOperations.PopCount(Unsafe.Add(ref left, at) & Unsafe.Add(ref right, at));
            second += BitOperations.PopCount(Unsafe.Add(ref left, at + 1) & Unsafe.Add(ref right, at + 1));
            third += BitOperations.PopCount(Unsafe.Add(ref left, at + 2) & Unsafe.Add(ref right, at + 2));
            fourth += BitOperations.PopCount(Unsafe.Add(ref left, at + 3) & Unsafe.Add(ref right, at + 3));
        }
        for (; at < length; at++) first += BitOperations.PopCount(one[at] & other[at]);
        return (int)(first + second + third + fourth);
    }

    /// <summary>Whether any bit is set in both.</summary>
    public static bool Intersects(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var length = Math.Min(one.Length, other.Length);
        var left = MemoryMarshal.Cast<ulong, Vector<ulong>>(one[..length]);
        var right = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[..length]);
        for (var at = 0; at < left.Length; at++)
        {
            if ((left[at] & right[at]) != default) return true;
        }
        for (var at = left.Length * Vector<ulong>.Count; at < length; at++)
        {
            if ((one[at] & other[at]) != 0) return true;
        }
        return false;
    }

    private static void Combine<TStep>(Span<ulong> target, ReadOnlySpan<ulong> other) where TStep : IStep
    {
        var length = Math.Min(target.Length, other.Length);
        var left = MemoryMarshal.Cast<ulong, Vector<ulong>>(target[..length]);
        var right = MemoryMarshal.Cast<ulong, Vector<ulong>>(other[..length]);
        for (var at = 0; at < left.Length; at++) left[at] = TStep.Apply(left[at], right[at]);
        for (var at = left.Length * Vector<ulong>.Count; at < length; at++)
        {
            target[at] = TStep.Apply(new Vector<ulong>(target[at]), new Vector<ulong>(other[at]))[0];
        }
    }

    private interface IStep
    {
        static abstract Vector<ulong> Apply(Vector<ulong> one, Vector<ulong> other);
    }

    private readonly struct OrStep : IStep
    {
        public static Vector<ulong> Apply(Vector<ulong> one, Vector<ulong> other) => one | other;
    }

    private readonly struct AndStep : IStep
    {
        public static Vector<ulong> Apply(Vector<ulong> one, Vector<ulong> other) => one & other;
    }

    private readonly struct AndNotStep : IStep
    {
        public static Vector<ulong> Apply(Vector<ulong> one, Vector<ulong> other) => Vector.AndNot(one, other);
    }
}
