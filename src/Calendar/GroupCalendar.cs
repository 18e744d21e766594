using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>When a group meets: what follows from its pattern, less its pauses and its end, and what was planned or called off one by one. The same at home and, from a card, abroad.</summary>
/// <param name="Group">The group, from which the ids of the pattern's meetings follow.</param>
/// <param name="Schedule">Its pattern, if it has one.</param>
/// <param name="OneOffs">Meetings beside the pattern, or in the stead of one of its.</param>
/// <param name="Pauses">Days without.</param>
/// <param name="ClosesOn">The first day it is closed.</param>
internal sealed record GroupCalendar(GroupId Group, Schedule? Schedule, ImmutableArray<OneOff> OneOffs, ImmutableArray<Pause> Pauses, DateOnly? ClosesOn)
{
    private const int DefaultMinutes = 90;

    /// <summary>Every meeting planned in a span of days, both ends included, in order.</summary>
    public IEnumerable<PlannedMeeting> Planned(DateOnly from, DateOnly to)
    {
        var instead = OneOffs.Select(one => one.Id).ToHashSet();
        var ofPattern = Schedule is null ? []
            : Recurrence.Between(Schedule, from, to)
                .Where(o => Meets(o.On))
                .Select(o => new PlannedMeeting(Slot.SlotId(Group, o.On, o.StartsAt), o.On, o.StartsAt, o.Minutes, Cancelled: false))
                .Where(p => !instead.Contains(p.Id));
        var oneOffs = OneOffs.Where(one => one.On >= from && one.On <= to)
            .Select(one => new PlannedMeeting(one.Id, one.On, one.StartsAt, MinutesOn(one.On), one.Cancelled));
        return ofPattern.Concat(oneOffs).OrderBy(p => p.On).ThenBy(p => p.StartsAt);
    }

    /// <summary>The next meeting that begins after now, within a year and a bit.</summary>
    public NextMeeting? Next(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        // Short spans first: most groups meet within a month, and a long span costs the whole year.
        foreach (var (first, last) in (ReadOnlySpan<(int, int)>)[(0, 35), (36, 400)])
        {
            foreach (var planned in Planned(today.AddDays(first), today.AddDays(last)).Where(p => !p.Cancelled))
            {
                if (London.At(planned.On, planned.StartsAt) is { } at && at > now) return new(planned.Id, at, planned.Minutes);
            }
        }
        return null;
    }

    /// <summary>Whether it rests or has ended on that day.</summary>
    public GroupStatus StatusOn(DateOnly day) => Status(day, Pauses, ClosesOn);

    /// <summary>The same, for who needs no more of a calendar.</summary>
    public static GroupStatus Status(DateOnly day, ImmutableArray<Pause> pauses, DateOnly? closesOn) =>
        closesOn <= day ? GroupStatus.Closed
        : pauses.Any(p => p.From <= day && day < p.Until) ? GroupStatus.Paused
        : GroupStatus.Active;

    private bool Meets(DateOnly day) => StatusOn(day) == GroupStatus.Active;

    /// <summary>How long a meeting on that day lasts.</summary>
    internal int MinutesOn(DateOnly day) => Schedule?.Patterns.LastOrDefault(p => p.From <= day)?.Minutes ?? DefaultMinutes;
}

/// <summary>A meeting that a group plans.</summary>
internal sealed record PlannedMeeting(MeetingId Id, DateOnly On, TimeOnly StartsAt, int Minutes, bool Cancelled);
