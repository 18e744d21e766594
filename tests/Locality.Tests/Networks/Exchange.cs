using System.IO.Compression;
using System.Text;

namespace PeerNet.Locality.Tests.Networks;

/// <summary>
/// A request from one area's Gateway to another's, and the response, both decrypted.
/// </summary>
internal sealed record Exchange(
    string From, string To, string Request, byte[] RequestBody, string Answer, byte[] AnswerBody)
{
    /// <summary>Whether it hands in a letter.</summary>
    public bool IsLetter => Request.StartsWith("POST", StringComparison.Ordinal);

    /// <summary>The body of the request, unpacked.</summary>
    public string Asked => Text(Request, RequestBody);

    /// <summary>The body of the response, unpacked.</summary>
    public string Answered => Text(Answer, AnswerBody);

    /// <summary>Both sides of it, as evidence of what is between the two.</summary>
    public IEnumerable<Piece> Pieces()
    {
        var zone = Zones.Link(From, To);
        var line = Request.Split('\n')[0];
        yield return new(zone, $"{From} asks {To}: {line}", [.. Encoding.UTF8.GetBytes(Request), .. RequestBody]);
        // Apart from its head, so that what is packed is unpacked from its beginning.
        yield return new(zone, $"{To} answers {From}: head of {line}", Encoding.UTF8.GetBytes(Answer));
        yield return new(zone, $"{To} answers {From}: {line}", AnswerBody);
    }

    private static string Text(string head, byte[] body)
    {
        using var stream = new MemoryStream(body);
        using var plain = Plain(head, stream);
        using var reader = new StreamReader(plain, Encoding.UTF8);
        return reader.ReadToEnd();
    }

    private static Stream Plain(string head, MemoryStream body)
    {
        if (head.Contains("Content-Encoding: br", StringComparison.Ordinal))
            return new BrotliStream(body, CompressionMode.Decompress);
        if (head.Contains("Content-Encoding: gzip", StringComparison.Ordinal))
            return new GZipStream(body, CompressionMode.Decompress);
        return body;
    }
}
