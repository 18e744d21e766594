using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Inviting people, who belong only once they have accepted.</summary>
internal sealed partial record Group
{
    private const int MaxInvitations = 100;
    private const int InvitationDays = 30;

    // An invitation looks the same whether or not there is such a person: otherwise a lead could find out who is here.
    private Next<Group> Invite(MemberId member, MemberStanding standing, Caller by, DateTimeOffset now)
    {
        if (NoRoom is { } full) return full;
        // Both have said yes. If the person has been erased since, their request is about to be forgotten.
        if (HasAsked(member, now) && !standing.Erased) return With(member, Part.Member, now);
        // Somebody without a sign-in cannot accept: whoever wrote them down has heard them say yes.
        if (standing.KeptBy is { } keeper && by.Is(keeper)) return With(member, Part.Member, now, heardBy: keeper);
        if (IsInvited(member, now)) return this;
        if (Invited(now).Skip(MaxInvitations - 1).Any()) return GroupRefusals.InvitationsFull(MaxInvitations);
        return With(member, Part.Invited, now);
    }

    private IEnumerable<Membership> Invited(DateTimeOffset now) =>
        Roster.Where(m => m.Part == Part.Invited && !IsExpired(m, now));

    // While a group has no lead, an invitation from before does not count: a coordinator decides who comes now.
    private bool IsInvited(MemberId member, DateTimeOffset now) =>
        Invited(now).Any(m => m.MemberId == member && !(m.Since < WithoutLeadSince));

    private bool HasAsked(MemberId member, DateTimeOffset now) => Waiting(now).Any(m => m.MemberId == member);

    private static DateTimeOffset? ExpiryOf(Part? part, DateTimeOffset since) => part switch
    {
        Part.Invited => since.AddDays(InvitationDays),
        Part.Asked => since.AddDays(DaysToAnswer),
        _ => null,
    };

    private static bool IsExpired(Membership membership, DateTimeOffset now) =>
        ExpiryOf(membership.Part, membership.Since) <= now;
}
