using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>
/// When a group meets: the meetings of its series outside its pauses, and those planned, moved or cancelled one by one,
/// until it closes. It gives the same answer in the group's own area and, from a card, in any other.
/// </summary>
/// <param name="Group">The group, from which the IDs of its occurrences are derived.</param>
/// <param name="Schedule">Its series, if it has any.</param>
/// <param name="OneOffs">Meetings outside the series, or in place of one of their meetings.</param>
/// <param name="Pauses">Spans of days without meetings.</param>
/// <param name="ClosesOn">The first day it is closed.</param>
internal sealed record GroupCalendar(
    GroupId Group, Schedule? Schedule, ImmutableArray<OneOff> OneOffs, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn)
{
    private const int DefaultMinutes = 90;

    /// <summary>What held before, oldest first: a change of the series or pauses never changes the past.</summary>
    public ImmutableArray<EarlierPlan> Earlier { get; init; } = [];

    /// <summary>Every meeting from one day to another, both included, in order.</summary>
    public IEnumerable<PlannedMeeting> Planned(DateOnly from, DateOnly to)
    {
        var replaced = OneOffs.Select(one => one.Id).ToHashSet();
        var oneOffs = OneOffs.Where(one => one.On >= from && one.On <= to && IsBeforeClosing(one.On))
            .Select(one => new PlannedMeeting(one.Id, one.On, one.StartsAt, MinutesOf(one), one.Cancelled));
        return Occurrences(from, to).Where(one => !replaced.Contains(one.Id)).Concat(oneOffs)
            .OrderBy(p => p.On)
            .ThenBy(p => p.StartsAt);
    }

    /// <summary>The meetings of its series, whatever has been said about any of them since.</summary>
    public IEnumerable<PlannedMeeting> Occurrences(DateOnly from, DateOnly to)
    {
        var first = from;
        IEnumerable<PlannedMeeting> all = [];
        foreach (var earlier in Earlier.Where(plan => plan.Until > from))
        {
            var last = earlier.Until.AddDays(-1);
            all = all.Concat(Occurrences(earlier.Schedule, earlier.Pauses, first, last < to ? last : to));
            first = earlier.Until;
        }
        return all.Concat(Occurrences(Schedule, Pauses, first, to));
    }

    /// <summary>The next meeting that starts after now, if any in the next 400 days.</summary>
    public NextMeeting? Next(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        // A short span first: most groups meet within a month, and the long span works out a whole year.
        foreach (var (first, last) in (ReadOnlySpan<(int, int)>)[(0, 35), (36, 400)])
        {
            foreach (var planned in Planned(today.AddDays(first), today.AddDays(last)).Where(p => !p.Cancelled))
            {
                if (London.At(planned.On, planned.StartsAt) is not { } at || at <= now) continue;
                return new(planned.Id, at, planned.Minutes);
            }
        }
        return null;
    }

    /// <summary>
    /// The series and original day that an ID is derived from, whether or not the series meets that day; null if it is
    /// not derived from this group and one of its series, now or earlier.
    /// </summary>
    public (string Series, DateOnly Day)? Find(MeetingId id)
    {
        if (!OccurrenceId.IsDerived(id) || OccurrenceId.TagOf(id) != OccurrenceId.TagOf(Group)) return null;
        var day = OccurrenceId.DayOf(id);
        var schedules = Earlier.Select(plan => plan.Schedule).Append(Schedule);
        var series = schedules.SelectMany(schedule => schedule?.Series ?? [])
            .FirstOrDefault(one => OccurrenceId.Derive(Group, one.Id, day) == id);
        return series is null ? null : (series.Id, day);
    }

    /// <summary>Whether the group has not closed by that day.</summary>
    public bool IsBeforeClosing(DateOnly day) => !(ClosesOn <= day);

    /// <summary>Whether it is active, paused or closed on that day.</summary>
    public GroupStatus StatusOn(DateOnly day) => Status(day, Pauses, ClosesOn);

    /// <summary>The same, without a calendar.</summary>
    public static GroupStatus Status(DateOnly day, ImmutableArray<Pause> pauses, DateOnly? closesOn)
    {
        if (closesOn <= day) return GroupStatus.Closed;
        return pauses.Any(p => p.From <= day && day < p.Until) ? GroupStatus.Paused : GroupStatus.Active;
    }

    /// <summary>
    /// The length in minutes of a meeting on that day that has no length of its own; of that series, if it has one.
    /// </summary>
    public int MinutesOn(DateOnly day, string? series = null)
    {
        var lengths = (Schedule?.Series ?? []).OrderByDescending(one => one.Id == series)
            .Select(one => one.Versions.LastOrDefault(v => v.From <= day)?.Minutes);
        return lengths.FirstOrDefault(minutes => minutes is not null) ?? DefaultMinutes;
    }

    /// <summary>The length in minutes of one of its one-off meetings.</summary>
    public int MinutesOf(OneOff one) => one.Minutes ?? MinutesOn(one.On);

    private IEnumerable<PlannedMeeting> Occurrences(
        Schedule? schedule, ImmutableArray<Pause> pauses, DateOnly from, DateOnly to)
    {
        if (schedule is null || to < from) return [];
        return Recurrence.Between(schedule, from, to)
            .Where(one => Status(one.On, pauses, ClosesOn) == GroupStatus.Active)
            .Select(one => new PlannedMeeting(
                OccurrenceId.Derive(Group, one.Series, one.On), one.On, one.StartsAt, one.Minutes, Cancelled: false)
            {
                Series = one.Series
            });
    }
}

/// <summary>The series and pauses that a group had until a certain day.</summary>
/// <param name="Schedule">Its series, if it had any.</param>
/// <param name="Pauses">Its pauses.</param>
/// <param name="Until">The first day on which something else holds.</param>
internal sealed record EarlierPlan(Schedule? Schedule, ImmutableArray<Pause> Pauses, DateOnly Until);

/// <summary>A meeting in a group's calendar.</summary>
internal sealed record PlannedMeeting(MeetingId Id, DateOnly On, TimeOnly StartsAt, int Minutes, bool Cancelled)
{
    /// <summary>The series it follows; null for one that was planned or changed by itself.</summary>
    public string? Series { get; init; }
}
