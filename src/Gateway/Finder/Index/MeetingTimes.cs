using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>The meetings of a schedule over a span of days.</summary>
/// <param name="Minutes">The meetings as <see cref="LocalMinute"/>s, in order.</param>
/// <param name="From">The first day of the span.</param>
/// <param name="Until">Its last day.</param>
internal sealed record MeetingTimes(int[] Minutes, DateOnly From, DateOnly Until)
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
        var minutes = calendar.Planned(from, until).Select(meeting => LocalMinute.Of(meeting.On, meeting.StartsAt));
        return new([.. minutes.Distinct()], from, until);
    }

    /// <summary>Whether the span serves for searches on that day.</summary>
    public bool Covers(DateOnly today) => From < today && Until >= today.AddDays(HorizonDays);

    /// <summary>The meetings of one group: these, less those it replaces, and its dates beside the pattern.</summary>
    public int[] For(GroupId group, ImmutableArray<OneOff> oneOffs)
    {
        if (oneOffs.IsEmpty) return Minutes;
        var replaced = oneOffs.Select(one => one.Id).ToHashSet();
        var ofPattern = Minutes.Where(minute =>
            !replaced.Contains(Slot.SlotId(group, LocalMinute.DayOf(minute), LocalMinute.TimeOf(minute))));
        var beside = oneOffs
            .Where(one => !one.Cancelled && one.On >= From && one.On <= Until && London.Exists(one.On, one.StartsAt))
            .Select(one => LocalMinute.Of(one.On, one.StartsAt));
        return [.. ofPattern.Concat(beside).Distinct().Order()];
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
