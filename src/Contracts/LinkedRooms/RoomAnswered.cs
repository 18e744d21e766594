namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Another area to the host: it takes part, or nobody there holds it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.room-answered")]
public sealed record RoomAnswered : LinkedRoomLetter
{
    /// <summary>Whether it takes part. Once it does, it does not answer any more.</summary>
    [Id(0)] public required bool Joins { get; init; }

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is RoomAnswered answered && answered.To == To && answered.Gathering == Gathering;

    private protected override string Words() => $"roomAnswered/{Gathering}/{From}/{Joins}";
}
