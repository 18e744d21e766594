using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>What a role says is in its way: the body of PUT limits/{id}. It stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("peernet.claim-limit")]
public sealed record ClaimLimit
{
    /// <summary>The role that says so; the caller answers for it.</summary>
    [Id(0)] public required RoleId RoleId { get; init; }

    /// <summary>What is in the way, 1 to 1,000 characters.</summary>
    [Id(1)] public required string What { get; init; }

    /// <summary>What kind of thing it is.</summary>
    [Id(2)] public required LimitKind Kind { get; init; }

    /// <summary>Where it is written, such as an Act, up to 250 characters on one line. A law needs it.</summary>
    [Id(3)] public string? Source { get; init; }

    /// <summary>Which part of it, up to 250 characters on one line.</summary>
    [Id(4)] public string? Section { get; init; }

    /// <summary>Whose rule it is, 1 to 250 characters on one line.</summary>
    [Id(5)] public required string WhoseRule { get; init; }

    /// <summary>What would have to change, 1 to 1,000 characters.</summary>
    [Id(6)] public required string WouldHaveToChange { get; init; }
}

/// <summary>What kind of thing is in the way.</summary>
[GenerateSerializer, Alias("peernet.limit-kind")]
public enum LimitKind
{
    /// <summary>An Act or regulations.</summary>
    Law,
    /// <summary>A rule that an organisation gave itself.</summary>
    Policy,
    /// <summary>What two organisations agreed.</summary>
    Contract,
    /// <summary>There is not enough of it.</summary>
    Money,
    /// <summary>It has always been done like that.</summary>
    Habit,
}

/// <summary>Who checked a limit, and how: the body of PUT limits/{id}/check.</summary>
/// <param name="Who">Who checked it, such as a law centre, 1 to 250 characters on one line.</param>
/// <param name="How">How, 1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.check-limit")]
public sealed record CheckLimit([property: Id(0)] string Who, [property: Id(1)] string How);

/// <summary>Why a group doubts a limit: the body of PUT limits/{id}/disputes/{groupId}.</summary>
/// <param name="Why">In the group's own words, 1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.dispute-limit")]
public sealed record DisputeLimit([property: Id(0)] string Why);

/// <summary>How a limit has changed: the body of PUT limits/{id}/change.</summary>
/// <param name="WhatChanged">What is different now, 1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.change-limit")]
public sealed record ChangeLimit([property: Id(0)] string WhatChanged);

/// <summary>The state of a limit.</summary>
[GenerateSerializer, Alias("peernet.limit-state")]
public enum LimitState
{
    /// <summary>A role says so, and nobody has checked it.</summary>
    Claimed,
    /// <summary>Somebody has checked it.</summary>
    Checked,
    /// <summary>A group doubts it.</summary>
    Disputed,
    /// <summary>It is no longer in the way.</summary>
    Changed,
}

/// <summary>A limit: what is said to be in the way, and what became of it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.limit-details")]
public sealed record LimitDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required LimitId Id { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)] public required LimitState State { get; init; }

    /// <summary>What the role says.</summary>
    [Id(2)] public required ClaimLimit Claim { get; init; }

    /// <summary>What the role was called then.</summary>
    [Id(3)] public required string RoleName { get; init; }

    /// <summary>When it said so.</summary>
    [Id(4)] public required DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Who checked it, oldest first.</summary>
    [Id(5)] public ImmutableArray<CheckDetails> Checks { get; init; } = [];

    /// <summary>The groups that doubt it, and why.</summary>
    [Id(6)] public ImmutableArray<DisputeDetails> Disputes { get; init; } = [];

    /// <summary>How it has changed.</summary>
    [Id(7)] public string? WhatChanged { get; init; }

    /// <summary>How many barriers rest on it.</summary>
    [Id(8)] public FewOrMore Barriers { get; init; } = FewOrMore.None;

    /// <summary>Whether the caller can say who checked it.</summary>
    [Id(9)] public bool CanCheck { get; init; }

    /// <summary>Whether the caller can say that it has changed.</summary>
    [Id(10)] public bool CanChange { get; init; }

    /// <summary>Whether the caller can take words out.</summary>
    [Id(11)] public bool CanTakeOut { get; init; }
}

/// <summary>One check of a limit.</summary>
/// <param name="Says">Who checked it, and how.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("peernet.check-details")]
public sealed record CheckDetails([property: Id(0)] CheckLimit Says, [property: Id(1)] DateTimeOffset At);

/// <summary>One group's doubt about a limit.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Why">Why it doubts it.</param>
/// <param name="At">When it said so.</param>
[GenerateSerializer, Immutable, Alias("peernet.dispute-details")]
public sealed record DisputeDetails(
    [property: Id(0)] GroupId GroupId, [property: Id(1)] string Why, [property: Id(2)] DateTimeOffset At);
