using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

public sealed class GuestAttendanceTests
{
    private static readonly GroupStanding Group = AGroupWithAGuest().Standing;
    private static readonly MemberId Guest = TheGuest;

    [Fact]
    public void A_guest_s_home_area_learns_of_their_mark_once()
    {
        var logged = Log([Guest]);
        Assert.Equal([TheMark(logged.LastNumber)], logged.Outbox.Sent<SeatMarked>());
        var marked = logged.Record.Attend(TheMeeting, Sam, new(Mark.Present), Group, ByLead, Now).Yes();
        Assert.Same(marked, marked.TellGuests(marked, Group, East).Yes());
        Assert.Equal(
            logged.Outbox,
            Told(logged, meeting => meeting.Attend(TheMeeting, Sam, new(Mark.Present), Group, ByLead, Now)).Outbox);
    }

    [Fact]
    public void A_guest_without_a_mark_is_on_the_roster_and_their_home_area_learns_that_too()
    {
        var logged = Log([]);
        Assert.Equal(Mark.NotRecorded, logged.Record.Attendance.LineOf(Guest)!.Mark);
        Assert.Equal([Mark.NotRecorded], logged.Outbox.Sent<SeatMarked>().Select(letter => letter.Mark));
    }

    [Fact]
    public void A_correction_takes_the_place_of_a_letter_that_still_waits()
    {
        var logged = Log([Guest]);
        var corrected = Told(logged, meeting => meeting.Correct(
            Correction(1), new() { Why = "Somebody else", Marks = [new(Guest, Mark.Absent)] }, Group, ByLead, Now));
        Assert.Equal([TheMark(corrected.LastNumber, Mark.Absent)], corrected.Outbox.Sent<SeatMarked>());
        Assert.True(corrected.LastNumber > logged.LastNumber);
    }

    [Fact]
    public void What_is_said_of_others_moves_no_number_that_a_neighbour_sees()
    {
        var logged = Log([Guest]);
        var later = Now.AddHours(1);
        var busy = Told(
            logged, meeting => meeting.Attend(TheMeeting, Sam, new(Mark.Present), Group, ByLead, later), later) with
        {
            Version = 7
        };
        Assert.Equal(logged.LastNumber, busy.LastNumber);
        var told = Told(busy, meeting => meeting.Attend(TheMeeting, Guest, new(Mark.Absent), Group, ByLead, Now));
        Assert.Equal(logged.LastNumber + 1, told.LastNumber);
    }

    [Fact]
    public void The_home_area_learns_that_the_meeting_was_on_another_day_or_did_not_happen()
    {
        var logged = Log([Guest]);
        var moved = Told(logged, meeting => meeting.Correct(
            Correction(1), new() { Why = "A day early", HeldOn = Tuesday.AddDays(-1) }, Group, ByLead, Now));
        Assert.Equal(
            [(Tuesday.AddDays(-1), Mark.Present)],
            moved.Outbox.Sent<SeatMarked>().Select(letter => (letter.HeldOn, letter.Mark)));
        var off = Told(logged, meeting => meeting.Correct(
            Correction(1), new() { Why = "Wrong group", DidNotHappen = new(NotHeldReason.Other) }, Group, ByLead, Now));
        Assert.Equal([Mark.NotRecorded], off.Outbox.Sent<SeatMarked>().Select(letter => letter.Mark));
    }

    [Fact]
    public void A_guest_of_one_meeting_is_reported_for_that_meeting_only()
    {
        var here = Group with
        {
            Roster = [Lead, Sam], Seats = [Group.Seats[0] with { GuestOf = GroupOfWest, MeetingId = TheMeeting }]
        };
        var elsewhere = here with { Seats = [here.Seats[0] with { MeetingId = new MeetingId(TheGroup.Value) }] };
        var planned = APlannedMeeting(AGroup());
        var marked = planned.Attend(TheMeeting, Guest, new(Mark.Present), here, ByLead, Now).Yes();
        Assert.True(marked.Attendance.LineOf(Guest)!.Visitor);
        Assert.Single(marked.TellGuests(planned, here, East).Messages);
        Assert.Empty(marked.TellGuests(planned, elsewhere, East).Messages);
        Assert.Empty(
            planned.Attend(TheMeeting, Lead, new(Mark.Present), here, ByLead, Now)
                .Yes()
                .TellGuests(planned, here, East).Messages);
    }

    [Fact]
    public void The_id_of_a_guest_on_rosters_depends_on_area_and_token_and_no_person_can_have_it()
    {
        Assert.Equal(Guest, TheSeat.OnRosters(West));
        Assert.NotEqual(Guest, TheSeat.OnRosters(Brighton));
        Assert.NotEqual(Guest, Token(2).OnRosters(West));
        Assert.NotEqual(TheSeat.Value, Guest.Value);
        Assert.True(Guest.IsGuest);
        Assert.Equal(
            "member.id",
            new Member().Describe(Guest, new() { Name = "Robin" }, IfMatch.None, 0, Caller.Area, Known, Now).No());
    }

    [Fact]
    public void A_roster_that_names_someone_twice_breaks_no_meeting()
    {
        var twice = Group with { Roster = [.. Group.Roster, Sam, Guest] };
        var logged = new Meeting().Record(TheMeeting, ALog(2), twice, ByLead, Now).Yes();
        Assert.Equal((1, 1), (logged.Attendance.Roster.Count(line => line.MemberId == Sam), logged.Attendance.Named));
    }

    [Fact]
    public void A_token_means_the_guest_unless_it_is_also_the_id_of_a_person()
    {
        var token = new MemberId(TheSeat.Value);
        var tokens = GuestTokens.Among([Sam, token], Attendance.None, Group, ByLead);
        Assert.Equal([token], tokens.AsPeople());
        Assert.Equal(Guest, tokens.Without([MemberStanding.None]).RosterIdOf(token));
        Assert.Equal(Sam, tokens.Without([MemberStanding.None]).RosterIdOf(Sam));
        Assert.Equal(token, tokens.Without([Known]).RosterIdOf(token));
        Assert.Empty(GuestTokens.Among([token], Attendance.None, Group with { Roster = [token] }, ByLead).Seats);
        var oneself = new Caller(CallerRole.Coordinator, token);
        Assert.Empty(GuestTokens.Among([token], Attendance.None, Group, oneself).Seats);
        Assert.Empty(GuestTokens.Among([token], Attendance.None, Group, BySam).Seats);
    }

    private static Row<Meeting> Log(MemberId[] present) =>
        Told(new(), meeting => meeting.Record(TheMeeting, ALog() with { Present = [.. present] }, Group, ByLead, Now));

    private static Row<Meeting> Told(
        Row<Meeting> row, Func<Meeting, Next<Meeting>> transition, DateTimeOffset? now = null)
    {
        return row.After(
            (before, _) => transition(before).Then(after => after.TellGuests(before, Group, East)),
            East,
            now ?? Now).Yes();
    }
}
