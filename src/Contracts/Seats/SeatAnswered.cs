namespace PeerNet.Contracts.Seats;

/// <summary>Group to home: the answer to a request for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-answered")]
public sealed record SeatAnswered : SeatLetter
{
    /// <summary>Yes or no.</summary>
    [Id(0)] public required bool Welcome { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToSeat;

    private protected override string Words() => $"seatAnswered/{Seat}";
}
