namespace PeerNet.Contracts.Seats;

/// <summary>Home to group: the seat is given up, or the consent withdrawn.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-left")]
public sealed record SeatLeft : SeatLetter
{
    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToGroup;

    private protected override string Words() => $"seatLeft/{Seat}";
}
