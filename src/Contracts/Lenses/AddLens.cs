using System.Collections.Immutable;

namespace PeerNet.Contracts.Lenses;

/// <summary>A ladder or a model through which groups can look at what they do: the body of PUT lenses/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.add-lens")]
public sealed record AddLens
{
    /// <summary>What it is called, 1 to 120 characters on one line.</summary>
    [Id(0)] public required string Name { get; init; }

    /// <summary>Who made it, 1 to 250 characters on one line.</summary>
    [Id(1)] public required string Makers { get; init; }

    /// <summary>The credit that its makers ask for, 1 to 500 characters.</summary>
    [Id(2)] public required string Credit { get; init; }

    /// <summary>Where it can be read: an https address of up to 250 characters.</summary>
    [Id(3)] public string? Link { get; init; }

    /// <summary>Its steps or parts, up to 20 of up to 120 characters; none if it is still to be described.</summary>
    [Id(4)] public ImmutableArray<string> Steps { get; init; } = [];

    /// <summary>Which version it is, 1 to 60 characters on one line.</summary>
    [Id(5)] public required string Version { get; init; }
}

/// <summary>Why a lens helps a group now: the body of PUT lenses/{id}/helped/{groupId}.</summary>
/// <param name="Why">For everybody, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.say-lens-helps")]
public sealed record SayLensHelps([property: Id(0)] string Why);

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
    [property: Id(0)] PeerNet.Contracts.Groups.GroupId GroupId, [property: Id(1)] string Why);
