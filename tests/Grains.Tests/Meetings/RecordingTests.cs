using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

public sealed class RecordingTests
{
    [Fact]
    public void A_log_counts_named_and_unnamed_people()
    {
        var seen = ALoggedMeeting(AGroup(5), ALog(1, 2) with
        {
            Apologies = [Person(3)], Unnamed = new(Newcomers: 2, Carers: 1)
        }).SeenBy(ByLead, AGroup(5).Standing, 1).Yes();
        Assert.Equal((2, 5, 1, 0, 2), (seen.Named, seen.HeadCount, seen.Apologies, seen.Absent, seen.NotRecorded));
        Assert.Equal(MeetingState.Held, seen.State);
    }

    [Fact]
    public void The_same_log_again_changes_nothing_even_with_people_in_another_order()
    {
        var meeting = ALoggedMeeting(AGroup(), ALog(1, 2));
        Assert.Same(
            meeting, meeting.Record(TheMeeting, ALog(2, 1), AGroup().Standing, ByCoordinator, Now.AddHours(1)).Yes());
    }

    [Fact]
    public void The_same_id_with_another_log_is_refused()
    {
        Assert.Equal(
            "meeting.already-recorded",
            ALoggedMeeting(AGroup(), ALog(1, 2)).Record(TheMeeting, ALog(1), AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void Someone_who_asked_to_join_is_on_the_record_as_a_visitor()
    {
        var seen = ALoggedMeeting(AGroupWithSomeoneWhoAsked(), ALog(1, 99)).Attendance;
        Assert.Equal([false, false, false, true], seen.Roster.Select(line => line.Visitor));
        Assert.Equal(2, seen.Named);
    }

    [Fact]
    public void People_who_join_or_leave_later_change_no_past_meeting()
    {
        var group = AGroup(4);
        var meeting = ALoggedMeeting(group, ALog(1, 2));
        var later = group.Leave(Sam, BySam, Now).Yes().Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(
            [1, 2, 3, 4], meeting.SeenBy(ByLead, later.Standing, 1).Yes().Roster.Select(line => Number(line.MemberId)));
    }

    [Fact]
    public void Marks_that_people_gave_themselves_stay_where_the_log_says_nothing()
    {
        var group = AGroup(4);
        var scanned =
            APlannedMeeting(group).Attend(TheMeeting, Person(3), new(Mark.Present), group.Standing, By(Person(3)), Now)
                .Yes();
        var logged = scanned.Record(TheMeeting, ALog(1), group.Standing, ByLead, Now).Yes();
        Assert.Equal(2, logged.Attendance.Named);
    }

    [Fact]
    public void Someone_counted_at_the_door_is_given_a_name_once()
    {
        var group = AGroupWithSomeoneWhoAsked(4);
        var meeting = ALoggedMeeting(group, ALog(1) with { Unnamed = new(Newcomers: 1) });
        var named =
            meeting.Attend(TheMeeting, Stranger, new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now)
                .Yes();
        Assert.Equal(
            (2, 2, 0), (named.Attendance.HeadCount, named.Attendance.Named, named.Attendance.Unnamed.Newcomers));
        Assert.Same(
            named, named.Attend(
                TheMeeting, Stranger, new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now).Yes());
        Assert.Equal(
            "meeting.nobody-to-name",
            named.Attend(TheMeeting, Person(2), new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now)
                .No());
        Assert.Equal(
            "meeting.already-named",
            meeting.Attend(TheMeeting, Lead, new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now)
                .No());
    }

    [Fact]
    public void A_count_sent_again_after_someone_got_a_name_counts_nobody_twice()
    {
        var group = AGroupWithSomeoneWhoAsked();
        var named = ALoggedMeeting(group, ALog(1) with { Unnamed = new(Newcomers: 2) })
            .Attend(TheMeeting, Stranger, new(Mark.Present, UnnamedKind.Newcomers), group.Standing, ByLead, Now)
            .Yes();
        Assert.Same(named, named.Count(TheMeeting, new(Newcomers: 2), group.Standing, ByLead, Now).Yes());
        Assert.Equal(3, named.Attendance.HeadCount);
        Assert.Equal("meeting.fewer-than-named", named.Count(TheMeeting, new(), group.Standing, ByLead, Now).No());
    }

    [Fact]
    public void A_meeting_that_did_not_happen_has_a_reason_and_nobody_in_it()
    {
        var log = ALog() with { DidNotHappen = new(NotHeldReason.Venue) };
        var meeting = ALoggedMeeting(AGroup(), log);
        Assert.Equal(MeetingState.DidNotHappen, meeting.State(meeting.Attendance));
        Assert.Equal((0, 3), (meeting.Attendance.HeadCount, meeting.Attendance.Count(Mark.NotRecorded)));
        Assert.Equal(
            "meeting.not-held-with-people",
            new Meeting().Record(TheMeeting, log with { Present = [Lead] }, AGroup().Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.not-held",
            meeting.Attend(TheMeeting, Sam, new(Mark.Present), AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void People_mark_themselves_leads_mark_anybody_and_nobody_marks_others()
    {
        var group = AGroup();
        var planned = APlannedMeeting(group);
        Assert.Equal(
            1, planned.Attend(TheMeeting, Sam, new(Mark.Present), group.Standing, BySam, Now).Yes().Attendance.Named);
        Assert.Equal(
            "access.not-yours",
            planned.Attend(TheMeeting, Person(3), new(Mark.Present), group.Standing, BySam, Now).No());
        Assert.Equal(
            "access.not-yours",
            planned.Attend(TheMeeting, Stranger, new(Mark.Present), group.Standing, ByStranger, Now).No());
    }

    [Fact]
    public void A_meeting_to_come_is_not_logged_yet()
    {
        var tomorrow = Tuesday.AddDays(2);
        Assert.Equal(
            "meeting.not-yet",
            new Meeting().Record(TheMeeting, ALog(1) with { HeldOn = tomorrow }, AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void A_time_that_the_clocks_skip_is_refused()
    {
        Assert.Equal(
            "meeting.no-such-time",
            new Meeting().Record(
                TheMeeting,
                ALog(1) with { HeldOn = new(2026, 3, 29), StartsAt = new(1, 30) },
                AGroup().Standing,
                ByLead,
                Now).No());
    }

    [Fact]
    public void Somebody_with_two_marks_is_refused()
    {
        Assert.Equal(
            "meeting.marked-twice",
            new Meeting().Record(TheMeeting, ALog(1) with { Absent = [Lead] }, AGroup().Standing, ByLead, Now).No());
        Assert.Equal(
            "meeting.marked-twice",
            new Meeting().Record(TheMeeting, ALog(1) with { Apologies = [Lead] }, AGroup().Standing, ByLead, Now).No());
    }

    [Fact]
    public void Only_leads_and_coordinators_log()
    {
        Assert.Equal(
            "access.leads-only", new Meeting().Record(TheMeeting, ALog(1), AGroup().Standing, BySam, Now).No());
        Assert.NotNull(new Meeting().Record(TheMeeting, ALog(1), AGroup().Standing, ByCoordinator, Now).Yes());
    }

    [Fact]
    public void People_of_the_group_and_people_who_were_there_see_a_meeting_and_others_do_not()
    {
        var group = AGroup().Standing;
        var meeting = ALoggedMeeting(AGroupWithSomeoneWhoAsked(), ALog(1, 99));
        Assert.NotNull(meeting.SeenBy(BySam, group, 1).Yes());
        Assert.NotNull(meeting.SeenBy(ByStranger, group, 1).Yes());
        Assert.Equal("meeting.not-found", meeting.SeenBy(By(Person(50)), group, 1).No());
    }

    private static int Number(Contracts.Members.MemberId member) => Convert.ToInt32(member.ToString()[^12..], 16);
}
