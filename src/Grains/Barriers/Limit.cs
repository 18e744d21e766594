using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>
/// What a role says is in its way, and what became of it. Pure: each transition returns the next limit, the same limit,
/// or a refusal.
/// </summary>
internal sealed partial record Limit : ISends<Limit>, IReceives<Limit>
{
    /// <summary>The ID.</summary>
    public LimitId Id { get; init; }

    /// <summary>What the role says, which stays as it is; null if nobody has claimed it yet.</summary>
    public ClaimLimit? Says { get; init; }

    /// <summary>What the role was called then.</summary>
    public string? RoleName { get; init; }

    /// <summary>When it said so.</summary>
    public DateTimeOffset ClaimedAt { get; init; }

    /// <summary>Its state.</summary>
    public LimitState State { get; init; }

    /// <summary>Who checked it, oldest first.</summary>
    [MaxItems(BarrierFields.MaxChecks)]
    public ImmutableArray<CheckDetails> Checks { get; init; } = [];

    /// <summary>The groups that doubt it, and why.</summary>
    [MaxItems(BarrierFields.MaxGroups)]
    public ImmutableArray<DisputeDetails> Disputes { get; init; } = [];

    /// <summary>How it has changed.</summary>
    public string? WhatChanged { get; init; }

    /// <summary>The barriers that rest on it.</summary>
    [MaxItems(BarrierFields.MaxCited)]
    public ImmutableArray<Citation> Cited { get; init; } = [];

    /// <summary>The groups that were told that it has changed.</summary>
    [MaxItems(BarrierFields.MaxCited)]
    public ImmutableArray<GroupId> Told { get; init; } = [];

    /// <summary>Whoever answers for a role claims it.</summary>
    public Result<Limit> Claim(
        LimitId id, ClaimLimit says, RoleStanding role, MemberStanding own, Caller by, DateTimeOffset now)
    {
        if (role.Name is not { } name) return RoleRefusals.HolderOnly;
        if (new RoleSpeaker(role, own, by).WhyNot() is { } unasked) return unasked;
        if (Says == says) return this;
        if (Says is not null) return LimitRefusals.WordsStay;
        if (LimitRules.Check(says) is { } wrong) return wrong;
        return this with { Id = id, Says = says, RoleName = name, ClaimedAt = now };
    }

    /// <summary>A coordinator says who checked it, and how.</summary>
    public Result<Limit> Check(CheckLimit check, Caller by, DateTimeOffset now)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Says is null) return LimitRefusals.NotFound;
        if (State == LimitState.Checked && Checks[^1].Says == check) return this;
        if (State == LimitState.Changed) return LimitRefusals.Changed;
        if (LimitRules.Check(check) is { } wrong) return wrong;
        return this with { State = LimitState.Checked, Checks = Checks.Add(new(check, now)) };
    }

    /// <summary>Somebody says for a group of theirs, once, why it doubts the limit.</summary>
    public Result<Limit> Dispute(GroupId group, DisputeLimit dispute, MemberStanding own, DateTimeOffset now)
    {
        if (Says is null) return LimitRefusals.NotFound;
        if (own.Erased) return MemberRefusals.Erased;
        if (!own.Groups.Contains(group)) return BarrierRefusals.GroupOnly;
        if (Disputes.FirstOrDefault(known => known.GroupId == group) is { } said)
            return said.Why == dispute.Why ? this : LimitRefusals.WordsStay;
        if (State == LimitState.Changed) return LimitRefusals.Changed;
        if (LimitRules.Check(dispute) is { } wrong) return wrong;
        return this with { State = LimitState.Disputed, Disputes = Disputes.Add(new(group, dispute.Why, now)) };
    }

    /// <summary>The limit, with what a caller can do about it.</summary>
    public Result<LimitDetails> SeenBy(Caller by, RoleStanding role)
    {
        return Seen().Map(details => details with
        {
            CanCheck = State != LimitState.Changed && by.Coordinates,
            CanTakeOut = by.Coordinates,
            CanChange = State != LimitState.Changed && MayChange(role, by),
        });
    }

    /// <summary>The limit, for everybody.</summary>
    public Result<LimitDetails> Seen()
    {
        if (Says is null) return LimitRefusals.NotFound;
        return new LimitDetails
        {
            Id = Id,
            State = State,
            Claim = Says,
            RoleName = RoleName!,
            ClaimedAt = ClaimedAt,
            Checks = Checks,
            Disputes = Disputes,
            WhatChanged = WhatChanged,
            Barriers = FewOrMore.Of(Cited.Length, Cited.Select(one => one.Group).Distinct().Count()),
        };
    }
}

/// <summary>A barrier that rests on a limit.</summary>
/// <param name="Barrier">The barrier.</param>
/// <param name="Group">The group that raised it.</param>
/// <param name="IsForAllAreas">Whether anyone can read it.</param>
internal sealed record Citation(BarrierId Barrier, GroupId Group, bool IsForAllAreas = false);
