using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.NextSteps;

/// <summary>A next step, for everybody who is signed in. It names groups, and never a person.</summary>
[GenerateSerializer, Immutable, Alias("peernet.next-step-details")]
public sealed record NextStepDetails : IVersioned
{
    /// <summary>The ID.</summary>
    [Id(0)] public required NextStepId Id { get; init; }

    /// <summary>What it says.</summary>
    [Id(1)] public required WriteNextStep Says { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required NextStepState State { get; init; }

    /// <summary>Whether it moves; null for a wish, and for one that was dropped.</summary>
    [Id(3)] public Momentum? Momentum { get; init; }

    /// <summary>The group that has taken it on.</summary>
    [Id(4)] public GroupId? OwnerId { get; init; }

    /// <summary>When something was last said about it, if anything was.</summary>
    [Id(5)] public DateTimeOffset? LastSaidAt { get; init; }

    /// <summary>What has been said about it, the oldest first; null in lists.</summary>
    [Id(6)] public ImmutableArray<NextStepEntry>? Entries { get; init; }

    /// <summary>What the caller can do now; null in lists.</summary>
    [Id(7)] public NextStepActs? Yours { get; init; }

    /// <summary>The version; it rises with every change, and is 0 in lists.</summary>
    [Id(8)] public int Version { get; init; }
}

/// <summary>The state of a next step.</summary>
[GenerateSerializer, Alias("peernet.next-step-state")]
public enum NextStepState
{
    /// <summary>Nobody has taken it on.</summary>
    Wish,
    /// <summary>A group has taken it on.</summary>
    Open,
    /// <summary>Its owner says that it is done.</summary>
    Done,
    /// <summary>A group that it was for says that it was kept.</summary>
    Kept,
    /// <summary>It is given up, for a reason.</summary>
    Dropped,
}

/// <summary>Whether a next step moves. It follows from what was said about it, and from the day.</summary>
[GenerateSerializer, Alias("peernet.momentum")]
public enum Momentum
{
    /// <summary>Nothing was said for more than 60 days, or its day has passed and it is not done.</summary>
    Stuck,
    /// <summary>Something was said about it in the last 60 days.</summary>
    Moved,
    /// <summary>It was kept.</summary>
    Kept,
}

/// <summary>Something that was said about a next step.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="GroupId">For which group it was said; null if a coordinator said it.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("peernet.next-step-entry")]
public sealed record NextStepEntry(
    [property: Id(0)] NextStepEntryKind Kind, [property: Id(1)] GroupId? GroupId, [property: Id(2)] DateTimeOffset At)
{
    /// <summary>The ID of a piece of news.</summary>
    [Id(3)] public NewsId? NewsId { get; init; }

    /// <summary>The news, or the reason for dropping it.</summary>
    [Id(4)] public string? Text { get; init; }
}

/// <summary>What happened to a next step.</summary>
[GenerateSerializer, Alias("peernet.next-step-entry-kind")]
public enum NextStepEntryKind
{
    /// <summary>A group took it on.</summary>
    TakenOn,
    /// <summary>A group said what had moved.</summary>
    News,
    /// <summary>Its owner said that it was done.</summary>
    Done,
    /// <summary>A group that it was for said that it was kept.</summary>
    Kept,
    /// <summary>It was given up.</summary>
    Dropped,
}

/// <summary>What a caller can do with a next step now.</summary>
[GenerateSerializer, Immutable, Alias("peernet.next-step-acts")]
public sealed record NextStepActs
{
    /// <summary>The caller's groups that can take it on.</summary>
    [Id(0)] public ImmutableArray<GroupId> TakeOnFor { get; init; } = [];

    /// <summary>The caller's groups that can say what has moved.</summary>
    [Id(1)] public ImmutableArray<GroupId> TellFor { get; init; } = [];

    /// <summary>The caller's groups that can say that it was kept.</summary>
    [Id(2)] public ImmutableArray<GroupId> KeepFor { get; init; } = [];

    /// <summary>Whether the caller can change what it says.</summary>
    [Id(3)] public bool CanChange { get; init; }

    /// <summary>Whether the caller can say that it is done.</summary>
    [Id(4)] public bool CanSayDone { get; init; }

    /// <summary>Whether the caller can drop it.</summary>
    [Id(5)] public bool CanDrop { get; init; }

    /// <summary>Whether the caller can take words out.</summary>
    [Id(6)] public bool CanTakeOut { get; init; }

    /// <summary>Whether the caller can keep what is shared with all areas for people in this one.</summary>
    [Id(7)] public bool CanNarrow { get; init; }
}
