using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>How long a place at one meeting lasts.</summary>
public sealed class GuestOfOneMeetingTests
{
    private static readonly MeetingId NextTuesday =
        AGroup().Calendar.Planned(Tuesday.AddDays(7), Tuesday.AddDays(7)).Single().Id;

    [Fact]
    public void A_place_at_one_meeting_ends_sixty_days_after_it_and_the_guest_s_home_learns_of_it()
    {
        var seated = AGroupWithAGuestOfNextTuesday();
        var asking = TheAsking(2) with { From = Brighton };
        Assert.False(seated.HasExpiredSeats(Now.AddDays(66)));
        Assert.Same(seated, seated.WithoutExpired(East, Now.AddDays(66)).Yes());
        Assert.Same(seated, seated.CalendarChanged(East, Now.AddDays(66)).Yes());
        Assert.Equal(
            SeatState.Seated, seated.Receive(asking, East, Now.AddDays(66)).Yes().SeatOf(TheSeat)!.State);

        var later = Now.AddDays(67);
        Assert.True(seated.HasExpiredSeats(later));
        Next<Group>[] all =
        [
            seated.WithoutExpired(East, later), seated.CalendarChanged(East, later),
            seated.Receive(asking, East, later),
        ];
        Assert.All(all, next =>
        {
            var ended = next.Yes().SeatOf(TheSeat)!;
            Assert.Equal((SeatState.Ended, null), (ended.State, ended.ShownAs));
            Assert.Equal([TheEnd()], next.Messages.OfType<SeatEnded>());
            Assert.False(next.Yes().HasExpiredSeats(later));
        });
    }

    [Fact]
    public void A_seat_in_the_group_itself_has_no_last_day()
    {
        var seated = AGroupWithAGuest();
        Assert.Same(seated, seated.WithoutExpired(East, Now.AddDays(1000)).Yes());
    }

    [Fact]
    public void A_meeting_that_is_no_longer_shared_ends_the_places_of_its_guests_and_one_that_takes_no_more_does_not()
    {
        var seated = AGroupWithAGuestOfNextTuesday();
        var known = seated.Share(NextTuesday, new(Open: false), East, ByLead, Now).Yes();
        Assert.Equal(SeatState.Seated, known.SeatOf(TheSeat)!.State);
        var ending = known.Unshare(NextTuesday, East, ByLead, Now);
        Assert.Equal([TheEnd()], ending.Messages.OfType<SeatEnded>());
        Assert.Equal(SeatState.Ended, ending.Yes().SeatOf(TheSeat)!.State);
    }

    private static Group AGroupWithAGuestOfNextTuesday()
    {
        return AConnectedGroup().Record.Share(NextTuesday, new(Open: true), East, ByLead, Now).Yes()
            .Receive(TheAskingFor(NextTuesday), East, Now).Yes();
    }
}
