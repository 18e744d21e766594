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
