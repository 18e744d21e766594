using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.NextSteps;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.Practices;
using PeerNet.Gateway.Tests.Sentences;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// What visitors read: what other areas receive, at once, and as long as those it belongs to want that.
/// </summary>
public sealed class PublicCardsTests(RunningArea area)
{
    private readonly string mark = $"{Guid.CreateVersion7()}";

    [Fact]
    public async Task A_practice_is_public_from_the_last_yes_until_one_group_takes_it_back()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await Told(Readers.AllAreas);
        var atHome = await Told(Readers.MyArea);
        Assert.Null(await Found("practices", at));
        foreach (var told in (string[])[at, atHome])
            (await area.Http.Put($"{told}/agreements/{scene.Group}", scene.Lead)).Is(200);
        var card = await Read("practices", at, scene);
        Assert.Equal(["area", "id", "weDid", "changed", "wasHard", "layer", "shownOn"], FieldsOf(card));
        Assert.Equal(
            ("east-sussex", $"We rang {mark}"), ($"{card.GetProperty("area")}", $"{card.GetProperty("weDid")}"));
        Assert.Null(await Found("practices", atHome));

        (await area.Http.Put($"{at}/withdrawal", scene.Lead)).Is(200);
        Assert.Null(await Found("practices", at));
        using var visitor = Browser.At(area.East.Url);
        (await visitor.Get($"{WhatGroupsSayPages.Url}/practice")).Is(200).DoesNotSay(mark);

