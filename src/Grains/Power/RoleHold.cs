using PeerNet.Contracts.Members;
using PeerNet.Contracts.Power;

namespace PeerNet.Grains.Power;

/// <summary>The time for which one person holds a role.</summary>
/// <param name="Id">The ID.</param>
/// <param name="Role">The role.</param>
/// <param name="Member">Who holds it; null for someone who has left or is erased.</param>
/// <param name="Since">The first day.</param>
internal sealed record RoleHold(RoleHoldId Id, GroupRole Role, MemberId? Member, DateOnly Since)
{
    /// <summary>The day on which it was over; null while it is held.</summary>
    public DateOnly? Until { get; init; }

    /// <summary>How many others share it.</summary>
    public int SharedWith { get; init; }

    /// <summary>The day on which the holder offered it to somebody else.</summary>
    public DateOnly? OfferedOn { get; init; }

    /// <summary>From which hold it was taken, if it was handed on.</summary>
    public RoleHoldId? From { get; init; }

    /// <summary>Whether it was handed on to this holder.</summary>
    public bool IsTaken => From is not null;

    /// <summary>A role of which its holder says so.</summary>
    public static RoleHold Of(RoleHoldId id, HoldRole says, MemberId holder) =>
        new(id, says.Role, holder, says.Since) { SharedWith = says.SharedWith };

    /// <summary>Whether that is what the holder has said of it.</summary>
    public bool Says(HoldRole says) => Since == says.Since && SharedWith == says.SharedWith;

    /// <summary>The same, held by someone until that day at most.</summary>
    public RoleHold BySomeone(DateOnly today) => this with { Member = null, Until = Until ?? today };

    /// <summary>Whether the holder is asked if they would like to offer it.</summary>
    public bool IsAskedOn(DateOnly today)
    {
        if (Until is not null || SharedWith > 0 || OfferedOn is not null) return false;
        return Since.AddMonths(PowerFields.MonthsToAsk) <= today;
    }
}
