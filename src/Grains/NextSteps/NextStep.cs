using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.NextSteps;

/// <summary>
/// Something that groups have set themselves to do, and what was said about it. It names groups, and never a person.
/// Pure: each transition returns the next step, the same, or a refusal.
/// </summary>
internal sealed partial record NextStep : IHasEditions, IShares<NextStepCard>
{
    /// <summary>The ID.</summary>
    public NextStepId Id { get; init; }

    /// <summary>What it says; null if nobody has written it down yet.</summary>
    public WriteNextStep? Says { get; init; }

    /// <summary>The group that has taken it on.</summary>
    public GroupId? Owner { get; init; }

    /// <summary>What the role is called that is asked to do it; null if none is.</summary>
    public string? RoleName { get; init; }

    /// <summary>Whether that role has taken it on.</summary>
    public bool IsOfRole { get; init; }

    /// <summary>Whether it has said no.</summary>
    public bool HasDeclined { get; init; }

    /// <summary>Its state.</summary>
    public NextStepState State { get; init; }

    /// <summary>What was said about it, the oldest first.</summary>
    [MaxItems(NextStepFields.MaxEntries)]
    public ImmutableArray<NextStepEntry> Entries { get; init; } = [];

    /// <summary>The other groups that like it.</summary>
    [MaxItems(NextStepFields.MaxLikes)]
    public ImmutableArray<GroupId> LikedBy { get; init; } = [];

    /// <summary>When the first of them said so, or when it was written down as something that people liked.</summary>
    public DateTimeOffset? LikedAt { get; init; }

    /// <summary>Whether nothing more can become of it.</summary>
    public bool IsOver => State is NextStepState.Kept or NextStepState.Dropped;

    private bool HasOwner => Owner is not null || IsOfRole;

    private bool IsUnderWay => State is NextStepState.Open or NextStepState.Done;

    /// <inheritdoc/>
    public object Seen() => (Says, Owner, IsOfRole, State, Entries, LikedBy);

    /// <summary>
    /// Somebody writes it down for their group, or changes what it says before a group takes it on. Afterwards it can
    /// only be kept for people in this area to read.
    /// </summary>
    /// <param name="id">The ID.</param>
    /// <param name="says">What it says.</param>
    /// <param name="can">What it may name.</param>
    /// <param name="ifMatch">Which version it changes.</param>
    /// <param name="edition">The present version.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="now">The time.</param>
    /// <param name="role">The role that it names, if any.</param>
    /// <param name="notShared">Why the group cannot let people outside the area read it; null if it can.</param>
    public Result<NextStep> Write(
        NextStepId id, WriteNextStep says, Nameable can, IfMatch ifMatch, int edition, MemberStanding own,
        DateTimeOffset now, RoleStanding? role = null, Refusal? notShared = null)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (IsNarrowedBy(says)) return Narrow(says, ifMatch, edition, own);
        if (!own.Groups.Contains(Says?.GroupId ?? says.GroupId)) return NextStepRefusals.GroupsOnly;
        if (NextStepRules.Check(says, Says, can, London.DayOf(now)) is { } wrong) return wrong;
        if (NextStepRules.Check(says, role) is { } unknownRole) return unknownRole;
        if (Says is not null && PeerNetJson.Same(Says, says)) return this;
        if (State != NextStepState.Wish) return NextStepRefusals.State;
        if (notShared is not null) return notShared;
        if (Says is not null && Says.GroupId != says.GroupId)
            return NextStepRefusals.Invalid("groupId", "It stays the same. Write down another step.");
        if (ifMatch.Check(edition) is { } stale) return stale;
        return this with
        {
            Id = id,
            Says = says,
            RoleName = says.OwnerRoleId is null ? null : role?.Name,
            HasDeclined = HasDeclined && Says?.OwnerRoleId == says.OwnerRoleId,
            LikedAt = says.From is null && LikedBy.IsEmpty ? null : LikedAt ?? now,
        };
    }

    /// <summary>What a caller sees of it.</summary>
    public Result<NextStepDetails> SeenBy(
        Caller by, MemberStanding own, int edition, DateTimeOffset now, RoleStanding? role = null)
    {
        var speaker = new RoleSpeaker(role ?? RoleStanding.None, own, by);
        if (ListedOn(London.DayOf(now), speaker) is not { } details) return NextStepRefusals.NotFound;
        return details with { Entries = Entries, Yours = ActsOf(by, own, speaker), Version = edition };
    }

    /// <summary>What everybody sees of it in a list; null if nobody has written it down.</summary>
    public NextStepDetails? ListedOn(DateOnly today, RoleSpeaker? speaker = null)
    {
        if (Says is null) return null;
        return new NextStepDetails
        {
            Id = Id,
            Says = Says,
            State = State,
            Momentum = MomentumOn(today),
            OwnerId = Owner,
            LastSaidAt = Entries.LastOrDefault()?.At,
            Likes = FewOrMore.Of(LikedBy.Length, LikedBy.Length),
            LikedOn = LikedAt is { } at ? London.DayOf(at) : null,
            RoleName = RoleName,
            IsOfRole = IsOfRole,
            HasDeclined = HasDeclined,
            IsForMe = IsFor(speaker),
        };
    }

    // The owner, and those whom it is for.
    private bool IsParty(GroupId group) => group == Owner || Says?.For.Contains(group) == true;

    private bool IsForAnotherThan(GroupId owner) => Says!.For.Any(group => group != owner);

    private NextStep With(NextStepEntry entry) => this with { Entries = Entries.Add(entry) };
}

/// <summary>What a step may name.</summary>
/// <param name="Found">Those of the groups that it names that whoever writes it down can find.</param>
/// <param name="Gathered">The groups of the gathering that it comes from; empty if there is no such.</param>
/// <param name="Voiced">What people liked that it comes from; null if they did not.</param>
internal sealed record Nameable(
    ImmutableArray<GroupId> Found, ImmutableArray<GroupId> Gathered, VoicedOption? Voiced = null);
