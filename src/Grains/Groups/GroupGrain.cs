using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Groups;

/// <summary>Holds one group.</summary>
[GrainType("group")]
internal sealed partial class GroupGrain([PersistentState("group", StorageNames.Area)] IPersistentState<Group> stored, TimeProvider clock)
    : Grain, IGroupGrain, IGroupNeighboursGrain, ILetterGrain, IOutboxGrain
{
    private readonly NextMeetingMemo next = new();

    private Durable<Group> Group => field ??= new(this, stored);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<GroupDetails>>> Put(GroupDescription description, IfMatch ifMatch, Caller by) =>
        (await Group.Commit(group => Retold(group.Describe(new(Key.Id), description, ifMatch, by, Now))))
            .Then(change => SeenBy(by, change.After).Then<Written<GroupDetails>>(details => new Written<GroupDetails>(details, change.Before.Description is null)));

    public async Task<Result<GroupDetails>> Get(Caller by) => SeenBy(by, await Group.Read());

    public async Task<Result<Written<Membership>>> Join(MemberId member, JoinGroup request, Caller by)
    {
        var standing = await GrainFactory.Member(Key.Area, member).GetStanding();
        return (await Group.Commit(group => group.Join(member, request, standing, by, Now))).Then<Written<Membership>>(change =>
            new Written<Membership>(change.After.Roster.First(m => m.MemberId == member), change.Before.Roster.All(m => m.MemberId != member)));
    }

    public async Task<Result<Done>> Leave(MemberId member, Caller by) =>
        (await Group.Commit(group => group.Leave(member, by, Now))).Then<Done>(_ => new Done());

    public Task<Result<GroupDetails>> Close(GroupClosure closure, Caller by) => Commit(by, group => Retold(group.Close(closure, by, Now)));

    public Task<Result<GroupDetails>> Reopen(Caller by) => Commit(by, group => Retold(group.Reopen(by)));

    public Task<Result<GroupDetails>> Confirm(Caller by) => Commit(by, group => group.Confirm(by, Now));

    public async Task<GroupStanding> GetStanding() => (await Group.Read()).Standing;

    public Task Announce(MeetingAnnouncement announcement) => Group.Commit(group => Retold(group.Announce(announcement, Now)));

    public Task Deliver() => Group.Deliver<Group, MembershipChanged>(async fact =>
    {
        var known = await GrainFactory.Member(Key.Area, fact.Member).Note(fact);
        return group => group.Delivered(fact, erased: !known);
    });

    private async Task<Result<GroupDetails>> Commit(Caller by, Func<Group, Result<Group>> transition) =>
        (await Group.Commit(transition)).Then(change => SeenBy(by, change.After));

    /// <summary>What changes when the group meets also changes what connected groups were told of its meetings.</summary>
    private Result<Group> Retold(Result<Group> next) => next.Then<Group>(group => group.Retold(Key.Area, Now));

    private Result<GroupDetails> SeenBy(Caller by, Group group) => group.SeenBy(by, Key.Area, next.Of(group, Now), Now);
}
