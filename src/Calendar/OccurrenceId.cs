using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>
/// The ID of an occurrence, the same on every phone: derived from its group, its series and its original day, whatever
/// its time. It is a UUID version 8 (RFC 9562 5.8) of 48 bits that stand for the group, 18 for the day and 56 for all
/// three together, so the group can be found from the ID alone, and then checked.
/// </summary>
internal static class OccurrenceId
{
    private const int Version = 8;
    private const int DayBits = 18;

    private static readonly DateOnly FirstDay = new(2000, 1, 1);

    /// <summary>
    /// The ID. Its second part is the beginning of the SHA-256 of
    /// <c>peernet.occurrence/{group}/{series}/2026-03-03</c>.
    /// </summary>
    public static MeetingId Derive(GroupId group, string series, DateOnly day)
    {
        Span<byte> bytes = stackalloc byte[16];
        HashOfGroup(group)[..6].CopyTo(bytes);
        FormattableString name = $"peernet.occurrence/{group}/{series}/{day:yyyy-MM-dd}";
        Hash(name.ToString(CultureInfo.InvariantCulture))[..7].CopyTo(bytes[9..]);
        var days = day.DayNumber - FirstDay.DayNumber & (1 << DayBits) - 1;
        bytes[6] = (byte)(Version << 4 | days >> 14);
        bytes[7] = (byte)(days >> 6);
        bytes[8] = (byte)(0x80 | days & 0x3F);
        return new(new Guid(bytes, bigEndian: true));
    }

    /// <summary>Whether the ID is derived from some group, so that no one-off meeting may have it.</summary>
    public static bool IsDerived(MeetingId id) => id.Value.Version == Version;

    /// <summary>What every ID derived from that group begins with, as 12 hexadecimal digits.</summary>
    public static string TagOf(GroupId group) => Convert.ToHexStringLower(HashOfGroup(group)[..6]);

    /// <summary>The tag of the group that an ID may be derived from. Another group may have the same tag.</summary>
    public static string TagOf(MeetingId id) => Convert.ToHexStringLower(BytesOf(id).AsSpan(0, 6));

    /// <summary>The original day of a derived ID.</summary>
    public static DateOnly DayOf(MeetingId id)
    {
        var bytes = BytesOf(id);
        return FirstDay.AddDays((bytes[6] & 0x0F) << 14 | bytes[7] << 6 | bytes[8] & 0x3F);
    }

    private static ReadOnlySpan<byte> HashOfGroup(GroupId group) => Hash($"peernet.group/{group}");

    private static byte[] Hash(string words) => SHA256.HashData(Encoding.UTF8.GetBytes(words));

    private static byte[] BytesOf(MeetingId id) => id.Value.ToByteArray(bigEndian: true);
}
