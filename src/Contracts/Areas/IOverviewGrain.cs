using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Areas;

/// <summary>
/// Every group of an area at a glance. A side of the same grain as <see cref="IAreaGrain"/>.
/// </summary>
[GrainInterfaceType("peernet.area.overview"), Alias("peernet.area.overview")]
public interface IOverviewGrain : IGrainWithStringKey
{
    /// <summary>
    /// The overview, for a coordinator of the area (code <c>access.coordinators-only</c>), unless the Gateway has it.
    /// </summary>
    /// <param name="known">The edition that the Gateway has; empty if none.</param>
    /// <param name="by">The caller.</param>
    [Alias("get")]
    Task<Result<OverviewEdition>> GetOverview(Guid known, Caller by);
}

/// <summary>The overview as it is until something in it changes.</summary>
/// <param name="Id">The ID of this edition; each silo has editions of its own.</param>
/// <param name="Overview">The overview, or null for a Gateway that has this edition.</param>
[GenerateSerializer, Immutable, Alias("peernet.overview-edition")]
public sealed record OverviewEdition([property: Id(0)] Guid Id, [property: Id(1)] AreaOverview? Overview);

/// <summary>Every group of an area, closed ones too.</summary>
/// <param name="CountedOn">The day up to which groups have been looked at.</param>
/// <param name="NotCounted">How many have changed and are not looked at yet, usually for a second.</param>
/// <param name="Items">The groups, by name.</param>
[GenerateSerializer, Immutable, Alias("peernet.area-overview")]
public sealed record AreaOverview(
    [property: Id(0)] DateOnly CountedOn,
    [property: Id(1)] int NotCounted,
    [property: Id(2)] ImmutableArray<GroupOverview> Items);

/// <summary>A group as its area's coordinators see it among the others.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-overview")]
public sealed record GroupOverview
{
    /// <summary>The group.</summary>
    [Id(0)] public required GroupId Id { get; init; }

    /// <summary>Its name.</summary>
    [Id(1)] public required string Name { get; init; }

    /// <summary>Active, paused or closed today.</summary>
    [Id(2)] public required GroupStatus Status { get; init; }

    /// <summary>Who leads and co-leads it.</summary>
    [Id(3)] public required ImmutableArray<NamedPerson> Leads { get; init; }

    /// <summary>How many people belong, guests not counted.</summary>
    [Id(4)] public required int People { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    [Id(5)] public required DateOnly LastConfirmed { get; init; }

    /// <summary>The last meeting that was held.</summary>
    [Id(6)] public LastMeeting? LastMeeting { get; init; }

    /// <summary>The next meeting.</summary>
    [Id(7)] public NextMeeting? NextMeeting { get; init; }

    /// <summary>How many meetings of the last eight weeks are over and not logged.</summary>
    [Id(8)] public required int NotLogged { get; init; }

    /// <summary>What a coordinator may want to do something about; a closed group has none.</summary>
    [Id(9)] public required ImmutableArray<Attention> Attention { get; init; }
}

/// <summary>A meeting that was held.</summary>
/// <param name="Id">The meeting.</param>
/// <param name="HeldOn">The day.</param>
[GenerateSerializer, Immutable, Alias("peernet.last-meeting")]
public sealed record LastMeeting([property: Id(0)] MeetingId Id, [property: Id(1)] DateOnly HeldOn);

/// <summary>What a coordinator may want to do something about.</summary>
[GenerateSerializer, Alias("peernet.attention")]
public enum Attention
{
    /// <summary>A meeting of the last eight weeks is over and not logged.</summary>
    NotLogged,
    /// <summary>It is not paused, and has held no meeting for four weeks.</summary>
    Quiet,
    /// <summary>Nobody leads it.</summary>
    WithoutLead,
    /// <summary>Nobody has confirmed its description for six months.</summary>
    NotConfirmed,
    /// <summary>It has no room for one more.</summary>
    Full,
    /// <summary>It is paused.</summary>
    Paused,
    /// <summary>A member started it, and it waits for a coordinator to welcome it.</summary>
    New,
}
