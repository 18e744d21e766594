using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Lenses;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Lenses;

/// <summary>Lists lenses. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("lens-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class LensListGrain(ILensRows rows, UnreadableRows unreadable) : Grain, ILensListGrain
{
    private const int MaxItems = 200;

    public async Task<ImmutableArray<LensDetails>> List(Caller by)
    {
        var stored = (await rows.Newest(MaxItems))
            .Select(row => unreadable.Read("lens", row.Id, row.Payload, (Lens lens) => lens))
            .OfType<Lens>()
            .ToDictionary(lens => lens.Id);
        // One that comes with PeerNet has a row once a group has said that it helps.
        var ids = stored.Keys.Union(ShippedLenses.All.Keys);
        return
        [
            .. ids.Select(id => (stored.GetValueOrDefault(id) ?? new()).SeenBy(id, by)).Values()
                .OrderBy(lens => lens.Lens.Name, StringComparer.OrdinalIgnoreCase),
        ];
    }
}
