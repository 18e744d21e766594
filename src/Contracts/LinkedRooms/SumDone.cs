using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>Host to each other area: the sum, for good.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sum-done")]
public sealed record SumDone : LinkedRoomLetter
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Question { get; init; }

    /// <summary>The attempt that was completed.</summary>
    [Id(1)] public required int Attempt { get; init; }

    /// <summary>The areas whose counts are in it.</summary>
    [Id(2)] public required ImmutableArray<AreaId> Areas { get; init; }

    /// <summary>The areas that others went on without.</summary>
    [Id(3)] public required ImmutableArray<AreaId> Missing { get; init; }

    /// <summary>The areas in which too few took part.</summary>
    [Id(4)] public required ImmutableArray<AreaId> TooFew { get; init; }

    /// <summary>How many people, and how many voices for each option, of all areas; null without figures.</summary>
    [Id(5)] public ImmutableArray<int>? Total { get; init; }

    /// <summary>What came of it in each area, if there are no figures.</summary>
    [Id(6)] public required ImmutableArray<AreaFinding> Sides { get; init; }

    private protected override string Words() => $"sumDone/{Gathering}/{Question}/{To}";
}
