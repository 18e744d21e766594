using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Practices.PracticesInAScene;

namespace PeerNet.Gateway.Tests.Practices;

/// <summary>What people of one area read of what groups of another have done.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class PracticesAbroadTests(RunningArea area)
{
    private static readonly Accepts Old = Accepts.Here with { Cards = [Accepts.GroupCard, Accepts.OfferCard] };

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task What_every_group_agreed_to_share_is_read_in_another_area_until_one_takes_it_back()
    {
        var scene = await Scene.Make(area);
        var reader = await area.AWesterner();
        var mark = $"{Guid.CreateVersion7()}";
        var at = await Told(area.Http, scene.Member, scene.Group, mark, Readers.AllAreas);
        var atHome = await Told(area.Http, scene.Member, scene.Group, $"{Guid.CreateVersion7()}", Readers.MyArea);
        Assert.Null(await Found(area.WestHttp, reader, at));
        foreach (var told in (string[])[atHome, at])
            (await area.Http.Put($"{told}/agreements/{scene.Group}", scene.Lead)).Is(200);
        JsonElement? card = null;
        await RunningArea.Until(async () => (card = await Found(area.WestHttp, reader, at)) is not null);
        Assert.Equal(("east-sussex", $"We rang {mark}"), (
            $"{card!.Value.GetProperty("area")}", $"{card.Value.GetProperty("weDid")}"));
        Assert.Equal(
            ["area", "id", "weDid", "changed", "wasHard", "layer", "shownOn"],
            card.Value.EnumerateObject().Select(field => field.Name));
        Assert.Null(await Found(area.WestHttp, reader, atHome));
        Assert.Null(await Found(area.Http, scene.Member, at));
        using var western = Browser.At(area.West, reader);
        (await western.Get("/practice")).Is(200).Says("From other areas").Says($"We rang {mark}").Says("East Sussex");
        var ledger = await Link.Ledger.Since(began, area.Http, scene.Coordinator, "west-sussex");
        Assert.Contains(ledger, entry => $"{entry.GetProperty("kind")}" == "practice"
            && $"{entry.GetProperty("subject")}" == at[^36..]);
        Assert.DoesNotContain(ledger, entry => $"{entry.GetProperty("subject")}" == atHome[^36..]);

        (await area.Http.Put($"{at}/withdrawal", scene.Lead)).Is(200);
        await RunningArea.Until(async () => await Found(area.WestHttp, reader, at) is null);
        (await western.Get("/practice")).Is(200).DoesNotSay(mark);
    }

    [Fact]
    public async Task An_area_that_does_not_know_it_is_not_asked_until_it_has_been_upgraded()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Old);
        await areas.Start(areas.East, Accepts.Here);
        var eastern = await areas.APerson(areas.East);
        var told = await (await Western.Make(areas)).Shared();
        await RunningArea.Until(async () => (await areas.EastHttp.Get("area")).Is(200)
            .GetProperty("neighbours")[0].GetProperty("reachable").GetBoolean());
        var west = (await Elsewhere(areas.EastHttp, eastern)).GetProperty("areas")[0];
        Assert.Equal((JsonValueKind.Null, false), (
            west.GetProperty("asOf").ValueKind, west.GetProperty("reachable").GetBoolean()));
        await areas.Stop(areas.West);
        await areas.Start(areas.West, Accepts.Here);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, told) is not null);
    }

    [Fact]
    public async Task Nothing_is_shared_across_a_closed_border_and_what_was_shared_before_has_its_age()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Accepts.Here);
        await areas.Start(areas.East, Accepts.Here);
        var eastern = await areas.APerson(areas.East);
        var coordinator = await areas.APerson(areas.West, "coordinator");
        var western = await Western.Make(areas);
        var first = await western.Shared();
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, first) is not null);

        Assert.Equal(204, (await areas.WestHttp.Put("link/border/east-sussex", coordinator)).Status);
        var second = await western.Shared();
        using var east =
            LinkCaller.As(areas.West, areas.East.File("link.pem"), areas.East.File("link.key.pem"));
        using var refused = await east.Get(SharedFeeds.Practices.Path);
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        await RunningArea.Until(async () => !(await Elsewhere(areas.EastHttp, eastern)).GetProperty("areas")[0]
            .GetProperty("reachable").GetBoolean());
        Assert.Null(await Found(areas.EastHttp, eastern, second));
        Assert.NotNull(await Found(areas.EastHttp, eastern, first));
        using var browser = Browser.At(areas[areas.East], eastern);
        (await browser.Get("/practice")).Is(200).Says("West Sussex has not answered since");
        Assert.Equal(204, (await areas.WestHttp.Delete("link/border/east-sussex", coordinator)).Status);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, second) is not null);
    }

    [Fact]
    public async Task An_area_that_has_closed_its_border_reads_nothing_new_and_keeps_what_it_has_read()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Accepts.Here);
        await areas.Start(areas.East, Accepts.Here);
        var eastern = await areas.APerson(areas.East);
        var coordinator = await areas.APerson(areas.East, "coordinator");
        var first = await (await Western.Make(areas)).Shared();
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, first) is not null);
        await RunningArea.Until(async () => await CountOfGroups() == 1);

        Assert.Equal(204, (await areas.EastHttp.Put("link/border/west-sussex", coordinator)).Status);
        var second = await (await Western.Make(areas)).Shared();
        await RunningArea.Until(async () => !(await Elsewhere(areas.EastHttp, eastern)).GetProperty("areas")[0]
            .GetProperty("reachable").GetBoolean());
        await RunningArea.Until(async () => !(await areas.EastHttp.Get("area")).Is(200)
            .GetProperty("neighbours")[0].GetProperty("reachable").GetBoolean());
        Assert.Null(await Found(areas.EastHttp, eastern, second));
        Assert.NotNull(await Found(areas.EastHttp, eastern, first));
        Assert.Equal(1, await CountOfGroups());
        Assert.Equal(204, (await areas.EastHttp.Delete("link/border/west-sussex", coordinator)).Status);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, second) is not null);
        await RunningArea.Until(async () => await CountOfGroups() == 2);

        async Task<int> CountOfGroups() =>
            (await areas.EastHttp.Get("groups?area=west-sussex")).Is(200).GetProperty("total").GetInt32();
    }

    [Fact]
    public async Task What_one_of_two_groups_takes_back_while_areas_are_cut_off_is_gone_within_a_minute_of_healing()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Accepts.Here);
        await areas.Start(areas.East, Accepts.Here);
        var eastern = await areas.APerson(areas.East);
        var first = await Western.Make(areas);
        var second = await Western.Make(areas);
        var told = $"practices/{Guid.CreateVersion7()}";
        var says = APractice(first.Group, second.Group) with { Readers = Readers.AllAreas };
        (await areas.WestHttp.Put(told, first.Lead, says)).Is(201);
        (await areas.WestHttp.Put($"{told}/agreements/{first.Group}", first.Lead)).Is(200);
        (await areas.WestHttp.Get(told, second.Lead)).Is(200);
        (await areas.WestHttp.Get(told, await areas.APerson(areas.West))).Refuses(404, "practice.not-found");
        (await areas.WestHttp.Put($"{told}/agreements/{second.Group}", second.Lead)).Is(200);
        var other = await first.Shared();
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, told) is not null
            && await Found(areas.EastHttp, eastern, other) is not null);

        await areas.Stop(areas.East);
        (await areas.WestHttp.Put($"{told}/withdrawal", second.Lead)).Is(200);
        (await areas.WestHttp.Get(told, await areas.APerson(areas.West))).Refuses(404, "practice.not-found");
        var healed = TimeProvider.System.GetTimestamp();
        await areas.Start(areas.East, Accepts.Here);
        // Not all is gone: its cards were read.
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, told) is null
            && await Found(areas.EastHttp, eastern, other) is not null);
        Assert.InRange(TimeProvider.System.GetElapsedTime(healed), TimeSpan.Zero, TimeSpan.FromSeconds(60));
        using var browser = Browser.At(areas[areas.East], eastern);
        (await browser.Get("/practice")).Is(200).DoesNotSay(says.WeDid);
    }

    [Fact]
    public async Task A_card_that_no_practice_could_have_is_skipped_and_the_others_are_read()
    {
        var good = ACard();
        var cards = new[] { ACard() with { WeDid = new('x', 1001) }, good, ACard() with { Area = new("west-sussex") } };
        await using var north = await FakeNeighbour.Start(area.North);
        north.Cards = http => Serve(http, "a", cards);
        var reader = await area.APerson();
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{good.Id}") is not null);
        foreach (var card in (PracticeCard[])[cards[0], cards[2]])
            Assert.Null(await Found(area.Http, reader, $"{card.Id}"));
        north.Cards = http => Serve(http, "b", []);
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{good.Id}") is null);
    }

    private static PracticeCard ACard() => new()
    {
        Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), WeDid = "We rang", Changed = "Seven came",
        Layer = Layer.System, ShownOn = new(2026, 11, 20),
    };

    /// <summary>Answers as a neighbour with these practices.</summary>
    internal static Task Serve(HttpContext http, string feed, PracticeCard[] cards)
    {
        http.Response.Headers[Accepts.LettersHeader] = string.Join(", ", Accepts.First.Letters);
        http.Response.Headers[Accepts.CardsHeader] = "group, practice";
        if (http.Request.Path != SharedFeeds.Practices.Path) return FakeNeighbour.Json(http, FakeNeighbour.EmptyPage);
        var isStart = http.Request.Query["feed"] != feed || http.Request.Query["afterChangeNumber"] == "0";
        var items = cards.Select((card, place) =>
            new SharedFeedItem<PracticeCard>(CardState.Updated, "practice", card.Id.Value, place + 1, card));
        var page = new SharedFeedPage<PracticeCard>(
            $"/x?feed={feed}&afterChangeNumber={cards.Length}", isStart ? [.. items] : []);
        return FakeNeighbour.Json(http, JsonSerializer.Serialize(page, LinkJson.Sending));
    }

    private static async Task<string> Told(ApiClient http, Person by, GroupId group, string mark, Readers readers)
    {
        var at = $"practices/{Guid.CreateVersion7()}";
        (await http.Put(at, by, APractice(group) with { WeDid = $"We rang {mark}", Readers = readers })).Is(201);
        return at;
    }

    private static async Task<JsonElement> Elsewhere(ApiClient http, Person reader) =>
        (await http.Get("practices/elsewhere", reader)).Is(200);

    private static async Task<JsonElement?> Found(ApiClient http, Person reader, string at)
    {
        var items = (await Elsewhere(http, reader)).GetProperty("items").EnumerateArray()
            .Where(card => $"{card.GetProperty("id")}" == at[^36..]).ToList();
        return items.Count == 0 ? null : items.Single();
    }

    /// <summary>Somebody who leads a group in the west.</summary>
    private sealed record Western(ApiClient Http, Person Lead, GroupId Group)
    {
        public static async Task<Western> Make(TwoAreas areas)
        {
            var lead = await areas.APerson(areas.West);
            return new(areas.WestHttp, lead, await areas.WestHttp.Begin(lead));
        }

        public async Task<string> Shared()
        {
            var at = await Told(Http, Lead, Group, $"{Guid.CreateVersion7()}", Readers.AllAreas);
            (await Http.Put($"{at}/agreements/{Group}", Lead)).Is(200);
            return at;
        }
    }
}
