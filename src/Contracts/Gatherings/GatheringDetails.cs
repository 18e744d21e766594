using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Contracts.Gatherings;

/// <summary>A gathering, as one caller sees it. Nobody sees who its keepers are, only for which group.</summary>
[GenerateSerializer, Immutable, Alias("peernet.gathering-details")]
public sealed record GatheringDetails : IVersioned
{
    /// <summary>The ID.</summary>
    [Id(0)] public required GatheringId Id { get; init; }

    /// <summary>
    /// The steps of the gathering before it that are not finished, those that are stuck first; only where a gathering
    /// is read.
    /// </summary>
    [Id(10)] public ImmutableArray<NextStepDetails> Unfinished { get; init; } = [];

    /// <summary>What is planned.</summary>
    [Id(1)] public required PlanGathering Plan { get; init; }

    /// <summary>Its state.</summary>
    [Id(2)] public required GatheringState State { get; init; }

    /// <summary>One keeper for each of its groups, in the order of the groups.</summary>
    [Id(3)] public required ImmutableArray<KeeperDetails> Keepers { get; init; }

    /// <summary>What somebody who comes needs, of all groups together; for keepers.</summary>
    [Id(15)] public ImmutableArray<AccessNeed> NeededByAll { get; init; } = [];

    /// <summary>Its tables.</summary>
    [Id(4)] public ImmutableArray<TableDetails> Tables { get; init; } = [];

    /// <summary>Tables that were taken away and can be laid again, with the codes that they had; for keepers.</summary>
    [Id(14)] public ImmutableArray<TableDetails> TakenAway { get; init; } = [];

    /// <summary>Its questions. Only keepers see those that are still drafts.</summary>
    [Id(5)] public ImmutableArray<QuestionDetails> Questions { get; init; } = [];

    /// <summary>Why it is cancelled.</summary>
    [Id(6)] public string? CancelledBecause { get; init; }

    /// <summary>When a keeper first asked to close it; a day later, one keeper is enough.</summary>
    [Id(7)] public DateTimeOffset? ClosingAskedAt { get; init; }

    /// <summary>The groups whose keepers closed it: two, or one that had waited for a day.</summary>
    [Id(8)] public ImmutableArray<GroupId> ClosedFor { get; init; } = [];

    /// <summary>Whether the caller can take words out of its texts.</summary>
    [Id(11)] public bool CanTakeOut { get; init; }

    /// <summary>Whether the caller can change its plan while it is planned.</summary>
    [Id(16)] public bool CanChange { get; init; }

    /// <summary>Whether the caller can cancel it while it is planned.</summary>
    [Id(17)] public bool CanCancel { get; init; }

    /// <summary>The groups whose keepers have taken words out of its texts.</summary>
    [Id(12)] public ImmutableArray<GroupId> TakenOutFor { get; init; } = [];

    /// <summary>Whether a coordinator has taken words out of its texts.</summary>
    [Id(13)] public bool IsTakenOutByArea { get; init; }

    /// <summary>The version; it rises with every change but those of what is counted.</summary>
    [Id(9)] public int Version { get; init; }
}

/// <summary>The state of a gathering.</summary>
[GenerateSerializer, Alias("peernet.gathering-state")]
public enum GatheringState
{
    /// <summary>It is being prepared.</summary>
    Planned,
    /// <summary>It has begun, and questions can be opened.</summary>
    Open,
    /// <summary>It is over, and so is every question.</summary>
    Closed,
    /// <summary>It will not take place.</summary>
    Cancelled,
}

/// <summary>Who keeps a gathering for one of its groups.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="State">Whether somebody does.</param>
/// <param name="IsMine">Whether it is the caller.</param>
[GenerateSerializer, Immutable, Alias("peernet.keeper-details")]
public sealed record KeeperDetails(
    [property: Id(0)] GroupId GroupId, [property: Id(1)] KeeperState State, [property: Id(2)] bool IsMine)
{
    /// <summary>
    /// How many of the group come, for keepers; null if nobody has said, once the gathering is over, and from the
    /// second morning after its day. Of another group, its needs are empty.
    /// </summary>
    [Id(3)] public PeopleComing? Coming { get; init; }
}

/// <summary>Whether somebody keeps a gathering for a group.</summary>
[GenerateSerializer, Alias("peernet.keeper-state")]
public enum KeeperState
{
    /// <summary>No lead of the group has answered yet.</summary>
    Asked,
    /// <summary>A lead of the group keeps it.</summary>
    Keeping,
    /// <summary>A lead of the group has declined, or given it up. Another can still accept.</summary>
    Declined,
    /// <summary>A keeper kept it, and has been erased. Another lead can still accept.</summary>
    Erased,
}

/// <summary>A table at a gathering.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Label">What it is called.</param>
/// <param name="Present">How many people sit at it; for keepers.</param>
/// <param name="Slips">How many slips it has; for keepers.</param>
/// <param name="Code">Which of its codes works; for keepers.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-details")]
public sealed record TableDetails(
    [property: Id(0)] TableId Id,
    [property: Id(1)] Animal Label,
    [property: Id(2)] int? Present,
    [property: Id(3)] int? Slips = null,
    [property: Id(4)] int? Code = null);
