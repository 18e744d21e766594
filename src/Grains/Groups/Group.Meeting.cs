using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Time;

namespace PeerNet.Grains.Groups;

/// <summary>When the group meets.</summary>
internal sealed partial record Group
{
    private const int DefaultMinutes = 90;
    private const int AnnouncementsKept = 400;

    /// <summary>Takes in what has become of one meeting; an older version of the same meeting changes nothing.</summary>
    public Result<Group> Announce(MeetingAnnouncement announcement, DateTimeOffset now)
    {
        var known = Announced.FirstOrDefault(a => a.Meeting == announcement.Meeting);
        if (known is not null && known.Version >= announcement.Version) return this;
        // Two months back is enough: what is past is read from the meetings themselves.
        var oldest = London.DayOf(now).AddDays(-60);
        var kept = Announced.Where(a => a.Meeting != announcement.Meeting && a.HeldOn >= oldest).Append(announcement).OrderBy(a => a.HeldOn).ThenBy(a => a.StartsAt);
        return this with { Announced = [.. kept.TakeLast(AnnouncementsKept)] };
    }

    /// <summary>Every meeting planned in a span of days, both ends included, in order: the pattern's, and those announced in its stead or beside it.</summary>
    public IEnumerable<PlannedMeeting> Planned(DateOnly from, DateOnly to)
    {
        var announced = Announced.ToDictionary(a => a.Meeting);
        var ofPattern = Description?.Schedule is { } schedule
            ? Recurrence.Between(schedule, from, to)
                .Where(o => Meets(o.On))
                .Select(o => new PlannedMeeting(Slot.SlotId(Id, o.On, o.StartsAt), o.On, o.StartsAt, o.Minutes, Cancelled: false))
                .Where(p => !announced.ContainsKey(p.Id))
            : [];
        var instead = Announced.Where(a => a.HeldOn >= from && a.HeldOn <= to)
            .Select(a => new PlannedMeeting(a.Meeting, a.HeldOn, a.StartsAt, MinutesOn(a.HeldOn), a.Cancelled));
        return ofPattern.Concat(instead).OrderBy(p => p.On).ThenBy(p => p.StartsAt);
    }

    /// <summary>The next meeting that begins after now, within a year and a bit.</summary>
    public NextMeeting? NextMeeting(DateTimeOffset now)
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

    private bool Meets(DateOnly day) => !(Closure?.On <= day) && !Pauses.Any(p => p.From <= day && day < p.Until);

    private int MinutesOn(DateOnly day) =>
        Description?.Schedule?.Patterns.LastOrDefault(p => p.From <= day)?.Minutes ?? DefaultMinutes;
}

/// <summary>A meeting that the group plans.</summary>
internal sealed record PlannedMeeting(MeetingId Id, DateOnly On, TimeOnly StartsAt, int Minutes, bool Cancelled);
