namespace PeerNet.Contracts.Seats;

/// <summary>A group's guests from other areas. A side of the same grain as <see cref="Groups.IGroupGrain"/>.</summary>
[GrainInterfaceType("peernet.group.guests"), Alias("peernet.group.guests")]
public interface IGuestsGrain : IGrainWithStringKey
{
    /// <summary>
    /// A lead's answer to a guest who asks for a seat (codes <c>seat.not-found</c>, <c>seat.over</c>,
    /// <c>group.full</c>).
    /// </summary>
    [Alias("answer-seat")]
    Task<Result<GuestSeat>> AnswerSeat(SeatId seat, AnswerSeat answer, Caller by);

    /// <summary>Ends a guest's seat. Succeeds even if there is none.</summary>
    [Alias("end-seat")]
    Task<Result<Done>> EndSeat(SeatId seat, Caller by);

    /// <summary>
    /// Ends requests that nobody has answered for 90 days, and places at meetings that were more than 60 days ago.
    /// </summary>
    [Alias("expire")]
    Task Expire();
}
