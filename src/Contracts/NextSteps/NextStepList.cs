using System.Collections.Immutable;

namespace PeerNet.Contracts.NextSteps;

/// <summary>The next steps of an area, or of one of its groups.</summary>
/// <param name="Items">
/// Those that are stuck, then those that move, then wishes, and at last the latest that were kept.
/// </param>
/// <param name="Shares">
/// How many of the area's were kept, for each layer; empty for one group, because groups are not compared.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.next-steps")]
public sealed record NextStepList(
    [property: Id(0)] ImmutableArray<NextStepDetails> Items, [property: Id(1)] ImmutableArray<KeptShare> Shares)
{
    /// <summary>Whether there are more that are not finished, with a later day.</summary>
    [Id(2)] public bool HasMore { get; init; }
}

/// <summary>How many next steps of one layer were kept.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Kept">How many were kept.</param>
/// <param name="Of">Of how many that were kept, were dropped, or are open although their day has passed.</param>
[GenerateSerializer, Immutable, Alias("peernet.kept-share")]
public sealed record KeptShare(
    [property: Id(0)] Layer Layer, [property: Id(1)] int Kept, [property: Id(2)] int Of);
