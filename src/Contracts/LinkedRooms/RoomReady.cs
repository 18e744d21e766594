using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>
/// From each area to each other, never through the host, so that the host cannot put its own key in another's place:
/// our count of a question is complete.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.room-ready")]
public sealed record RoomReady : LinkedRoomLetter
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Question { get; init; }

    /// <summary>Whether enough took part for it to be added; how many is not said.</summary>
    [Id(1)] public required bool Enough { get; init; }

    /// <summary>The public half of a key that is made for this question alone, in base64url.</summary>
    [Id(2)] public required string Key { get; init; }

    private protected override string Words() => $"roomReady/{Gathering}/{Question}/{From}/{To}";
}
