using Orleans.Runtime;
using Orleans.Storage;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Seats;

namespace PeerNet.Storage.Tests;

/// <summary>Seats of people in other areas, as rows with a random life.</summary>
internal sealed class RandomSeats(IGrainStorage storage, int seed)
{
    private static readonly string[] Areas = ["west-sussex", "east-sussex"];

    private readonly Random random = new(seed);
    private readonly Dictionary<Guid, GrainState<Row<Seat>>> seats = [];

    public SortedDictionary<DateOnly, Figures> Figures(GrowthBy by)
    {
        var rows = seats.Values.Where(row => row.RecordExists).Select(row => row.State!.Record);
        return GroupRows.Sum(rows.Select(seat => SeatGrowth.Of(seat, by)));
    }

    public async Task Live(int steps)
    {
        for (var step = 0; step < steps; step++)
        {
            // SQLite answers at once: without this, one life would end before the next begins.
            await Task.Yield();
            var known = seats.Where(one => one.Value.RecordExists).Select(one => one.Key).ToList();
            if (known.Count == 0 || random.Next(3) == 0) await Ask();
            else await Step(known[random.Next(known.Count)], known.Count);
        }
    }

    private Task Ask()
    {
        var id = Guid.CreateVersion7();
        return Put(id, new() { Id = new(id), GroupId = new(Guid.CreateVersion7()), Area = AnArea() });
    }

    private async Task Step(Guid id, int known)
    {
        var seat = seats[id].State!.Record;
        if (known > 5 && random.Next(5) == 0)
        {
            await storage.ClearStateAsync("seat", GrainOf(id), seats[id]);
            return;
        }
        var since = new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero).AddDays(random.Next(260));
        var isSeated = seat.State == SeatState.Asked;
        await Put(id, seat with
        {
            State = isSeated ? SeatState.Seated : SeatState.Ended,
            Since = since,
            SeatedOn = isSeated ? DateOnly.FromDateTime(since.Date) : seat.SeatedOn,
        });
    }

    private Contracts.Areas.AreaId AnArea() => new(Areas[random.Next(Areas.Length)]);

    private Task Put(Guid id, Seat record)
    {
        if (!seats.TryGetValue(id, out var row)) seats[id] = row = new();
        row.State = new() { Version = 1, Record = record };
        return storage.WriteStateAsync("seat", GrainOf(id), row);
    }

    private static GrainId GrainOf(Guid id) => GrainId.Create("seat", $"{AreaUnderTest.Home}/seat/{id}");
}
