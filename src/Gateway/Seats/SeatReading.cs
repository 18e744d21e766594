using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Groups;

namespace PeerNet.Gateway.Seats;

/// <summary>Reads a person's own seats, and the forms in which they ask for one.</summary>
internal static class SeatReading
{
    /// <summary>
    /// Returns the person's seat in a group, or at one of its meetings: one that they have or have asked for, or else
    /// the last that was declined. Their own record knows it before the other area does.
    /// </summary>
    public static async Task<SeatDetails?> ReadSeat(
        this Home home, MemberDetails self, AreaId area, GroupId group, MeetingId? meeting, Caller by)
    {
        var seats = (self.Seats ?? [])
            .Where(seat => (seat.Area, seat.GroupId, seat.MeetingId) == (area, group, meeting))
            .Where(seat => seat.State != SeatState.Ended)
            .ToList();
        if (seats.FindLast(seat => seat.State != SeatState.Declined) is not { } live) live = seats.LastOrDefault();
        if (live is null) return null;
        return (await home.Seat(live.SeatId).Get(by)).Refused(out _, out var seat) ? Claimed(live) : seat;
    }

    /// <summary>What a person has written to ask for a seat.</summary>
    public static SeatForm ReadSeat(this IFormCollection form)
    {
        var seat = SeatId.TryParse(form["seatId"], out var given) && given.IsRandom ? given : SeatId.Random();
        return new(seat, form.Text("shownAs"), form["consent"] == "true");
    }

    // Asking was interrupted, and asking again would be refused; it can be withdrawn.
    private static SeatDetails Claimed(SeatPart part) => new()
    {
        Id = part.SeatId, Area = part.Area, GroupId = part.GroupId, State = part.State, Since = default,
        MeetingId = part.MeetingId,
    };
}
