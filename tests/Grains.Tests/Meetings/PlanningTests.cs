using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

public sealed class PlanningTests
{
    private static readonly PlanMeeting Plan =
        new() { GroupId = TheGroup, HeldOn = Tuesday.AddDays(10), StartsAt = Seven };

    [Fact]
    public void A_planned_meeting_is_announced_to_its_group()
    {
        var planned = PlannedRow();
        var announcement = planned.Outbox.Sent<MeetingAnnouncement>().Single();
        Assert.Equal(
            new(TheMeeting, TheGroup, Plan.HeldOn, Seven, Cancelled: false, Version: 1, Minutes: 90), announcement);
        Assert.Empty(planned.Settled(announcement.Operation, null).Outbox);
    }

    [Fact]
    public void The_same_plan_again_changes_nothing_and_another_needs_the_version()
    {
        var row = PlannedRow();
        var planned = row.Record;
        Assert.Same(planned, planned.Plan(TheMeeting, Plan, IfMatch.None, 1, AGroup().Standing, ByLead, Now).Yes());
        var moved = Plan with { HeldOn = Plan.HeldOn.AddDays(1) };
        Assert.Equal(
            "version.needed", planned.Plan(TheMeeting, moved, IfMatch.None, 1, AGroup().Standing, ByLead, Now).No());
        Assert.Equal(2, row.Stored((meeting, at) =>
            meeting.Plan(TheMeeting, moved, IfMatch.Exactly(1), at.Edition, AGroup().Standing, ByLead, Now)).Edition);
    }

    [Fact]
    public void The_same_plan_again_after_the_log_changes_nothing_whatever_the_group_s_length_is_by_now()
    {
        var hour = AGroup().Standing with { Minutes = 60 };
        var plan = Plan with { HeldOn = Tuesday };
        var logged = new Meeting().Plan(TheMeeting, plan, IfMatch.None, 0, hour, ByLead, Now).Yes()
            .Record(TheMeeting, ALog(1), hour, ByLead, Now).Yes();
        Assert.Equal(60, logged.Minutes);
        var longer = hour with { Minutes = 90 };
        Assert.Same(logged, logged.Plan(TheMeeting, plan, IfMatch.None, 2, longer, ByLead, Now).Yes());
    }

    [Fact]
    public void A_one_off_from_the_closing_day_on_can_be_neither_seen_nor_cancelled()
    {
        var planned = Planned();
        var closing = AGroup().Standing with { ClosesOn = Plan.HeldOn };
        Assert.Equal("meeting.not-found", planned.ReadBy(ByLead, TheMeeting, closing, 1).No());
        Assert.Equal("meeting.not-found", planned.Cancel(TheMeeting, new(), closing, ByLead, Now).No());
        var later = closing with { ClosesOn = Plan.HeldOn.AddDays(1) };
        Assert.NotNull(planned.Cancel(TheMeeting, new(), later, ByLead, Now).Yes().Cancelled);
    }

    [Fact]
    public void A_cancelled_meeting_says_why_is_not_logged_and_can_be_reinstated()
    {
        var group = AGroup().Standing;
        var cancelled = Planned().Cancel(TheMeeting, new() { Reason = "Boiler" }, group, ByLead, Now).Yes();
        Assert.Same(cancelled, cancelled.Cancel(TheMeeting, new() { Reason = "Boiler" }, group, ByLead, Now).Yes());
        Assert.Equal("meeting.cancelled", cancelled.Record(TheMeeting, ALog(1), group, ByLead, Now).No());
        Assert.Equal(
            ("Boiler", MeetingState.Cancelled),
            (cancelled.SeenBy(BySam, group, 1).Yes().CancelledBecause, cancelled.State(cancelled.Attendance)));
        var back = cancelled.Reinstate(TheMeeting, group, ByLead, Now).Yes();
        Assert.Same(back, back.Reinstate(TheMeeting, group, ByLead, Now).Yes());
        var announced = PlannedRow()
            .Stored(meeting => meeting.Cancel(TheMeeting, new() { Reason = "Boiler" }, group, ByLead, Now))
            .Stored(meeting => meeting.Reinstate(TheMeeting, group, ByLead, Now)).Outbox;
        Assert.Equal([false, true, false], announced.Sent<MeetingAnnouncement>().Select(one => one.Cancelled));
    }

    [Fact]
    public void A_meeting_known_only_from_the_pattern_is_cancelled_by_its_day_and_time()
    {
        var group = AGroup().Standing;
        Assert.Equal(
            "meeting.not-found", new Meeting().Cancel(TheMeeting, new() { Reason = "x" }, group, ByLead, Now).No());
        var cancelled = new Meeting().Cancel(
            TheMeeting, new() { GroupId = TheGroup, HeldOn = Plan.HeldOn, StartsAt = Seven }, group, ByLead, Now).Yes();
        Assert.Equal((Plan.HeldOn, MeetingState.Cancelled), (cancelled.HeldOn, cancelled.State(cancelled.Attendance)));
    }

    [Fact]
    public void What_is_logged_is_neither_planned_nor_cancelled()
    {
        var logged = ALoggedMeeting(AGroup(), ALog(1));
        Assert.Equal(
            "meeting.already-held", logged.Plan(TheMeeting, Plan, IfMatch.Any, 1, AGroup().Standing, ByLead, Now).No());
        Assert.Equal("meeting.already-held", logged.Cancel(TheMeeting, new(), AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void A_plan_is_a_lead_s_for_a_day_and_time_that_can_be()
    {
        var group = AGroup().Standing;
        Assert.Equal(
            "access.leads-only", new Meeting().Plan(TheMeeting, Plan, IfMatch.None, 0, group, BySam, Now).No());
        Assert.Equal("group.not-found", new Meeting()
            .Plan(TheMeeting, Plan, IfMatch.None, 0, Contracts.Groups.GroupStanding.None, ByLead, Now)
            .No());
        Assert.Equal("meeting.day", new Meeting()
            .Plan(TheMeeting, Plan with { HeldOn = new(2035, 1, 1) }, IfMatch.None, 0, group, ByLead, Now)
            .No());
        Assert.Equal("meeting.no-such-time", new Meeting().Plan(
            TheMeeting,
            Plan with { HeldOn = new(2027, 3, 28), StartsAt = new(1, 15) },
            IfMatch.None,
            0,
            group,
            ByLead,
            Now).No());
    }

    private static Row<Meeting> PlannedRow()
    {
        return new Row<Meeting>().Stored((meeting, row) =>
            meeting.Plan(TheMeeting, Plan, IfMatch.None, row.Edition, AGroup().Standing, ByLead, Now));
    }

    private static Meeting Planned() =>
        new Meeting().Plan(TheMeeting, Plan, IfMatch.None, 0, AGroup().Standing, ByLead, Now).Yes();
}
