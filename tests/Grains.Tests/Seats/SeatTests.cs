using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Seats;

/// <summary>A seat from the asking to the end.</summary>
public sealed class SeatTests
{
    private static readonly AskForSeat AsGuest = Asking with { GuestOf = GroupOfWest, MeetingId = TheMeeting };

    [Fact]
    public void A_guest_of_one_meeting_says_so_in_the_letter_and_in_the_seat()
    {
        var asking = new Seat().Ask(TheSeat, AsGuest, null, West, SamAtHome, BySam, Now);
        Assert.Equal(TheAskingFor(TheMeeting), asking.Messages.OfType<SeatAsked>().Single());
        var seat = asking.Yes();
        Assert.Equal((GroupOfWest, TheMeeting, Sam), (seat.GuestOf, seat.MeetingId, seat.Member));
        Assert.Same(seat, seat.Ask(TheSeat, AsGuest, null, West, SamAtHome, BySam, Now).Yes());
        Assert.Equal("seat.differs", seat.Ask(TheSeat, Asking, null, West, SamAtHome, BySam, Now).No());
        Assert.Equal(
            TheMeeting, asking.Messages.OfType<SeatChanged>().Single().Seat.MeetingId);
    }

    [Fact]
    public void A_member_has_fifty_seats_and_no_more()
    {
        var seats = Enumerable.Range(100, 49).Select(n => new SeatPart(Token(n), East, GroupOfEast, SeatState.Seated));
        var almost = SamAtHome with { Seats = [.. seats] };
        Assert.NotNull(new Seat().Ask(TheSeat, Asking, null, West, almost, BySam, Now).Yes());
        var full = almost with { Seats = almost.Seats.Add(almost.Seats[0]) };
        Assert.Equal("seat.too-many", new Seat().Ask(TheSeat, Asking, null, West, full, BySam, Now).No());
    }

    [Fact]
    public void A_claim_is_given_up_before_the_seat_is_stored()
    {
        var claim = new SeatPart(TheSeat, East, GroupOfEast, SeatState.Asked, TheMeeting);
        var ending = new Seat().End(West, BySam, Now, claim);
        var ended = ending.Yes();
        Assert.Equal((TheSeat, Sam, East, GroupOfEast), (ended.Id, ended.Member, ended.Area, ended.GroupId));
        Assert.Equal((TheMeeting, SeatState.Ended, Now), (ended.MeetingId, ended.State, ended.Since));
        Assert.Equal(
            [new SeatChanged(Sam, claim with { State = SeatState.Ended }) { IsOwnWish = true }], ending.Messages);
        Assert.Equal("seat.over", ended.Ask(TheSeat, Asking, null, West, SamAtHome, BySam, Now).No());
    }

    [Fact]
    public void A_seat_that_nobody_asked_for_is_ended_by_nobody_and_erasure_leaves_it_alone()
    {
        var nobody = new Seat();
        Assert.Equal("seat.not-found", nobody.End(West, BySam, Now).No());
        Assert.Same(nobody, nobody.End(West, Contracts.Caller.Area, Now).Yes());
        var asked = AnAskedSeat().Record;
        Assert.Same(asked, asked.Forget(Lead, West, Now).Yes());
    }

    [Fact]
    public void A_declined_seat_can_be_put_away_without_another_letter()
    {
        var declined = AnAskedSeat().Receives(TheAnswer(welcome: false));
        Assert.Same(declined, declined.Receives(TheMark(1)));
        Assert.Same(declined, declined.Receives(TheWelcome(1)));
        var ending = declined.Record.End(West, BySam, Now.AddDays(1));
        Assert.Equal((SeatState.Ended, Now.AddDays(1)), (ending.Yes().State, ending.Yes().Since));
        Assert.Equal(SeatState.Ended, ((SeatChanged)ending.Messages.Single()).Seat.State);
    }

    [Fact]
    public void The_member_sees_why_it_waits_and_why_it_was_declined()
    {
        var asked = AnAskedSeat().Record;
        Assert.Equal("link.border-closed", asked.SeenBy(BySam, false, "link.border-closed").Yes().WaitsBecause);
        var declined = AnAskedSeat().Settled(TheAsking().Operation, "group.full").Record;
        var seen = declined.SeenBy(BySam, acknowledged: true).Yes();
        Assert.Equal((TheSeat, East, GroupOfEast, "group.full"), (seen.Id, seen.Area, seen.GroupId, seen.Because));
        Assert.Equal((SeatState.Declined, Now, true), (seen.State, seen.Since, seen.Acknowledged));
        Assert.True(declined.Left);
    }

    [Fact]
    public void Marks_are_in_order_of_day_and_time_and_the_latest_thousand_are_kept()
    {
        var seat = AnAskedSeat().Receives(TheAnswer()).Record;
        var marked = new[] { Mark(1, 1, 9), Mark(2, 0, 20), Mark(3, 0, 9) }
            .Aggregate(seat, (one, mark) => one.Receive(mark, Now).Yes());
        Assert.Equal([3, 2, 1], marked.Marks.Select(mark => mark.Version));
        var full = seat with
        {
            Marks =
                [.. Enumerable.Range(1, 1000).Select(n => new SeatMark(Id(n), Tuesday.AddDays(n), Seven, default, 1))]
        };
        var more = full.Receive(Mark(2000, 2000, 9), Now).Yes();
        Assert.Equal((1000, Id(2), Id(2000)), (more.Marks.Length, more.Marks[0].MeetingId, more.Marks[^1].MeetingId));

        static MeetingId Id(int number) => new(Person(number).Value);
        static SeatMarked Mark(int number, int days, int hour) => TheMark(number) with
        {
            Meeting = Id(number), HeldOn = Tuesday.AddDays(days), StartsAt = new(hour, 0)
        };
    }

    [Fact]
    public void A_message_of_the_seat_that_is_refused_for_another_reason_is_sent_again()
    {
        var seat = AnAskedSeat();
        var news = seat.Outbox.Sent<SeatChanged>().Single();
        var refused = seat.Settled(news.Operation, "member.not-found");
        Assert.Equal((SeatState.Asked, 1), (refused.Record.State, refused.Outbox.Find(news.Operation)!.Refusals));
    }
}
