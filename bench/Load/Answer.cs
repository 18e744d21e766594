using System.Buffers.Text;
using System.Text;

namespace PeerNet.Bench.Load;

/// <summary>
/// An answer, of which as much is read as shows whether it is right; reading all of it would measure the reader.
/// </summary>
internal readonly record struct Answer(int Status, byte[] Body)
{
    /// <summary>The head count that it tells, or -1.</summary>
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

    /// <summary>Stops the run unless the answer is the one that is due.</summary>
    public Answer Expect(bool right, string what)
    {
        return right
            ? this
            : throw new InvalidDataException($"{what} was answered with {Status}: {Encoding.UTF8.GetString(Body)}");
    }
}
