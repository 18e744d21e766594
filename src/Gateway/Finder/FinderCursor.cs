using System.Buffers.Text;
using System.Text;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Finder;

/// <summary>Where a card stands in an order: by the order's own key, then by ids.</summary>
internal readonly record struct Rank(long Key, Guid Id, string Area) : IComparable<Rank>
{
    public int CompareTo(Rank other) =>
        Key != other.Key ? Key.CompareTo(other.Key)
        : Id != other.Id ? Id.CompareTo(other.Id)
        : string.CompareOrdinal(Area, other.Area);
}

/// <summary>Where the next page starts: after the last card of this one, in the order that the first page had.</summary>
/// <param name="Rank">The last card.</param>
/// <param name="At">The instant of the first page, in whole seconds.</param>
/// <param name="Query">The query's fingerprint.</param>
internal sealed record FinderCursor(Rank Rank, DateTimeOffset At, long Query)
{
    private const byte Version = 1;
    private const int Fixed = 1 + 8 + 16 + 8 + 8;

    /// <summary>As it stands in an address.</summary>
    public override string ToString()
    {
        var bytes = new byte[Fixed + Rank.Area.Length];
        bytes[0] = Version;
        BitConverter.TryWriteBytes(bytes.AsSpan(1), Rank.Key);
        Rank.Id.TryWriteBytes(bytes.AsSpan(9));
        BitConverter.TryWriteBytes(bytes.AsSpan(25), At.ToUnixTimeSeconds());
        BitConverter.TryWriteBytes(bytes.AsSpan(33), Query);
        Encoding.ASCII.GetBytes(Rank.Area, bytes.AsSpan(Fixed));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads what <see cref="ToString"/> wrote.</summary>
    public static FinderCursor? Read(string text)
    {
        if (text.Length > 200 || !Base64Url.IsValid(text)) return null;
        var bytes = Base64Url.DecodeFromChars(text);
        if (bytes.Length <= Fixed || bytes[0] != Version || !AreaId.TryParse(Encoding.ASCII.GetString(bytes.AsSpan(Fixed)), out var area)) return null;
        var seconds = BitConverter.ToInt64(bytes, 25);
        if (seconds is < 0 or > 200_000_000_000) return null;
        return new(new(BitConverter.ToInt64(bytes, 1), new Guid(bytes.AsSpan(9, 16)), area.Value), DateTimeOffset.FromUnixTimeSeconds(seconds), BitConverter.ToInt64(bytes, 33));
    }
}
