using System.IO.Compression;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Link;
using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>Pages of cards that are long, or that cannot be read.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class LongPageTests(RunningArea area)
{
    private const int MaxPageBytes = 1024 * 1024, MaxCardBytes = 60_000;

    [Theory]
    [InlineData('<')]
    [InlineData('世')]
    public async Task Long_cards_reach_a_Gateway_that_has_lost_its_card_file(char letter)
    {
        const int groups = 205;
        var text = new string(letter, 4000);
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Accepts.Here);
        var lead = await areas.APerson(areas.West);
        for (var number = 0; number < groups; number++)
        {
            var description = new GroupDescription { Name = $"Tea {number}", About = text, FirstTime = text };
            (await areas.WestHttp.Put($"groups/{Guid.CreateVersion7()}", lead, description)).Is(201);
        }
        using var east = LinkCaller.As(areas.West.Link, areas.East);
        var next = "/link/v1/cards";
        for (var read = 0; read < groups;)
        {
            using var page = await east.Get(next);
            var body = await page.Content.ReadAsByteArrayAsync(TestContext.Current.CancellationToken);
            Assert.InRange(body.Length, 1, MaxPageBytes + MaxCardBytes);
            var items = JsonElement.Parse(body);
            read += items.GetProperty("items").GetArrayLength();
            next = new Uri(items.GetProperty("next").GetString()!).PathAndQuery;
        }
        await areas.Start(areas.East, Accepts.Here);
        await RunningArea.Until(async () => await FoundIn(areas.EastHttp, "west-sussex") == groups);
    }

    [Theory]
    [InlineData(1, 8, 1)]
    [InlineData(17, 40, 1)]
    [InlineData(40, 40, 1)]
    [InlineData(900, 900, 30)]
    public async Task One_card_that_cannot_be_read_stops_no_other_and_is_reported(int bad, int last, int step)
    {
        using var pages = new Counted("peernet.link.unreadable_pages");
        await using var north = await FakeNeighbour.Start(area.North);
        var coordinator = await area.APerson("coordinator");
        var before = await Unreadable(coordinator);
        north.Cards = http => FakeNeighbour.Json(http, APage(http, "bad", bad, last, step));
        await RunningArea.Until(async () => await FoundIn(area.Http, "north-sussex") == last / step - 1);
        await RunningArea.Until(async () => await Unreadable(coordinator) > before);
        Assert.True(pages.Of("area", "north-sussex") > 0);
        await north.Forgotten(area);
    }

    [Fact]
    public async Task A_page_that_unpacks_beyond_8_MiB_is_refused()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var padding = new string(' ', 9 * 1024 * 1024);
        var asked = new List<int>();
        north.Cards = async http =>
        {
            lock (asked) asked.Add(Limit(http));
            http.Response.Headers.ContentEncoding = "gzip";
            http.Response.ContentType = "application/json";
            await using var packed = new GZipStream(http.Response.Body, CompressionLevel.Fastest);
            await packed.WriteAsync(Encoding.UTF8.GetBytes(padding + APage(http, "packed", 0, 1, 1)));
        };
        await RunningArea.Until(() =>
        {
            lock (asked) return Task.FromResult(asked.Count(limit => limit == 1) > 6);
        });
        Assert.Equal(0, await FoundIn(area.Http, "north-sussex"));
        await north.Forgotten(area);
    }

    private async Task<long> Unreadable(Person coordinator)
    {
        return (await area.Http.Get("area", coordinator)).Is(200).GetProperty("neighbours").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == "north-sussex")
            .GetProperty("unreadableCards").GetInt64();
    }

    private static async Task<int> FoundIn(ApiClient http, string of) =>
        (await http.Get($"groups?area={of}")).Is(200).GetProperty("total").GetInt32();

    private static int Limit(HttpContext http) =>
        int.Parse(http.Request.Query["limit"].ToString(), System.Globalization.CultureInfo.InvariantCulture);

    // A feed of cards numbered in steps, one of which is not JSON.
    private static string APage(HttpContext http, string feed, long bad, long last, int step)
    {
        _ = long.TryParse(
            http.Request.Query["afterChangeNumber"], System.Globalization.CultureInfo.InvariantCulture, out var after);
        var numbers = Enumerable.Range(1, (int)last / step).Select(place => (long)place * step)
            .Where(number => number > after).Take(Limit(http)).ToList();
        var items = numbers.Select(number => number == bad ? "{\"data\":" : ACard(number));
        var next = numbers.Count == 0 ? after : numbers[^1];
        return $$"""
            {"next":"/x?feed={{feed}}&afterChangeNumber={{next}}","items":[{{string.Join(',', items)}}],"license":""}
            """;
    }

    private static string ACard(long number)
    {
        var id = new Guid((int)number, 9, 9, [8, 0, 0, 0, 0, 0, 0, 1]);
        return JsonSerializer.Serialize(
            new
            {
                state = "updated", kind = "group", id, modified = number,
                data = new
                {
                    area = "north-sussex", id, name = $"Tea {number}", lastConfirmed = RunningArea.Today,
                    format = "online", joining = "open", welcomesNewcomers = true,
                }
            },
            JsonSerializerOptions.Web);
    }
}
