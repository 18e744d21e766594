using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>Released figures on their way to a neighbour.</summary>
public sealed class FiguresLinkTests
{
    [Fact]
    public async Task A_neighbour_keeps_what_was_released_once_the_border_is_open_and_the_ledger_says_so()
    {
        await using var two = new TwoAreas();
        await two.Start(two.West, Accepts.Here);
        var coordinator = await two.APerson(two.West, "coordinator");
        Assert.Equal(204, (await two.WestHttp.Put("link/border/east-sussex", coordinator)).Status);
        await two.Start(two.East, Accepts.Here);
        await ReleasingArea.Fill(two[two.West]);
        var released = await ReleasingArea.Release(two[two.West]);
        using (var east = LinkCaller.As(two.West.Link, two.East))
        {
            using var refused = await east.Get(LinkEndpoints.Figures);
            Assert.Equal(403, (int)refused.StatusCode);
        }
        Assert.Empty(await Sent());
        Assert.Empty(await Kept());

        Assert.Equal(204, (await two.WestHttp.Delete("link/border/east-sussex", coordinator)).Status);
        await RunningArea.Until(async () => (await Kept()).Count > 0);
        var kept = Assert.Single(await Kept());
        Assert.Equal("west-sussex", kept.Area.Value);
        Assert.Equal(
            JsonSerializer.Serialize(released.Items, LinkJson.Sending),
            JsonSerializer.Serialize(kept.Months, LinkJson.Sending));
        await RunningArea.Until(async () => (await Sent()).All(entry => entry.TryGetProperty("acknowledgedAt", out _)));
        Assert.Equal(released.Items.Length, (await Sent()).Count);

        // Nothing of it is the neighbour's own, but the sums have it.
        Assert.Empty((await two.EastHttp.Get("figures")).Is(200).GetProperty("items").EnumerateArray());
        var sums = await two.EastHttp.Get("network/growth");
        Assert.Equal("""["east-sussex","west-sussex"]""", sums.Is(200).GetProperty("areas").GetRawText());
        var month = sums.Json.GetProperty("items")[0];
        Assert.Equal("""["east-sussex"]""", month.GetProperty("notPublished").GetRawText());
        Assert.Equal("""{"sum":8,"heldBackIn":[]}""", month.GetProperty("groupsThatMet").GetRawText());
        Assert.Equal(
            """{"for":"everybody","people":{"sum":20,"heldBackIn":[]}}""",
            month.GetProperty("people")[0].GetRawText());
        Assert.Equal(
            """{"for":"women","people":{"sum":null,"heldBackIn":["west-sussex"]}}""",
            month.GetProperty("people")[1].GetRawText());
        Assert.Equal(1, month.GetProperty("published")[0].GetProperty("rule").GetProperty("version").GetInt32());
        var again = await two.EastHttp.Send(
            HttpMethod.Get, "network/growth", headers: [("If-None-Match", sums.ETag!)]);
        Assert.Equal(304, again.Status);

        using var visitor = Browser.At(two.East.Url);
        (await visitor.Get("/figures/network")).Is(200).Says("East Sussex has not released anything")
            .Says("Held back in").Says("Groups for women");
        var csv = await two.EastHttp.Send(HttpMethod.Get, "network/growth?format=csv");
        Assert.Equal("text/csv; charset=utf-8; header=present", $"{csv.Type}");
        Assert.NotEqual(sums.ETag, csv.ETag);
        var lines = csv.Text.Split("\r\n");
        Assert.StartsWith("area,startsOn,releasedOn,figure,for,number,", lines[0], StringComparison.Ordinal);
        Assert.StartsWith($"west-sussex,{ReleasingArea.Month:yyyy-MM-dd},", lines[1], StringComparison.Ordinal);
        Assert.Contains(",people,everybody,20,1,8,4,60,5,", lines[3], StringComparison.Ordinal);
        Assert.Contains(",people,women,held back,", lines[4], StringComparison.Ordinal);
        var known = await two.EastHttp.Send(
            HttpMethod.Get, "network/growth?format=csv", headers: [("If-None-Match", csv.ETag!)]);
        Assert.Equal(304, known.Status);

        await ReleasingArea.Fill(two[two.East]);
        await ReleasingArea.Release(two[two.East]);
        (await visitor.Get("/figures/network")).Is(200).DoesNotSay("has not released anything");
        Assert.Contains(
            "\neast-sussex,", (await two.EastHttp.Send(HttpMethod.Get, "network/growth?format=csv")).Text,
            StringComparison.Ordinal);
        month = (await two.EastHttp.Get("network/growth")).Is(200).GetProperty("items")[0];
        Assert.Equal("""{"sum":16,"heldBackIn":[]}""", month.GetProperty("groupsThatMet").GetRawText());
        Assert.Equal(40, month.GetProperty("sumOfPublished").GetInt32());
        Assert.Empty(month.GetProperty("notPublished").EnumerateArray());

        async Task<IReadOnlyList<NeighbourReleases>> Kept() =>
            await two[two.East].Grains.NeighbourReleases(two.East.Area).List();

        async Task<List<JsonElement>> Sent()
        {
            var ledger = (await two.WestHttp.Get("link/ledger", coordinator)).Is(200);
            return [.. ledger.GetProperty("items").EnumerateArray()
                .Where(entry => entry.GetProperty("kind").GetString() == "figures")];
        }
    }

