using System.Collections.Immutable;

namespace PeerNet.Contracts.Growth;

/// <summary>
/// The next month that an area releases, as it would be if it were released now; for the area's coordinators only.
/// </summary>
/// <param name="StartsOn">The first day of the month.</param>
/// <param name="DueOn">The day on which it is released.</param>
/// <param name="Table">The numbers; null while a damaged row keeps the month from being counted.</param>
/// <param name="HeldBack">The numbers of people that are held back, and why.</param>
[GenerateSerializer, Immutable, Alias("peernet.release-preview")]
public sealed record ReleasePreview(
    [property: Id(0)] DateOnly StartsOn,
    [property: Id(1)] DateOnly DueOn,
    [property: Id(2)] ReleasedTable? Table,
    [property: Id(3)] ImmutableArray<HeldBackCell> HeldBack);

/// <summary>A number of people that is held back.</summary>
/// <param name="For">Whom the groups are for.</param>
/// <param name="Because">Why.</param>
[GenerateSerializer, Immutable, Alias("peernet.held-back-cell")]
public sealed record HeldBackCell(
    [property: Id(0)] ReleasedAudience For, [property: Id(1)] HeldBackBecause Because);
