using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;

namespace PeerNet.Grains.Meetings;

/// <summary>
/// A group's meetings as calendars show them. The list of meetings is the group's own, so both always agree.
/// </summary>
internal static class Publishing
{
    /// <summary>The calendar for a caller; null if there is no such group.</summary>
    /// <param name="group">The group.</param>
    /// <param name="recorded">Every record of the group that <see cref="MeetingList"/> needs.</param>
    /// <param name="from">The first day.</param>
    /// <param name="to">The last day.</param>
    /// <param name="by">The caller.</param>
    public static PublishedCalendar? CalendarFor(
        this Group group, IReadOnlyCollection<Meeting> recorded, DateOnly from, DateOnly to, Caller by)
    {
        if (group.Description is not { } says) return null;
        var isInside = group.Standing.SeenBy(by);
        // Groups that were described before revisions were counted.
        var described = group.Revised ?? new(0, London.StartOf(group.LastConfirmed));
        var records = recorded.ToDictionary(meeting => meeting.Id);
        return new()
        {
            GroupId = group.Id,
            Name = says.Name,
            Format = says.Format,
            Place = isInside ? says.Place : says.Place?.ForStrangers(),
            OnlineLink = isInside ? says.OnlineLink : null,
            Needs = says.Needs,
            RevisedAt = described.At,
            Meetings =
            [
                .. MeetingList.Of(group.Calendar, recorded, from, to, isInside)
                    .Select(line => Published(line, records.GetValueOrDefault(line.Id), described, by) with
                    {
                        Format = says.Schedule?.Series.FirstOrDefault(series => series.Id == line.Series)?.Format,
                    }),
            ],
        };
    }

    // A meeting is different whenever its group or its own record is. Neither number ever falls, so their sum does not.
    private static PublishedMeeting Published(MeetingLine line, Meeting? record, Revision group, Caller by)
    {
        var intended = record?.Intentions.FirstOrDefault(one => by.Member == one.MemberId)?.Intention;
        if (record?.Revised is not { } own) return new(line, group.Number, group.At, intended);
        return new(line, group.Number + own.Number, own.At > group.At ? own.At : group.At, intended);
    }
}
