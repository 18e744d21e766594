namespace PeerNet.Locality.Tests.Scanning;

/// <summary>Capitals as small letters, byte by byte.</summary>
internal static class Fold
{
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
}
