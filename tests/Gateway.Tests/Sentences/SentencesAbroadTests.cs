using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Link;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>What people of one area read of what tables of another say.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class SentencesAbroadTests(RunningArea area)
{
    private static readonly Accepts Old = Accepts.Here with { Cards = [Accepts.GroupCard, Accepts.OfferCard] };

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task What_a_table_shares_is_read_in_another_area_from_the_vote_until_it_is_withdrawn()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        var reader = await area.AWesterner();
        string[] texts = [$"Together {Guid.CreateVersion7()}", $"At home {Guid.CreateVersion7()}"];
        var shared = await scene.ASentence(area.Http, room, 0, texts[0]);
        var atHome = await scene.AVotableSentence(area.Http, room, 1, texts[1]);
        var heard = new AgreeToSentence(texts[0]) { Readers = Readers.AllAreas };
        (await area.Http.Put($"{shared}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        Assert.Null(await Found(area.WestHttp, reader, room.At));
        (await area.Http.Put($"{shared}/voting", scene.Lead)).Is(200);
        JsonElement? card = null;
        await RunningArea.Until(async () => (card = await Found(area.WestHttp, reader, room.At)) is not null);
        Assert.Equal(["area", "id", "year", "sentences"], card!.Value.EnumerateObject().Select(field => field.Name));
        var sentence = Assert.Single(card.Value.GetProperty("sentences").EnumerateArray());
        Assert.Equal(["text", "kind"], sentence.EnumerateObject().Select(field => field.Name));
        Assert.Equal(
            ("east-sussex", texts[0]), ($"{card.Value.GetProperty("area")}", $"{sentence.GetProperty("text")}"));
        Assert.Null(await Found(area.Http, scene.Member, room.At));
        using var western = Browser.At(area.West, reader);
        (await western.Get("/sentences")).Is(200).Says("From other areas").Says(texts[0]).Says("East Sussex")
            .DoesNotSay(texts[1]);
        var ledger = await Link.Ledger.Since(began, area.Http, scene.Coordinator, "west-sussex");
        Assert.Contains(ledger, entry => $"{entry.GetProperty("kind")}" == "sentences"
            && $"{entry.GetProperty("subject")}" == room.At[^36..]);

        (await area.Http.Put($"{shared}/taken-out", scene.Lead, new TakeOutWords("Together"))).Is(200);
        await RunningArea.Until(async () => $"{await Found(area.WestHttp, reader, room.At)}"
            .Contains("[taken out]", StringComparison.Ordinal));
        (await area.Http.Put($"{shared}/withdrawal", scene.Lead)).Is(200);
        await RunningArea.Until(async () => await Found(area.WestHttp, reader, room.At) is null);
        (await western.Get("/sentences")).Is(200).DoesNotSay(texts[0][9..]);
        Assert.Equal("votable", (await area.Http.Get(atHome, scene.Lead)).Is(200).GetProperty("state").GetString());
    }

    [Fact]
    public async Task Nothing_is_shared_with_an_area_that_does_not_know_it_or_across_a_closed_border()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Old);
        await areas.Start(areas.East, Accepts.Here);
        var eastern = await areas.APerson(areas.East);
        var coordinator = await areas.APerson(areas.West, "coordinator");
        var first = await ASharedSentence(areas);
        await RunningArea.Until(async () =>
            (await areas.EastHttp.Get("area")).Is(200).GetProperty("neighbours")[0]
                .GetProperty("reachable").GetBoolean());
        Assert.False(await IsRead());
        Assert.DoesNotContain("sentences", (await areas.WestHttp.Get("link/ledger", coordinator)).Text);

        await areas.Stop(areas.West);
        await areas.Start(areas.West, Accepts.Here);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, first) is not null);

        Assert.Equal(204, (await areas.WestHttp.Put("link/border/east-sussex", coordinator)).Status);
        var second = await ASharedSentence(areas);
        await RunningArea.Until(async () => !await IsRead());
        Assert.Null(await Found(areas.EastHttp, eastern, second));
        Assert.NotNull(await Found(areas.EastHttp, eastern, first));
        using var browser = Browser.At(areas[areas.East], eastern);
        (await browser.Get("/sentences")).Is(200).Says("West Sussex has not answered since");
        Assert.Equal(204, (await areas.WestHttp.Delete("link/border/east-sussex", coordinator)).Status);
        await RunningArea.Until(async () => await Found(areas.EastHttp, eastern, second) is not null);

        async Task<bool> IsRead() =>
            (await Elsewhere(areas.EastHttp, eastern)).GetProperty("areas")[0].GetProperty("reachable").GetBoolean();
    }

    [Fact]
    public async Task A_card_that_no_sentences_could_have_is_skipped_and_the_others_are_read()
    {
        var good = ACard();
        var cards = new[] { ACard(new('x', SentenceFields.Said.Max + 1)), good, ACard() with { Year = 0 } };
        await using var north = await FakeNeighbour.Start(area.North);
        north.Cards = http => Serve(http, "a", cards);
        var reader = await area.APerson();
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{good.Id}") is not null);
        foreach (var card in (SentencesCard[])[cards[0], cards[2]])
            Assert.Null(await Found(area.Http, reader, $"{card.Id}"));
        north.Cards = http => Serve(http, "b", []);
        await RunningArea.Until(async () => await Found(area.Http, reader, $"{good.Id}") is null);
    }

    private static SentencesCard ACard(string text = "We decide together") => new()
    {
        Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Year = 2026,
        Sentences = [new(text, SentenceKind.Sentence)],
    };

    /// <summary>The address of a gathering in West Sussex with a sentence that other areas can read.</summary>
    private static async Task<string> ASharedSentence(TwoAreas areas)
    {
        var http = areas.WestHttp;
        Person[] leads = [await areas.APerson(areas.West), await areas.APerson(areas.West)];
        var groups = ImmutableArray<GroupId>.Empty;
        foreach (var lead in leads) groups = groups.Add(await http.Begin(lead));
        var room = new RoomOfSentences($"gatherings/{Guid.CreateVersion7()}", [new(Guid.CreateVersion7())]);
        (await http.Put(room.At, leads[0], GatheringAccess.APlan(groups[0], groups[1]))).Is(201);
        (await http.Put($"{room.At}/keepers/{groups[1]}", leads[1])).Is(200);
        (await http.Put($"{room.At}/tables/{room.Tables[0]}", leads[0], new LayTable(Animal.Otter, 6))).Is(201);
        (await http.Put($"{room.At}/opening", leads[0])).Is(200);
        var at = room.New();
        (await http.Put(at, leads[0], room.Says(0, "Together"))).Is(201);
        var heard = new AgreeToSentence("Together") { Readers = Readers.AllAreas };
        (await http.Put($"{at}/agreements/{room.Tables[0]}", leads[0], heard)).Is(200);
        (await http.Put($"{at}/voting", leads[0])).Is(200);
        return room.At;
    }

    private static Task Serve(HttpContext http, string feed, SentencesCard[] cards)
    {
        http.Response.Headers[Accepts.LettersHeader] = string.Join(", ", Accepts.First.Letters);
        http.Response.Headers[Accepts.CardsHeader] = "group, sentences";
        if (http.Request.Path != SharedFeeds.Sentences.Path) return FakeNeighbour.Json(http, FakeNeighbour.EmptyPage);
        var isStart = http.Request.Query["feed"] != feed || http.Request.Query["afterChangeNumber"] == "0";
        var items = cards.Select((card, place) =>
            new SharedFeedItem<SentencesCard>(CardState.Updated, "sentences", card.Id.Value, place + 1, card));
        var page = new SharedFeedPage<SentencesCard>(
            $"/x?feed={feed}&afterChangeNumber={cards.Length}", isStart ? [.. items] : []);
        return FakeNeighbour.Json(http, JsonSerializer.Serialize(page, LinkJson.Sending));
    }

    private static async Task<JsonElement> Elsewhere(ApiClient http, Person reader) =>
        (await http.Get("sentences/elsewhere", reader)).Is(200);

    private static async Task<JsonElement?> Found(ApiClient http, Person reader, string at)
    {
        var items = (await Elsewhere(http, reader)).GetProperty("items").EnumerateArray()
            .Where(card => $"{card.GetProperty("id")}" == at[^36..]).ToList();
        return items.Count == 0 ? null : items.Single();
    }
}
