using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace PeerNet.Contracts.Growth;

/// <summary>
/// What an area publishes about one month. There is one table and no second way to cut it; a number that is held back
/// is null, never 0. <c>docs/figures-released.md</c> defines each number.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.released-table")]
public sealed record ReleasedTable
{
    /// <summary>The rule that made it safe.</summary>
    [Id(0)] public required DisclosureTerms Rule { get; init; }

    /// <summary>The number of groups that met; null if it is held back.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? GroupsThatMet { get; init; }

    /// <summary>The number of meetings that were held; null if it is held back.</summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? MeetingsHeld { get; init; }

    /// <summary>The people who came, by whom their group is for: every audience once, in order.</summary>
    [Id(3)] public required ImmutableArray<ReleasedCell> People { get; init; }

    /// <summary>The sum of the numbers in <see cref="People"/> that are published; null if none is.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? SumOfPublished { get; init; }
}

/// <summary>The people who came to the groups of one audience.</summary>
/// <param name="For">Whom the groups are for.</param>
/// <param name="People">The number of different people, rounded; null if it is held back.</param>
/// <param name="HeldBack">Whether the number is held back. It says nothing about whether anybody came.</param>
[GenerateSerializer, Immutable, Alias("peernet.released-cell")]
public sealed record ReleasedCell(
    [property: Id(0)] ReleasedAudience For,
    [property: Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? People,
    [property: Id(2)] bool HeldBack);

/// <summary>Whom a group is for. Each group counts under exactly one, so that no two numbers overlap.</summary>
[GenerateSerializer, Alias("peernet.released-audience")]
public enum ReleasedAudience
{
    /// <summary>Groups that name nobody in particular.</summary>
    Everybody,
    /// <summary>Groups for <c>women</c> only.</summary>
    Women,
    /// <summary>Groups for <c>men</c> only.</summary>
    Men,
    /// <summary>Groups for <c>lgbtq</c> only.</summary>
    Lgbtq,
    /// <summary>Groups for <c>carers</c> only.</summary>
    Carers,
    /// <summary>Groups for <c>young-adults</c> only.</summary>
    YoungAdults,
    /// <summary>Groups for anybody else, or for several of these.</summary>
    Others,
}

/// <summary>The rule by which numbers about people are made safe, as it is published beside them.</summary>
/// <param name="Version">The version of the rule; it rises when the rule itself changes.</param>
/// <param name="MinPeople">The fewest people that a published number may stand for.</param>
/// <param name="MinGroups">The fewest groups that may contribute to one.</param>
/// <param name="MaxSharePercent">The largest share of one that a single group may have, in per cent.</param>
/// <param name="RoundTo">What it is rounded to a multiple of.</param>
[GenerateSerializer, Immutable, Alias("peernet.disclosure-terms")]
public sealed record DisclosureTerms(
    [property: Id(0)] int Version = 1,
    [property: Id(1)] int MinPeople = 8,
    [property: Id(2)] int MinGroups = 4,
    [property: Id(3)] int MaxSharePercent = 60,
    [property: Id(4)] int RoundTo = 5);
