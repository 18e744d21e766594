using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>Holds one person.</summary>
[GrainType("member")]
internal sealed class MemberGrain(
    [PersistentState("member", StorageNames.Area)] IPersistentState<Row<Member>> stored, TimeProvider clock)
    : Grain, IMemberGrain, ISeatClaimsGrain, IHoldingsGrain, IMessageSender, IMessageReceiver
{
    private Durable<Member> Member => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private MemberId Id => new(Key.Id);

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<MemberDetails>>> Put(MemberProfile profile, IfMatch ifMatch, Caller by)
    {
        var caller = await StandingOf(by);
        // A coordinator's answer shows the contact, which is a look like any other.
        var change = await Member.Commit((member, row) => member
            .Describe(Id, profile, ifMatch, row.Edition, by, caller, Now)
            .Then(put => Noted(put, put.AnsweredTo(by, profile, row.Edition, Now), by)), ifMatch.Creation);
        return change.Then(put => put.Record.AnsweredTo(by, profile, put.After.Edition, Now).AsWritten(put.HasCreated));
    }

    public async Task<Result<MemberDetails>> Get(Caller by)
    {
        var caller = await StandingOf(by);
        // Noted before it is answered: nobody looks without a trace. The same caller's next look that day writes
        // nothing.
        return (await Member.Commit((member, row) => Noted(member, member.SeenBy(by, caller, row.Edition, Now), by)))
            .Then(seen => seen.Record.SeenBy(by, caller, seen.After.Edition, Now));
    }

    public async Task<Result<ImmutableArray<MemberView>>> ListViews(Caller by) =>
        (await Member.Read()).Record.ViewsSeenBy(by, Now);

    public async Task<Result<bool>> Recognise(Caller by) =>
        (await Member.Commit(member => member.Recognise(by, Now))).Map(known => known.Record.Profile is not null);

    public async Task<Result<bool>> Prove(EmailAddress address, Caller by) =>
        (await Member.Commit(member => member.Prove(address, by))).Map(change => change.HasChanged);

    public async Task<Result<Done>> Erase(Caller by, IfMatch ifMatch) =>
        (await Member.Commit(member => member.Erase(by, Now), ifMatch)).AsDone();

    public async Task<MemberStanding> GetStanding() => (await Member.Read()).Record.Standing;

    public async Task<Result<Done>> Claim(SeatPart seat, Caller by) =>
        (await Member.Commit(member => member.Claim(seat, by))).AsDone();

    public async Task<Result<Done>> Withdraw(SeatId seat, Caller by) =>
        (await Member.Commit(member => member.Withdraw(seat, by))).AsDone();

    public async Task<Result<ImmutableArray<Guid>>> Hold(Holding holding, Caller by) =>
        (await Member.Commit(member => member.Hold(holding, by))).Map(held => held.Record.HeldBefore(holding));

    public async Task<Result<Done>> Release(Holding holding, Caller by) =>
        (await Member.Commit(member => by.Is(Id) ? member.Release(holding) : member)).AsDone();

    public async Task<ImmutableArray<Guid>> List(string kind, Caller by)
    {
        if (!by.Is(Id)) return [];
        return [.. (await Member.Read()).Record.Holdings.Where(one => one.Kind == kind).Select(one => one.Id)];
    }

    public async Task<SharedContact?> Show(ContactPart part, MemberId? lead)
    {
        var change = await Member.Commit(member => member.ShownTo(lead, part, Now));
        return change.Refused(out _, out var shown) ? null : shown.Record.Shows(part);
    }

    public Task<Result<Done>> Receive(Message message) => Member.Receive(message);

    public Task Deliver() => Member.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Member.Settle(delivery);

    private Result<Member> Noted(Member member, Result<MemberDetails> shown, Caller by) =>
        shown.Map(details => member.ViewedBy(by, details, Now));

    private async Task<MemberStanding> StandingOf(Caller by)
    {
        if (by.Member is not { } caller || by.Coordinates) return MemberStanding.None;
        return caller == Id ? await GetStanding() : await GrainFactory.Member(Key.Area, caller).GetStanding();
    }
}
