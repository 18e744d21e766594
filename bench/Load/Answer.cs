using System.Buffers.Text;
using System.Text;

namespace PeerNet.Bench.Load;

/// <summary>
/// A response, read only as far as needed to check it; reading all of it would measure the client.
/// </summary>
internal readonly record struct Answer(int Status, byte[] Body)
{
    /// <summary>The head count in it, or -1.</summary>
    public int HeadCount
    {
        get
        {
            var body = Body.AsSpan();
            var place = body.IndexOf("\"headCount\":"u8);
            return place >= 0 && Utf8Parser.TryParse(body[(place + 12)..], out int count, out _) ? count : -1;
        }
    }

    /// <summary>How many people it names.</summary>
    public int People => Body.AsSpan().Count("\"memberId\":"u8);

    /// <summary>Stops the run unless the response is the expected one.</summary>
    public Answer Expect(bool right, string what)
    {
        return right
            ? this
            : throw new InvalidDataException($"{what} was answered with {Status}: {Encoding.UTF8.GetString(Body)}");
    }
}
