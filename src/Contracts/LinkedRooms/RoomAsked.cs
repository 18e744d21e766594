using System.Text.Json.Serialization;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Host to another area: would you hold this gathering too?</summary>
[GenerateSerializer, Immutable, Alias("peernet.room-asked")]
public sealed record RoomAsked : LinkedRoomLetter
{
    /// <summary>What the host plans.</summary>
    [Id(0)] public required LinkedPlan Plan { get; init; }

    /// <summary>Increases with every letter of the host to that area; the higher of two is the later.</summary>
    [Id(1), JsonRequired] public int Version { get; init; }

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is RoomAsked asked && asked.To == To && asked.Gathering == Gathering;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };

    private protected override string Words() => $"roomAsked/{Gathering}/{To}/{Version}";
}
