using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>A letter between areas that hold a gathering together.</summary>
[GenerateSerializer, Immutable, Alias("peernet.linked-room-letter")]
public abstract record LinkedRoomLetter : Letter
{
    /// <summary>The gathering.</summary>
    [Id(0)] public required GatheringId Gathering { get; init; }

    /// <inheritdoc/>
    public sealed override GrainKey Addressee(AreaId home) => GrainKey.For<ILinkedRoomGrain>(To, Gathering.Value);

    /// <inheritdoc/>
    public sealed override Guid Subject() => Gathering.Value;
}
