using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Growth;

/// <summary>
/// An area's figures, as they are counted. A side of the same grain as <see cref="Areas.IAreaGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.area.growth"), Alias("peernet.area.growth")]
public interface IGrowthGrain : IGrainWithStringKey
{
    /// <summary>
    /// The figures of each period, for a coordinator of the area (codes <c>access.coordinators-only</c> and
    /// <c>group.not-found</c>).
    /// </summary>
    [Alias("get")]
    Task<Result<GrowthDetails>> GetGrowth(GrowthQuery query, Caller by);

    /// <summary>
    /// How a group has grown, for its people, and for coordinators if a lead has agreed (codes <c>group.not-found</c>,
    /// <c>group.timeline-not-shared</c> and <c>access.not-yours</c>).
    /// </summary>
    [Alias("timeline")]
    Task<Result<GroupTimeline>> GetTimeline(GroupId id, Caller by);
}

/// <summary>What figures are asked for: of the whole area, unless it names a group or a kind.</summary>
/// <param name="By">Months or weeks.</param>
/// <param name="From">A day in the first period.</param>
/// <param name="To">A day in the last period.</param>
/// <param name="Group">Only this group.</param>
/// <param name="Kind">Only the groups of this kind.</param>
[GenerateSerializer, Immutable, Alias("peernet.growth-query")]
public sealed record GrowthQuery(
    [property: Id(0)] GrowthBy By,
    [property: Id(1)] DateOnly From,
    [property: Id(2)] DateOnly To,
    [property: Id(3)] GroupId? Group = null,
    [property: Id(4)] MeetingFormat? Kind = null);

/// <summary>Figures, period by period.</summary>
/// <param name="By">Months or weeks.</param>
/// <param name="From">The first day of the first period.</param>
/// <param name="To">The last day that was asked for.</param>
/// <param name="CountedOn">The day up to which figures are counted.</param>
/// <param name="NotCounted">
/// How many groups, and people's offers and seats, have changed and are not counted yet.
/// </param>
/// <param name="Items">The periods, oldest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.growth-details")]
public sealed record GrowthDetails(
    [property: Id(0)] GrowthBy By,
    [property: Id(1)] DateOnly From,
    [property: Id(2)] DateOnly To,
    [property: Id(3)] DateOnly CountedOn,
    [property: Id(4)] int NotCounted,
    [property: Id(5)] ImmutableArray<GrowthPeriod> Items);

/// <summary>The figures of a period.</summary>
/// <param name="StartsOn">Its first day.</param>
/// <param name="Figures">The figures.</param>
/// <param name="YearBefore">Those of the same month a year earlier, or of the week 52 weeks earlier.</param>
[GenerateSerializer, Immutable, Alias("peernet.growth-period")]
public sealed record GrowthPeriod(
    [property: Id(0)] DateOnly StartsOn, [property: Id(1)] Figures Figures, [property: Id(2)] Figures YearBefore);
