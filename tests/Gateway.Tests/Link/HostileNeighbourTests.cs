using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>North Sussex has the right certificate and sends whatever it likes.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class HostileNeighbourTests(RunningArea area)
{
    private const int PageSize = 200;

    private static readonly Dictionary<string, RequestDelegate> Answers = new()
    {
        ["noise"] = http => http.Response.Body.WriteAsync(
            Random.Shared.GetItems(Enumerable.Range(0, 256).Select(one => (byte)one).ToArray(), 100_000)).AsTask(),
        ["a page for people"] = http => http.Response.WriteAsync("<!doctype html><p>Under construction"),
        ["nothing"] = _ => Task.CompletedTask,
        ["null"] = http => http.Response.WriteAsJsonAsync<object?>(null),
        ["a field twice"] =
            http => Json(http, """{"next":"/x?feed=a&afterChangeNumber=0","items":[],"items":[],"license":""}"""),
        ["no way on"] = http => Json(http, """{"next":"https://elsewhere.example","items":[],"license":""}"""),
        ["a page that leads back to itself"] = http => Json(http, JsonSerializer.Serialize(
            APage(1, 1, "a") with { Next = "/x?feed=a&afterChangeNumber=0" }, LinkJson.Sending)),
        ["a body without end"] = Endless,
        ["a redirect"] = http =>
        {
            http.Response.Redirect("https://127.0.0.1:1/link/v1/cards");
            return Task.CompletedTask;
        },
        ["silence"] = http => new TaskCompletionSource().Task.WaitAsync(http.RequestAborted),
    };

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task Nothing_that_a_neighbour_sends_stops_the_finder_or_fills_it()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        foreach (var (what, hostile) in Answers)
        {
            north.Cards = hostile;
            await north.IsReadBy(area.East);
            Assert.True(await FoundIn("north-sussex") == 0, what);
            Assert.True(await FoundIn("west-sussex") >= 0, what);
        }

        // Many times as many cards as there is room for, and more when they are read.
        var sent = 0L;
        north.Cards = http =>
        {
            var after = long.Parse(
                http.Request.Query["afterChangeNumber"].FirstOrDefault() ?? "0",
                System.Globalization.CultureInfo.InvariantCulture);
            InterlockedMax(ref sent, after);
            return Json(http, JsonSerializer.Serialize(APage(after + 1, PageSize, "flood"), LinkJson.Sending));
        };
        await RunningArea.Until(() => Task.FromResult(Volatile.Read(ref sent) >= 7 * RunningArea.MaxCards));
        await RunningArea.Until(async () => await FoundIn("north-sussex") == RunningArea.MaxCards);
        var scene = await Scene.Make(area);
        await RunningArea.Until(async () => (await area.Http.Get("groups?area=east-sussex&sort=next&limit=100")).Is(200)
            .GetProperty("total")
            .GetInt32() > 0);
        Assert.Equal(200, (await area.Http.Get(scene.At)).Status);

        // All of them are gone when it begins another feed without them.
        north.Cards = http => Json(http, FakeNeighbour.EmptyPage);
        await RunningArea.Until(async () => await FoundIn("north-sussex") == 0);
    }

    [Fact]
    public async Task Letters_that_make_a_neighbour_fail_wait_and_delay_no_others()
    {
        var scene = await Scene.Make(area);
        var home = new AreaId("north-sussex");
        var failing = new List<SeatId>();
        var failed = new ConcurrentDictionary<Guid, int>();
        // More than are carried side by side.
        for (var guest = 0; guest < 10; guest++) failing.Add(await scene.AGuestWhoAsks(home));
        var other = await scene.AGuestWhoAsks(home);
        await using var north = await FakeNeighbour.Start(area.North);
        north.TakesLetter = (http, letter) =>
        {
            var seat = letter["seat"]!.GetValue<Guid>();
            http.Response.StatusCode = seat == other.Value ? 204 : 500;
            failed.AddOrUpdate(seat, 1, (_, times) => times + 1);
            return Task.CompletedTask;
        };
        foreach (var seat in failing)
            (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = false })).Is(200);
        await RunningArea.Until(() => Task.FromResult(failing.All(seat => failed.ContainsKey(seat.Value))));
        (await area.Http.Put($"{scene.At}/seats/{other}", scene.Lead, new { welcome = false })).Is(200);
        await RunningArea.Until(() => Task.FromResult(failed.ContainsKey(other.Value)));
        await RunningArea.Until(() => Task.FromResult(failing.All(seat => failed[seat.Value] > 1)));
        // Other tests' letters wait for the same neighbour, so these are looked up one by one.
        await RunningArea.Until(async () => (await Waiting(scene)).IsSupersetOf(failing.Select(seat => seat.Value)));
    }

    /// <summary>
    /// What the letters are about that have left for North Sussex and were neither accepted nor refused.
    /// </summary>
    private async Task<HashSet<Guid>> Waiting(Scene scene)
    {
        var ledger = await Ledger.Since(began, area.Http, scene.Coordinator, "north-sussex");
        return
        [
            .. from entry in ledger
               where !entry.TryGetProperty("acknowledgedAt", out _) && !entry.TryGetProperty("refused", out _)
               select entry.GetProperty("subject").GetGuid(),
        ];
    }

    private async Task<int> FoundIn(string of) =>
        (await area.Http.Get($"groups?area={of}")).Is(200).GetProperty("total").GetInt32();

    private static CardFeedPage APage(long first, int count, string feed)
    {
        return new(
            $"/link/v1/cards?feed={feed}&afterChangeNumber={first + count - 1}",
            [.. Enumerable.Range(0, count).Select(place => ACard(first + place))],
            "");
    }

    private static CardFeedItem ACard(long number)
    {
        var id = new GroupId(new Guid((int)number, 7, 7, [8, 0, 0, 0, 0, 0, 0, 1]));
        return new(CardState.Updated, "group", id, number, new Card
        {
            Area = new("north-sussex"), Id = id, Name = $"Flood {number}", LastConfirmed = RunningArea.Today
        });
    }

    private static Task Json(HttpContext http, string json) => FakeNeighbour.Json(http, json);

    private static async Task Endless(HttpContext http)
    {
        http.Response.ContentType = "application/json";
        var much = Encoding.UTF8.GetBytes($"\"{new string('a', 1_000_000)}\",");
        await http.Response.WriteAsync("""{"items":[""");
        while (!http.RequestAborted.IsCancellationRequested) await http.Response.Body.WriteAsync(much);
    }

    private static void InterlockedMax(ref long highest, long value)
    {
        long seen;
        while ((seen = Volatile.Read(ref highest)) < value
            && Interlocked.CompareExchange(ref highest, value, seen) != seen) { }
    }
}
