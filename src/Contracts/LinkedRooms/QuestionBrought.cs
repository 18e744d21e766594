using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Linked room to its own area's gathering: a question that keepers of another area have agreed on.</summary>
[GenerateSerializer, Immutable, Alias("peernet.question-brought")]
public sealed record QuestionBrought : Message
{
    /// <summary>The gathering.</summary>
    [Id(0)] public required GatheringId Gathering { get; init; }

    /// <summary>The question.</summary>
    [Id(1)] public required QuestionId Question { get; init; }

    /// <summary>What it asks.</summary>
    [Id(2)] public required AskQuestion Asks { get; init; }

    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"questionBrought/{Gathering}/{Question}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGatheringGrain>(home, Gathering.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Gathering.Value;
}
