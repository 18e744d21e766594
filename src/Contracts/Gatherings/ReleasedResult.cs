using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Growth;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// What anybody may be told of a result, also outside the area. A number that is held back is null, never 0.
/// <c>docs/co-production.md</c> has the rule.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.released-result")]
public sealed record ReleasedResult
{
    /// <summary>The question.</summary>
    [Id(0)] public required QuestionId Id { get; init; }

    /// <summary>The rule that made it safe, with tables as its groups; null as long as nothing is released.</summary>
    [Id(1), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DisclosureTerms? Rule { get; init; }

    /// <summary>
    /// How many people took part, rounded; null if that is held back, or nothing was counted. Where everybody chose one
    /// thing, it is the sum of the options, and held back if any of them is.
    /// </summary>
    [Id(2), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? People { get; init; }

    /// <summary>Whether that is held back. It does not say whether anybody took part.</summary>
    [Id(3)] public required bool HeldBack { get; init; }

    /// <summary>Its options, in the order of the sheet; empty if none of its figures can be released.</summary>
    [Id(4)] public ImmutableArray<ReleasedOption> Options { get; init; } = [];

    /// <summary>How many tables came in too late for it.</summary>
    [Id(5)] public int LateTables { get; init; }
}

/// <summary>One option in what is released.</summary>
/// <param name="Box">Its box on the sheet: a letter, or a word such as <c>itDepends</c> or <c>up</c>.</param>
/// <param name="Text">What it says, if the question has options of its own.</param>
/// <param name="Voices">How many chose it, rounded; null if that is held back.</param>
/// <param name="HeldBack">Whether that is held back. It does not say whether anybody chose it.</param>
[GenerateSerializer, Immutable, Alias("peernet.released-option")]
public sealed record ReleasedOption(
    [property: Id(0)] string Box,
    [property: Id(1)] string? Text,
    [property: Id(2), JsonIgnore(Condition = JsonIgnoreCondition.Never)] int? Voices,
    [property: Id(3)] bool HeldBack);
