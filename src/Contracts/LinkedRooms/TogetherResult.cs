using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>What came of a question in all areas together. It says no area's count, only what all have said.</summary>
[GenerateSerializer, Immutable, Alias("peernet.together-result")]
public sealed record TogetherResult
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Id { get; init; }

    /// <summary>The areas whose counts are in it.</summary>
    [Id(1)] public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>The areas that others went on without.</summary>
    [Id(2)] public ImmutableArray<AreaId> Missing { get; init; } = [];

    /// <summary>The areas in which too few took part to add them.</summary>
    [Id(3)] public ImmutableArray<AreaId> TooFew { get; init; } = [];

    /// <summary>Whether each area's count was hidden in the sum.</summary>
    [Id(4)] public bool IsBlinded { get; init; }

    /// <summary>What came of it, in one word; null if it can only be said for each area.</summary>
    [Id(5)] public Finding? Finding { get; init; }

    /// <summary>How many people the figures are of; null if there are none.</summary>
    [Id(6)] public int? People { get; init; }

    /// <summary>The options, in the order in which they are read out; empty without figures.</summary>
    [Id(7)] public ImmutableArray<OptionResult> Options { get; init; } = [];

    /// <summary>What came of it in each area, in words, if there are no figures.</summary>
    [Id(8)] public ImmutableArray<AreaFinding> Sides { get; init; } = [];
}

/// <summary>What came of a question in one area, in words.</summary>
/// <param name="Area">The area.</param>
/// <param name="Finding">What came of it.</param>
/// <param name="Stands">The boxes of its options that are standing, in the order of the sheet.</param>
[GenerateSerializer, Immutable, Alias("peernet.area-finding")]
public sealed record AreaFinding(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] Finding Finding,
    [property: Id(2)] ImmutableArray<string> Stands);
