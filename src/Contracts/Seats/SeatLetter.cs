using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Contracts.Seats;

/// <summary>A letter about one seat, between the member's home and the group.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-letter")]
public abstract record SeatLetter : GroupLetter
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Seat { get; init; }

    private protected GrainKey ToGroup => GrainKey.For<IGroupGrain>(To, Group.Value);

    private protected GrainKey ToSeat => GrainKey.For<ISeatGrain>(To, Seat.Value);

    /// <inheritdoc/>
    public sealed override Guid Subject() => Seat.Value;
}
