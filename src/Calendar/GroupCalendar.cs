using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>When a group meets: the meetings of its pattern outside its pauses and before it closes, and those planned
/// or cancelled one by one. It gives the same answer in the group's own area and, from a card, in any other.</summary>
/// <param name="Group">The group, from which the ids of the pattern's meetings are derived.</param>
/// <param name="Schedule">Its pattern, if it has one.</param>
/// <param name="OneOffs">Meetings outside the pattern, or in place of one of its meetings.</param>
/// <param name="Pauses">Spans of days without meetings.</param>
/// <param name="ClosesOn">The first day it is closed.</param>
internal sealed record GroupCalendar(
    GroupId Group, Schedule? Schedule, ImmutableArray<OneOff> OneOffs, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn)
{
    private const int DefaultMinutes = 90;

    /// <summary>Every meeting from one day to another, both included, in order.</summary>
    public IEnumerable<PlannedMeeting> Planned(DateOnly from, DateOnly to)
    {
        var replaced = OneOffs.Select(one => one.Id).ToHashSet();
        var occurrences = Schedule is null ? [] : Recurrence.Between(Schedule, from, to);
        var ofPattern = occurrences.Where(one => Meets(one.On)).Select(OfPattern)
            .Where(one => !replaced.Contains(one.Id));
        var oneOffs = OneOffs.Where(one => one.On >= from && one.On <= to)
            .Select(one => new PlannedMeeting(one.Id, one.On, one.StartsAt, MinutesOn(one.On), one.Cancelled));
        return ofPattern.Concat(oneOffs).OrderBy(p => p.On).ThenBy(p => p.StartsAt);
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

    /// <summary>Whether it is active, paused or closed on that day.</summary>
    public GroupStatus StatusOn(DateOnly day) => Status(day, Pauses, ClosesOn);

    /// <summary>The same, without a calendar.</summary>
    public static GroupStatus Status(DateOnly day, ImmutableArray<Pause> pauses, DateOnly? closesOn)
    {
        if (closesOn <= day) return GroupStatus.Closed;
        return pauses.Any(p => p.From <= day && day < p.Until) ? GroupStatus.Paused : GroupStatus.Active;
    }

    private bool Meets(DateOnly day) => StatusOn(day) == GroupStatus.Active;

    private PlannedMeeting OfPattern(Occurrence one) =>
        new(Slot.SlotId(Group, one.On, one.StartsAt), one.On, one.StartsAt, one.Minutes, Cancelled: false);

    /// <summary>The length in minutes of a meeting on that day.</summary>
    internal int MinutesOn(DateOnly day) =>
        Schedule?.Patterns.LastOrDefault(p => p.From <= day)?.Minutes ?? DefaultMinutes;
}

/// <summary>A meeting in a group's calendar.</summary>
internal sealed record PlannedMeeting(MeetingId Id, DateOnly On, TimeOnly StartsAt, int Minutes, bool Cancelled);
