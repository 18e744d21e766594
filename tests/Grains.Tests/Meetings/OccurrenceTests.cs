using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Meetings.Evenings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>Meetings that a series plans, before and after anything is stored about them.</summary>
public sealed class OccurrenceTests
{
    private static readonly GroupStanding Standing = NextStanding();
    private static readonly GroupStanding Unplanned =
        Standing with { Occurrence = Standing.Occurrence! with { StartsAt = null } };

    [Fact]
    public void An_occurrence_is_cancelled_by_its_ID_alone_and_keeps_its_day_and_time()
    {
        var next = new Meeting().Cancel(Next, new() { Reason = "Ill" }, Standing, ByLead, Now);
        var cancelled = next.Yes();
        Assert.Equal(
            (Next, TheGroup, NextDay, Seven), (cancelled.Id, cancelled.GroupId, cancelled.HeldOn, cancelled.StartsAt));
        Assert.Equal(new(Lead, Now, "Ill"), cancelled.Cancelled);
        Assert.Equal(
            [new MeetingAnnouncement(
                Next, TheGroup, NextDay, Seven, Cancelled: true, Minutes: 90, OriginalDay: NextDay)],
            next.Messages);
        var again = cancelled.Cancel(Next, new() { Reason = "Away" }, Standing, ByLead, Now).Yes();
        Assert.Equal("Away", again.Cancelled!.Reason);
        Assert.Equal("meeting.not-found", new Meeting().Cancel(Next, new(), Unplanned, ByLead, Now).No());
    }

    [Fact]
    public void Once_reinstated_it_follows_its_series_again()
    {
        var cancelled = new Meeting().Cancel(Next, new(), Standing, ByLead, Now).Yes();
        var later = Standing with { Occurrence = Standing.Occurrence! with { StartsAt = new(20, 0) } };
        var next = cancelled.Reinstate(Next, later, ByLead, Now);
        Assert.Equal((new(20, 0), null), (next.Yes().StartsAt, next.Yes().Cancelled));
        Assert.True(((MeetingAnnouncement)next.Messages.Single()).Withdrawn);
        Assert.Equal("meeting.not-found", new Meeting().Reinstate(TheMeeting, AGroup().Standing, ByLead, Now).No());
        Assert.Equal("meeting.not-found", cancelled.Reinstate(Next, later with { Exists = false }, ByLead, Now).No());
        Assert.Equal("access.leads-only", cancelled.Reinstate(Next, later, BySam, Now).No());
        Assert.Equal("group.closed", cancelled.Reinstate(Next, later with { ClosesOn = NextDay }, ByLead, Now).No());
        Assert.Equal(
            MeetingState.Planned,
            cancelled.Reinstate(Next, later with { ClosesOn = NextDay.AddDays(1) }, ByLead, Now).Yes()
                .State(Attendance.None));
    }

    [Fact]
    public void A_cancelled_one_that_its_series_no_longer_plans_stays_cancelled()
    {
        var cancelled = new Meeting().Cancel(Next, new(), Standing, ByLead, Now).Yes();
        foreach (var standing in (GroupStanding[])[Unplanned, Standing with { Occurrence = null }])
        {
            Assert.Equal("meeting.no-longer-planned", cancelled.Reinstate(Next, standing, ByLead, Now).No());
            Assert.Equal("access.leads-only", cancelled.Reinstate(Next, standing, BySam, Now).No());
            var closing = standing with { ClosesOn = NextDay };
            Assert.Equal("group.closed", cancelled.Reinstate(Next, closing, ByLead, Now).No());
        }
        var plan = new PlanMeeting { GroupId = TheGroup, HeldOn = NextDay.AddDays(1), StartsAt = Seven };
        var moved = new Meeting().Plan(Next, plan, IfMatch.None, 0, Standing, ByLead, Now).Yes()
            .Cancel(Next, new(), Standing, ByLead, Now).Yes();
        Assert.Null(moved.Reinstate(Next, Unplanned, ByLead, Now).Yes().Cancelled);
    }

    [Fact]
    public void One_that_is_moved_has_a_day_of_its_own_and_is_announced()
    {
        var plan = new PlanMeeting
        {
            GroupId = TheGroup, HeldOn = NextDay.AddDays(1), StartsAt = new(18, 0), Minutes = 30, Title = "Walk",
            Place = new() { Town = "Lewes" },
        };
        var next = new Meeting().Plan(Next, plan, IfMatch.None, 0, Standing, ByLead, Now);
        var moved = next.Yes();
        Assert.Equal((NextDay.AddDays(1), new(18, 0), 30), (moved.HeldOn, moved.StartsAt, moved.Minutes));
        Assert.Equal(("Walk", "Lewes", true), (moved.Title, moved.Place!.Town, moved.IsPlanned));
        Assert.Equal(("tuesday-evening", NextDay), (moved.Series, moved.OriginalDay));
        Assert.Equal(
            [
                new MeetingAnnouncement(
                    Next, TheGroup, NextDay.AddDays(1), new(18, 0), Cancelled: false, Minutes: 30, OriginalDay: NextDay)
            ],
            next.Messages);
        var seen = moved.SeenBy(BySam, Next, Standing, 3).Yes();
        Assert.Equal((NextDay.AddDays(1), new(18, 0), 30, 3), (seen.HeldOn, seen.StartsAt, seen.Minutes, seen.Version));
        Assert.Same(moved, moved.Plan(Next, plan, IfMatch.None, 1, Standing, ByLead, Now).Yes());
    }

