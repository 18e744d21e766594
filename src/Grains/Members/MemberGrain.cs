using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>Holds one person.</summary>
[GrainType("member")]
internal sealed class MemberGrain([PersistentState("member", StorageNames.Area)] IPersistentState<Member> stored, TimeProvider clock) : Grain, IMemberGrain, IOutboxGrain
{
    private Durable<Member> Member => field ??= new(this, stored);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MemberId Id => new(Key.Id);

    public async Task<Result<Written<MemberDetails>>> Put(MemberProfile profile, IfMatch ifMatch, Caller by)
    {
        var caller = await StandingOf(by);
        return (await Member.Commit(member => member.Describe(Id, profile, ifMatch, by, caller, clock.GetUtcNow())))
            .Then(change => change.After.AnsweredTo(by).Then<Written<MemberDetails>>(details => new Written<MemberDetails>(details, change.Before.Profile is null)));
    }

    public async Task<Result<MemberDetails>> Get(Caller by)
    {
        var caller = await StandingOf(by);
        return (await Member.Read()).SeenBy(by, caller);
    }

    public async Task<Result<Done>> Erase(Caller by) =>
        (await Member.Commit(member => member.Erase(by, clock.GetUtcNow()))).Then<Done>(_ => new Done());

    public async Task<bool> Note(MembershipChanged change) =>
        !(await Member.Commit(member => member.Note(change))).Refused(out _, out var noted) && noted.After.ErasedAt is null;

    public async Task<bool> NoteSeat(SeatChanged change) =>
        !(await Member.Commit(member => member.NoteSeat(change, clock.GetUtcNow()))).Refused(out _, out var noted) && noted.After.ErasedAt is null;

    public async Task<MemberStanding> GetStanding() => (await Member.Read()).Standing;

    public Task Deliver() => Member.Deliver<Member, LetGo>(async fact =>
    {
        await (fact.Seat is { } seat ? GrainFactory.Seat(Key.Area, seat).End(Caller.Area) : GrainFactory.Group(Key.Area, fact.Group!.Value).Leave(Id, Caller.Area));
        return member => member.Delivered(fact);
    });

    private async Task<MemberStanding> StandingOf(Caller by) =>
        by.Member is not { } caller || by.Coordinates ? MemberStanding.Nobody
        : caller == Id ? (await Member.Read()).Standing
        : await GrainFactory.Member(Key.Area, caller).GetStanding();
}
