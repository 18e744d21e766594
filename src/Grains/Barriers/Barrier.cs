using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Barriers;

/// <summary>
/// Something that stands in people's way: who raised it, what the role answered, and whether that helped. It leads to
/// groups and roles, never to a person. Pure: each transition returns the next barrier, the same barrier, or a refusal.
/// </summary>
internal sealed partial record Barrier : IShares<BarrierCard>, ISends<Barrier>, IReceives<Barrier>
{
    /// <summary>The ID.</summary>
    public BarrierId Id { get; init; }

    /// <summary>The group that raised it; null if nobody has yet.</summary>
    public GroupId? Group { get; init; }

    /// <summary>What was raised; null if nothing was, or once it is withdrawn.</summary>
    public RaiseBarrier? Raised { get; init; }

    /// <summary>What the role was called then.</summary>
    public string? RoleName { get; init; }

    /// <summary>When it was raised.</summary>
    public DateTimeOffset? RaisedAt { get; init; }

    /// <summary>Its state.</summary>
    public BarrierState State { get; init; }

    /// <summary>The day that the role last named.</summary>
    public DateOnly? DueOn { get; init; }

    /// <summary>The first day that passed without an answer before the role named another; null if none did.</summary>
    public DateOnly? Missed { get; init; }

    /// <summary>
    /// The day by which the first answer was due: the one that was missed, if one was. Null until it has come, and if
    /// nobody named a day.
    /// </summary>
    public DateOnly? WasDueOn { get; init; }

    /// <summary>The day of the first answer; null until there is one that is more than "don't know yet".</summary>
    public DateOnly? AnsweredOn { get; init; }

    /// <summary>The answers, oldest first.</summary>
    [MaxItems(BarrierFields.MaxAnswers)]
    public ImmutableArray<Answer> Answers { get; init; } = [];

    /// <summary>The other groups that it stands in the way of.</summary>
    [MaxItems(BarrierFields.MaxGroups)]
    public ImmutableArray<GroupId> UsToo { get; init; } = [];

    /// <summary>Whether a lead of its group still has to agree that anyone reads it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public BarrierSharing Sharing { get; init; }

    /// <summary>What the limits say that answers name; only if anyone can read it.</summary>
    [MaxItems(BarrierFields.MaxAnswers)]
    public ImmutableArray<QuotedLimit> Limits { get; init; } = [];

    /// <summary>Somebody raises it for a group of theirs.</summary>
    /// <param name="id">The ID.</param>
    /// <param name="raise">What gets in the way.</param>
    /// <param name="role">The role that is asked.</param>
    /// <param name="isAtGathering">Whether the gathering, if one is named, is one of the group's.</param>
    /// <param name="own">The caller's standing.</param>
    /// <param name="now">The time.</param>
    /// <param name="notShared">Why the group cannot let people outside the area read it; null if it can.</param>
    public Next<Barrier> Raise(
        BarrierId id, RaiseBarrier raise, RoleStanding role, bool isAtGathering, MemberStanding own, DateTimeOffset now,
        Refusal? notShared = null)
    {
        if (Unfit(own, raise.GroupId) is { } unfit) return unfit;
        if (AsAsked == raise) return this;
        if (Group is not null) return BarrierRefusals.Differs;
        if (BarrierRules.Check(raise) is { } wrong) return wrong;
        if (role.Name is not { } name) return BarrierRefusals.Invalid("roleId", "Use a role of this area.");
        if (!isAtGathering) return BarrierRefusals.Invalid("gatheringId", "Use a gathering of the group’s.");
        if (notShared is not null) return notShared;
        var raised = new Barrier { Id = id, Group = raise.GroupId, Raised = raise, RoleName = name, RaisedAt = now };
        return raised.IsForAllAreas && !own.Leads.Contains(raise.GroupId) ? raised.AskingLeads() : raised;
    }

    /// <summary>Somebody says for a group of theirs that it stands in its way, too; once is enough.</summary>
    public Result<Barrier> SayUsToo(GroupId group, MemberStanding own)
    {
        if (Raised is null) return BarrierRefusals.NotFound;
        if (Unfit(own, group) is { } unfit) return unfit;
        if (group == Group) return BarrierRefusals.Own;
        return UsToo.Contains(group) ? this : this with { UsToo = UsToo.Add(group) };
    }

    /// <summary>
    /// A lead of the group that raised it withdraws it, or a coordinator, because everybody can read it. Every word
    /// goes with it, and no limit counts it any more.
    /// </summary>
    public Next<Barrier> Withdraw(MemberStanding own, Caller by)
    {
        if (Group is not { } group) return BarrierRefusals.NotFound;
        if (!MayWithdraw(own, by)) return BarrierRefusals.LeadsOnly;
        if (State == BarrierState.Withdrawn) return this;
        return new Barrier { Id = Id, Group = group, State = BarrierState.Withdrawn }
            .Send(
            [
                .. NamedLimits.Select(limit => new LimitCited(limit, Id, group, IsWithdrawn: true)),
                .. NoLongerAsking,
            ])
            .Wiped();
    }

    private IEnumerable<LimitId> NamedLimits =>
        Answers.Select(answer => answer.Says.LimitId).OfType<LimitId>().Distinct();

    private bool MayWithdraw(MemberStanding own, Caller by) =>
        by.Coordinates || (Group is { } group && own.Leads.Contains(group));

    private static Refusal? Unfit(MemberStanding own, GroupId group)
    {
        if (own.WhyUnknown() is { } unknown) return unknown;
        return own.Groups.Contains(group) ? null : BarrierRefusals.GroupOnly;
    }
}
