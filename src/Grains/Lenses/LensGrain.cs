using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Lenses;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Lenses;

/// <summary>Holds one lens, or which groups a lens helps that comes with PeerNet.</summary>
[GrainType("lens")]
internal sealed class LensGrain(
    [PersistentState("lens", StorageNames.Area)] IPersistentState<Row<Lens>> stored, TimeProvider clock)
    : Grain, ILensGrain
{
    private Durable<Lens> Lens => field ??= new(this, Key, stored, clock);

    private GrainKey Key => field.Kind is null ? field = GrainKey.Parse(this.GetPrimaryKeyString()) : field;

    private LensId Id => new(Key.Id);

    public async Task<Result<Written<LensDetails>>> Add(AddLens lens, Caller by)
    {
        var change = await Lens.Commit(known => known.Add(Id, lens, by));
        return change.Then(done => done.Record.SeenBy(Id, by)
            .AsWritten(done.HasChanged && done.Before.Record.Says is null));
    }

    public async Task<Result<AddLens>> Use() =>
        (await Lens.Commit(lens => lens.Use(Id))).Then(done => done.Record.Seen(Id)).Map(seen => seen.Lens);

    public async Task<Result<LensDetails>> Get(Caller by) => (await Lens.Read()).Record.SeenBy(Id, by);

    public async Task<Result<LensDetails>> SayHelps(GroupId group, SayLensHelps says, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        var change = await Lens.Commit(lens => lens.SayHelps(Id, group, says, own));
        return change.Then(done => done.Record.SeenBy(Id, by));
    }

    public async Task<Result<Done>> TakeBack(GroupId group, Caller by)
    {
        var own = await GrainFactory.StandingOf(Key.Area, by.Member);
        return (await Lens.Commit(lens => lens.TakeBack(Id, group, own, by))).AsDone();
    }
}
