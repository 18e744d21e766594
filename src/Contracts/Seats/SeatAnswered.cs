namespace PeerNet.Contracts.Seats;

/// <summary>Group to home: the answer to a request for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-answered")]
public sealed record SeatAnswered : SeatLetter
{
    /// <summary>Yes or no.</summary>
    [Id(0)] public required bool Welcome { get; init; }

    /// <summary>
    /// What the group tells a guest whom it accepts; later changes come as <see cref="SeatWelcomed"/>.
    /// </summary>
    [Id(1)] public GuestWelcome? Told { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToSeat;

    private protected override string Words() => $"seatAnswered/{Seat}";
}