    [Fact]
    public void An_ID_derived_from_another_group_or_series_belongs_to_no_meeting_here()
    {
        var plan = new PlanMeeting { GroupId = TheGroup, HeldOn = NextDay, StartsAt = Seven };
        var none = Standing with { Occurrence = null };
        Assert.Equal("meeting.other-group", new Meeting().Plan(Next, plan, IfMatch.None, 0, none, ByLead, Now).No());
        Assert.Equal("meeting.other-group", new Meeting().Cancel(Next, new(), none, ByLead, Now).No());
        Assert.Equal("meeting.other-group", new Meeting().Record(Next, ALog(1), none, ByLead, Now).No());
        var known = APlannedMeeting(AGroup());
        var other = new GroupId(Person(7).Value);
        Assert.Equal(
            "meeting.other-group",
            known.Plan(TheMeeting, plan with { GroupId = other }, IfMatch.Any, 1, Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.other-group", known.Cancel(TheMeeting, new() { GroupId = other }, Standing, ByLead, Now).No());
        Assert.NotNull(known.Cancel(TheMeeting, new() { GroupId = TheGroup }, Standing, ByLead, Now).Yes());
    }

    [Fact]
    public void One_that_is_not_logged_is_read_while_it_is_planned_and_one_that_is_logged_for_ever()
    {
        Assert.Equal(90, new Meeting().ReadBy(ByStranger, Next, Standing, 0).Yes().Minutes);
        Assert.Equal("meeting.not-found", new Meeting().ReadBy(ByLead, Next, Unplanned, 0).No());
        Assert.Equal("meeting.not-found", new Meeting().ReadBy(ByLead, Next, Standing with { Exists = false }, 0).No());
        Assert.Equal(
            "meeting.not-found", new Meeting().ReadBy(ByLead, Next, Standing with { ClosesOn = NextDay }, 0).No());
        Assert.Equal("meeting.not-found", new Meeting().ReadBy(ByLead, TheMeeting, AGroup().Standing, 0).No());
        var cancelled = new Meeting().Cancel(Next, new(), Standing, ByLead, Now).Yes();
        Assert.Equal(MeetingState.Cancelled, cancelled.ReadBy(BySam, Next, Unplanned, 1).Yes().State);
        var logged = ALoggedMeeting(AGroup(), ALog(1));
        Assert.True(logged.ReadBy(BySam, TheMeeting, AGroup().Standing with { ClosesOn = Tuesday }, 1).Yes().Logged);
    }

    [Fact]
    public void One_that_only_follows_its_series_goes_where_the_series_goes()
    {
        var noted = new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, Now).Yes();
        var planned = new PeerNet.Calendar.PlannedMeeting(Next, NextDay, new(20, 0), 45, Cancelled: false);
        var later = noted.PlannedAs(planned)!;
        Assert.Equal((NextDay, new(20, 0), 45), (later.HeldOn, later.StartsAt, later.Minutes));
        Assert.Null(noted.PlannedAs(null));
        var cancelled = noted.Cancel(Next, new(), Standing, ByLead, Now).Yes();
        Assert.Same(cancelled, cancelled.PlannedAs(null));
        var moved = noted.Plan(
            Next, new() { GroupId = TheGroup, HeldOn = NextDay.AddDays(1), StartsAt = Seven }, IfMatch.Any, 1, Standing,
            ByLead, Now).Yes();
        Assert.Same(moved, moved.PlannedAs(null));
        Assert.Equal(90, moved.Minutes);
        Assert.Same(moved, moved.PlannedAs(planned));
    }

    [Fact]
    public void When_it_is_logged_its_length_is_that_of_its_series_on_its_day_and_its_group_learns_of_another_time()
    {
        var standing = StandingOn(Tuesday);
        standing = standing with { Occurrence = standing.Occurrence! with { Minutes = 45 } };
        var same = new Meeting().Record(On(Tuesday), ALog(1), standing, ByLead, Now);
        Assert.Equal((45, "tuesday-evening"), (same.Yes().Minutes, same.Yes().Series));
        Assert.Empty(same.Messages);
        var early = new Meeting().Record(On(Tuesday), ALog(1) with { StartsAt = new(18, 0) }, standing, ByLead, Now);
        Assert.Equal(new(18, 0), ((MeetingAnnouncement)early.Messages.Single()).StartsAt);
        var dayBefore = new Meeting().Record(
            On(Tuesday), ALog(1) with { HeldOn = Tuesday.AddDays(-1) }, standing, ByLead, Now);
        Assert.Equal(Tuesday.AddDays(-1), ((MeetingAnnouncement)dayBefore.Messages.Single()).HeldOn);
        Assert.Equal(new(On(Tuesday), "tuesday-evening", Tuesday, Seven), same.Yes().Evening);
    }

    [Fact]
    public void One_that_is_logged_as_off_before_it_begins_is_announced_like_one_that_is_cancelled()
    {
        var starts = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        var log = ALog() with { HeldOn = NextDay, DidNotHappen = new(NotHeldReason.Lead) };
        var off = new Meeting().Record(Next, log, Standing, ByLead, starts.AddTicks(-1));
        Assert.True(((MeetingAnnouncement)off.Messages.Single()).Cancelled);
        Assert.False(((MeetingAnnouncement)off.Messages.Single()).Withdrawn);
        var right = new CorrectMeeting { Why = "Bo leads", Unnamed = new(1) };
        var on = off.Yes().Correct(Correction(1), right, Standing, ByLead, starts.AddTicks(-1));
        Assert.False(((MeetingAnnouncement)on.Messages.Single()).Cancelled);
        Assert.Empty(off.Yes().Correct(Correction(1), right, Standing, ByLead, starts).Messages);
        Assert.Empty(new Meeting().Record(Next, log, Standing, ByLead, starts).Messages);
        var held = ALog(1) with { HeldOn = NextDay };
        Assert.Empty(new Meeting().Record(Next, held, Standing, ByLead, starts.AddTicks(-1)).Messages);
        // Under another ID nobody would be told, and the meeting would stay in every calendar.
        var elsewhere = new Meeting().Record(TheMeeting, log, AGroup().Standing, ByLead, starts.AddTicks(-1));
        Assert.True(elsewhere.Refused(out var refusal, out _));
        Assert.Equal(("meeting.not-yet", "startsAt"), (refusal.Code, refusal.Field));
        Assert.Empty(new Meeting().Record(TheMeeting, log, AGroup().Standing, ByLead, starts).Messages);
        Assert.Empty(new Meeting().Record(TheMeeting, held, AGroup().Standing, ByLead, starts.AddTicks(-1)).Messages);
    }

    [Fact]
    public void One_that_its_series_no_longer_plans_can_only_be_logged_in_full()
    {
        var noted = new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, Now).Yes();
        var then = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        foreach (var standing in (GroupStanding[])[Unplanned, Standing with { Occurrence = null }])
        {
            Assert.Equal("meeting.not-found", noted.ReadBy(BySam, Next, standing, 1).No());
            Assert.Equal(
                "meeting.not-found", noted.Attend(Next, Sam, new(Mark.Present), standing, BySam, then).No());
            Assert.Equal("meeting.not-found", noted.Count(Next, new(1), standing, ByLead, then).No());
            Assert.Equal("meeting.not-found", noted.Cancel(Next, new(), standing, ByLead, Now).No());
            Assert.Equal("meeting.not-found", noted.Reinstate(Next, standing, ByLead, Now).No());
            Assert.Equal(
                "meeting.not-found", noted.Correct(Correction(1), new() { Why = "x" }, standing, ByLead, Now).No());
        }
        var logged = noted.Record(Next, ALog(1) with { HeldOn = NextDay }, Unplanned, ByLead, then).Yes();
        Assert.Equal((NextDay, Seven, true), (logged.HeldOn, logged.StartsAt, logged.Logged));
    }

