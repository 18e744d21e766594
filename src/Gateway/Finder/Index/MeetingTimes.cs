using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>The meetings of a schedule over a span of days.</summary>
/// <param name="Minutes">The meetings as <see cref="LocalMinute"/>s, in order; two series may share a minute.</param>
/// <param name="Lengths">Their lengths in minutes, in the same order; a single one if they all have the same.</param>
/// <param name="Series">The place of each meeting's series in the schedule; empty if it has only one.</param>
/// <param name="From">The first day of the span.</param>
/// <param name="Until">Its last day.</param>
internal sealed record MeetingTimes(int[] Minutes, short[] Lengths, byte[] Series, DateOnly From, DateOnly Until)
{
    /// <summary>How far ahead the finder looks, in days.</summary>
    public const int HorizonDays = 400;

    // Worked out for longer than needed, so that they serve for a month of new days.
    private const int SpareDays = 30;

    /// <summary>A number that is the same for meetings on the same weekdays and in the same parts of the day.</summary>
    public int Likeness { get; } = LikenessOf(Minutes);

    /// <summary>The calendar's meetings from the day before that day on.</summary>
    public static MeetingTimes Of(GroupCalendar calendar, DateOnly today)
    {
        var from = today.AddDays(-1);
        var until = today.AddDays(HorizonDays + SpareDays);
        var all = calendar.Planned(from, until).ToList();
        var ids = calendar.Schedule is { } schedule ? schedule.Series.Select(series => series.Id).ToList() : [];
        return new(
            [.. all.Select(meeting => LocalMinute.Of(meeting.On, meeting.StartsAt))],
            LengthsOf(all.Select(meeting => meeting.Minutes)),
            ids.Count > 1 ? [.. all.Select(meeting => (byte)ids.IndexOf(meeting.Series!))] : [],
            from,
            until);
    }

    /// <summary>Whether the span serves for searches on that day.</summary>
    public bool Covers(DateOnly today) => From < today && Until >= today.AddDays(HorizonDays);

    /// <summary>
    /// The meetings of one group: these, less those it replaces, and its dates beside its series until it closes.
    /// </summary>
    public (int[] Minutes, short[] Lengths) For(GroupCalendar calendar)
    {
        if (calendar.OneOffs.IsEmpty) return (Minutes, Lengths);
        var replaced = calendar.OneOffs.Select(one => one.Id).ToHashSet();
        var ofSeries = Enumerable.Range(0, Minutes.Length)
            .Where(at => !replaced.Contains(IdAt(at, calendar.Group, calendar.Schedule!)))
            .Select(at => (Minute: Minutes[at], Length: LengthAt(at)));
        var beside = calendar.OneOffs
            .Where(one => !one.Cancelled && one.On >= From && one.On <= Until && calendar.IsBeforeClosing(one.On))
            .Where(one => London.Exists(one.On, one.StartsAt))
            .Select(one => (Minute: LocalMinute.Of(one.On, one.StartsAt), Length: calendar.MinutesOf(one)));
        var all = ofSeries.Concat(beside).OrderBy(meeting => meeting.Minute).ToList();
        return ([.. all.Select(meeting => meeting.Minute)], LengthsOf(all.Select(meeting => meeting.Length)));
    }

    /// <summary>The ID of the meeting at that place, and the series it belongs to.</summary>
    public MeetingId IdAt(int at, GroupId group, Schedule schedule) =>
        OccurrenceId.Derive(group, SeriesAt(at, schedule).Id, LocalMinute.DayOf(Minutes[at]));

    /// <summary>The length in minutes of the meeting at that place.</summary>
    public int LengthAt(int at) => Lengths[Lengths.Length == 1 ? 0 : at];

    private Series SeriesAt(int at, Schedule schedule) => schedule.Series[Series.Length == 0 ? 0 : Series[at]];

    private static short[] LengthsOf(IEnumerable<int> lengths)
    {
        short[] all = [.. lengths.Select(length => (short)length)];
        return all.Distinct().Count() > 1 ? all : all[..Math.Min(1, all.Length)];
    }

    private static int LikenessOf(int[] minutes)
    {
        var weekdays = 0;
        var parts = 0;
        foreach (var minute in minutes)
        {
            weekdays |= 1 << LocalMinute.WeekdayOf(minute / LocalMinute.PerDay);
            parts |= 1 << (int)DayParts.Of(minute % LocalMinute.PerDay);
        }
        return weekdays << DayParts.Count | parts;
    }
}
