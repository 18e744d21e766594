using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Groups;

/// <summary>Seats that time ends.</summary>
internal sealed partial record Group
{
    /// <summary>How long a request waits for an answer, here as at a guest's home.</summary>
    private const int DaysToAnswer = Seat.DaysToAnswer;

    /// <summary>
    /// Ends requests that nobody has answered for a long time, and places at meetings that are long over or no longer
    /// shared, and tells the guests' homes.
    /// </summary>
    public Next<Group> WithoutExpired(AreaId home, DateTimeOffset now) =>
        Without(seat => IsExpired(seat, now), home, now);

    /// <summary>Whether there is a seat that time has ended.</summary>
    public bool HasExpiredSeats(DateTimeOffset now) => Seats.Any(seat => IsExpired(seat, now));

    private bool IsExpired(GuestSeat seat, DateTimeOffset now)
    {
        return (seat.State == SeatState.Asked && seat.Since < now.AddDays(-DaysToAnswer))
            || HasLostItsMeeting(seat, London.DayOf(now));
    }

    private bool HasLostItsMeeting(GuestSeat seat, DateOnly today)
    {
        return seat is { State: not SeatState.Ended, MeetingId: { } meeting }
            && !Connections.MayBeLogged(meeting, today);
    }

    private Next<Group> Without(Func<GuestSeat, bool> isOver, AreaId home, DateTimeOffset now)
    {
        return Seats.Where(isOver)
            .Aggregate((Next<Group>)this, (next, seat) => next.Then(group => group.Without(seat, home, now)));
    }
}
