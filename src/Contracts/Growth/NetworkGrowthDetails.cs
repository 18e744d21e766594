using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;

namespace PeerNet.Contracts.Growth;

/// <summary>What the areas of the network have released, added up month by month.</summary>
/// <param name="Version">Increases with every release that this area makes or learns of.</param>
/// <param name="Areas">This area and its neighbours.</param>
/// <param name="Items">The months, oldest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.network-growth-details")]
public sealed record NetworkGrowthDetails(
    [property: Id(0)] int Version,
    [property: Id(1)] ImmutableArray<AreaId> Areas,
    [property: Id(2)] ImmutableArray<NetworkMonth> Items) : IVersioned;

/// <summary>A month of the network. Every number is a sum of published numbers, and of nothing else.</summary>
[GenerateSerializer, Immutable, Alias("peernet.network-month")]
public sealed record NetworkMonth
{
    /// <summary>The first day of the month.</summary>
    [Id(0)] public required DateOnly StartsOn { get; init; }

    /// <summary>The areas that have published the month, each with the rule that made its numbers safe.</summary>
    [Id(1)] public required ImmutableArray<AreaRule> Published { get; init; }

    /// <summary>The areas that have not published it; no number here includes them.</summary>
    [Id(2)] public required ImmutableArray<AreaId> NotPublished { get; init; }

    /// <summary>The number of groups that met.</summary>
    [Id(3)] public required NetworkNumber GroupsThatMet { get; init; }

    /// <summary>The number of meetings that were held.</summary>
    [Id(4)] public required NetworkNumber MeetingsHeld { get; init; }

    /// <summary>The people who came, by whom their group is for: every audience once, in order.</summary>
    [Id(5)] public required ImmutableArray<NetworkCell> People { get; init; }

    /// <summary>The sum of all published numbers of people; null if there is none.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? SumOfPublished { get; init; }
}

/// <summary>An area, and the rule that made a month of it safe.</summary>
/// <param name="Area">The area.</param>
/// <param name="Rule">The rule.</param>
[GenerateSerializer, Immutable, Alias("peernet.area-rule")]
public sealed record AreaRule([property: Id(0)] AreaId Area, [property: Id(1)] DisclosureTerms Rule);

/// <summary>A sum of what areas have published.</summary>
/// <param name="Sum">The sum; null if no area published the number.</param>
/// <param name="HeldBackIn">The areas that hold the number back, and that the sum leaves out.</param>
[GenerateSerializer, Immutable, Alias("peernet.network-number")]
public sealed record NetworkNumber(
    [property: Id(0), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Sum,
    [property: Id(1)] ImmutableArray<AreaId> HeldBackIn);

/// <summary>The people who came to the groups of one audience.</summary>
/// <param name="For">Whom the groups are for.</param>
/// <param name="People">The number of people; somebody who comes to groups of two areas counts in each.</param>
[GenerateSerializer, Immutable, Alias("peernet.network-cell")]
public sealed record NetworkCell([property: Id(0)] ReleasedAudience For, [property: Id(1)] NetworkNumber People);
