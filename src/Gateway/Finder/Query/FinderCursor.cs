using System.Buffers.Text;
using System.Text;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Finder.Query;

/// <summary>Where the next page starts: after the last card of this one, in the order that the first page
/// had.</summary>
/// <param name="After">The sort key of the last card.</param>
/// <param name="At">The instant of the first page, in whole seconds.</param>
/// <param name="Query">The query's fingerprint.</param>
internal sealed record FinderCursor(SortKey After, DateTimeOffset At, long Query)
{
    private const byte Version = 1;
    private const int FixedLength = 1 + 8 + 16 + 8 + 8;
    private const int MaxLength = 200;
    private const long MaxSeconds = 200_000_000_000;

    /// <summary>As it appears in a URL.</summary>
    public override string ToString()
    {
        var bytes = new byte[FixedLength + After.Area.Length];
        bytes[0] = Version;
        BitConverter.TryWriteBytes(bytes.AsSpan(1), After.Value);
        After.Id.TryWriteBytes(bytes.AsSpan(9));
        BitConverter.TryWriteBytes(bytes.AsSpan(25), At.ToUnixTimeSeconds());
        BitConverter.TryWriteBytes(bytes.AsSpan(33), Query);
        Encoding.ASCII.GetBytes(After.Area, bytes.AsSpan(FixedLength));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote; null when it is something else.</summary>
    public static FinderCursor? Read(string text)
    {
        if (text.Length > MaxLength || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= FixedLength || bytes[0] != Version) return null;
        if (!AreaId.TryParse(Encoding.ASCII.GetString(bytes.AsSpan(FixedLength)), out var area)) return null;
        var seconds = BitConverter.ToInt64(bytes, 25);
        if (seconds is < 0 or > MaxSeconds) return null;
        var after = new SortKey(BitConverter.ToInt64(bytes, 1), new Guid(bytes.AsSpan(9, 16)), area.Value);
        return new(after, DateTimeOffset.FromUnixTimeSeconds(seconds), BitConverter.ToInt64(bytes, 33));
    }
}
