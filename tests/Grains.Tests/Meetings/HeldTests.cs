using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

/// <summary>When a meeting counts as held, and who is on its roster.</summary>
public sealed class HeldTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly TimeOnly Late = new(23, 55);

    [Fact]
    public void Apologies_before_a_meeting_are_refused_and_it_can_still_be_cancelled()
    {
        var group = AGroup();
        var tonight = Tonight(group);
        foreach (var mark in Enum.GetValues<Mark>())
            Assert.Equal(
                "meeting.not-yet", tonight.Attend(TheMeeting, Sam, new(mark), group.Standing, BySam, Now).No());
        Assert.NotNull(tonight.Cancel(TheMeeting, new(), group.Standing, ByLead, Now).Yes().Cancelled);
    }

    [Fact]
    public void Apologies_alone_make_no_meeting_and_are_kept_when_it_is_logged()
    {
        var group = AGroup();
        var sorry = APlannedMeeting(group)
            .Attend(TheMeeting, Sam, new(Mark.Apologies), group.Standing, BySam, Now).Yes();
        Assert.Equal((false, MeetingState.Planned, false), (sorry.Logged, sorry.State(sorry.Attendance), sorry.IsHeld));
        Assert.NotNull(sorry.Cancel(TheMeeting, new(), group.Standing, ByLead, Now).Yes().Cancelled);
        var logged = sorry.Record(TheMeeting, ALog(1), group.Standing, ByLead, Now).Yes();
        Assert.Equal((true, true), (logged.Logged, logged.IsHeld));
        Assert.Equal(
            [(Lead, Mark.Present, false), (Sam, Mark.Apologies, false), (Person(3), Mark.NotRecorded, false)],
            logged.Attendance.Roster.Select(line => (line.MemberId, line.Mark, line.Visitor)));
    }

    [Fact]
    public void A_meeting_that_did_not_happen_is_not_held_until_a_correction_says_that_it_was()
    {
        var group = AGroup();
        var off = ALoggedMeeting(group, ALog() with { DidNotHappen = new(NotHeldReason.Venue) });
        Assert.False(off.IsHeld);
        var on = off.Correct(
            Correction(1), new() { Why = "It was", Marks = [new(Sam, Mark.Present)] }, group.Standing, ByLead, Now);
        Assert.True(on.Yes().IsHeld);
    }

    [Fact]
    public void People_who_joined_after_the_day_are_not_on_the_roster_and_people_who_left_since_are()
    {
        var founded = Now.AddDays(-100);
        var group = new Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByLead, founded).Yes();
        foreach (var person in (MemberId[])[Sam, Person(3)])
            group = group.Join(person, new(), Known, By(person), founded).Yes();
        group = group.Leave(Person(3), By(Person(3)), Now.AddDays(-20)).Yes();
        group = group.Join(Person(4), new(), Known, By(Person(4)), Now.AddDays(-10)).Yes();
        var september = new DateOnly(2026, 9, 15);
        var standing = group.StandingFor(TheMeeting, Now);
        var log = ALog(1) with { HeldOn = september };

        var logged = new Meeting().Record(TheMeeting, log, standing, ByLead, Now).Yes();
        Assert.Equal([Lead, Sam, Person(3)], logged.Attendance.Roster.Select(line => line.MemberId));
        var week = new Meeting().Record(TheMeeting, log with { HeldOn = Today }, standing, ByLead, Now).Yes();
        Assert.Equal([Lead, Sam, Person(4)], week.Attendance.Roster.Select(line => line.MemberId));
        Assert.NotNull(new Meeting().Record(TheMeeting, ALog(1, 3), standing, ByLead, Now).No());
    }

    [Fact]
    public void The_roster_stays_frozen_when_people_join_after_the_log()
    {
        var group = AGroup();
        var logged = ALoggedMeeting(group, ALog(1));
        var later = group.With(Person(7));
        var marked = logged.Attend(TheMeeting, Sam, new(Mark.Present), later.Standing, ByLead, Now).Yes();
        Assert.Equal([Lead, Sam, Person(3)], marked.Attendance.Roster.Select(line => line.MemberId));
    }

    [Fact]
    public void A_correction_without_a_note_keeps_the_note()
    {
        var group = AGroup();
        var logged = ALoggedMeeting(group, ALog(1) with { Notes = "Good talk" });
        var corrected = logged.Correct(
            Correction(1), new() { Why = "Sam came", Marks = [new(Sam, Mark.Present)] }, group.Standing, ByLead, Now);
        Assert.Equal("Good talk", corrected.Yes().Attendance.Notes);
    }

    [Fact]
    public void A_meeting_has_room_for_a_thousand_entries_and_no_more()
    {
        var group = AGroup();
        var meeting = ALoggedMeeting(group, ALog(1));
        for (var entry = 2; entry <= 1000; entry++)
        {
            var mark = new MarkAttendance(entry % 2 == 0 ? Mark.Present : Mark.Absent);
            meeting = meeting.Attend(TheMeeting, Sam, mark, group.Standing, ByLead, Now).Yes();
        }
        Assert.Equal(1000, meeting.Entries.Length);
        Assert.Equal(
            "meeting.too-much",
            meeting.Attend(TheMeeting, Sam, new(Mark.Apologies), group.Standing, ByLead, Now).No());
    }

    [Fact]
    public void A_meeting_has_room_for_five_hundred_people_and_no_more()
    {
        var full =
            AGroup().Standing with { Roster = [.. Enumerable.Range(1, 499).Select(Person)], Asked = [Person(501)] };
        var logged = new Meeting().Record(TheMeeting, ALog(1), full, ByLead, Now).Yes();
        var one = logged.Attend(TheMeeting, Person(501), new(Mark.Present), full, ByLead, Now).Yes();
        Assert.Equal(500, one.Attendance.Roster.Length);
        var more = full with { Asked = [Person(501), Person(502)] };
        Assert.Equal(
            "meeting.too-much",
            one.Attend(TheMeeting, Person(502), new(Mark.Present), more, ByLead, Now).No());
    }

    [Theory]
    [InlineData("2016-11-18", true)]
    [InlineData("2016-11-17", false)]
    [InlineData("2026-11-18", true)]
    public void A_meeting_is_logged_up_to_ten_years_late(string day, bool isAccepted)
    {
        var log = ALog(1) with { HeldOn = DateOnly.Parse(day, null), StartsAt = new(8, 0) };
        var logged = new Meeting().Record(TheMeeting, log, AGroup().Standing, ByLead, Now);
        Assert.Equal(isAccepted, !logged.Refused(out _, out _));
    }

    [Theory]
    [InlineData(500, true)]
    [InlineData(501, false)]
    public void A_reason_has_up_to_five_hundred_characters(int length, bool isAccepted)
    {
        var group = AGroup();
        var text = new string('a', length);
        Next(APlannedMeeting(group).Cancel(TheMeeting, new() { Reason = text }, group.Standing, ByLead, Now));
        Next(ALoggedMeeting(group, ALog(1)).Correct(Correction(1), new() { Why = text }, group.Standing, ByLead, Now));

        void Next(PeerNet.Grains.Durability.Next<Meeting> next) =>
            Assert.Equal(isAccepted, !next.Refused(out _, out _));
    }

    private static Meeting Tonight(Group group)
    {
        return new Meeting().Plan(
            TheMeeting, new() { GroupId = TheGroup, HeldOn = Today, StartsAt = Late }, IfMatch.None, 0, group.Standing,
            ByLead, Now).Yes();
    }
}
