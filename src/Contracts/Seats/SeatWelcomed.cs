using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Seats;

/// <summary>
/// Group to home: what the group tells a guest who has a seat has changed.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-welcomed")]
public sealed record SeatWelcomed : SeatLetter
{
    /// <summary>What the group tells the guest.</summary>
    [Id(0)] public required GuestWelcome Welcome { get; init; }

    /// <summary>Increases with every letter that the group sends; the higher of two is the later.</summary>
    [Id(1), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override GrainKey Addressee(Areas.AreaId home) => ToSeat;

    /// <inheritdoc/>
    public override bool Replaces(Message older) => older is SeatWelcomed welcomed && welcomed.Seat == Seat;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"seatWelcomed/{Seat}/{Version}";
}
