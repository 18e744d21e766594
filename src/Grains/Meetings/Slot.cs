using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Meetings;

/// <summary>The place of a meeting in a group's pattern, before anyone has planned, cancelled or logged it.</summary>
internal static class Slot
{
    /// <summary>The meeting's id, the same from every phone: a UUID version 8 (RFC 9562 5.8) of <c>peernet.slot/{group}/2026-03-03T19:00</c> in SHA-256.</summary>
    public static MeetingId SlotId(GroupId group, DateOnly on, TimeOnly startsAt)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"peernet.slot/{group}/{on:yyyy-MM-dd}T{startsAt:HH:mm}");
        var bytes = SHA256.HashData(Encoding.UTF8.GetBytes(name)).AsSpan(0, 16);
        bytes[6] = (byte)(bytes[6] & 0x0F | 0x80);
        bytes[8] = (byte)(bytes[8] & 0x3F | 0x80);
        return new(new Guid(bytes, bigEndian: true));
    }
}
