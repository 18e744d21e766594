using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Lenses;

/// <summary>A lens, for everybody who is signed in. None is the default.</summary>
[GenerateSerializer, Immutable, Alias("peernet.lens-details")]
public sealed record LensDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required LensId Id { get; init; }

    /// <summary>What it is.</summary>
    [Id(1)] public required AddLens Lens { get; init; }

    /// <summary>Whether it comes with PeerNet, so that it stays as it is.</summary>
    [Id(2)] public bool IsShipped { get; init; }

    /// <summary>What groups say about how it helps them now.</summary>
    [Id(3)] public ImmutableArray<LensHelp> Helping { get; init; } = [];

    /// <summary>Whether the caller can take back what any group says, and add lenses.</summary>
    [Id(4)] public bool CanTakeBack { get; init; }
}

/// <summary>What a group says about how a lens helps it now.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Why">Why.</param>
[GenerateSerializer, Immutable, Alias("peernet.lens-help")]
public sealed record LensHelp(
    [property: Id(0)] GroupId GroupId, [property: Id(1)] string Why);
