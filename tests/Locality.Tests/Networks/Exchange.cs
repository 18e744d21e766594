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
}
