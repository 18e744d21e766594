using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>East Sussex has two Gateways on one silo: both read cards and both send letters.</summary>
public sealed class TwoGatewaysTests(TwoGatewaysTests.Shared shared) : IClassFixture<TwoGatewaysTests.Shared>
{
    private readonly TwoAreas areas = shared.Areas;
    private readonly SecondGateway second = shared.Second;

    [Fact]
    public async Task Each_Gateway_finds_a_neighbours_groups_and_the_neighbour_records_and_acknowledges_a_card_once()
    {
        var lead = await areas.APerson(areas.West);
        var coordinator = await areas.APerson(areas.West, "coordinator");
        for (var number = 0; number < 3; number++)
        {
            var group = Guid.CreateVersion7();
            (await areas.WestHttp.Put($"groups/{group}", lead, new GroupDescription { Name = "Talk" })).Is(201);
            foreach (var http in (ApiClient[])[areas.EastHttp, second.Http])
                await RunningArea.Until(async () =>
                    (await http.Get("groups?area=west-sussex")).Text.Contains($"{group}", StringComparison.Ordinal));
            await RunningArea.Until(async () => (await Entries(areas.WestHttp, coordinator, group)) is [var entry]
                && entry.TryGetProperty("acknowledgedAt", out _));
        }
    }

    [Fact]
    public async Task A_letter_that_both_send_or_both_receive_is_applied_once()
    {
        var eastern = await areas.APerson(areas.East);
        var western = await areas.APerson(areas.West);
        var coordinator = await areas.APerson(areas.East, "coordinator");
        var here = Guid.CreateVersion7();
        var there = Guid.CreateVersion7();
        (await areas.EastHttp.Put($"groups/{here}", eastern, new GroupDescription { Name = "Tea" })).Is(201);
        (await areas.WestHttp.Put(
            $"groups/{there}", western, new GroupDescription { Name = "Talk", Joining = Joining.Ask })).Is(201);
        var seats = new List<SeatId>();
        for (var number = 0; number < 5; number++)
        {
            var seat = SeatId.Random();
            (await areas.EastHttp.Put(
                $"members/me/seats/{seat}",
                await areas.APerson(areas.East),
                new { area = "west-sussex", groupId = there, shownAs = "Robin", consent = true })).Is(201);
            seats.Add(seat);
        }
        await RunningArea.Until(async () => (await West(coordinator)).GetProperty("waitingLetters").GetInt32() == 0);
        var asked = (await areas.WestHttp.Get($"groups/{there}", western)).Is(200)
            .GetProperty("seats")
            .EnumerateArray()
            .Select(seat => seat.GetProperty("id").GetGuid());
        Assert.Equal(seats.Select(seat => seat.Value).Order(), asked.Order());
        foreach (var seat in seats) Assert.Single(await Entries(areas.EastHttp, coordinator, seat.Value));

        // A letter that arrives at one Gateway and again at the other.
        using var first = LinkCaller.As(areas.East.Link, areas.West);
        using var other = LinkCaller.As($"https://127.0.0.1:{second.At.Link}", areas.West);
        var letter = PreviousNeighbourTests.Recorded("connectionSaid");
        letter["from"] = "west-sussex";
        letter["to"] = "east-sussex";
        letter["group"] = $"{there}";
        letter["with"] = $"{here}";
        Assert.Equal((204, null), await first.PostJson(letter));
        var before = (await areas.EastHttp.Get($"groups/{here}/connections", eastern)).Text;
        Assert.Contains($"{there}", before, StringComparison.Ordinal);
        Assert.Equal((204, null), await other.PostJson(letter));
        Assert.Equal(before, (await second.Http.Get($"groups/{here}/connections", eastern)).Text);
    }

    [Fact]
    public async Task A_refused_letter_is_parked_after_as_many_attempts_as_with_one_Gateway()
    {
        await using var apart = new TwoAreas();
        await apart.Start(apart.East, Accepts.Here);
        await using var other = await SecondGateway.Start(apart.East, apart.West);
        await using var west = await FakeNeighbour.Start(apart.West);
        var sent = 0;
        var answered = 0;
        var pair = new TaskCompletionSource();
        // Neither is answered until both have sent it, so that both report the same attempt. On a busy machine one may
        // give up before the other has come, and sends it again.
        west.TakesLetter = async (http, _) =>
        {
            var waiting = pair;
            if (Interlocked.Increment(ref sent) % 2 == 0)
            {
                pair = new();
                waiting.SetResult();
            }
            try
            {
                await waiting.Task.WaitAsync(http.RequestAborted);
            }
            catch (OperationCanceledException)
            {
                Interlocked.Decrement(ref sent);
                return;
            }
            Interlocked.Increment(ref answered);
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            await FakeNeighbour.Json(http, """{"status":404,"code":"seat.not-found"}""");
        };
        var eastern = await apart.APerson(apart.East);
        var coordinator = await apart.APerson(apart.East, "coordinator");
        var here = Guid.CreateVersion7();
        var seat = SeatId.Random();
        (await apart.EastHttp.Put(
            $"groups/{here}", eastern, new GroupDescription { Name = "Tea", Joining = Joining.Ask })).Is(201);
        using var caller = west.CallerOf(apart.East);
        var asked = PreviousNeighbourTests.Recorded("seatAsked");
        asked["from"] = "west-sussex";
        asked["to"] = "east-sussex";
        asked["group"] = $"{here}";
        asked["seat"] = $"{seat}";
        Assert.Equal((204, null), await caller.PostJson(asked));
        (await apart.EastHttp.Put($"groups/{here}/seats/{seat}", eastern, new { welcome = true })).Is(200);
        await RunningArea.Until(async () =>
            West(await apart.EastHttp.Get("area", coordinator)).GetProperty("parkedLetters").GetInt32() == 1);
        Assert.Equal(10, answered);
    }

    private async Task<JsonElement> West(Person by) => West(await areas.EastHttp.Get("area", by));

    private static JsonElement West(Answer area) => area.Is(200).GetProperty("neighbours")[0];

    private static async Task<List<JsonElement>> Entries(ApiClient http, Person by, Guid subject) =>
        [.. (await http.Get("link/ledger?limit=500", by)).Is(200)
            .GetProperty("items")
            .EnumerateArray()
            .Where(entry => entry.GetProperty("subject").GetGuid() == subject)];

    /// <summary>Both areas and the second Gateway, for the tests that need no more.</summary>
    public sealed class Shared : IAsyncLifetime
    {
        internal TwoAreas Areas { get; } = new();

        internal SecondGateway Second { get; private set; } = null!;

        public async ValueTask InitializeAsync()
        {
            await Task.WhenAll(Areas.Start(Areas.East, Accepts.Here), Areas.Start(Areas.West, Accepts.Here));
            Second = await SecondGateway.Start(Areas.East, Areas.West);
        }

        public async ValueTask DisposeAsync()
        {
            await Second.DisposeAsync();
            await Areas.DisposeAsync();
        }
    }
}
