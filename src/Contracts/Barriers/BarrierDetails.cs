using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Barriers;

/// <summary>A barrier, as one caller sees it. Nobody sees which person raised it.</summary>
[GenerateSerializer, Immutable, Alias("peernet.barrier-details")]
public sealed record BarrierDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required BarrierId Id { get; init; }

    /// <summary>Its state.</summary>
    [Id(1)] public required BarrierState State { get; init; }

    /// <summary>What was raised; null once it is withdrawn.</summary>
    [Id(2)] public RaiseBarrier? Raised { get; init; }

    /// <summary>What the role was called then.</summary>
    [Id(3)] public string? RoleName { get; init; }

    /// <summary>When it was raised.</summary>
    [Id(4)] public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>The day by which the role said that it would answer, do it or know.</summary>
    [Id(5)] public DateOnly? DueOn { get; init; }

    /// <summary>
    /// The first day that passed without an answer before the role named another; null if none did.
    /// </summary>
    [Id(12)] public DateOnly? Missed { get; init; }

    /// <summary>How many days the first of those days is over; null if none is.</summary>
    [Id(6)] public int? DaysOver { get; init; }

    /// <summary>The answers, oldest first.</summary>
    [Id(7)] public ImmutableArray<AnswerDetails> Answers { get; init; } = [];

    /// <summary>How many other groups it stands in the way of, too.</summary>
    [Id(8)] public FewOrMore UsToo { get; init; } = FewOrMore.None;

    /// <summary>The caller's groups among them.</summary>
    [Id(9)] public ImmutableArray<GroupId> UsTooOfMine { get; init; } = [];

    /// <summary>Whether the caller answers for the role, with a record that sees nobody.</summary>
    [Id(10)] public bool IsForMe { get; init; }

    /// <summary>Whether the caller can withdraw it.</summary>
    [Id(11)] public bool CanWithdraw { get; init; }

    /// <summary>Whether the caller can answer it now.</summary>
    [Id(13)] public bool CanAnswer { get; init; }

    /// <summary>
    /// The day by which the first answer was due: the one that was missed, if one was. Null until it has come, and if
    /// nobody named a day.
    /// </summary>
    [Id(14)] public DateOnly? WasDueOn { get; init; }

    /// <summary>The day of the first answer; null until there is one that is more than "don’t know yet".</summary>
    [Id(15)] public DateOnly? AnsweredOn { get; init; }

    /// <summary>
    /// Whether a lead still has to agree that anyone reads it; for its group and for whoever answers for the role.
    /// </summary>
    [Id(16)] public BarrierSharing Sharing { get; init; }

    /// <summary>Whether the caller can say now that anyone reads it, or that it stays in the area.</summary>
    [Id(17)] public bool CanChooseReaders { get; init; }
}

/// <summary>What became of the wish that anyone reads a barrier.</summary>
[GenerateSerializer, Alias("peernet.barrier-sharing")]
public enum BarrierSharing
{
    /// <summary>Nobody has to agree: whoever its <c>readers</c> are can read it.</summary>
    None,
    /// <summary>It stays in the area until a lead of the group that raised it agrees that anyone reads it.</summary>
    WaitsForLead,
    /// <summary>A lead has said that it stays in the area, which is for good.</summary>
    Declined,
}

/// <summary>The state of a barrier.</summary>
[GenerateSerializer, Alias("peernet.barrier-state")]
public enum BarrierState
{
    /// <summary>A group has raised it.</summary>
    Raised,
    /// <summary>The role has heard it, and said by when it will answer.</summary>
    Heard,
    /// <summary>The role has answered.</summary>
    Answered,
    /// <summary>The group that raised it says that the answer helped.</summary>
    Settled,
    /// <summary>A group whom it stands in the way of says that the answer did not help.</summary>
    Reopened,
    /// <summary>A lead of the group that raised it, or a coordinator, has withdrawn it, with every word.</summary>
    Withdrawn,
}

/// <summary>An answer to a barrier.</summary>
[GenerateSerializer, Immutable, Alias("peernet.answer-details")]
public sealed record AnswerDetails
{
    /// <summary>The ID.</summary>
    [Id(0)] public required AnswerId Id { get; init; }

    /// <summary>What the role answered.</summary>
    [Id(1)] public required AnswerBarrier Says { get; init; }

    /// <summary>When.</summary>
    [Id(2)] public required DateTimeOffset At { get; init; }

    /// <summary>What the role added since, oldest first.</summary>
    [Id(3)] public ImmutableArray<AdditionDetails> Additions { get; init; } = [];

    /// <summary>What the group that raised it says about whether it helped.</summary>
    [Id(4)] public Helped? Helped { get; init; }

    /// <summary>The different things that other groups say, in a fixed order and without a number.</summary>
    [Id(5)] public ImmutableArray<Helped> OthersSay { get; init; } = [];
}

/// <summary>What a role added to its answer.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Text">What it says.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("peernet.addition-details")]
public sealed record AdditionDetails(
    [property: Id(0)] AdditionId Id, [property: Id(1)] string Text, [property: Id(2)] DateTimeOffset At);
