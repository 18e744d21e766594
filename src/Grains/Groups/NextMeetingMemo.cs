using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>
/// Caches a group's next meeting until it starts or the group changes, because evaluating a pattern costs more than the
/// rest of a read.
/// </summary>
internal sealed class NextMeetingMemo
{
    private static readonly TimeSpan Longest = TimeSpan.FromHours(1);

    private Group? known;
    private NextMeeting? next;
    private DateTimeOffset until;

    /// <summary>The next meeting after now.</summary>
    public NextMeeting? Of(Group group, DateTimeOffset now)
    {
        if (ReferenceEquals(group, known) && now < until) return next;
        next = group.Calendar.Next(now);
        known = group;
        var hour = now + Longest;
        until = next is not null && next.StartsAt < hour ? next.StartsAt : hour;
        return next;
    }
}
