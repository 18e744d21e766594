using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Meetings;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Meetings;

public sealed class GuestAttendanceTests
{
    private static readonly GroupStanding Group = AGroupWithAGuest().Standing;
    private static readonly MemberId Guest = TheSeat.OnRosters;

    [Fact]
    public void A_guest_s_home_hears_of_their_mark_once()
    {
        var logged = Log([Guest]);
        Assert.Equal([TheMark(logged.Turn!.Number)], logged.Letters.Letters<SeatMarked>());
        var marked = logged.Attend(Sam, new(Mark.Present), Group, ByLead, Now).Yes();
        Assert.Same(marked, marked.TellGuests(marked, Group, East, Now));
        Assert.Equal(logged.Letters, marked.TellGuests(logged, Group, East, Now).Letters);
    }

    [Fact]
    public void A_guest_of_whom_nobody_said_anything_is_on_the_roster_and_home_hears_that_too()
    {
        var logged = Log([]);
        Assert.Equal(Mark.NotRecorded, logged.Attendance.LineOf(Guest)!.Mark);
        Assert.Equal([Mark.NotRecorded], logged.Letters.Letters<SeatMarked>().Select(letter => letter.Mark));
    }

    [Fact]
    public void A_correction_takes_the_place_of_a_letter_that_still_waits()
    {
        var logged = Log([Guest]).At(1);
        var corrected = logged.Correct(Correction(1), new() { Why = "Somebody else", Marks = [new(Guest, Mark.Absent)] }, Group, ByLead, Now).Yes().TellGuests(logged, Group, East, Now);
        Assert.Equal([TheMark(corrected.Turn!.Number, Mark.Absent)], corrected.Letters.Letters<SeatMarked>());
        Assert.True(corrected.Turn.Number > logged.Turn!.Number);
    }

    [Fact]
    public void What_is_said_of_others_moves_no_number_that_a_neighbour_sees()
    {
        var (logged, later) = (Log([Guest]).At(1), Now.AddHours(1));
        var busy = logged.Attend(Sam, new(Mark.Present), Group, ByLead, later).Yes().TellGuests(logged, Group, East, later).At(7);
        Assert.Same(logged.Turn, busy.Turn);
        var told = busy.Attend(Guest, new(Mark.Absent), Group, ByLead, Now).Yes().TellGuests(busy, Group, East, Now);
        Assert.Equal(logged.Turn!.Number + 1, told.Turn!.Number);
    }

    [Fact]
    public void Home_hears_that_the_meeting_was_on_another_day_or_did_not_happen()
    {
        var logged = Log([Guest]);
        var moved = logged.Correct(Correction(1), new() { Why = "A day early", HeldOn = Tuesday.AddDays(-1) }, Group, ByLead, Now).Yes().TellGuests(logged, Group, East, Now);
        Assert.Equal([(Tuesday.AddDays(-1), Mark.Present)], moved.Letters.Letters<SeatMarked>().Select(letter => (letter.HeldOn, letter.Mark)));
        var off = logged.Correct(Correction(1), new() { Why = "Wrong group", DidNotHappen = new(NotHeldReason.Other) }, Group, ByLead, Now).Yes().TellGuests(logged, Group, East, Now);
        Assert.Equal([Mark.NotRecorded], off.Letters.Letters<SeatMarked>().Select(letter => letter.Mark));
    }

    [Fact]
    public void A_guest_of_one_meeting_is_told_of_at_that_meeting_only()
    {
        var here = Group with { Roster = [Lead, Sam], Seats = [Group.Seats[0] with { GuestOf = GroupOfWest, MeetingId = TheMeeting }] };
        var elsewhere = here with { Seats = [here.Seats[0] with { MeetingId = new MeetingId(TheGroup.Value) }] };
        var planned = APlannedMeeting(AGroup());
        var marked = planned.Attend(Guest, new(Mark.Present), here, ByLead, Now).Yes();
        Assert.True(marked.Attendance.LineOf(Guest)!.Visitor);
        Assert.Single(marked.TellGuests(planned, here, East, Now).Letters);
        Assert.Empty(marked.TellGuests(planned, elsewhere, East, Now).Letters);
        Assert.Empty(planned.Attend(Lead, new(Mark.Present), here, ByLead, Now).Yes().TellGuests(planned, here, East, Now).Letters);
    }

    private static Meeting Log(MemberId[] present) =>
        new Meeting().Record(TheMeeting, ALog() with { Present = [.. present] }, Group, ByLead, Now).Yes().TellGuests(new(), Group, East, Now);
}
