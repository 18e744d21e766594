using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Gatherings;
using static PeerNet.Gateway.Tests.Sentences.RoomOfSentences;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>Sentences over HTTP, from a table's words to the vote.</summary>
public sealed class SentenceTests(RunningArea area)
{
    [Fact]
    public async Task A_join_waits_for_both_tables_starts_without_voices_and_leaves_its_parents_votable()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 3);
        var one = await scene.AVotableSentence(area.Http, room, 0, "Together");
        var three = await scene.AVotableSentence(area.Http, room, 2, "As equals");
        await scene.AVoteOn(area.Http, room, [one, three], [6, 2], [6, 2], [6, 2]);
        var join = room.New();
        var says = Joined(one, three);
        (await area.Http.Put(join, scene.Other, says)).Is(201);
        (await area.Http.Put(join, scene.Other, says)).Is(200);
        (await area.Http.Put($"{join}/voting", scene.Lead)).Refuses(409, "sentence.needs-every-table");
        var heard = new AgreeToSentence(says.Text);
        (await area.Http.Put($"{join}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        (await area.Http.Put($"{join}/agreements/{room.Tables[1]}", scene.Lead, heard))
            .Refuses(404, "gathering.table-not-found");
        (await area.Http.Put($"{join}/voting", scene.Lead)).Refuses(409, "sentence.needs-every-table");
        (await area.Http.Get(join, scene.Member)).Refuses(404, "sentence.not-found");
        var agreed = (await area.Http.Put($"{join}/agreements/{room.Tables[2]}", scene.Other, heard)).Is(200);
        Assert.Equal("offered", agreed.GetProperty("state").GetString());
        Assert.Equal("votable", State((await area.Http.Put($"{join}/voting", scene.Lead)).Is(200)));
        // The voices of its parents stay with them.
        Assert.Equal("standing", State((await area.Http.Get(one, scene.Member)).Is(200)));
        Assert.Equal("votable", State((await area.Http.Get(three, scene.Member)).Is(200)));
        Assert.Equal("votable", State((await area.Http.Get(join, scene.Member)).Is(200)));
        Assert.Equal(2, (await area.Http.Get(join, scene.Member)).Is(200).GetProperty("says").GetProperty("from")
            .GetArrayLength());
        (await area.Http.Put(one, scene.Lead, Joined(join, three))).Refuses(422, "sentence.cycle", "from");
        (await area.Http.Put(join, scene.Lead, says with { Text = "Other" })).Refuses(409, "sentence.frozen");
        (await area.Http.Put(one, scene.Lead, room.Says(0, "Other"))).Refuses(409, "sentence.frozen");
        var later = room.New();
        var next = await scene.AVotableSentence(area.Http, room, 1, "Kindly");
        (await area.Http.Put(later, scene.Lead, Joined(join, next))).Is(201);
        var waits = (await area.Http.Get(later, scene.Lead)).Is(200).GetProperty("waitsFor");
        Assert.Equal(3, waits.GetArrayLength());
    }

    [Fact]
    public async Task Several_stand_side_by_side_once_the_vote_is_closed_and_no_answer_names_a_person()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        string[] texts = [$"Together {RunningArea.Canary}", $"As equals {RunningArea.Canary}", "Never alone"];
        var sentences = new List<string>();
        foreach (var text in texts) sentences.Add(await scene.AVotableSentence(area.Http, room, 0, text));
        await scene.AVoteOn(area.Http, room, [.. sentences], [6, 5, 1], [5, 6, 2]);
        (await area.Http.Put($"{sentences[0]}/withdrawal", scene.Other)).Refuses(409, "sentence.asked");
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{room.At}/closing", keeper)).Is(200);
        (await area.Http.Put($"{sentences[1]}/withdrawal", scene.Lead)).Refuses(409, "sentence.not-open");
        var list = (await area.Http.Get("sentences", scene.Stranger)).Is(200);
        var ours = list.GetProperty("items").EnumerateArray().Where(one => Gathering(one) == room.At).ToList();
        Assert.Equal([texts[0], texts[1]], ours.Select(Text));
        Assert.True(ours[0].GetProperty("isLikedByMost").GetBoolean());
        Assert.False(ours[0].GetProperty("says").TryGetProperty("tableId", out _));
        var all = (await area.Http.Get($"{room.At}/sentences", scene.Member)).Is(200);
        Assert.Equal(
            ["standing", "standing", "votable"], all.GetProperty("items").EnumerateArray().Select(State));
        foreach (var person in new[] { scene.Lead, scene.Other })
        {
            Assert.DoesNotContain($"{person.Id}", all.GetRawText(), StringComparison.Ordinal);
            Assert.DoesNotContain($"{person.Id}", list.GetRawText(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_vote_asks_about_the_texts_as_they_are_and_a_name_is_taken_out_of_both()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var one = await scene.AVotableSentence(area.Http, room, 0, "Ask Robin first");
        var draft = await scene.ASentence(area.Http, room, 0, "As equals");
        var asks = new AskQuestion
        {
            Kind = QuestionKind.Vote,
            Text = "Which?",
            Options = ["Ask Robin first", "As equals"],
            Sentences = [IdOf(one), IdOf(draft)],
        };
        var question = $"{room.At}/questions/{Guid.CreateVersion7()}";
        (await area.Http.Put(question, scene.Lead, asks)).Refuses(422, "gathering.field", "sentences");
        (await area.Http.Put($"{draft}/agreements/{room.Tables[0]}", scene.Lead, new AgreeToSentence("As equals")))
            .Is(200);
        (await area.Http.Put($"{draft}/voting", scene.Lead)).Is(200);
        (await area.Http.Put(question, scene.Lead, asks with { Options = ["Ask Kim first", "As equals"] }))
            .Refuses(422, "gathering.field", "sentences");
        (await area.Http.Put(question, scene.Lead, asks)).Is(201);
        (await area.Http.Put(question, scene.Lead, asks)).Is(200);
        (await area.Http.Put($"{one}/taken-out", scene.Coordinator, new TakeOutWords("Robin"))).Is(200);
        (await area.Http.Put($"{one}/taken-out", scene.Lead, new TakeOutWords("Robin"))).Is(200);
        Assert.Equal("Ask [taken out] first", Text((await area.Http.Get(one, scene.Member)).Is(200)));
        foreach (var at in new[] { room.At, $"{room.At}/sentences" })
        {
            var read = (await area.Http.Get(at, scene.Lead)).Is(200).GetRawText();
            Assert.DoesNotContain("Robin", read, StringComparison.Ordinal);
            Assert.Contains("[taken out]", read, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_table_has_three_definitions_beside_words_and_breadth_is_a_few_tables_below_four()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 4);
        var parents = new List<string>();
        foreach (var table in Enumerable.Range(0, 4))
            parents.Add(await scene.AVotableSentence(area.Http, room, table, $"Text {table}"));
        foreach (var _ in Enumerable.Range(0, 2)) await scene.ASentence(area.Http, room);
        (await area.Http.Put(room.New(), scene.Lead, room.Says(0, "One more"))).Refuses(409, "sentence.table-full");
        var word = room.Says(0, "Trust") with { Kind = SentenceKind.Word };
        (await area.Http.Put(room.New(), scene.Lead, word)).Is(201);
        foreach (var (tables, number) in new[] { (3, (int?)null), (4, 4) })
        {
            var join = (await area.Http.Put(room.New(), scene.Lead, Joined([.. parents[..tables]]))).Is(201);
            var breadth = join.GetProperty("breadth");
            Assert.True(breadth.GetProperty("isAny").GetBoolean());
            Assert.Equal(number, breadth.TryGetProperty("number", out var known) ? known.GetInt32() : null);
        }
    }

    [Fact]
    public async Task Of_two_keepers_who_change_it_the_second_reads_it_again_and_no_yes_lands_on_another_text()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var at = await scene.ASentence(area.Http, room, 0, "Together");
        var read = await area.Http.Get(at, scene.Other);
        var heard = new AgreeToSentence(Text(read.Is(200)));
        (await area.Http.Put(at, scene.Lead, room.Says(0, "As equals"))).Refuses(428, "version.needed");
        (await area.Http.Put(at, scene.Lead, room.Says(0, "As equals"), read.Version)).Is(200);
        (await area.Http.Put(at, scene.Other, room.Says(0, "Kindly"), read.Version)).Refuses(412, "version.stale");
        var table = $"{at}/agreements/{room.Tables[0]}";
        (await area.Http.Put(table, scene.Other, heard)).Refuses(409, "sentence.other-text");
        (await area.Http.Put(table, scene.Other, new AgreeToSentence(""))).Refuses(422, "sentence.field", "text");
        (await area.Http.Put(table, scene.Other, new AgreeToSentence("As equals"))).Is(200);
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var scene = await (await Scene.Make(area)).Known();
        var nowhere = $"gatherings/{Guid.CreateVersion7()}/sentences";
        (await area.Http.Get(nowhere, scene.Lead)).Refuses(404, "gathering.not-found");
        (await area.Http.Get($"{nowhere}/{Guid.CreateVersion7()}", scene.Lead)).Refuses(404, "gathering.not-found");
        var room = await scene.ARoomOfSentences(area.Http);
        (await area.Http.Get(room.New(), scene.Lead)).Refuses(404, "sentence.not-found");
        (await area.Http.Put($"{room.New()}/voting", scene.Lead)).Refuses(404, "sentence.not-found");
    }

    private static string State(JsonElement sentence) => sentence.GetProperty("state").GetString()!;

    private static string Text(JsonElement sentence) =>
        sentence.GetProperty("says").GetProperty("text").GetString()!;

    private static string Gathering(JsonElement sentence) =>
        $"gatherings/{sentence.GetProperty("gatheringId").GetString()}";
}
