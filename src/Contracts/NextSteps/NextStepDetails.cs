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

    /// <summary>The group that has taken it on; null if a role has, or nobody.</summary>
    [Id(4)] public GroupId? OwnerId { get; init; }

    /// <summary>When something was last said about it, if anything was.</summary>
    [Id(5)] public DateTimeOffset? LastSaidAt { get; init; }

    /// <summary>What has been said about it, the oldest first; null in lists.</summary>
    [Id(6)] public ImmutableArray<NextStepEntry>? Entries { get; init; }

    /// <summary>What the caller can do now; null in lists.</summary>
    [Id(7)] public NextStepActs? Yours { get; init; }

    /// <summary>The version; it rises with every change, and is 0 in lists.</summary>
    [Id(8)] public int Version { get; init; }

    /// <summary>How many other groups like it.</summary>
    [Id(9)] public FewOrMore Likes { get; init; } = FewOrMore.None;

    /// <summary>The day on which the first said so, or on which it was written down as what people liked.</summary>
    [Id(10)] public DateOnly? LikedOn { get; init; }

    /// <summary>What the role is called that is asked to do it, or has taken it on.</summary>
    [Id(11)] public string? RoleName { get; init; }

    /// <summary>Whether that role has taken it on.</summary>
    [Id(12)] public bool IsOfRole { get; init; }

    /// <summary>Whether it has said no.</summary>
    [Id(13)] public bool HasDeclined { get; init; }

    /// <summary>Whether the caller answers for it, with a record that sees nobody.</summary>
    [Id(14)] public bool IsForMe { get; init; }

    /// <summary>Whether it waits for the caller to answer for a role, or to do it.</summary>
    public bool IsPutToMe => IsForMe && (IsOfRole ? State == NextStepState.Open : IsAsked);

    private bool IsAsked => State == NextStepState.Wish && !HasDeclined;

    /// <summary>Whether groups like it, or people at a gathering did, and nobody has taken it on.</summary>
    public bool NeedsOwner => State == NextStepState.Wish && (Likes.IsAny || Says.From is not null);
}

/// <summary>The state of a next step.</summary>
[GenerateSerializer, Alias("peernet.next-step-state")]
public enum NextStepState
{
    /// <summary>Nobody has taken it on.</summary>
    Wish,
    /// <summary>A group or a role has taken it on.</summary>
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
/// <param name="GroupId">For which group it was said; null if a coordinator or a role said it.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("peernet.next-step-entry")]
public sealed record NextStepEntry(
    [property: Id(0)] NextStepEntryKind Kind, [property: Id(1)] GroupId? GroupId, [property: Id(2)] DateTimeOffset At)
{
    /// <summary>The ID of a piece of news.</summary>
    [Id(3)] public NewsId? NewsId { get; init; }

    /// <summary>The news, or the reason for dropping it or for saying no.</summary>
    [Id(4)] public string? Text { get; init; }

    /// <summary>What the role was called that said it.</summary>
    [Id(5)] public string? RoleName { get; init; }
}

/// <summary>What happened to a next step.</summary>
[GenerateSerializer, Alias("peernet.next-step-entry-kind")]
public enum NextStepEntryKind
{
    /// <summary>A group or a role took it on.</summary>
    TakenOn,
    /// <summary>A group, or the role that does it, said what had moved.</summary>
    News,
    /// <summary>Its owner said that it was done.</summary>
    Done,
    /// <summary>A group that it was for said that it was kept.</summary>
    Kept,
    /// <summary>It was given up.</summary>
    Dropped,
    /// <summary>The role that is asked said no.</summary>
    Declined,
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

    /// <summary>The caller's groups that can say that they like it.</summary>
    [Id(7)] public ImmutableArray<GroupId> LikeFor { get; init; } = [];

    /// <summary>Whether the caller can take it on for a role.</summary>
    [Id(8)] public bool CanTakeOn { get; init; }

    /// <summary>Whether the caller can say no for a role.</summary>
    [Id(9)] public bool CanDecline { get; init; }

    /// <summary>Whether the caller can say for a role what has moved.</summary>
    [Id(10)] public bool CanTell { get; init; }

    /// <summary>Whether the caller can keep what anyone can read for people in this area.</summary>
    [Id(11)] public bool CanNarrow { get; init; }
}
