using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Grains.Groups;

/// <summary>Links that each let one person in.</summary>
internal sealed partial class GroupGrain
{
    public async Task<Result<bool>> Make(InvitationLinkId id, string digest, Caller by) =>
        (await Group.Commit(group => group.MakeLink(id, digest, by, Now))).Map(made => made.Record.HasLink(id, Now));

    public Task<Result<Done>> End(InvitationLinkId id, Caller by) => Done(group => group.EndLink(id, by, Now));

    public async Task<Result<ImmutableArray<InvitationLink>>> List(Caller by) =>
        (await Group.Read()).Record.LinksSeenBy(by, Now);

    public async Task<bool> Opens(string digest) => (await Group.Read()).Record.OpensTo(digest, Now);

    public async Task<Result<Membership>> JoinBy(string digest, Caller by)
    {
        if (by.Member is not { } member) return GroupRefusals.LinkNotFound;
        var standing = await GrainFactory.Member(Key.Area, member).GetStanding();
        var change = await Group.Commit(group => group.JoinBy(digest, standing, by, Now));
        return change.Map(joined => joined.Record.MembershipOf(member)!);
    }
}
