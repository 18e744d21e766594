using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Grains.Meetings;

/// <summary>Planning, moving, calling off and reinstating.</summary>
internal sealed partial record Meeting
{
    /// <summary>Plans a meeting, or moves a planned one.</summary>
    public Result<Meeting> Plan(MeetingId id, PlanMeeting plan, IfMatch ifMatch, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Founded) return GroupRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (GroupId is not null && GroupId != plan.GroupId) return MeetingRefusals.OtherGroup;
        if (GroupId is not null && HeldOn == plan.HeldOn && StartsAt == plan.StartsAt) return this;
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (MeetingRules.Day(plan.HeldOn, now) is { } wrong) return wrong;
        if (!London.Exists(plan.HeldOn, plan.StartsAt)) return MeetingRefusals.NoSuchTime;
        if (GroupId is not null && ifMatch.Check(Edition) is { } stale) return stale;
        if (GroupId is null && ifMatch.Version is not null) return VersionRefusals.Stale(0);
        return (this with { Id = id, GroupId = plan.GroupId, HeldOn = plan.HeldOn, StartsAt = plan.StartsAt }).Announced(now);
    }

    /// <summary>Calls the meeting off; one known only from the group's pattern is named by group, day and time.</summary>
    public Result<Meeting> Cancel(MeetingId id, CancelMeeting request, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Founded) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (GroupId is not null && request.GroupId is not null && request.GroupId != GroupId) return MeetingRefusals.OtherGroup;
        if (request.Reason is { Length: > 500 }) return MeetingRefusals.Text("reason", 500);
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null && Cancelled.Reason == request.Reason) return this;
        var cancelled = this with { Id = id, Cancelled = new(by.Member, now, request.Reason) };
        if (GroupId is not null) return cancelled.Announced(now);
        if (request is not { GroupId: { } of, HeldOn: { } on, StartsAt: { } at }) return MeetingRefusals.NotFound;
        if (MeetingRules.Day(on, now) is { } wrong) return wrong;
        if (!London.Exists(on, at)) return MeetingRefusals.NoSuchTime;
        return (cancelled with { GroupId = of, HeldOn = on, StartsAt = at }).Announced(now);
    }

    /// <summary>Takes a cancellation back.</summary>
    public Result<Meeting> Reinstate(GroupStanding group, Caller by, DateTimeOffset now) =>
        GroupId is null ? MeetingRefusals.NotFound
        : !group.LedBy(by) ? AccessRefusals.LeadsOnly
        : Cancelled is null ? this
        : (this with { Cancelled = null }).Announced(now);

    private Meeting Announced(DateTimeOffset now) => this with
    {
        Edition = Edition + 1,
        Outbox = Outbox.Add(new(now, new(Id, GroupId!.Value, HeldOn, StartsAt, Cancelled is not null, Edition + 1))),
    };
}
