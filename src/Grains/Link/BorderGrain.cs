using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Link;

/// <summary>Holds an area's border.</summary>
[GrainType("border")]
internal sealed class BorderGrain(
    [PersistentState("border", StorageNames.Area)] IPersistentState<Row<Border>> stored,
    TimeProvider clock) : Grain, IBorderGrain
{
    private Durable<Border> Border => field ??= new(this, GrainKey.Parse(this.GetPrimaryKeyString()), stored, clock);

    public async Task<Result<Done>> Close(AreaId to, Caller by) =>
        (await Border.Commit(border => border.Close(to, by, clock.GetUtcNow()))).AsDone();

    public async Task<Result<Done>> Open(AreaId to, Caller by) =>
        (await Border.Commit(border => border.Open(to, by))).AsDone();

    public async Task<ImmutableArray<AreaId>> GetClosed() =>
        [.. (await Border.Read()).Record.Closed.Select(one => one.To)];
}
