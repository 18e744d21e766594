using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>
/// A card as the index stores it: what results show, and what is derived from it. Long texts are only searched, so the
/// index has their words and nothing stores the texts.
/// </summary>
internal sealed record CardDocument
{
    public required AreaId Area { get; init; }

    public required GroupId Id { get; init; }

    public required string Name { get; init; }

    public required ImmutableArray<string> For { get; init; }

    public required ImmutableArray<string> Topics { get; init; }

    public required ImmutableArray<string> Languages { get; init; }

    public required ImmutableArray<AccessNeed> Needs { get; init; }

    /// <summary>The place without its coordinates, shared by the cards of the same place.</summary>
    public required Place? Place { get; init; }

    /// <summary>Whether the coordinates were on the card; if not, they may come from the outcode.</summary>
    public required bool HasCoordinates { get; init; }

    public required Timetable Timetable { get; init; }

    public required ImmutableArray<OneOff> OneOffs { get; init; }

    /// <summary>Its meetings, in order; the timetable's own array when it has no dates of its own.</summary>
    public required int[] Minutes { get; init; }

    /// <summary>Their lengths in minutes, in the same order; a single one if they all have the same.</summary>
    public required short[] Lengths { get; init; }

    public required MeetingFormat Format { get; init; }

    public required Joining Joining { get; init; }

    public required bool WelcomesNewcomers { get; init; }

    public required DateOnly LastConfirmed { get; init; }

    public required WelcomeState Welcome { get; init; }

    /// <summary>The generation of the feed when it last named this card.</summary>
    public required int Generation { get; init; }

    public bool SharesMinutes => ReferenceEquals(Minutes, Timetable.Times.Minutes);

    public GroupStatus StatusOn(DateOnly day) => GroupCalendar.Status(day, Timetable.Pauses, Timetable.ClosesOn);

    /// <summary>The first meeting after that instant, within the days the finder looks ahead.</summary>
    public int NextMinute(SearchTime time)
    {
        var at = Array.BinarySearch(Minutes, time.FirstMinute);
        if (at < 0) at = ~at;
        if (at == Minutes.Length) return LocalMinute.Never;
        var isInSight = Minutes[at] / LocalMinute.PerDay <= time.Today.DayNumber + MeetingTimes.HorizonDays;
        return isInSight ? Minutes[at] : LocalMinute.Never;
    }

    /// <summary>The first meeting after that instant that fits the filter, within the same days.</summary>
    public int NextMinute(SearchTime time, MeetingFilter filter)
    {
        var days = Math.Min(filter.WithinDays ?? int.MaxValue, MeetingTimes.HorizonDays);
        return FirstFitting(filter, time.FirstMinute, time.Today.DayNumber + days);
    }

    /// <summary>Whether a meeting fits the filter, within the days that the index of that day looks ahead.</summary>
    public bool HasMeeting(MeetingFilter filter, SearchTime time, DateOnly indexed)
    {
        var first = filter.WithinDays is null ? indexed.DayNumber * LocalMinute.PerDay : time.FirstMinute;
        var lastDay = filter.WithinDays is { } within
            ? time.Today.DayNumber + within
            : indexed.DayNumber + MeetingTimes.HorizonDays;
        return FirstFitting(filter, first, lastDay) != LocalMinute.Never;
    }

    /// <summary>The meeting of a minute, with the ID its own group gives it.</summary>
    public NextMeeting? MeetingAt(int minute)
    {
        if (minute == LocalMinute.Never) return null;
        var day = LocalMinute.DayOf(minute);
        var time = LocalMinute.TimeOf(minute);
        var starts = London.At(day, time)!.Value;
        var times = Timetable.Times;
        for (var at = FirstAt(times.Minutes, minute); at < times.Minutes.Length && times.Minutes[at] == minute; at++)
        {
            var id = times.IdAt(at, Id, Timetable.Schedule!);
            if (OneOffs.Any(one => one.Id == id)) continue;
            return new(id, starts, times.LengthAt(at));
        }
        var oneOff = OneOffs.First(one => one.On == day && one.StartsAt == time && !one.Cancelled);
        return new(oneOff.Id, starts, Calendar.MinutesOf(oneOff));
    }

    /// <summary>When it meets; derived from the above each time.</summary>
    public GroupCalendar Calendar => new(Id, Timetable.Schedule, OneOffs, Timetable.Pauses, Timetable.ClosesOn);

    private int FirstFitting(MeetingFilter filter, int first, int lastDay)
    {
        for (var at = FirstAt(Minutes, first); at < Minutes.Length; at++)
        {
            if (Minutes[at] / LocalMinute.PerDay > lastDay) return LocalMinute.Never;
            if (filter.Fits(Minutes[at], Lengths[Lengths.Length == 1 ? 0 : at])) return Minutes[at];
        }
        return LocalMinute.Never;
    }

    // Two series may meet at the same minute.
    private static int FirstAt(int[] minutes, int minute)
    {
        var at = Array.BinarySearch(minutes, minute);
        if (at < 0) return ~at;
        while (at > 0 && minutes[at - 1] == minute) at--;
        return at;
    }
}
