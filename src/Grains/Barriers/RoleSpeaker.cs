using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>Somebody who may speak for a role.</summary>
/// <param name="Role">The role that was asked.</param>
/// <param name="Own">The standing of the caller.</param>
/// <param name="By">The caller.</param>
internal sealed record RoleSpeaker(RoleStanding Role, MemberStanding Own, Caller By)
{
    /// <summary>Whether they answer for the role, with whichever record.</summary>
    public bool IsHolder => Role.IsHeldBy(By);

    /// <summary>Why they cannot speak for it; null if they can.</summary>
    // Whoever belongs to a group sees its people, and a coordinator those of all groups: nobody answers for a role with
    // such a record.
    public Refusal? WhyNot()
    {
        if (!IsHolder) return RoleRefusals.HolderOnly;
        if (By.Role == CallerRole.Coordinator) return RoleRefusals.TwoHats;
        return Own.Groups.IsEmpty && Own.Seats.IsEmpty ? null : RoleRefusals.TwoHats;
    }
}
