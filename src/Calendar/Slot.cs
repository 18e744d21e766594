using System.Globalization;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>A meeting in a group's pattern, before anyone has planned, cancelled or logged it.</summary>
internal static class Slot
{
    /// <summary>The meeting's id, the same on every phone: it is derived from
    /// <c>peernet.slot/{group}/2026-03-03T19:00</c>.</summary>
    public static MeetingId SlotId(GroupId group, DateOnly on, TimeOnly startsAt)
    {
        FormattableString name = $"peernet.slot/{group}/{on:yyyy-MM-dd}T{startsAt:HH:mm}";
        return Ids.Of<MeetingId>(name.ToString(CultureInfo.InvariantCulture));
    }
}
