using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Host to another area: send what you add to the sum.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sum-asked")]
public sealed record SumAsked : LinkedRoomLetter
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Question { get; init; }

    /// <summary>Which attempt it is; each gives up the one before.</summary>
    [Id(1)] public required int Attempt { get; init; }

    /// <summary>The areas whose counts are added.</summary>
    [Id(2)] public required ImmutableArray<AreaId> Areas { get; init; }

    /// <summary>Whether the host shows its own figures, so that two areas may add theirs as they are.</summary>
    [Id(3)] public required bool Plain { get; init; }

    /// <inheritdoc/>
    public override bool Replaces(Message older) =>
        older is SumAsked asked && asked.To == To && asked.Question == Question;

    private protected override string Words() => $"sumAsked/{Gathering}/{Question}/{To}/{Attempt}";
}
