using System.Collections.Immutable;

namespace PeerNet.Contracts.Growth;

/// <summary>A month as an area released it. The table never changes.</summary>
/// <param name="StartsOn">The first day of the month.</param>
/// <param name="ReleasedOn">The day it was released, in London.</param>
/// <param name="Table">The numbers.</param>
[GenerateSerializer, Immutable, Alias("peernet.released-month")]
public sealed record ReleasedMonth(
    [property: Id(0)] DateOnly StartsOn, [property: Id(1)] DateOnly ReleasedOn, [property: Id(2)] ReleasedTable Table)
{
    /// <summary>The maximum number of notes on one month.</summary>
    public const int MaxNotes = 24;

    /// <summary>
    /// The days on which the area noted that its records of the month had changed since. The numbers stay as they are,
    /// and nobody is told what changed.
    /// </summary>
    [Id(3)] public ImmutableArray<DateOnly> CorrectionsNotedOn { get; init; } = [];
}

/// <summary>What an area has released.</summary>
/// <param name="Version">Increases with every release.</param>
/// <param name="Area">The area.</param>
/// <param name="Items">The months, oldest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.releases-details")]
public sealed record ReleasesDetails(
    [property: Id(0)] int Version,
    [property: Id(1)] Areas.AreaId Area,
    [property: Id(2)] ImmutableArray<ReleasedMonth> Items) : IVersioned;
