using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>A revision for each change that calendars show, and for no other.</summary>
public sealed class RevisingTests
{
    private static readonly DateTimeOffset Later = Now.AddMinutes(5);
    private static readonly GroupStanding Standing = NextStanding();
    private static readonly PlanMeeting Plan = new() { GroupId = TheGroup, HeldOn = NextDay, StartsAt = new(18, 0) };

    [Fact]
    public void A_meeting_that_is_planned_moved_cancelled_and_reinstated_has_four_revisions()
    {
        var planned = Revised(new(), new Meeting().Plan(Next, Plan, IfMatch.None, 0, Standing, ByLead, Now).Yes());
        Assert.Equal(new(1, Later), planned.Revised);
        var other = Plan with { Title = "Walk" };
        var moved = Revised(planned, planned.Plan(Next, other, IfMatch.Exactly(1), 1, Standing, ByLead, Now).Yes());
        var off = Revised(moved, moved.Cancel(Next, new(), Standing, ByLead, Now).Yes());
        var on = Revised(off, off.Reinstate(Next, Standing, ByLead, Now).Yes());
        Assert.Equal([2, 3, 4], new[] { moved, off, on }.Select(one => one.Revised!.Number));
    }

    [Fact]
    public void Intentions_marks_and_the_log_of_an_evening_as_it_was_planned_are_no_revision()
    {
        var intended = Revised(new(), new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, Now).Yes());
        Assert.Null(intended.Revised);
        var standing = StandingOn(Tuesday);
        var log = ALog(1) with { HeldOn = Tuesday };
        var logged = new Meeting().Record(On(Tuesday), log, standing, ByLead, Now).Yes();
        Assert.Null(logged.Revise(new(), standing, Later).Yes().Revised);
        var off = new Meeting().Record(
            On(Tuesday), ALog() with { DidNotHappen = new(NotHeldReason.Venue) }, standing, ByLead, Now).Yes();
        Assert.Equal(1, off.Revise(new(), standing, Later).Yes().Revised!.Number);
    }

    [Fact]
    public void A_group_has_one_for_each_change_of_its_description_or_closure()
    {
        var group = new Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, Now).Yes();
        Assert.Equal(new(1, Now), group.Revised);
        Assert.Equal(1, group.Confirm(ByLead, Now.AddDays(2)).Yes().Revised!.Number);
        var closed = group.Close(new(), ByLead, Later).Yes();
        Assert.Equal(new(2, Later), closed.Revised);
        Assert.Equal(3, closed.Reopen(ByLead, Later).Yes().Revised!.Number);
    }

    [Fact]
    public void The_number_of_a_meeting_grows_with_those_of_its_group_and_its_own()
    {
        var group = AGroup() with { Revised = new(4, Now) };
        var moved = new Meeting().Plan(Next, Plan, IfMatch.None, 0, Standing, ByLead, Now).Yes() with
        {
            Revised = new(2, Later),
        };
        var calendar = group.CalendarFor([moved], Tuesday, NextDay, Caller.Visitor)!;
        Assert.Equal([(4, Now), (6, Later)], calendar.Meetings.Select(one => (one.Revision, one.RevisedAt)));
    }

    [Fact]
    public void A_meeting_has_the_format_of_its_series_if_that_has_one()
    {
        var online = Tuesdays with { Id = "online", Format = MeetingFormat.Online };
        var group = AGroup() with
        {
            Description = Description() with { Schedule = new() { Series = [Tuesdays, online] } },
        };
        var calendar = group.CalendarFor([APlannedMeeting(group)], Tuesday, Tuesday, Caller.Visitor)!;
        Assert.Equal(3, calendar.Meetings.Length);
        Assert.All(calendar.Meetings, one => Assert.Equal(
            one.Line.Series == "online" ? MeetingFormat.Online : null, one.Format));
    }

    private static Meeting Revised(Meeting before, Meeting after) => after.Revise(before, Standing, Later).Yes();
}
