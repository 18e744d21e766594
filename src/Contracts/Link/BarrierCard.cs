using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive and visitors read of a barrier that was raised for anyone to read, and of its answer.
/// Neither a group nor whoever answers for the role is on it.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.barrier-card")]
public sealed record BarrierCard : ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>Its ID.</summary>
    [Id(1)] public required BarrierId Id { get; init; }

    /// <summary>What gets in the way, in the words of those who raised it.</summary>
    [Id(2)] public required string Text { get; init; }

    /// <summary>What it is about.</summary>
    [Id(3), JsonRequired] public BarrierAbout About { get; init; }

    /// <summary>Where it has to change.</summary>
    [Id(4), JsonRequired] public Layer Layer { get; init; }

    /// <summary>What the role that is asked is called.</summary>
    [Id(5)] public required string RoleName { get; init; }

    /// <summary>The day on which it was raised.</summary>
    [Id(6)] public required DateOnly RaisedOn { get; init; }

    /// <summary>How many other groups it stands in the way of, too; null if fewer than four, or none.</summary>
    [Id(7)] public int? UsToo { get; init; }

    /// <summary>Its state.</summary>
    [Id(8), JsonRequired] public BarrierState State { get; init; }

    /// <summary>The day by which the role said that it would answer, do it or know.</summary>
    [Id(9)] public DateOnly? DueOn { get; init; }

    /// <summary>The first day that passed without an answer before the role named another.</summary>
    [Id(10)] public DateOnly? Missed { get; init; }

    /// <summary>The latest answer; null if there is none.</summary>
    [Id(11)] public AnswerOnCard? Answer { get; init; }

    Guid ISharedCard.Subject => Id.Value;

    DateOnly ISharedCard.Since => RaisedOn;
}

/// <summary>What a role answered, on a card.</summary>
[GenerateSerializer, Immutable, Alias("peernet.answer-on-card")]
public sealed record AnswerOnCard
{
    /// <summary>What the answer comes to.</summary>
    [Id(0), JsonRequired] public AnswerKind Kind { get; init; }

    /// <summary>By when it is done, or the role will know.</summary>
    [Id(1)] public DateOnly? By { get; init; }

    /// <summary>What the role can do.</summary>
    [Id(2)] public string? WhatICan { get; init; }

    /// <summary>What stops it.</summary>
    [Id(3)] public string? WhatStopsMe { get; init; }

    /// <summary>What it does not know.</summary>
    [Id(4)] public string? WhatIDontKnow { get; init; }

    /// <summary>The day on which it said so.</summary>
    [Id(5)] public required DateOnly SaidOn { get; init; }

    /// <summary>What it added since, oldest first.</summary>
    [Id(6)] public ImmutableArray<AdditionOnCard> Additions { get; init; } = [];

    /// <summary>What is said to be in the way, if it cannot be done; null until the limit has said so.</summary>
    [Id(7)] public LimitOnCard? Limit { get; init; }
}

/// <summary>What a role added to its answer, on a card.</summary>
/// <param name="Text">What it says.</param>
/// <param name="AddedOn">The day on which it did.</param>
[GenerateSerializer, Immutable, Alias("peernet.addition-on-card")]
public sealed record AdditionOnCard([property: Id(0)] string Text, [property: Id(1)] DateOnly AddedOn);

/// <summary>What is said to be in the way, on a card.</summary>
/// <param name="What">What it is.</param>
/// <param name="Kind">What kind of thing it is.</param>
[GenerateSerializer, Immutable, Alias("peernet.limit-on-card")]
public sealed record LimitOnCard([property: Id(0)] string What, [property: Id(1)] LimitKind Kind);
