using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Collections.Immutable;
using PeerNet.Contracts.Areas;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>
/// Hides each area's numbers under masks that cancel out in the sum: of two areas, one adds their mask and the other
/// takes it away. Whoever adds up sees nothing else. All of it is modulo 2 to the power of 32.
/// </summary>
internal static class Blinding
{
    // More than all people of all tables of all areas could raise hands.
    private const uint MaxSum = 100_000;

    /// <summary>An area's numbers under its masks with each of the others.</summary>
    /// <param name="own">The area.</param>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="masks">Its masks with each other area.</param>
    public static ImmutableArray<uint> Hide(
        AreaId own, ImmutableArray<int> numbers, IReadOnlyDictionary<AreaId, ImmutableArray<uint>> masks)
    {
        return [.. numbers.Select((number, place) => masks.Aggregate(
            unchecked((uint)number),
            (hidden, other) => IsFirst(own, other.Key)
                ? unchecked(hidden + other.Value[place])
                : unchecked(hidden - other.Value[place])))];
    }

    /// <summary>The sum of what all areas have sent; null if it cannot be one.</summary>
    public static ImmutableArray<int>? Sum(IReadOnlyList<ImmutableArray<uint>> sent)
    {
        var sums = sent[0].Select((_, place) => sent.Aggregate(0u, (sum, one) => unchecked(sum + one[place])));
        return sums.All(sum => sum <= MaxSum) && sums.First() > 0 ? [.. sums.Select(sum => (int)sum)] : null;
    }

    /// <summary>Those numbers as they cross; always of the same length.</summary>
    public static string Write(ImmutableArray<uint> numbers)
    {
        var bytes = new byte[sizeof(uint) * numbers.Length];
        foreach (var (place, number) in numbers.Index())
            BinaryPrimitives.WriteUInt32BigEndian(bytes.AsSpan(sizeof(uint) * place), number);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads that many numbers; null if they are not that many.</summary>
    public static ImmutableArray<uint>? Read(string text, int count)
    {
        var bytes = new byte[sizeof(uint) * count];
        var read = Base64Url.DecodeFromChars(text, bytes, out _, out var length);
        if (read != OperationStatus.Done || length != bytes.Length) return null;
        return [.. Enumerable.Range(0, count)
            .Select(place => BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(sizeof(uint) * place)))];
    }

    private static bool IsFirst(AreaId one, AreaId other) => string.CompareOrdinal(one.Value, other.Value) < 0;
}
