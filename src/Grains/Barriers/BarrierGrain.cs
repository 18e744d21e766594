using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>Holds one barrier, with its answers and what groups say about them.</summary>
[GrainType("barrier")]
internal sealed class BarrierGrain(
    [PersistentState("barrier", StorageNames.Area)] IPersistentState<Row<Barrier>> stored, TimeProvider clock)
    : Grain, IBarrierGrain, IMessageSender, IMessageReceiver
{
    private Durable<Barrier> Barrier => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<BarrierDetails>>> Raise(RaiseBarrier barrier, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var role = await RoleOf(barrier.RoleId);
        var isAtGathering = await IsAt(barrier);
        var notShared = await GrainFactory.WhyNotShared(Key.Area, barrier.Readers, barrier.GroupId);
        var change = await Barrier.Commit(
            known => known.Raise(new(Key.Id), barrier, role, isAtGathering, own, Now, notShared));
        return change.Then(done => done.Record.SeenBy(by, own, role, Now).AsWritten(done.HasChanged));
    }

    public async Task<Result<BarrierDetails>> Get(Caller by)
    {
        var row = await Barrier.Read();
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return row.Record.SeenBy(by, own, await RoleOf(row.Record.Raised?.RoleId), Now);
    }

    public Task<Result<BarrierDetails>> Hear(HearBarrier hear, Caller by) =>
        Commit(by, (barrier, own, role) => barrier.Hear(hear, role, own, by, Now));

    public async Task<Result<BarrierDetails>> Answer(AnswerId answer, AnswerBarrier says, Caller by)
    {
        var limit = await LimitOf(says.LimitId);
        return await Commit(by, (barrier, own, role) => barrier.Give(answer, says, limit, role, own, by, Now));
    }

    public Task<Result<BarrierDetails>> Add(AdditionId addition, AddToAnswer adds, Caller by) =>
        Commit(by, (barrier, own, role) => barrier.Add(addition, adds, role, own, by, Now));

    public Task<Result<BarrierDetails>> SayUsToo(GroupId group, Caller by) =>
        Commit(by, (barrier, own, _) => barrier.SayUsToo(group, own));

    public Task<Result<BarrierDetails>> SayHelped(GroupId group, SayHelped says, Caller by) =>
        Commit(by, (barrier, own, _) => barrier.SayHelped(group, says, own));

    public async Task<Result<BarrierDetails>> ChooseReaders(ChooseReaders chosen, Caller by)
    {
        GroupId[] raiser = Barrier.Latest.Group is { } group ? [group] : [];
        var notShared = await GrainFactory.WhyNotShared(Key.Area, chosen.Readers, raiser);
        return await Commit(by, (barrier, own, _) => barrier.ChooseReaders(chosen, own, notShared));
    }

    public Task<Result<BarrierDetails>> Withdraw(Caller by) =>
        Commit(by, (barrier, own, _) => barrier.Withdraw(own, by));

    public Task<Result<Done>> Receive(Message message) => Barrier.Receive(message);

    public Task Deliver() => Barrier.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Barrier.Settle(delivery);

    private async Task<Result<BarrierDetails>> Commit(
        Caller by, Func<Barrier, MemberStanding, RoleStanding, Next<Barrier>> transition)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var role = await RoleOf(Barrier.Latest.Raised?.RoleId);
        var change = await Barrier.Commit(barrier => transition(barrier, own, role));
        return change.Then(done => done.Record.SeenBy(by, own, role, Now));
    }

    private async Task<RoleStanding> RoleOf(RoleId? role) =>
        role is { } id ? await GrainFactory.Role(Key.Area, id).GetStanding() : RoleStanding.None;

    private async Task<LimitDetails?> LimitOf(LimitId? limit)
    {
        if (limit is not { } id) return null;
        return (await GrainFactory.Limit(Key.Area, id).Get(Caller.Area)).OrNull();
    }

    private async Task<bool> IsAt(RaiseBarrier barrier)
    {
        return barrier.GatheringId is not { } id
            || (await GrainFactory.Gathering(Key.Area, id).GetGroups()).Contains(barrier.GroupId);
    }
}
