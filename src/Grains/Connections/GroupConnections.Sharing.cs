using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Connections;

/// <summary>Meetings that connected groups share.</summary>
internal sealed partial record GroupConnections
{
    private const int MaxShared = 50;
    // Of each connected group: what it can share, and the last that it has taken back.
    private const int MaxReceived = 60;
    private const int DaysAhead = 400;
    private const int DaysPast = 60;

    /// <summary>Shares a coming meeting with connected groups.</summary>
    public Next<GroupConnections> Share(
        MeetingId meeting, bool open, GroupCalendar calendar, GroupAddress us, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (Coming(calendar, today).FirstOrDefault(one => one.Id == meeting) is not { } planned)
            return MeetingRefusals.NotFound;
        var shared = new SharedMeeting(us.Area, us.Id, meeting, planned.On, planned.StartsAt, open, planned.Cancelled);
        var known = SharedMeeting(meeting);
        if (known == shared) return this;
        var current = Shared.RemoveAll(one => one.HeldOn < today.AddDays(-DaysPast));
        if (known is null && current.Length >= MaxShared) return GroupRefusals.SharedFull(MaxShared);
        return (this with { Shared = [.. current.Where(one => one.MeetingId != meeting), shared] })
            .Send(shared, withdrawn: false);
    }

    /// <summary>Stops sharing a meeting.</summary>
    public Next<GroupConnections> Unshare(MeetingId meeting)
    {
        return SharedMeeting(meeting) is { } shared
            ? (this with { Shared = Shared.Remove(shared) }).Send(shared, withdrawn: true)
            : this;
    }

    /// <summary>A meeting of this group that is shared, or null.</summary>
    public SharedMeeting? SharedMeeting(MeetingId meeting) => Shared.FirstOrDefault(one => one.MeetingId == meeting);

    /// <summary>Whether a shared meeting is still to come.</summary>
    public bool IsComing(MeetingId meeting, DateOnly today) => SharedMeeting(meeting)?.HeldOn >= today;

    /// <summary>Whether a shared meeting is to come, or so recent that its log may still be missing.</summary>
    public bool MayBeLogged(MeetingId meeting, DateOnly today) => IsComing(meeting, today.AddDays(-DaysPast));

    /// <summary>
    /// Informs connected groups of shared meetings that have moved, been cancelled or left the calendar.
    /// </summary>
    public Next<GroupConnections> Follow(GroupCalendar calendar, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (Shared.All(one => one.HeldOn < today)) return this;
        var coming = Coming(calendar, today).ToList();
        var changed = Shared.Where(one => one.HeldOn >= today)
            .Select(one => (Before: one, After: Planned(one, calendar, coming)))
            .Where(one => one.Before != one.After);
        return changed.Aggregate((Next<GroupConnections>)this, (next, one) => next.Then(connections =>
            (connections with { Shared = connections.Shared.Replace(one.Before, one.After) })
                .Send(one.After, withdrawn: false)));
    }

    /// <summary>Applies a meeting that a connected group shares.</summary>
    public Next<GroupConnections> Receive(MeetingShared letter, DateTimeOffset now)
    {
        var agreement = AgreementWith(new(letter.From, letter.Group));
        if (!agreement.IsConnected) return LinkRefusals.Misdirected;
        var known =
            Received.FirstOrDefault(one => one.From == agreement.With && one.Meeting.MeetingId == letter.Meeting);
        // Older than their yes or ours: from a connection before this one. Whatever they share in this one they send
        // again.
        if (known?.Number >= letter.Version || letter.Version < agreement.TheirsNumber) return this;
        if (letter.LastReceived < agreement.OursNumber) return this;
        var oldest = London.DayOf(now).AddDays(-DaysPast);
        var meeting = new SharedMeeting(
            letter.From, letter.Group, letter.Meeting, letter.HeldOn, letter.StartsAt, letter.Open, letter.Cancelled);
        var kept = Received.RemoveAll(one => one == known || one.Meeting.HeldOn < oldest);
        var theirs = kept.Where(one => one.From == agreement.With).ToLookup(one => one.Withdrawn);
        var isNew = !letter.Withdrawn && known is not { Withdrawn: false };
        if (isNew && theirs[false].Count() >= MaxShared) return GroupRefusals.SharedFull(MaxShared);
        // What others share stays, however much one group shares and takes back.
        var tooMany = theirs[true].SkipLast(MaxReceived - 1 - theirs[false].Count());
        return this with { Received = kept.RemoveRange(tooMany).Add(new(meeting, letter.Withdrawn, letter.Version)) };
    }

    /// <summary>Whether a meeting is open to guests from a group.</summary>
    public bool IsOpen(MeetingId meeting, GroupAddress to, DateOnly today)
    {
        return AgreementWith(to).IsConnected && SharedMeeting(meeting) is { Open: true, Cancelled: false } shared
            && shared.HeldOn >= today;
    }

    private Next<GroupConnections> SendAll(Agreement agreement, DateTimeOffset now)
    {
        var oldest = London.DayOf(now).AddDays(-DaysPast);
        return this.Send(
            [.. Shared.Where(one => one.HeldOn >= oldest).Select(one => Letter(agreement, one, withdrawn: false))]);
    }

    private Next<GroupConnections> Send(SharedMeeting meeting, bool withdrawn) =>
        this.Send([.. Agreements.Where(one => one.IsConnected).Select(one => Letter(one, meeting, withdrawn))]);

    private static MeetingShared Letter(Agreement agreement, SharedMeeting meeting, bool withdrawn) => new()
    {
        From = meeting.Area,
        To = agreement.With.Area,
        Group = meeting.GroupId,
        With = agreement.With.Id,
        Meeting = meeting.MeetingId,
        HeldOn = meeting.HeldOn,
        StartsAt = meeting.StartsAt,
        Open = meeting.Open,
        Cancelled = meeting.Cancelled,
        Withdrawn = withdrawn,
        LastReceived = agreement.TheirsNumber,
    };

    private static IEnumerable<PlannedMeeting> Coming(GroupCalendar calendar, DateOnly today) =>
        calendar.Planned(today, today.AddDays(DaysAhead));

    private static SharedMeeting Planned(SharedMeeting shared, GroupCalendar calendar, List<PlannedMeeting> coming)
    {
        if (calendar.OneOffs.FirstOrDefault(one => one.Id == shared.MeetingId) is { } moved
            && calendar.IsBeforeClosing(moved.On))
            return shared with { HeldOn = moved.On, StartsAt = moved.StartsAt, Cancelled = moved.Cancelled };
        if (coming.Find(one => one.Id == shared.MeetingId) is { } planned)
            return shared with { HeldOn = planned.On, StartsAt = planned.StartsAt, Cancelled = planned.Cancelled };
        return shared with { Cancelled = true };
    }
}
