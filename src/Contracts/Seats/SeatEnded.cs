namespace PeerNet.Contracts.Seats;

/// <summary>Group to home: the group has ended the seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-ended")]
public sealed record SeatEnded : SeatLetter
{
    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToSeat;

    private protected override string Words() => $"seatEnded/{Seat}";
}