        async Task<string> Told(Readers readers)
        {
            var told = $"practices/{Guid.CreateVersion7()}";
            var says = PracticesInAScene.APractice(scene.Group) with { WeDid = $"We rang {mark}", Readers = readers };
            (await area.Http.Put(told, scene.Member, says)).Is(201);
            return told;
        }
    }

    [Fact]
    public async Task A_barrier_is_public_with_its_answer_and_without_what_is_taken_out_until_it_is_withdrawn()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var at = $"barriers/{Guid.CreateVersion7()}";
        var raise = scene.WeWait(role) with { Text = $"We wait {mark}", Readers = Readers.AllAreas };
        (await area.Http.Put(at, scene.Member, raise)).Is(201);
        Assert.Null(await Found("barriers", at));
        (await area.Http.Put($"{at}/readers", scene.Lead, new ChooseReaders(Readers.AllAreas))).Is(200);
        var atHome = await scene.ABarrier(area.Http, role);
        Assert.Equal($"We wait {mark}", $"{(await Read("barriers", at, scene)).GetProperty("text")}");
        Assert.Null(await Found("barriers", atHome));

        var limit = new LimitId(Guid.CreateVersion7());
        var says = BarriersInAScene.TheAct(role) with { What = $"No local link, says Robin {mark}" };
        (await area.Http.Put($"limits/{limit}", scene.Stranger, says)).Is(201);
        var answer = BarriersInAScene.Cannot(limit);
        (await area.Http.Put($"{at}/answers/{Guid.CreateVersion7()}", scene.Stranger, answer)).Is(200);
        // The limit hears that it is cited, and says what it says, in messages.
        await RunningArea.Until(
            async () => $"{await Found("barriers", at)}".Contains("Robin", StringComparison.Ordinal));
        var card = await Read("barriers", at, scene);
        Assert.Equal(
            ["area", "id", "text", "about", "layer", "roleName", "raisedOn", "state", "answer"], FieldsOf(card));
        Assert.Equal(["kind", "whatStopsMe", "saidOn", "additions", "limit"], FieldsOf(card.GetProperty("answer")));
        Assert.Equal(["what", "kind"], FieldsOf(card.GetProperty("answer").GetProperty("limit")));
        Assert.DoesNotContain($"{role}", $"{card}", StringComparison.OrdinalIgnoreCase);
        (await area.Http.Put($"limits/{limit}/taken-out", scene.Coordinator, new TakeOutWords("Robin"))).Is(200);
        await RunningArea.Until(
            async () => !$"{await Found("barriers", at)}".Contains("Robin", StringComparison.Ordinal));

        (await area.Http.Put($"{at}/withdrawal", scene.Lead)).Is(200);
        Assert.Null(await Found("barriers", at));
    }

    [Fact]
    public async Task What_a_table_says_is_public_from_the_vote_and_a_name_that_is_taken_out_is_gone_at_once()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        string[] texts = [$"Robin decides {mark}", $"At home {mark}"];
        var shared = await scene.ASentence(area.Http, room, 0, texts[0]);
        await scene.AVotableSentence(area.Http, room, 1, texts[1]);
        var heard = new AgreeToSentence(texts[0]) { Readers = Readers.AllAreas };
        (await area.Http.Put($"{shared}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        Assert.Null(await Found("sentences", room.At));
        (await area.Http.Put($"{shared}/voting", scene.Lead)).Is(200);
        var card = await Read("sentences", room.At, scene);
        Assert.Equal(["area", "id", "year", "sentences"], FieldsOf(card));
        var sentence = Assert.Single(card.GetProperty("sentences").EnumerateArray());
        Assert.Equal(["text", "kind"], FieldsOf(sentence));
        Assert.Equal(texts[0], $"{sentence.GetProperty("text")}");

        (await area.Http.Put($"{shared}/taken-out", scene.Lead, new TakeOutWords("Robin"))).Is(200);
        var without = $"{await Found("sentences", room.At)}";
        Assert.DoesNotContain("Robin", without, StringComparison.Ordinal);
        Assert.Contains("[taken out]", without, StringComparison.Ordinal);

        var says = (await area.Http.Get(shared, scene.Lead)).Is(200).GetProperty("says").GetProperty("text");
        var narrowed = new AgreeToSentence($"{says}") { Readers = Readers.MyArea };
        (await area.Http.Put($"{shared}/agreements/{room.Tables[0]}", scene.Lead, narrowed)).Is(200);
        Assert.Null(await Found("sentences", room.At));
    }

    [Fact]
    public async Task A_step_is_public_once_it_is_taken_on_and_until_it_is_taken_back()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = $"next-steps/{Guid.CreateVersion7()}";
        var says = StepsInAScene.AStep(scene.Group, second) with
        {
            Text = $"A bus stop {mark}", Readers = Readers.AllAreas,
        };
        (await area.Http.Put(at, scene.Member, says)).Is(201);
        Assert.Null(await Found("next-steps", at));
        (await area.Http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        var card = await Read("next-steps", at, scene);
        Assert.Equal(["area", "id", "text", "layer", "dueOn", "cost", "state", "lastSaidOn"], FieldsOf(card));
        Assert.Equal("open", $"{card.GetProperty("state")}");
        Assert.DoesNotContain($"{second}", $"{card}", StringComparison.OrdinalIgnoreCase);
        (await area.Http.Put($"{at}/done", scene.Lead)).Is(200);
        Assert.Equal("done", $"{(await Read("next-steps", at, scene)).GetProperty("state")}");
        (await area.Http.Put(at, scene.Lead, says with { Readers = Readers.MyArea })).Is(200);
        Assert.Null(await Found("next-steps", at));
    }

    [Fact]
    public async Task A_visitor_reads_the_card_that_other_areas_receive_to_the_letter()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"practices/{Guid.CreateVersion7()}";
        var says = PracticesInAScene.APractice(scene.Group) with { Readers = Readers.AllAreas };
        (await area.Http.Put(at, scene.Member, says)).Is(201);
        (await area.Http.Put($"{at}/agreements/{scene.Group}", scene.Lead)).Is(200);
        var reader = await area.AWesterner();
        JsonElement? abroad = null;
        await RunningArea.Until(async () =>
            (abroad = Among((await area.WestHttp.Get("practices/elsewhere", reader)).Is(200).GetProperty("items"), at))
                is not null);
        Assert.Equal($"{abroad}", $"{await Found("practices", at)}");
    }

    [Fact]
    public async Task Of_a_limit_that_may_be_disputed_a_visitor_reads_nothing_on_the_page()
    {
        var scene = await (await Scene.Make(area)).Known();
        var role = await scene.ARole(area.Http);
        var at = $"barriers/{Guid.CreateVersion7()}";
        var raise = scene.WeWait(role) with { Text = $"We wait {mark}", Readers = Readers.AllAreas };
        (await area.Http.Put(at, scene.Lead, raise)).Is(201);
        var limit = new LimitId(Guid.CreateVersion7());
        var says = BarriersInAScene.TheAct(role) with { What = $"No local link {mark}" };
        (await area.Http.Put($"limits/{limit}", scene.Stranger, says)).Is(201);
        var answer = BarriersInAScene.Cannot(limit);
        (await area.Http.Put($"{at}/answers/{Guid.CreateVersion7()}", scene.Stranger, answer)).Is(200);
        await RunningArea.Until(
            async () => $"{await Found("barriers", at)}".Contains("No local link", StringComparison.Ordinal));
        using var visitor = Browser.At(area.East.Url);
        (await visitor.Get($"{WhatGroupsSayPages.Url}/barriers")).Is(200)
            .Says($"We wait {mark}").Says(answer.WhatStopsMe!).DoesNotSay("No local link");
    }

    [Theory]
    [InlineData("practices")]
    [InlineData("barriers")]
    [InlineData("sentences")]
    [InlineData("next-steps")]
    public async Task Programs_have_no_list_of_them(string noun)
    {
        var answer = await area.Http.Get($"{noun}/public");
        Assert.Contains(answer.Status, (int[])[401, 404]);
    }

    /// <summary>What visitors are shown of it, as other areas receive it.</summary>
    private async Task<JsonElement?> Found(string noun, string at)
    {
        var cards = area.East.Grains.PublicCards(area.East.Area);
        object all = noun switch
        {
            "practices" => await cards.ListPractices(int.MaxValue),
            "barriers" => await cards.ListBarriers(int.MaxValue),
            "sentences" => await cards.ListSentences(int.MaxValue),
            _ => await cards.ListNextSteps(int.MaxValue),
        };
        return Among(JsonSerializer.SerializeToElement(all, PeerNetJson.Options), at);
    }

    /// <summary>The card, which names no group and nobody.</summary>
    private async Task<JsonElement> Read(string noun, string at, Scene scene)
    {
        var card = (await Found(noun, at))!.Value;
        string[] whose =
        [
            "Tuesday tea", $"{scene.Group}", $"{scene.Member.Id}", $"{scene.Lead.Id}", $"{scene.Stranger.Id}",
        ];
        foreach (var name in whose) Assert.DoesNotContain(name, $"{card}", StringComparison.OrdinalIgnoreCase);
        return card;
    }

    private static string[] FieldsOf(JsonElement card) => [.. card.EnumerateObject().Select(field => field.Name)];

    private static JsonElement? Among(JsonElement cards, string at)
    {
        var items = cards.EnumerateArray()
            .Where(card => $"{card.GetProperty("id")}" == at[^36..]).ToList();
        return items.Count == 0 ? null : items.Single();
    }
}
