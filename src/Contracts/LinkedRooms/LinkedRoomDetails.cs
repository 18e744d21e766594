using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.LinkedRooms;

/// <summary>How a gathering is linked with those of the same ID in other areas.</summary>
[GenerateSerializer, Immutable, Alias("peernet.linked-room-details")]
public sealed record LinkedRoomDetails
{
    /// <summary>The gathering; in each area, its own has this ID.</summary>
    [Id(0)] public required GatheringId Id { get; init; }

    /// <summary>The area that asked the others.</summary>
    [Id(1)] public required AreaId Host { get; init; }

    /// <summary>What the host plans.</summary>
    [Id(2)] public required LinkedPlan Plan { get; init; }

    /// <summary>Whether this area takes part; the host always does.</summary>
    [Id(3)] public required LinkedRoomState State { get; init; }

    /// <summary>The other areas that the host has asked; in another area than the host, nobody knows of them.</summary>
    [Id(4)] public ImmutableArray<LinkedArea> Areas { get; init; } = [];

    /// <summary>The questions that all areas ask, in the order in which they were shared.</summary>
    [Id(5)] public ImmutableArray<LinkedQuestionDetails> Questions { get; init; } = [];

    /// <summary>The areas for which something waits that is not on its way.</summary>
    [Id(6)] public ImmutableArray<WaitingArea> Waiting { get; init; } = [];
}

/// <summary>Another area for which something waits.</summary>
/// <param name="Area">The area.</param>
/// <param name="WaitsBecause">
/// Why it waits, as a code from problems.md: <c>link.border-closed</c> or <c>link.not-yet</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.waiting-area")]
public sealed record WaitingArea([property: Id(0)] AreaId Area, [property: Id(1)] string WaitsBecause);

/// <summary>What the host of a linked gathering plans, as other areas see it.</summary>
/// <param name="Title">What it is called, 1 to 120 characters on one line.</param>
/// <param name="HeldOn">The day, in Europe/London; the same in each area.</param>
/// <param name="StartsAt">When it starts, in local time.</param>
/// <param name="Minutes">How long it lasts, 5 to 1,440 minutes.</param>
[GenerateSerializer, Immutable, Alias("peernet.linked-plan")]
public sealed record LinkedPlan(
    [property: Id(0)] string Title,
    [property: Id(1)] DateOnly HeldOn,
    [property: Id(2)] TimeOnly StartsAt,
    [property: Id(3)] int Minutes)
{
    /// <summary>Whether the host has cancelled it, for good. An area that takes part still holds its own.</summary>
    [Id(4)] public bool IsCancelled { get; init; }
}

/// <summary>Another area that the host has asked.</summary>
/// <param name="Area">The area.</param>
/// <param name="State">Whether it takes part.</param>
[GenerateSerializer, Immutable, Alias("peernet.linked-area")]
public sealed record LinkedArea([property: Id(0)] AreaId Area, [property: Id(1)] LinkedRoomState State);

/// <summary>Whether an area takes part in a linked gathering.</summary>
[GenerateSerializer, Alias("peernet.linked-room-state")]
public enum LinkedRoomState
{
    /// <summary>It has been asked, and nobody has answered yet.</summary>
    Asked,
    /// <summary>It takes part, with a gathering of its own.</summary>
    Joined,
    /// <summary>It has declined. Somebody can still join.</summary>
    Declined,
}

/// <summary>A question that all areas ask.</summary>
[GenerateSerializer, Immutable, Alias("peernet.linked-question-details")]
public sealed record LinkedQuestionDetails
{
    /// <summary>The question; it has the same ID in each area.</summary>
    [Id(0)] public required QuestionId Id { get; init; }

    /// <summary>The areas that ask it.</summary>
    [Id(1)] public ImmutableArray<AreaId> Areas { get; init; } = [];

    /// <summary>Those of them that have handed in their count, as far as this area knows.</summary>
    [Id(2)] public ImmutableArray<AreaId> HandedIn { get; init; } = [];

    /// <summary>Those that counts have been asked for; empty if nobody has begun to add up.</summary>
    [Id(3)] public ImmutableArray<AreaId> Adding { get; init; } = [];

    /// <summary>Whether the counts are added up, for good.</summary>
    [Id(4)] public bool IsAddedUp { get; init; }
}

/// <summary>
/// Which areas to go on without: the body of PUT gatherings/{id}/questions/{questionId}/sum.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.add-up-rooms")]
public sealed record AddUpRooms
{
    /// <summary>The areas whose counts are not waited for, up to two; usually none.</summary>
    [Id(0)] public ImmutableArray<AreaId> Without { get; init; } = [];
}
