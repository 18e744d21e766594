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
        if (IsOfAnother(id, plan.GroupId, group)) return MeetingRefusals.OtherGroup;
        var planned = Begun(id, group) with
        {
            Id = id,
            GroupId = plan.GroupId,
            HeldOn = plan.HeldOn,
            StartsAt = plan.StartsAt,
            // What is logged has its length, whatever the group's is by now.
            Minutes = plan.Minutes ?? (Logged ? Minutes : LengthIn(group)),
            Title = plan.Title,
            Place = plan.Place,
            IsPlanned = true,
        };
        if (planned == this) return this;
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null) return MeetingRefusals.Cancelled;
        if (MeetingRules.Check(plan, now) is { } wrong) return wrong;
        if (group.ClosesOn <= plan.HeldOn) return GroupRefusals.Closed;
        // Nothing is stored about an occurrence until somebody says something about it, but it can be read.
        var condition = edition == 0 && group.Occurrence is not null ? ifMatch.OfSlot : ifMatch;
        if (condition.Check(edition) is { } stale) return stale;
        return planned.Announced().Then(moved => moved.TellExpected(this, group, by, now));
    }

    /// <summary>
    /// Cancels the meeting. A one-off that was never planned here is identified by group, day and time.
    /// </summary>
    public Next<Meeting> Cancel(MeetingId id, CancelMeeting request, GroupStanding group, Caller by, DateTimeOffset now)
    {
        if (!group.Exists) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (IsOfAnother(id, request.GroupId, group)) return MeetingRefusals.OtherGroup;
        if (!MeetingFields.Reason.Allows(request.Reason))
            return MeetingRefusals.Text("reason", MeetingFields.Reason.Detail);
        if (Logged) return MeetingRefusals.AlreadyHeld;
        if (Cancelled is not null && Cancelled.Reason == request.Reason) return this;
        var begun = Begun(id, group).Now(group);
        if (begun.IsNoLongerPlanned(group)) return MeetingRefusals.NotFound;
        var cancelled = begun with { Id = id, Cancelled = new(by.Member, now, request.Reason) };
        if (begun.GroupId is not null)
            return cancelled.Announced().Then(off => off.TellExpected(this, group, by, now));
        if (request is not { GroupId: { } of, HeldOn: { } on, StartsAt: { } at }) return MeetingRefusals.NotFound;
        if (MeetingRules.Day(on, now) is { } wrong) return wrong;
        if (!London.Exists(on, at)) return MeetingRefusals.NoSuchTime;
        if (group.ClosesOn <= on) return GroupRefusals.Closed;
        return (cancelled with
        {
            GroupId = of,
            HeldOn = on,
            StartsAt = at,
            Minutes = LengthIn(group),
            IsPlanned = true,
        }).Announced();
    }

    /// <summary>Reinstates a cancelled meeting.</summary>
    public Next<Meeting> Reinstate(MeetingId id, GroupStanding group, Caller by, DateTimeOffset now)
    {
        var begun = Begun(id, group);
        if (begun.GroupId is null || !group.Exists) return MeetingRefusals.NotFound;
        if (!group.LedBy(by)) return AccessRefusals.LeadsOnly;
        if (begun.HasLostItsSeries(group)) return MeetingRefusals.NotFound;
        if (Cancelled is null) return this;
        var reinstated = (this with { Cancelled = null }).Now(group);
        if (group.ClosesOn <= reinstated.HeldOn) return GroupRefusals.Closed;
        // It would be gone, and whoever had been told that it is on again would find nothing.
        if (reinstated.HasLostItsSeries(group)) return MeetingRefusals.NoLongerPlanned;
        return reinstated.Announced().Then(on => on.TellExpected(this, group, by, now));
    }

    // Without a length of its own, a meeting is as long as its series makes it, also once it is moved or logged.
    private static int LengthIn(GroupStanding group) => group.Occurrence?.Minutes ?? group.Minutes;

    /// <summary>Tells the group when it is, unless its series says so already.</summary>
    private Next<Meeting> Announced()
    {
        return this.Send(new MeetingAnnouncement(
            Id,
            GroupId!.Value,
            HeldOn,
            StartsAt,
            Cancelled: IsOff,
            Minutes: Minutes,
            OriginalDay: OriginalDay,
            Withdrawn: FollowsSeries && Cancelled is null));
    }
}
