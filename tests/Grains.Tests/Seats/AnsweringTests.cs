using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Seats;

public sealed class AnsweringTests
{
    private static readonly Seat Seated = AnAskedSeat().Receives(TheAnswer()).Record;

    [Theory]
    [InlineData(true, SeatState.Seated)]
    [InlineData(false, SeatState.Declined)]
    public void The_answer_decides_and_the_letter_with_the_name_goes(bool welcome, SeatState state)
    {
        var answered = AnAskedSeat().Receives(TheAnswer(welcome));
        Assert.Equal(state, answered.Record.State);
        Assert.False(answered.HasLetters);
        Assert.Same(answered, answered.Receives(TheAnswer(welcome)));
    }

    [Fact]
    public void A_no_of_the_other_area_to_the_asking_is_the_answer_and_the_asking_is_taken_back()
    {
        var declined = AnAskedSeat().Settled(TheAsking().Operation, "group.full");
        Assert.Equal((SeatState.Declined, "group.full"), (declined.Record.State, declined.Record.Because));
        Assert.Equal([TheLeaving()], declined.Outbox.Sent<SeatLetter>());
        Assert.Same(declined, declined.Settled(TheAsking().Operation, "group.full"));
    }

    [Fact]
    public void A_closed_border_is_no_answer()
    {
        var asked = AnAskedSeat();
        var held = asked.Settled(TheAsking().Operation, "link.border-closed");
        Assert.Same(asked.Record, held.Record);
        Assert.Equal(asked.Outbox, [.. held.Outbox.Select(posted => posted with { Code = null })]);
        Assert.Equal((null, "link.border-closed"), (asked.HeldBecause([]), held.HeldBecause([])));
        Assert.Same(held, held.Settled(TheAsking().Operation, "link.border-closed"));
    }

    [Fact]
    public void What_is_acknowledged_does_not_wait_any_more_and_the_name_is_gone()
    {
        var settled = AnAskedSeat().Settled(TheAsking().Operation, null);
        Assert.True(settled.Record.SeenBy(BySam, acknowledged: !settled.HasLetters).Yes().Acknowledged);
        Assert.Same(settled.Record, settled.Record.Ask(
            TheSeat, Asking with { ShownAs = "Kit" }, settled.Waiting<SeatAsked>(), West, SamAtHome, BySam, Now).Yes());
    }

    [Fact]
    public void An_answer_that_comes_after_the_end_changes_nothing()
    {
        foreach (var ended in (Seat[])[
            AnAskedSeat().Record.End(West, BySam, Now).Yes(), AnAskedSeat().Record.Receive(TheEnd(), Now).Yes()
        ])
        {
            Assert.Equal(SeatState.Ended, ended.State);
            Assert.Same(ended, ended.Receive(TheAnswer(), Now).Yes());
        }
    }

    [Fact]
    public void Letters_of_other_areas_or_groups_are_refused()
    {
        Assert.Equal("link.misdirected", Seated.Receive(TheEnd() with { From = Brighton }, Now).No());
        Assert.Equal("link.misdirected", Seated.Receive(TheEnd() with { Group = GroupOfWest }, Now).No());
        Assert.Equal("link.misdirected", Seated.Receive(TheEnd() with { Seat = Token(2) }, Now).No());
        Assert.Equal("link.misdirected", Seated.Receive(TheAsking() with { From = East }, Now).No());
        Assert.Equal("seat.not-found", new Seat().Receive(TheEnd(), Now).No());
    }

    [Fact]
    public void The_history_has_the_latest_mark_of_each_meeting_whatever_the_order()
    {
        var marked = Seated.Receive(TheMark(3, Mark.Absent), Now).Yes();
        Assert.Same(marked, marked.Receive(TheMark(2), Now).Yes());
        Assert.Same(marked, marked.Receive(TheMark(3, Mark.Absent), Now).Yes());
        var corrected = marked.Receive(TheMark(4), Now).Yes();
        Assert.Equal(
            [new(East, GroupOfEast, TheMeeting, Tuesday, Seven, Mark.Present)],
            corrected.SeenBy(BySam, acknowledged: true).Yes().Attendance);
    }

    [Fact]
    public void Who_gives_a_seat_up_keeps_their_history_and_it_grows_no_more()
    {
        var ended = Seated.Receive(TheMark(2), Now).Yes().End(West, BySam, Now).Yes();
        Assert.Single(ended.History());
        Assert.Same(ended, ended.Receive(TheMark(3, Mark.Absent), Now).Yes());
        Assert.Equal(
            Mark.Absent,
            Seated.Receive(TheEnd(), Now).Yes().Receive(TheMark(3, Mark.Absent), Now).Yes().History().Single().Mark);
    }

    [Fact]
    public void Erasure_wipes_the_history_of_an_ended_seat_too()
    {
        var marked = Seated.Receive(TheMark(2), Now).Yes();
        foreach (var seat in (Seat[])[marked, marked.End(West, BySam, Now).Yes(), marked.Receive(TheEnd(), Now).Yes()])
        {
            var erased = seat.InARow().Receives(new PersonErased(Sam, "seat", TheSeat.Value));
            Assert.Equal((SeatState.Ended, null, 0, 0), (
                erased.Record.State,
                erased.Record.Member,
                erased.Record.Marks.Length,
                erased.Outbox.Sent<SeatChanged>().Count()));
            Assert.Same(erased, erased.Receives(TheMark(9)));
        }
    }
}
