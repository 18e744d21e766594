using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Barriers.BarriersInAScene;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>What people of one area read of barriers of another, and of their answers.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class BarriersAbroadTests(RunningArea area)
{
    private static readonly Accepts Old =
        Accepts.Here with { Cards = Accepts.Here.Cards.Remove(Accepts.BarrierCard) };

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task What_was_raised_for_all_areas_is_read_there_with_its_answer_until_it_is_withdrawn()
    {
        var scene = await (await Scene.Make(area)).Known();
        var reader = await area.AWesterner();
        var mark = $"{Guid.CreateVersion7()}";
        var role = await scene.ARole(area.Http);
        var atHome = await scene.ABarrier(area.Http, role);
        var declined = await Raised(area.Http, scene.Member, scene.WeWait(role), $"no {mark}");
        var waits = await Raised(area.Http, scene.Member, scene.WeWait(role), $"not yet {mark}");
        var at = await Raised(area.Http, scene.Member, scene.WeWait(role), mark);
        (await area.Http.Put($"{declined}/readers", scene.Lead, new ChooseReaders(Readers.MyArea))).Is(200);
        (await area.Http.Put($"{at}/readers", scene.Lead, new ChooseReaders(Readers.AllAreas))).Is(200);
        var card = await Await(at, _ => true);
        Assert.Equal("east-sussex", $"{card.GetProperty("area")}");
        Assert.Equal($"We wait {mark}", $"{card.GetProperty("text")}");
        Assert.Equal(
            ["area", "id", "text", "about", "layer", "roleName", "raisedOn", "state"],
            card.EnumerateObject().Select(field => field.Name));
        foreach (var kept in (string[])[atHome, declined, waits])
            Assert.Null(await Found(area.WestHttp, reader, kept));
        Assert.Null(await Found(area.Http, scene.Member, at));
        using var western = Browser.At(area.West, reader);
        (await western.Get("/barriers")).Is(200).Says("From other areas").Says($"We wait {mark}").Says("East Sussex")
            .Says("Nobody has answered yet.");

        var limit = new LimitId(Guid.CreateVersion7());
        var says = TheAct(role) with { What = $"No local link, says Robin {mark}" };
        (await area.Http.Put($"limits/{limit}", scene.Stranger, says)).Is(201);
        var answer = Cannot(limit) with { WhatStopsMe = $"The Act {mark}" };
        (await area.Http.Put($"{at}/answers/{Guid.CreateVersion7()}", scene.Stranger, answer)).Is(200);
        var more = new AddToAnswer($"More {mark}");
        (await area.Http.Put($"{at}/additions/{Guid.CreateVersion7()}", scene.Stranger, more)).Is(200);
        card = await Await(at, one => one.TryGetProperty("answer", out var said) && said.TryGetProperty("limit", out _)
            && said.GetProperty("additions").GetArrayLength() == 1);
        var read = card.GetProperty("answer");
        Assert.Equal(says.What, $"{read.GetProperty("limit").GetProperty("what")}");
        Assert.Equal(
            ["kind", "whatStopsMe", "saidOn", "additions", "limit"],
            read.EnumerateObject().Select(field => field.Name));
        (await western.Get("/barriers")).Is(200).Says("No, I cannot").Says($"The Act {mark}").Says(says.What)
            .Says($"More {mark}").Says("Housing lead");

        (await area.Http.Put($"limits/{limit}/taken-out", scene.Coordinator, new TakeOutWords("Robin"))).Is(200);
        await Await(at, one => !$"{one}".Contains("Robin", StringComparison.Ordinal));
        var ledger = await Link.Ledger.Since(began, area.Http, scene.Coordinator, "west-sussex");
        Assert.Contains(ledger, entry => $"{entry.GetProperty("kind")}" == "barrier"
            && $"{entry.GetProperty("subject")}" == at[^36..]);
        foreach (var kept in (string[])[atHome, declined, waits])
            Assert.DoesNotContain(ledger, entry => $"{entry.GetProperty("subject")}" == kept[^36..]);

        (await area.Http.Put($"{at}/withdrawal", scene.Lead)).Is(200);
        await RunningArea.Until(async () => await Found(area.WestHttp, reader, at) is null);
        (await western.Get("/barriers")).Is(200).DoesNotSay(mark);

        async Task<JsonElement> Await(string barrier, Func<JsonElement, bool> isThere)
        {
            JsonElement? found = null;
            await RunningArea.Until(async () =>
                (found = await Found(area.WestHttp, reader, barrier)) is { } one && isThere(one));
            return found!.Value;
        }
    }

    [Fact]
    public async Task Nothing_is_shared_with_an_area_that_does_not_know_it_or_across_a_closed_border()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Old);
        await areas.Start(areas.East, Accepts.Here);
        var western = await areas.APerson(areas.West);
        var eastern = await areas.APerson(areas.East);
        var coordinator = await areas.APerson(areas.West, "coordinator");
        var group = await areas.WestHttp.Begin(western);
        var role = new RoleId(Guid.CreateVersion7());
        (await areas.WestHttp.Put($"roles/{role}", coordinator, new NameRole("Housing lead"))).Is(201);
        var raise = new RaiseBarrier
        {
            GroupId = group, Text = "We wait", About = BarrierAbout.Time, Layer = Layer.System, RoleId = role,
        };
        var first = await Shared();
        await RunningArea.Until(async () => (await areas.EastHttp.Get("area")).Is(200)
            .GetProperty("neighbours")[0].GetProperty("reachable").GetBoolean());
        Assert.Null(await Found(areas.EastHttp, eastern, first));
        Assert.DoesNotContain(first[^36..], (await areas.WestHttp.Get("link/ledger", coordinator)).Text);

        await areas.Stop(areas.West);
        await areas.Start(areas.West, Accepts.Here);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, first) is not null);

        Assert.Equal(204, (await areas.WestHttp.Put("link/border/east-sussex", coordinator)).Status);
        var second = await Shared();
        await RunningArea.Until(async () => !(await Elsewhere(areas.EastHttp, eastern)).GetProperty("areas")[0]
            .GetProperty("reachable").GetBoolean());
        Assert.Null(await Found(areas.EastHttp, eastern, second));
        Assert.NotNull(await Found(areas.EastHttp, eastern, first));
        using var browser = Browser.At(areas[areas.East], eastern);
        (await browser.Get("/barriers")).Is(200).Says("West Sussex has not answered since");
        Assert.Equal(204, (await areas.WestHttp.Delete("link/border/east-sussex", coordinator)).Status);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, second) is not null);

        Task<string> Shared() => Raised(areas.WestHttp, western, raise, $"{Guid.CreateVersion7()}");
    }

    [Fact]
    public async Task A_card_that_no_barrier_could_have_is_skipped_and_days_are_counted_here()
    {
        var mark = $"{Guid.CreateVersion7()}";
        var late = ACard() with
        {
            Text = $"We wait {mark}", State = BarrierState.Heard, DueOn = RunningArea.Today.AddDays(-12), UsToo = 4,
        };
        var withdrawn = ACard() with { State = BarrierState.Withdrawn };
        var cards = new[] { withdrawn, late, ACard() with { Text = new('x', 1001) } };
        await using var north = await FakeNeighbour.Start(area.North);
        north.Cards = http => Serve(http, "a", cards);
        var reader = await area.APerson();
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{late.Id}") is not null);
        foreach (var card in (BarrierCard[])[cards[0], cards[2]])
            Assert.Null(await Found(area.Http, reader, $"{card.Id}"));
        using var browser = Browser.At(area.East, reader);
        var page = (await browser.Get("/barriers")).Is(200);
        var shown = page.Document.QuerySelectorAll("li.pn-card")
            .Single(one => one.TextContent.Contains(mark, StringComparison.Ordinal)).TextContent;
        Assert.Contains("12 days over", shown, StringComparison.Ordinal);
        Assert.Contains("4 groups say “us too”.", shown, StringComparison.Ordinal);
        north.Cards = http => Serve(http, "b", []);
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{late.Id}") is null);
    }

    private static BarrierCard ACard() => new()
    {
        Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Text = "We wait", About = BarrierAbout.Time,
        Layer = Layer.System, RoleName = "Housing lead", RaisedOn = RunningArea.Today.AddDays(-20),
    };

    private static Task Serve(HttpContext http, string feed, BarrierCard[] cards)
    {
        http.Response.Headers[Accepts.LettersHeader] = string.Join(", ", Accepts.First.Letters);
        http.Response.Headers[Accepts.CardsHeader] = "group, barrier";
        if (http.Request.Path != SharedFeeds.Barriers.Path) return FakeNeighbour.Json(http, FakeNeighbour.EmptyPage);
        var isStart = http.Request.Query["feed"] != feed || http.Request.Query["afterChangeNumber"] == "0";
        var items = cards.Select((card, place) =>
            new SharedFeedItem<BarrierCard>(CardState.Updated, "barrier", card.Id.Value, place + 1, card));
        var page = new SharedFeedPage<BarrierCard>(
            $"/x?feed={feed}&afterChangeNumber={cards.Length}", isStart ? [.. items] : []);
        return FakeNeighbour.Json(http, JsonSerializer.Serialize(page, LinkJson.Sending));
    }

    private static async Task<string> Raised(ApiClient http, Person by, RaiseBarrier raise, string mark)
    {
        var at = $"barriers/{Guid.CreateVersion7()}";
        (await http.Put(at, by, raise with { Text = $"We wait {mark}", Readers = Readers.AllAreas })).Is(201);
        return at;
    }

    private static async Task<JsonElement> Elsewhere(ApiClient http, Person reader) =>
        (await http.Get("barriers/elsewhere", reader)).Is(200);

    private static async Task<JsonElement?> Found(ApiClient http, Person reader, string at)
    {
        var items = (await Elsewhere(http, reader)).GetProperty("items").EnumerateArray()
            .Where(card => $"{card.GetProperty("id")}" == at[^36..]).ToList();
        return items.Count == 0 ? null : items.Single();
    }
}
