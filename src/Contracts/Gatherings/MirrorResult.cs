using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What two sides see in a mirror question. It is shown once each side has at least 8 people at 4 tables.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.mirror-result")]
public sealed record MirrorResult
{
    /// <summary>The steps from which people chose, from the lowest up.</summary>
    [Id(0)] public required ImmutableArray<string> Steps { get; init; }

    /// <summary>Lived experience, then roles; empty if it cannot be shown.</summary>
    [Id(1)] public ImmutableArray<SideResult> Sides { get; init; } = [];

    /// <summary>How many steps apart they are; null if it cannot be shown.</summary>
    [Id(2)] public int? Apart { get; init; }

    /// <summary>Who sees it higher; null if both see it the same, or it cannot be shown.</summary>
    [Id(3)] public Hat? Higher { get; init; }

    /// <summary>How many wear both hats, and count for neither side; null if it cannot be shown.</summary>
    [Id(4)] public int? BothHats { get; init; }

    /// <summary>The sides from which more people are needed before it can be shown; not how many.</summary>
    [Id(5)] public ImmutableArray<Hat> NeedsMore { get; init; } = [];
}

/// <summary>What one side sees.</summary>
/// <param name="Hat">The side.</param>
/// <param name="Step">
/// The number of the step in the middle, from 1: if people stood in line from the lowest up, the one in the middle
/// chose it; of two in the middle, the lower counts.
/// </param>
/// <param name="Counts">How many chose each step.</param>
[GenerateSerializer, Immutable, Alias("peernet.side-result")]
public sealed record SideResult(
    [property: Id(0)] Hat Hat, [property: Id(1)] int Step, [property: Id(2)] ImmutableArray<int> Counts);
