namespace PeerNet.Locality.Tests.Scanning;

/// <summary>Capitals as small letters, byte by byte.</summary>
internal static class Fold
{
    private const ulong Each = 0x0101_0101_0101_0101, HighBits = 0x80 * Each;

    /// <summary>A copy of the bytes with A to Z as a to z.</summary>
    public static byte[] Small(ReadOnlySpan<byte> bytes)
    {
        var small = bytes.ToArray();
        for (var at = 0; at < small.Length; at++)
        {
            if ((uint)(small[at] - 'A') <= 'Z' - 'A') small[at] |= 0x20;
        }
        return small;
    }

    /// <summary>Eight bytes with A to Z as a to z.</summary>
    public static ulong Small(ulong eight)
    {
        // In a copy without high bits, no sum carries into the next byte.
        var low = eight & ~HighBits;
        var isLetter = (low + (0x80 - 'A') * Each) & ~(low + (0x7F - 'Z') * Each) & ~eight & HighBits;
        return eight | isLetter >> 2;
    }
}
