using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Practices;

/// <summary>
/// What groups have done, which of them agree that it is shown, and who says thank you. It leads to groups, never to a
/// person. Pure: each transition returns the next practice, the same practice, or a refusal.
/// </summary>
internal sealed partial record Practice : ISends<Practice>, IShares<PracticeCard>
{
    /// <summary>The ID.</summary>
    public PracticeId Id { get; init; }

    /// <summary>
    /// The groups that are part of it, which stay when its words are gone; empty if nobody has told it.
    /// </summary>
    [MaxItems(PracticeFields.MaxGroups)]
    public ImmutableArray<GroupId> Groups { get; init; } = [];

    /// <summary>What was told; null once it is withdrawn.</summary>
    public TellPractice? Told { get; init; }

    /// <summary>When.</summary>
    public DateTimeOffset? ToldAt { get; init; }

    /// <summary>When the last of its groups agreed; it stays when its words are gone.</summary>
    public DateTimeOffset? ShownAt { get; init; }

    /// <summary>Its state.</summary>
    public PracticeState State { get; init; }

    /// <summary>The groups of it that have agreed.</summary>
    [MaxItems(PracticeFields.MaxGroups)]
    public ImmutableArray<GroupId> Agreed { get; init; } = [];

    /// <summary>The other groups that say thank you.</summary>
    [MaxItems(PracticeFields.MaxThanks)]
    public ImmutableArray<GroupId> Thanks { get; init; } = [];

    /// <summary>
    /// Somebody of one of its groups tells it, and the leads of all of them hear that it waits for them.
    /// </summary>
    /// <param name="id">The ID.</param>
    /// <param name="practice">What is told.</param>
    /// <param name="found">Those of the groups that it names that whoever tells it can find.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="now">The time.</param>
    public Next<Practice> Tell(
        PracticeId id, TellPractice practice, ImmutableArray<GroupId> found, MemberStanding own, DateTimeOffset now)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        if (PracticeRules.Check(practice) is { } wrong) return wrong;
        if (!practice.Groups.Any(own.Groups.Contains)) return PracticeRefusals.GroupOnly;
        if (Told is not null && PeerNetJson.Same(Told, practice)) return this;
        if (!Groups.IsEmpty) return PracticeRefusals.WordsStay;
        if (!practice.Groups.All(found.Contains))
            return PracticeRefusals.Invalid("groups", "Use groups of this area that you can find.");
        var told = new Practice { Id = id, Groups = practice.Groups, Told = practice, ToldAt = now };
        return told.Send([.. told.Groups.Select(group => told.Waits(group))]);
    }

    /// <summary>
    /// A lead agrees for their group, which need not be asked any more; with the last of its groups it is shown.
    /// </summary>
    public Next<Practice> Agree(
        GroupId group, MemberStanding own, Caller by, DateTimeOffset now, Refusal? notShared = null)
    {
        if (!IsSeenBy(by, own)) return PracticeRefusals.NotFound;
        if (!Groups.Contains(group) || !own.Leads.Contains(group)) return PracticeRefusals.LeadsOnly;
        if (Agreed.Contains(group)) return this;
        if (State != PracticeState.Told) return PracticeRefusals.State;
        if (notShared is not null) return notShared;
        var agreed = this with { Agreed = Agreed.Add(group) };
        var isLast = agreed.Agreed.Length == Groups.Length;
        return (isLast ? agreed with { State = PracticeState.Shown, ShownAt = now } : agreed)
            .Send(new PracticeTold(Id, group))
            .Send(Waits(group, isOver: true));
    }

    /// <summary>Somebody says thank you for a group of theirs that is not part of it; once is enough.</summary>
    public Result<Practice> Thank(GroupId group, MemberStanding own, Caller by)
    {
        if (!IsSeenBy(by, own)) return PracticeRefusals.NotFound;
        if (!own.Groups.Contains(group)) return PracticeRefusals.GroupOnly;
        if (Groups.Contains(group)) return PracticeRefusals.Own;
        if (State != PracticeState.Shown) return PracticeRefusals.State;
        return Thanks.Contains(group) ? this : this with { Thanks = Thanks.Add(group) };
    }

    /// <summary>
    /// A lead of any of its groups withdraws it, or a coordinator once everybody can read it. Every word goes with it,
    /// for good and for everybody.
    /// </summary>
    public Next<Practice> Withdraw(MemberStanding own, Caller by)
    {
        if (!IsSeenBy(by, own)) return PracticeRefusals.NotFound;
        if (!MayWithdraw(own, by)) return PracticeRefusals.LeadsOnly;
        if (State == PracticeState.Withdrawn) return this;
        return new Practice { Id = Id, Groups = Groups, State = PracticeState.Withdrawn, ShownAt = ShownAt }
            .Send([.. Groups.Except(Agreed).Select(group => Waits(group, isOver: true))])
            .Wiped();
    }
}
