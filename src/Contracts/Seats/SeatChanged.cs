using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

/// <summary>Seat to member: the seat's new state.</summary>
/// <param name="Member">The member.</param>
/// <param name="Seat">The seat as it is now.</param>
/// <param name="Version">The version of the seat's row; the higher of two is the later.</param>
[GenerateSerializer, Immutable, Alias("peernet.seat-changed")]
public sealed record SeatChanged(
    [property: Id(0)] MemberId Member,
    [property: Id(1)] SeatPart Seat,
    [property: Id(2)] int Version = 0) : Message
{
    /// <summary>Whether the member gave it up by themselves.</summary>
    [Id(3), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsOwnWish { get; init; }

    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"seatChanged/{Seat.SeatId}/{Version}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IMemberGrain>(home, Member.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Seat.SeatId.Value;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };
}
