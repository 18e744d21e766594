using Orleans.Concurrency;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

/// <summary>
/// A member's place in a group of another area, as the member's home knows it. The group knows the token and a name,
/// never whose they are.
/// </summary>
[GrainInterfaceType("peernet.seat"), Alias("peernet.seat")]
public interface ISeatGrain : IGrainWithStringKey
{
    /// <summary>
    /// Asks for the seat; the caller, who is the member, consents to the name shown there. Refuses as
    /// <see cref="SeatRefusals"/> says.
    /// </summary>
    [Alias("ask")]
    Task<Result<Written<SeatDetails>>> Ask(AskForSeat request, Caller by);

    /// <summary>The seat, for the member alone (code <c>seat.not-found</c>).</summary>
    [Alias("get"), ReadOnly]
    Task<Result<SeatDetails>> Get(Caller by);

    /// <summary>
    /// Gives the seat up and takes the consent back; the other area is told until it has acknowledged it.
    /// </summary>
    [Alias("end")]
    Task<Result<Done>> End(Caller by);
}
