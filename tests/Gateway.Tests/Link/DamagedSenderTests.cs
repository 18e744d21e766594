using Microsoft.Data.Sqlite;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Local;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Records that were damaged while their letters waited.</summary>
public sealed class DamagedSenderTests
{
    // More than are sent at the same time.
    private const int Damaged = 12;

    [Fact]
    public async Task Damaged_records_whose_letters_cannot_be_settled_hold_up_no_other_letter_to_the_neighbour()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        for (var number = 0; number < Damaged; number++) await Ask(areas);
        await areas.Stop(areas.East);
        await Damage(areas.East);
        await areas.Start(areas.East, Accepts.Here);
        var sound = await Ask(areas);

        await using var west = await FakeNeighbour.Start(areas.West);
        await RunningArea.Until(() => Task.FromResult(west.LettersOf("seatAsked", sound.Value).Count > 0));
        var coordinator = await areas.APerson(areas.East, "coordinator");
        await RunningArea.Until(async () => (await areas.EastHttp.Get("area", coordinator)).Is(200)
            .GetProperty("neighbours")[0]
            .GetProperty("waitingLetters")
            .GetInt32() == Damaged);
        var later = await Ask(areas);
        await RunningArea.Until(() => Task.FromResult(west.LettersOf("seatAsked", later.Value).Count > 0));
    }

    private static async Task<SeatId> Ask(TwoAreas areas)
    {
        var seat = SeatId.Random();
        (await areas.EastHttp.Put(
            $"members/me/seats/{seat}",
            await areas.APerson(areas.East),
            new { area = "west-sussex", groupId = Guid.CreateVersion7(), shownAs = "Robin", consent = true })).Is(201);
        return seat;
    }

    private static async Task Damage(LocalArea area)
    {
        await using var connection = new SqliteConnection($"Data Source={area.Database};Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            UPDATE OrleansStorage SET PayloadBinary =
              CAST(replace(CAST(PayloadBinary AS TEXT), '"record":{', '"record":"torn","lost":{') AS BLOB)
            WHERE GrainTypeString = 'seat'
            """;
        Assert.Equal(Damaged, await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken));
    }
}
