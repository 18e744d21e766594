using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>Holds one limit, and which barriers rest on it.</summary>
[GrainType("limit")]
internal sealed class LimitGrain(
    [PersistentState("limit", StorageNames.Area)] IPersistentState<Row<Limit>> stored, TimeProvider clock)
    : Grain, ILimitGrain, IMessageSender, IMessageReceiver
{
    private Durable<Limit> Limit => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private DateTimeOffset Now => clock.GetUtcNow();

    public async Task<Result<Written<LimitDetails>>> Claim(ClaimLimit claim, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var role = await RoleOf(claim.RoleId);
        var change = await Limit.Commit(limit => limit.Claim(new(Key.Id), claim, role, own, by, Now));
        return change.Then(done => done.Record.SeenBy(by, role).AsWritten(done.HasChanged));
    }

    public async Task<Result<LimitDetails>> Get(Caller by) => await Details((await Limit.Read()).Record, by);

    public async Task<Result<LimitDetails>> Check(CheckLimit check, Caller by) =>
        await Details(await Limit.Commit(limit => limit.Check(check, by, Now)), by);

    public async Task<Result<LimitDetails>> Dispute(GroupId group, DisputeLimit dispute, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return await Details(await Limit.Commit(limit => limit.Dispute(group, dispute, own, Now)), by);
    }

    public async Task<Result<LimitDetails>> Change(ChangeLimit change, Caller by)
    {
        var role = await RoleOf(Limit.Latest.Says?.RoleId);
        return await Details(await Limit.Commit(limit => limit.Change(change, role, by)), by);
    }

    public async Task<Result<LimitDetails>> TakeOut(TakeOutWords takeOut, Caller by) =>
        await Details(await Limit.Commit(limit => limit.TakeOut(takeOut, by)), by);

    public Task<Result<Done>> Receive(Message message) => Limit.Receive(message);

    public Task Deliver() => Limit.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Limit.Settle(delivery);

    private async Task<Result<LimitDetails>> Details(Result<Change<Limit>> change, Caller by) =>
        change.Refused(out var refusal, out var done) ? refusal : await Details(done.Record, by);

    private async Task<Result<LimitDetails>> Details(Limit limit, Caller by) =>
        limit.SeenBy(by, await RoleOf(limit.Says?.RoleId));

    private async Task<RoleStanding> RoleOf(RoleId? role) =>
        role is { } id ? await GrainFactory.Role(Key.Area, id).GetStanding() : RoleStanding.None;
}
