using Orleans.Concurrency;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

/// <summary>
/// A member's seat in a group of another area, as stored in the member's own area. The group sees a token and a name,
/// never whose they are.
/// </summary>
[GrainInterfaceType("peernet.seat"), Alias("peernet.seat")]
public interface ISeatGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks for the seat; the caller, who is the member, consents to the name shown there. Refused with a code of
    /// <see cref="SeatRefusals"/>.
    /// </summary>
    [Alias("ask")]
    Task<Result<Written<SeatDetails>>> Ask(AskForSeat request, Caller by);

    /// <summary>The seat, for the member only (code <c>seat.not-found</c>).</summary>
    [Alias("get"), ReadOnly]
    Task<Result<SeatDetails>> Get(Caller by);

    /// <summary>
    /// Gives up the seat and withdraws the consent; the letter to the other area is sent until it is acknowledged.
    /// </summary>
    [Alias("end")]
    Task<Result<Done>> End(Caller by);

    /// <summary>Ends a request that nobody has answered for 90 days; any other seat stays as it is.</summary>
    [Alias("expire")]
    Task Expire();
}
