using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Meetings;

/// <summary>Planning, moving, cancelling and reinstating.</summary>
internal sealed partial record Meeting
{
    /// <summary>Plans a meeting, or moves a planned one.</summary>
    public Next<Meeting> Plan(
        MeetingId id,
        PlanMeeting plan,
        IfMatch ifMatch,
        int edition,
        GroupStanding group,
        Caller by,
        DateTimeOffset now)
    {
        if (!group.Exists) return GroupRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (GroupId is not null && GroupId != plan.GroupId) return MeetingRefusals.OtherGroup;
        if (GroupId is not null && HeldOn == plan.HeldOn && StartsAt == plan.StartsAt) return this;
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (MeetingRules.Day(plan.HeldOn, now) is { } wrong) return wrong;
        if (!London.Exists(plan.HeldOn, plan.StartsAt)) return MeetingRefusals.NoSuchTime;
        if (ifMatch.Check(edition) is { } stale) return stale;
        return (this with { Id = id, GroupId = plan.GroupId, HeldOn = plan.HeldOn, StartsAt = plan.StartsAt })
            .Announced();
    }

    /// <summary>
    /// Cancels the meeting. One known only from the group's pattern is identified by group, day and time.
    /// </summary>
    public Next<Meeting> Cancel(MeetingId id, CancelMeeting request, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Exists) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (GroupId is not null && request.GroupId is not null && request.GroupId != GroupId)
            return MeetingRefusals.OtherGroup;
        if (!MeetingFields.Reason.Allows(request.Reason))
            return MeetingRefusals.Text("reason", MeetingFields.Reason.Detail);
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null && Cancelled.Reason == request.Reason) return this;
        var cancelled = this with { Id = id, Cancelled = new(by.Member, now, request.Reason) };
        if (GroupId is not null) return cancelled.Announced();
        if (request is not { GroupId: { } of, HeldOn: { } on, StartsAt: { } at }) return MeetingRefusals.NotFound;
        if (MeetingRules.Day(on, now) is { } wrong) return wrong;
        if (!London.Exists(on, at)) return MeetingRefusals.NoSuchTime;
        return (cancelled with { GroupId = of, HeldOn = on, StartsAt = at }).Announced();
    }

    /// <summary>Reinstates a cancelled meeting.</summary>
    public Next<Meeting> Reinstate(GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (GroupId is null) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (Cancelled is null) return this;
        return (this with { Cancelled = null }).Announced();
    }

    private Next<Meeting> Announced() =>
        this.Send(new MeetingAnnouncement(Id, GroupId!.Value, HeldOn, StartsAt, Cancelled is not null));
}
