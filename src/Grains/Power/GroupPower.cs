using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Power;

/// <summary>
/// Who holds which role in a group, and who held it before. It belongs to the group's record, because only its people
/// hold one: whoever leaves or is erased becomes "someone" in the same commit.
/// </summary>
internal sealed partial record GroupPower
{
    /// <summary>Of a group whose people have said nothing of it.</summary>
    public static GroupPower None { get; } = new();

    /// <summary>Each time for which one person holds a role, in the order in which they were written down.</summary>
    [MaxItems(PowerFields.MaxHolds)]
    public ImmutableArray<RoleHold> Holds { get; init; } = [];

    /// <summary>Whether somebody holds a role now.</summary>
    public bool IsKnown { get; init; }

    /// <summary>Whether a role that is held now is shared, or was handed on.</summary>
    public bool IsShared { get; init; }

    /// <summary>Whether a role that is held now is offered to others.</summary>
    public bool IsOffered { get; init; }

    /// <summary>The days on which a role was handed on, oldest first. They name nobody.</summary>
    public IEnumerable<DateOnly> HandedOnDays() => Holds.Where(one => one.IsTaken).Select(one => one.Since).Order();

    /// <summary>Somebody says that they hold a role, or changes what they have said of it.</summary>
    public Result<GroupPower> Hold(RoleHoldId id, HoldRole says, MemberId holder, DateOnly today)
    {
        if (PowerRules.Check(says, today) is { } wrong) return wrong;
        var known = Find(id);
        if (known is null)
            return Overlaps(holder, says.Role, says.Since) is { } twice ? twice : With(RoleHold.Of(id, says, holder));
        if (known.Member != holder) return PowerRefusals.Differs;
        if (known.Role != says.Role) return PowerRules.RoleStays;
        if (known.Says(says)) return this;
        if (known.Until is not null) return PowerRefusals.State;
        var others = this with { Holds = Holds.Remove(known) };
        if (others.Overlaps(holder, says.Role, says.Since) is { } overlap) return overlap;
        // The day on which it was handed on is on the timeline, and stays.
        if (known.IsTaken && known.Since != says.Since) return PowerRules.SinceStays;
        return With(known, known with { Since = says.Since, SharedWith = says.SharedWith });
    }

    /// <summary>The holder offers it to somebody else.</summary>
    public Result<GroupPower> Offer(RoleHoldId id, MemberId holder, DateOnly today)
    {
        if (Find(id) is not { } known) return PowerRefusals.NotFound;
        if (known.Member != holder) return PowerRefusals.HolderOnly;
        if (known.OfferedOn is not null) return this;
        return known.Until is null ? With(known, known with { OfferedOn = today }) : PowerRefusals.State;
    }

    /// <summary>Somebody else takes a role that is offered, from today.</summary>
    public Result<GroupPower> Take(RoleHoldId id, RoleHoldId nextId, MemberId taker, DateOnly today)
    {
        if (Find(id) is not { } known) return PowerRefusals.NotFound;
        if (Find(nextId) is { } next)
            return next.From == id && next.Member == taker ? this : PowerRefusals.Differs;
        if (known.Until is not null || known.OfferedOn is null) return PowerRefusals.State;
        if (Overlaps(taker, known.Role, today) is { } overlap) return overlap;
        var taken = new RoleHold(nextId, known.Role, taker, today) { From = id, SharedWith = known.SharedWith };
        return With(known, known with { Until = today }).With(taken);
    }

    /// <summary>The holder, or a lead, says that they no longer hold it.</summary>
    public Result<GroupPower> End(RoleHoldId id, MemberId by, bool isLead, DateOnly today)
    {
        if (Find(id) is not { } known) return PowerRefusals.NotFound;
        if (known.Member != by && !isLead) return PowerRefusals.HolderOnly;
        return known.Until is null ? With(known, known with { Until = today }) : this;
    }

    /// <summary>The same, once only those people belong to the group. The days stay.</summary>
    public GroupPower HeldAmong(IReadOnlySet<MemberId> people, DateOnly today)
    {
        var gone = Holds.Where(one => one.Member is { } holder && !people.Contains(holder)).ToHashSet();
        if (gone.Count == 0) return this;
        return Counted([.. Holds.Select(one => gone.Contains(one) ? one.BySomeone(today) : one)]);
    }

    private RoleHold? Find(RoleHoldId id) => Holds.FirstOrDefault(one => one.Id == id);

    // Somebody who holds a role from a day on holds it only once.
    private Refusal? Overlaps(MemberId holder, GroupRole role, DateOnly since)
    {
        var isHeld = Holds.Any(one => one.Member == holder && one.Role == role && !(one.Until <= since));
        return isHeld ? PowerRefusals.Overlaps : null;
    }

    private GroupPower With(RoleHold added) => Counted(WithRoomFor(added).Add(added));

    // Whoever says and ends something repeatedly makes room with what they have ended, before anybody else does.
    private ImmutableArray<RoleHold> WithRoomFor(RoleHold added)
    {
        if (Holds.Length < PowerFields.MaxHolds) return Holds;
        var over = Holds.Where(one => one.Until is not null)
            .OrderBy(one => one.IsTaken).ThenBy(one => one.Member != added.Member).ThenBy(one => one.Until)
            .FirstOrDefault();
        return over is null ? Holds : Holds.Remove(over);
    }

    private GroupPower With(RoleHold known, RoleHold next) => Counted(Holds.Replace(known, next));

    private GroupPower Counted(ImmutableArray<RoleHold> holds)
    {
        var now = holds.Where(one => one.Until is null).ToList();
        return this with
        {
            Holds = holds,
            IsKnown = now.Count > 0,
            IsShared = now.Any(one => one.SharedWith > 0 || one.IsTaken),
            IsOffered = now.Any(one => one.OfferedOn is not null),
        };
    }
}
