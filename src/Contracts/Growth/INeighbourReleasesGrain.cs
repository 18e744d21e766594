using System.Collections.Immutable;
using Orleans.Concurrency;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Growth;

/// <summary>Keeps what the area's neighbours have released.</summary>
[GrainInterfaceType("peernet.neighbour-releases"), Alias("peernet.neighbour-releases")]
public interface INeighbourReleasesGrain : IGrainWithStringKey
{
    /// <summary>
    /// Takes all months that a neighbour has released, and returns those that it refuses. What is kept already stays,
    /// whatever else arrives.
    /// </summary>
    [Alias("take")]
    Task<ImmutableArray<RefusedMonth>> Take(AreaId from, ImmutableArray<ReleasedMonth> months);

    /// <summary>What each neighbour has released; none that has released nothing.</summary>
    [Alias("list"), AlwaysInterleave]
    Task<ImmutableArray<NeighbourReleases>> List();

    /// <summary>Adds up what this area and these neighbours have released.</summary>
    [Alias("add-up"), AlwaysInterleave]
    Task<NetworkGrowthDetails> AddUp(ImmutableArray<AreaId> neighbours);
}

/// <summary>The months that a neighbour has released.</summary>
/// <param name="Area">The neighbour.</param>
/// <param name="Months">The months, oldest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.releases-of-neighbour")]
public sealed record NeighbourReleases(
    [property: Id(0)] AreaId Area, [property: Id(1)] ImmutableArray<ReleasedMonth> Months)
{
    /// <summary>The maximum number of months that are kept of one neighbour.</summary>
    public const int MaxMonths = 1200;
}

/// <summary>A neighbour's month that is refused.</summary>
/// <param name="StartsOn">Its first day.</param>
/// <param name="Because">Why.</param>
[GenerateSerializer, Immutable, Alias("peernet.refused-month")]
public sealed record RefusedMonth([property: Id(0)] DateOnly StartsOn, [property: Id(1)] MonthFault Because);

/// <summary>Why a neighbour's month is refused.</summary>
[GenerateSerializer, Alias("peernet.month-fault")]
public enum MonthFault
{
    /// <summary>No area that follows the rule would have released it.</summary>
    NotByTheRule,
    /// <summary>This area does not know that version of the rule until it is upgraded.</summary>
    NewerRule,
    /// <summary>Another release of the month is kept already.</summary>
    Different,
    /// <summary>There are too many.</summary>
    TooMany,
}
