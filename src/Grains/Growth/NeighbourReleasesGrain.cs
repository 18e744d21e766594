using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Growth;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Growth;

/// <summary>Holds what the area's neighbours have released.</summary>
[GrainType("neighbour-releases")]
internal sealed class NeighbourReleasesGrain(
    [PersistentState("neighbour-releases", StorageNames.Area)] IPersistentState<Row<KeptReleases>> stored,
    TimeProvider clock) : Grain, INeighbourReleasesGrain
{
    private Durable<KeptReleases> Kept => field ??= new(this, Key, stored, clock);

    private GrainKey Key => GrainKey.Parse(this.GetPrimaryKeyString());

    public async Task<ImmutableArray<RefusedMonth>> Take(AreaId from, ImmutableArray<ReleasedMonth> months)
    {
        var now = clock.GetUtcNow();
        await Kept.Commit(kept => kept.Take(from, months, now));
        var record = (await Kept.Read()).Record;
        return [.. months.SelectMany(Refused)];

        RefusedMonth[] Refused(ReleasedMonth month) =>
            record.FaultOf(from, month, now) is { } fault ? [new(month.StartsOn, fault)] : [];
    }

    public async Task<ImmutableArray<NeighbourReleases>> List() => (await Kept.Read()).Record.Areas;

    public async Task<NetworkGrowthDetails> AddUp(ImmutableArray<AreaId> neighbours)
    {
        var own = await GrainFactory.Releases(Key.Area).List();
        var kept = await Kept.Read();
        var areas = neighbours.Insert(0, Key.Area);
        var months = NetworkSums.Of(areas, [new(Key.Area, own.Items), .. kept.Record.Areas]);
        return new(own.Version + kept.Version, areas, months);
    }
}
