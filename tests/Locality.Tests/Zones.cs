namespace PeerNet.Locality.Tests;

/// <summary>Where something can be: in an area, between two areas, or where all areas' words come together.</summary>
internal static class Zones
{
    /// <summary>
    /// What one process, or one database server, tells of all areas at once; in life there is no such place.
    /// </summary>
    public const string Together = "together";

    /// <summary>The link between two areas, in both directions.</summary>
    public static string Link(string one, string other) =>
        string.CompareOrdinal(one, other) < 0 ? $"{one} | {other}" : $"{other} | {one}";
}

/// <summary>A piece of evidence: bytes that someone in a zone could see or store.</summary>
/// <param name="Zone">Whose it is.</param>
/// <param name="Where">What it is.</param>
/// <param name="Bytes">The bytes.</param>
/// <param name="ForOperators">Whether operators see it: a log line, a trace or a metric.</param>
/// <param name="Packed">Whether to search inside compressed or encoded parts too.</param>
/// <param name="InMemory">Whether it is the memory of a running process.</param>
internal sealed record Piece(
    string Zone, string Where, byte[] Bytes, bool ForOperators = false, bool Packed = true, bool InMemory = false);

/// <summary>A canary in a piece of evidence.</summary>
internal sealed record Finding(Canary Canary, string Encoding, Piece Piece, string Unpacked)
{
    /// <summary>Whether it must not be there.</summary>
    public bool IsLeak => !Canary.MayBeIn(Piece);

    public override string ToString() =>
        $"{Canary.Home}'s {Canary.What} as {Encoding}{Unpacked} in {Piece.Zone}: {Piece.Where}";
}
