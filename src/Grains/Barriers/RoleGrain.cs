using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>Holds one role.</summary>
[GrainType("role")]
internal sealed class RoleGrain(
    [PersistentState("role", StorageNames.Area)] IPersistentState<Row<Role>> stored, TimeProvider clock)
    : Grain, IRoleGrain, IMessageSender, IMessageReceiver
{
    private Durable<Role> Role => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    public async Task<Result<Written<RoleDetails>>> Put(NameRole name, Caller by)
    {
        var holder = await GrainFactory.StandingOf(Key.Area, name.HolderId);
        var change = await Commit(name, role => role.Put(new(Key.Id), name, holder, by));
        return change.Then(done => done.Record.SeenBy(by).AsWritten(done.Before.Record.Name is null));
    }

    public async Task<Result<RoleDetails>> Get(Caller by) => (await Role.Read()).Record.SeenBy(by);

    public async Task<RoleStanding> GetStanding() => (await Role.Read()).Record.Standing;

    public Task<Result<Done>> Receive(Message message) => Role.Receive(message);

    public Task Deliver() => Role.Deliver(GrainFactory);

    public Task Settle(Delivery delivery) => Role.Settle(delivery);

    // Whoever answers for it is noted in their own record, although a coordinator says so.
    private Task<Result<Change<Role>>> Commit(NameRole name, Func<Role, Next<Role>> transition)
    {
        if (name.HolderId is not { } holder) return Role.Commit(transition);
        return Role.CommitHeld(
            GrainFactory, Key, new(CallerRole.Member, holder), (role, _) => transition(role));
    }
}
