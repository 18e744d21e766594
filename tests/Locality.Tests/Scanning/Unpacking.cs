using System.IO.Compression;
using System.Text;
using System.Text.RegularExpressions;

namespace PeerNet.Locality.Tests.Scanning;

/// <summary>
/// What is inside bytes that were packed: gzip, zlib, deflate, Brotli, hex as PostgreSQL writes it, base64; and what is
/// packed in that.
/// </summary>
internal static partial class Unpacking
{
    private const int MaxDepth = 3, MaxLength = 16 * 1024 * 1024, MaxPieceLength = 1024 * 1024;

    /// <summary>Each thing found inside, and how it was packed.</summary>
    public static IEnumerable<(string How, byte[] Bytes)> Inside(byte[] bytes, int depth = 1)
    {
        if (depth > MaxDepth) yield break;
        foreach (var (how, inner) in OneLayer(bytes))
        {
            yield return ($" in {how}", inner);
            foreach (var (deeper, innermost) in Inside(
                inner, depth + 1)) yield return ($"{deeper} in {how}", innermost);
        }
    }

    private static IEnumerable<(string How, byte[] Bytes)> OneLayer(byte[] bytes)
    {
        for (var at = 0; at + 2 < bytes.Length; at++)
        {
            if (bytes[at] == 0x1F && bytes[at + 1] == 0x8B && bytes[at + 2] == 8 && Unpacked(bytes, at, stream =>
                new GZipStream(stream, CompressionMode.Decompress)) is { } zipped) yield return ("gzip", zipped);
            if (bytes[at] == 0x78 && (bytes[at] << 8 | bytes[at + 1]) % 31 == 0 && Unpacked(
                bytes,
                at,
                stream => new ZLibStream(stream, CompressionMode.Decompress)) is { } zlib) yield return ("zlib", zlib);
        }
        var latin = Encoding.Latin1.GetString(bytes);
        foreach (Match run in Hex().Matches(latin))
            yield return ("hex", Convert.FromHexString(latin.AsSpan(run.Index + 2, (run.Length - 2) & ~1)));
        foreach (Match run in PackedBase64().Matches(latin))
        {
            var coded = run.Value.Replace('-', '+').Replace('_', '/');
            yield return ("base64", Convert.FromBase64String(coded[..(coded.Length & ~3)]));
        }
        // These two have no mark at their beginning: whole pieces that are no text are tried.
        if (bytes.Length > MaxPieceLength || IsText(bytes)) yield break;
        if (Unpacked(bytes, 0, stream => new BrotliStream(stream, CompressionMode.Decompress)) is { } brotli)
            yield return ("brotli", brotli);
        if (Unpacked(bytes, 0, stream => new DeflateStream(stream, CompressionMode.Decompress)) is { } deflated)
            yield return ("deflate", deflated);
    }

    private static bool IsText(byte[] bytes) =>
        System.Text.Unicode.Utf8.IsValid(bytes) && !bytes.AsSpan().ContainsAnyInRange((byte)0, (byte)8);

    // Keep what was unpacked before the error: the end may be missing.
    private static byte[]? Unpacked(byte[] bytes, int from, Func<Stream, Stream> open)
    {
        using var packed = new MemoryStream(bytes, from, bytes.Length - from, writable: false);
        using var stream = open(packed);
        using var inner = new MemoryStream();
        var buffer = new byte[8192];
        try
        {
            while (inner.Length < MaxLength && stream.Read(buffer) is > 0 and var read) inner.Write(buffer, 0, read);
        }
        catch (Exception broken) when (broken is InvalidDataException or InvalidOperationException or IOException)
        {
            return Enough(inner);
        }
        return Enough(inner);
    }

    private static byte[]? Enough(MemoryStream inner) => inner.Length >= 8 ? inner.ToArray() : null;

    [GeneratedRegex(@"\\x[0-9a-fA-F]{16,}")]
    private static partial Regex Hex();

    // gzip begins like this in base64.
    [GeneratedRegex("H4sI[A-Za-z0-9+/_-]{12,}")]
    private static partial Regex PackedBase64();
}
