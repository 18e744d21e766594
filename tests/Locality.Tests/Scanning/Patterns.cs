using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace PeerNet.Locality.Tests.Scanning;

/// <summary>
/// Looks for thousands of patterns at once: the eight bytes at each place are looked up in a small filter, which nearly
/// always says no.
/// </summary>
internal sealed class Patterns
{
    private const int Bits = 20, Key = sizeof(ulong);

    private readonly Dictionary<ulong, List<Pattern>> byStart = [];
    private readonly ulong[] filter = new ulong[1 << (Bits - 6)];
    private readonly bool folded;

    /// <param name="patterns">Each of at least eight bytes.</param>
    /// <param name="folded">Whether they are in small letters, and found in capitals too.</param>
    public Patterns(IEnumerable<Pattern> patterns, bool folded)
    {
        this.folded = folded;
        foreach (var pattern in patterns)
        {
            var start = BinaryPrimitives.ReadUInt64LittleEndian(pattern.Bytes);
            (CollectionsMarshal.GetValueRefOrAddDefault(byStart, start, out _) ??= []).Add(pattern);
            var bit = Bit(start);
            filter[bit >> 6] |= 1UL << (bit & 63);
        }
    }

    /// <summary>Each pattern that is in the bytes, once for each place.</summary>
    public IReadOnlyList<Pattern> In(ReadOnlySpan<byte> bytes)
    {
        List<Pattern> found = [];
        for (; bytes.Length >= Key; bytes = bytes[1..])
        {
            var start = BinaryPrimitives.ReadUInt64LittleEndian(bytes);
            if (folded) start = Fold.Small(start);
            var bit = Bit(start);
            if ((filter[bit >> 6] >> (bit & 63) & 1) == 0 || !byStart.TryGetValue(start, out var likely)) continue;
            foreach (var pattern in likely)
            {
                if (IsAtStart(pattern.Bytes, bytes)) found.Add(pattern);
            }
        }
        return found;
    }

    private bool IsAtStart(byte[] sought, ReadOnlySpan<byte> bytes)
    {
        if (!folded) return bytes.StartsWith(sought);
        return bytes.Length >= sought.Length && Fold.Small(bytes[..sought.Length]).AsSpan().SequenceEqual(sought);
    }

    private static int Bit(ulong start) => (int)(start * 0x9E3779B97F4A7C15 >> (64 - Bits));
}
