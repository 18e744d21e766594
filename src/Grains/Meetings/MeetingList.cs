using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// A group's meetings in one list: those with a record, and those that its series plan. Records decide: whatever days
/// are asked for, a meeting is listed once, on the day it was held, or else the day it is planned for.
/// </summary>
internal static class MeetingList
{
    /// <summary>
    /// Merges the two. A meeting that is logged replaces any other planned for the same evening, because an evening is
    /// logged once.
    /// </summary>
    /// <param name="calendar">The group's calendar.</param>
    /// <param name="recorded">Every record of the group held on one of the days, or planned for one by a
    /// series.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="isInside">Whether to show what only the group's people may see.</param>
    public static ImmutableArray<MeetingLine> Of(
        GroupCalendar calendar, IReadOnlyCollection<Meeting> recorded, DateOnly from, DateOnly to, bool isInside)
    {
        var occurrences = calendar.Occurrences(from, to).ToDictionary(one => one.Id);
        var ids = recorded.Select(meeting => meeting.Id).ToHashSet();
        var logged = recorded.Where(meeting => meeting.Logged)
            .Select(meeting => meeting.Evening)
            .ToLookup(evening => (evening.HeldOn, evening.StartsAt));
        var lines = recorded.Select(meeting => meeting.PlannedAs(occurrences.GetValueOrDefault(meeting.Id)))
            .Where(meeting => meeting is not null && meeting.HeldOn >= from && meeting.HeldOn <= to)
            .Where(meeting => meeting!.Logged || calendar.IsBeforeClosing(meeting.HeldOn))
            .Where(meeting =>
                meeting!.Logged || meeting.Cancelled is not null || !IsLoggedElsewhere(meeting.Evening))
            .Select(meeting => Line(meeting!, calendar, isInside));
        var open = occurrences.Values.Where(one => !ids.Contains(one.Id))
            .Where(one => !IsLoggedElsewhere(new(one.Id, one.Series, one.On, one.StartsAt)));
        return [.. lines.Concat(open.Select(Line)).OrderBy(line => line.HeldOn).ThenBy(line => line.StartsAt)];

        bool IsLoggedElsewhere(LoggedEvening evening)
        {
            return logged[(evening.HeldOn, evening.StartsAt)]
                .Any(other => other.Meeting != evening.Meeting && other.IsSameAs(evening));
        }
    }

    /// <summary>
    /// The meetings that can be missed: evenings of a series from before PeerNet knew the group are left out, unless
    /// somebody has said something about them.
    /// </summary>
    public static IEnumerable<MeetingLine> Known(
        Group group, IReadOnlyCollection<Meeting> recorded, DateOnly from, DateOnly to)
    {
        var said = recorded.Select(meeting => meeting.Id).ToHashSet();
        return Of(group.Calendar, recorded, from, to, isInside: false)
            .Where(line => line.HeldOn >= group.FoundedOn || said.Contains(line.Id));
    }

    /// <summary>Those of them that nobody has logged or cancelled, whether or not they are over.</summary>
    public static IEnumerable<MeetingLine> NotLogged(
        Group group, IReadOnlyCollection<Meeting> recorded, DateOnly from, DateOnly to)
    {
        return Known(group, recorded, from, to)
            .Where(line => line is { Logged: false, State: MeetingState.Planned });
    }

    private static MeetingLine Line(PlannedMeeting planned) => new()
    {
        Id = planned.Id,
        Series = planned.Series,
        OriginalDay = planned.On,
        HeldOn = planned.On,
        StartsAt = planned.StartsAt,
        Minutes = planned.Minutes,
        State = MeetingState.Planned,
        Logged = false,
    };

    private static MeetingLine Line(Meeting meeting, GroupCalendar calendar, bool isInside)
    {
        var attendance = meeting.Attendance;
        var state = meeting.State(attendance);
        return new()
        {
            Id = meeting.Id,
            Series = meeting.Series,
            OriginalDay = meeting.OriginalDay,
            HeldOn = meeting.HeldOn,
            StartsAt = meeting.StartsAt,
            Minutes = meeting.Minutes ?? calendar.MinutesOn(meeting.HeldOn),
            State = state,
            Logged = meeting.Logged,
            HeadCount = isInside && state == MeetingState.Held ? attendance.HeadCount : null,
            Title = meeting.Title,
            Place = isInside ? meeting.Place : meeting.Place?.ForStrangers(),
        };
    }
}
