using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Power;

namespace PeerNet.Grains.Groups;

/// <summary>Who holds which role in the group: for its own people, and nobody else.</summary>
internal sealed partial record Group
{
    /// <summary>Who holds which role, and who held it before; null if nobody has ever said.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public GroupPower? Power { get; init; }

    /// <summary>What the caller sees of it, if they belong.</summary>
    public Result<GroupPowerDetails> PowerSeenBy(Caller by, DateTimeOffset now)
    {
        if (WhyPowerIsHiddenFrom(by, out var member) is { } refusal) return refusal;
        return (Power ?? GroupPower.None).SeenBy(member, Id, London.DayOf(now));
    }

    /// <summary>Somebody of the group says that they hold a role, or changes what they have said.</summary>
    public Result<Group> HoldRole(RoleHoldId id, HoldRole says, Caller by, DateTimeOffset now) =>
        Change(by, (power, member) => power.Hold(id, says, member, London.DayOf(now)));

    /// <summary>The holder offers it to somebody else.</summary>
    public Result<Group> OfferRole(RoleHoldId id, Caller by, DateTimeOffset now) =>
        Change(by, (power, member) => power.Offer(id, member, London.DayOf(now)));

    /// <summary>Somebody else takes a role that is offered.</summary>
    public Result<Group> TakeRole(RoleHoldId id, TakeRole take, Caller by, DateTimeOffset now) =>
        Change(by, (power, member) => power.Take(id, take.HoldId, member, London.DayOf(now)));

    /// <summary>The holder, or a lead, says that they no longer hold it.</summary>
    public Result<Group> EndRole(RoleHoldId id, Caller by, DateTimeOffset now) =>
        Change(by, (power, member) => power.End(id, member, PartOf(member) >= Part.CoLead, London.DayOf(now)));

    private Group WithRolesOfPeople(DateOnly today)
    {
        var held = Power?.HeldAmong(Belonging.Select(one => one.MemberId).ToHashSet(), today);
        return ReferenceEquals(held, Power) ? this : this with { Power = held };
    }

    private Result<Group> Change(Caller by, Func<GroupPower, MemberId, Result<GroupPower>> change)
    {
        if (WhyPowerIsHiddenFrom(by, out var member) is { } refusal) return refusal;
        var known = Power ?? GroupPower.None;
        return change(known, member).Map(next => ReferenceEquals(next, known) ? this : this with { Power = next });
    }

    // Coordinators too see only what belongs to groups that they belong to.
    private Refusal? WhyPowerIsHiddenFrom(Caller by, out MemberId member)
    {
        member = by.Member ?? default;
        if (Description is null) return GroupRefusals.NotFound;
        return by.Member is not null && PartOf(member) >= Part.Member ? null : AccessRefusals.NotYours;
    }
}
