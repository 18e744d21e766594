using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Meetings;

/// <summary>A group's meetings in one list: recorded meetings, and planned ones without a record.</summary>
internal static class MeetingList
{
    /// <summary>
    /// Merges the two. A meeting logged with an ID of its own replaces the one that the pattern planned at that time.
    /// </summary>
    public static ImmutableArray<MeetingLine> Of(
        IEnumerable<PlannedMeeting> planned, IReadOnlyCollection<Meeting> recorded, bool counts)
    {
        var ids = recorded.Select(m => m.Id).ToHashSet();
        var times = recorded.Where(m => m.Logged).Select(m => (m.HeldOn, m.StartsAt)).ToHashSet();
        var open = planned.Where(p => !ids.Contains(p.Id) && !times.Contains((p.On, p.StartsAt)))
            .Select(p => new MeetingLine(
                p.Id,
                p.On,
                p.StartsAt,
                p.Cancelled ? MeetingState.Cancelled : MeetingState.Planned,
                Logged: false,
                HeadCount: null));
        return [.. recorded.Select(m => Line(m, counts))
            .Concat(open)
            .OrderBy(line => line.HeldOn)
            .ThenBy(line => line.StartsAt)];
    }

    private static MeetingLine Line(Meeting meeting, bool counts)
    {
        var attendance = meeting.Attendance;
        var state = meeting.State(attendance);
        return new(
            meeting.Id,
            meeting.HeldOn,
            meeting.StartsAt,
            state,
            meeting.Logged,
            counts && state == MeetingState.Held ? attendance.HeadCount : null);
    }
}