    [Fact]
    public async Task What_a_neighbour_got_wrong_is_refused_and_what_is_kept_already_is_never_replaced()
    {
        await using var two = new TwoAreas();
        await two.Start(two.East, Accepts.Here);
        await using var west = await FakeNeighbour.Start(two.West);
        var known = new ConcurrentQueue<string>();
        var answer = Page(Month("2026-01-01", 60), Month("2026-02-01", 61), Month("2026-03-01", 40));
        answer["items"]!.AsArray().Add("no month");
        west.Figures = http =>
        {
            known.Enqueue($"{http.Request.Headers.IfNoneMatch}");
            http.Response.Headers.ETag = $"\"{answer["items"]!.AsArray().Count}\"";
            return FakeNeighbour.Json(http, answer.ToJsonString());
        };
        await RunningArea.Until(async () => (await Kept()).Count > 0);
        Assert.Equal([(1, 60), (3, 40)], await Numbers());

        answer = Page(Month("2026-01-01", 90), Month("2026-03-01", 40), Month("2026-04-01", 50, "fromTheFuture"));
        // It has dealt with an answer once it names its tag.
        await RunningArea.Until(() => Task.FromResult(known.Contains("\"3\"")));
        Assert.Contains("\"4\"", known);
        Assert.Equal([(1, 60), (3, 40)], await Numbers());

        // A neighbour that is no longer what it was loses nothing here, and can go on.
        answer = Page(Month("2026-05-01", 30));
        west.Figures = http => FakeNeighbour.Json(http, answer.ToJsonString());
        await RunningArea.Until(async () => (await Numbers()).Count == 3);
        Assert.Equal([(1, 60), (3, 40), (5, 30)], await Numbers());

        async Task<IReadOnlyList<NeighbourReleases>> Kept() =>
            await two[two.East].Grains.NeighbourReleases(two.East.Area).List();

        async Task<List<(int, int?)>> Numbers() =>
            [.. (await Kept())[0].Months.Select(month => (month.StartsOn.Month, month.Table.SumOfPublished))];
    }

    private static JsonObject Page(params JsonNode[] months) => new() { ["items"] = new JsonArray(months) };

    private static JsonNode Month(string startsOn, int people, string second = "women")
    {
        var releasedOn = DateOnly.Parse(startsOn).AddMonths(1).AddDays(7);
        string[] others = ["men", "lgbtq", "carers", "youngAdults", "others"];
        var hidden = string.Join(',', others.Prepend(second)
            .Select(one => $$"""{"for":"{{one}}","people":null,"heldBack":true}"""));
        return JsonNode.Parse($$"""
            {"startsOn":"{{startsOn}}","releasedOn":"{{releasedOn:yyyy-MM-dd}}","correctionsNotedOn":[],"unknown":1,
             "table":{"rule":{"version":1,"minPeople":8,"minGroups":4,"maxSharePercent":60,"roundTo":5},
             "groupsThatMet":12,"meetingsHeld":40,"people":[{"for":"everybody","people":{{people}},"heldBack":false},
             {{hidden}}],"sumOfPublished":{{people}} } }
            """)!;
    }
}
