using System.Collections.Immutable;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.NextSteps;

/// <summary>What a next step says: the body of PUT next-steps/{id}.</summary>
[GenerateSerializer, Immutable, Alias("peernet.write-next-step")]
public sealed record WriteNextStep
{
    /// <summary>What is to be done, 1 to 500 characters.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>Where something has to change.</summary>
    [Id(1)] public required Layer Layer { get; init; }

    /// <summary>The group that is asked to do it; null if any may take it on.</summary>
    [Id(2)] public GroupId? OwnerId { get; init; }

    /// <summary>
    /// The day by which it is to be done, in Europe/London: up to 731 days ahead or, if it is written down late, up to
    /// 366 days ago.
    /// </summary>
    [Id(3)] public required DateOnly DueOn { get; init; }

    /// <summary>What it costs.</summary>
    [Id(4)] public required StepCost Cost { get; init; }

    /// <summary>The group that writes it down. It stays the same.</summary>
    [Id(5)] public required GroupId GroupId { get; init; }

    /// <summary>The gathering that it comes from, if that was one of the group's.</summary>
    [Id(6)] public GatheringId? GatheringId { get; init; }

    /// <summary>The groups that it is for, 1 to 10. One of them, and not its owner, says whether it was kept.</summary>
    [Id(7)] public required ImmutableArray<GroupId> For { get; init; }

    /// <summary>
    /// Who can read it once a group or a role has taken it on, which is part of what they take on. <c>allAreas</c> is
    /// public, on the web, too.
    /// </summary>
    [Id(8)] public Readers Readers { get; init; }

    /// <summary>The role that is asked to do it instead of a group; null if none is.</summary>
    [Id(9)] public RoleId? OwnerRoleId { get; init; }

    /// <summary>What people liked that it comes from, of a question of that gathering about voices.</summary>
    [Id(10)] public VoicedOption? From { get; init; }
}

/// <summary>What a next step costs.</summary>
[GenerateSerializer, Alias("peernet.step-cost")]
public enum StepCost
{
    /// <summary>Nothing.</summary>
    None,
    /// <summary>Time.</summary>
    Time,
    /// <summary>Money.</summary>
    Money,
    /// <summary>Nobody knows yet.</summary>
    Unknown,
}

/// <summary>Which group takes a next step on: the body of PUT next-steps/{id}/owner.</summary>
/// <param name="GroupId">The group, led by the caller.</param>
[GenerateSerializer, Immutable, Alias("peernet.take-on-next-step")]
public sealed record TakeOnNextStep([property: Id(0)] GroupId GroupId);

/// <summary>What has moved: the body of PUT next-steps/{id}/news/{newsId}.</summary>
/// <param name="GroupId">The group that says so: its owner, or one that it is for.</param>
/// <param name="Text">What has moved, 1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.tell-news")]
public sealed record TellNews([property: Id(0)] GroupId GroupId, [property: Id(1)] string Text);

/// <summary>Which group says that a next step was kept: the body of PUT next-steps/{id}/kept.</summary>
/// <param name="GroupId">A group that it is for, led by the caller.</param>
[GenerateSerializer, Immutable, Alias("peernet.keep-next-step")]
public sealed record KeepNextStep([property: Id(0)] GroupId GroupId);

/// <summary>Why a next step is dropped: the body of PUT next-steps/{id}/dropped.</summary>
/// <param name="Reason">For everybody, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.drop-next-step")]
public sealed record DropNextStep([property: Id(0)] string Reason);

/// <summary>Why a role says no to a next step: the body of PUT next-steps/{id}/declined.</summary>
/// <param name="Reason">For everybody, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.decline-next-step")]
public sealed record DeclineNextStep([property: Id(0)] string Reason);

/// <summary>What has moved, says the role that does it: the body of PUT next-steps/{id}/role-news/{newsId}.</summary>
/// <param name="Text">What has moved, 1 to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.tell-role-news")]
public sealed record TellRoleNews([property: Id(0)] string Text);
