using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;

namespace PeerNet.Grains.Notices;

/// <summary>
/// When leads are asked for a log: at eight on the morning after the meeting, and every week from then on.
/// </summary>
internal static class Asking
{
    /// <summary>For how many days after a meeting its log is asked for.</summary>
    public const int MaxDays = 56;

    private const int DaysBetween = 7;
    private static readonly TimeOnly Eight = new(8, 0);

    /// <summary>When the work of a day begins.</summary>
    public static DateTimeOffset MorningOf(DateOnly day) => London.At(day, Eight)!.Value;

    /// <summary>What the notices about a meeting are about.</summary>
    public static NoticeAbout About(GroupId group, MeetingId meeting) =>
        new(NoticeKind.LogMissing) { GroupId = group, MeetingId = meeting };

    /// <summary>How many times leads have been asked before, by that day; negative if it is too early to ask.</summary>
    public static int OccasionOn(DateOnly today, DateOnly heldOn)
    {
        var days = today.DayNumber - heldOn.DayNumber - 1;
        return days < 0 ? -1 : days / DaysBetween;
    }

    /// <summary>When leads are asked for the log of a meeting for that time.</summary>
    public static DateTimeOffset InstantOf(int occasion, DateOnly heldOn) =>
        MorningOf(heldOn.AddDays(1 + (occasion * DaysBetween)));

    /// <summary>The meetings of a group that are over and not logged, unless it has closed.</summary>
    public static ImmutableArray<MissingLog> MissingIn(
        Group group, IReadOnlyCollection<Meeting> recorded, DateOnly today)
    {
        if (group.Description is null || group.Closure?.On <= today) return [];
        var (from, to) = DaysBefore(today);
        var missing = MeetingList.NotLogged(group, recorded, from, to);
        return [.. missing.Select(line => new MissingLog(line.Id, line.HeldOn))];
    }

    /// <summary>The days whose meetings are asked about.</summary>
    public static (DateOnly From, DateOnly To) DaysBefore(DateOnly today) =>
        (today.AddDays(-MaxDays), today.AddDays(-1));
}
