using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class GuestLetterTests
{
    [Fact]
    public void A_change_that_waits_is_not_sent_to_a_guest_whose_seat_has_ended()
    {
        var told = AGroup().InARow().Receives(TheAsking()).Receives(TheAsking(2)).Stored(group => group.Describe(
            TheGroup, Description() with { FirstTime = "Ring the bell" }, IfMatch.Any, 1, ByLead, Now)
            .Then(next => next.TellGuests(group, East, Now)));
        Assert.Equal([TheSeat, Token(2)], told.Outbox.Sent<SeatWelcomed>().Select(letter => letter.Seat));
        var ended = told.Stored(group => group.EndSeat(TheSeat, East, ByLead, Now));
        Assert.Equal([Token(2)], ended.Outbox.Sent<SeatWelcomed>().Select(letter => letter.Seat));
    }

    [Fact]
    public void An_answer_that_waits_is_not_sent_to_a_guest_who_has_left_so_that_no_area_can_make_a_row_grow()
    {
        var group = AGroup().InARow();
        for (var number = 1; number <= 300; number++)
            group = group.Receives(TheAsking(number)).Receives(TheLeaving(number));
        Assert.Empty(group.Outbox);
        var ended = group.Receives(TheAsking(400)).Receives(TheAsking(401))
            .Stored(one => one.EndSeat(Token(400), East, ByLead, Now));
        Assert.Equal([Token(401)], ended.Outbox.Sent<SeatAnswered>().Select(letter => letter.Seat));
        Assert.Equal([Token(400)], ended.Outbox.Sent<SeatEnded>().Select(letter => letter.Seat));
        var declined = AGroup(joining: Joining.Ask).InARow().Receives(TheAsking())
            .Stored(one => one.AnswerSeat(TheSeat, new(false), East, ByLead, Now));
        Assert.Equal([TheAnswer(welcome: false)], declined.Outbox.Sent<SeatAnswered>());
    }
}
