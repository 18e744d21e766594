using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Storage.Tests;

/// <summary>Offers of a group, or of people, as rows with a random life.</summary>
internal sealed class RandomOffers(IGrainStorage storage, int seed, GroupId? group = null)
{
    private readonly Random random = new(seed);
    private readonly Dictionary<Guid, GrainState<Row<SupportOffer>>> offers = [];

    public IEnumerable<Guid> Known => offers.Where(one => one.Value.RecordExists).Select(one => one.Key);

    public IReadOnlyDictionary<DateOnly, Figures> Figures(GrowthBy by, Guid? except = null) =>
        OfferGrowth.Of(Known.Where(id => id != except).Select(id => offers[id].State!.Record), by);

    public async Task Live(int steps)
    {
        for (var step = 0; step < steps; step++) await Step();
    }

    public async Task Step()
    {
        // SQLite answers at once: without this, one life would end before the next begins.
        await Task.Yield();
        var known = Known.ToList();
        if (known.Count == 0 || random.Next(4) == 0)
        {
            var id = Guid.CreateVersion7();
            await Put(id, new()
            {
                Id = new(id), Group = group, Side = (SupportSide)random.Next(2), OpenedOn = Day(),
                Terms = new() { Side = SupportSide.Offer, Kind = SupportKind.Lift },
            });
            return;
        }
        var at = known[random.Next(known.Count)];
        var record = offers[at].State!.Record;
        switch (random.Next(4))
        {
            case 0 when known.Count > 3:
                await storage.ClearStateAsync("support-offer", GrainOf(at), offers[at]);
                break;
            case 1:
                await Put(at, record with { Terms = null, WithdrawnAt = new(2026, 11, 1, 9, 0, 0, TimeSpan.Zero) });
                break;
            case 2:
                await Put(at, record with { FirstMatchedOn = record.OpenedOn!.Value.AddDays(random.Next(30)) });
                break;
            default:
                var day = new MatchTurnover(Day(), random.Next(3), random.Next(3));
                await Put(at, record with { Turnover = [day, new(Day(), 1, 0)] });
                break;
        }
    }

    private DateOnly Day() => new DateOnly(2026, 2, 1).AddDays(random.Next(290));

    private Task Put(Guid id, SupportOffer record)
    {
        if (!offers.TryGetValue(id, out var row)) offers[id] = row = new();
        row.State = new() { Version = 1, Edition = 1, Record = record };
        return storage.WriteStateAsync("support-offer", GrainOf(id), row);
    }

    private static GrainId GrainOf(Guid id) =>
        GrainId.Create("support-offer", $"{AreaUnderTest.Home}/support-offer/{id}");
}