    [Fact]
    public void Nothing_is_marked_counted_or_cancelled_into_being_once_its_group_has_closed()
    {
        var closed = Standing with { ClosesOn = NextDay };
        var then = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        var oneOff = new CancelMeeting { GroupId = TheGroup, HeldOn = NextDay, StartsAt = Seven };
        Assert.Equal(
            "meeting.not-found", new Meeting().Attend(Next, Sam, new(Mark.Present), closed, BySam, then).No());
        Assert.Equal("meeting.not-found", new Meeting().Count(Next, new(1), closed, ByLead, then).No());
        Assert.Equal(
            "group.closed",
            new Meeting().Cancel(TheMeeting, oneOff, AGroup().Standing with { ClosesOn = NextDay }, ByLead, Now).No());
        var before = AGroup().Standing with { ClosesOn = NextDay.AddDays(1), Minutes = 25 };
        Assert.Equal(25, new Meeting().Cancel(TheMeeting, oneOff, before, ByLead, Now).Yes().Minutes);
    }

    [Fact]
    public void Doors_open_an_hour_before_it_starts_and_not_on_another_day()
    {
        var starts = new DateTimeOffset(NextDay, Seven, TimeSpan.Zero);
        var noted = new Meeting().Intend(Next, Sam, Intention.Coming, Standing, BySam, Now).Yes();
        Assert.Equal("meeting.not-yet", Marked(starts.AddHours(-1).AddTicks(-1)).No());
        Assert.NotNull(Marked(starts.AddHours(-1)).Yes());
        Assert.Equal("meeting.not-yet", noted.Count(Next, new(1), Standing, ByLead, starts.AddHours(-2)).No());
        Assert.Equal(1, noted.Count(Next, new(1), Standing, ByLead, starts).Yes().Attendance.HeadCount);

        Next<Meeting> Marked(DateTimeOffset now) => noted.Attend(Next, Sam, new(Mark.Present), Standing, BySam, now);
    }
}
