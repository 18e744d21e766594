using System.Text.Json;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Counting by hand over HTTP: what is entered, what is refused, and who sees what.</summary>
public sealed class CountingTests(RunningArea area)
{
    private static readonly AskQuestion OfFour =
        GatheringAccess.AVote with { Options = ["Together", "With us", "From the start", "As equals"] };

    [Fact]
    public async Task Four_tables_are_counted_once_however_often_and_in_whatever_order_they_come()
    {
        var (scene, question) = await Asked(6, 5, 7, 6);
        var hands = FourTables(question);
        foreach (var table in (int[])[3, 1, 2, 0])
        {
            (await area.Http.Put(question.Entry(table), scene.Lead, hands[table])).Is(201);
            var again = await area.Http.Put(question.Entry(table), scene.Lead, hands[table]);
            Assert.Equal((await area.Http.Get(question.Entry(table), scene.Lead)).Text, again.Text);
            again.Is(200);
        }
        (await area.Http.Put(question.Entry(0), scene.Lead, hands[0] with { Counts = [4, 4, 1, 0] }))
            .Refuses(409, "gathering.tally-differs");
        var result = await Closed(scene, question);
        Assert.Equal(("likedByMost", "23: B15 A14 C6 D2"), (Word(result, "finding"), Figures(result)));
        Assert.Equal("B A", Standing(result));
    }

    [Fact]
    public async Task Two_counts_that_differ_leave_the_table_out_until_one_replaces_both()
    {
        var (scene, question) = await Asked(6, 5, 7, 6);
        var hands = FourTables(question);
        foreach (var table in (int[])[0, 1, 2, 3])
            (await area.Http.Put(question.Entry(table), scene.Lead, hands[table])).Is(201);
        (await area.Http.Put(question.Entry(13), scene.Other, hands[3])).Is(201);
        var other = hands[0] with { Counts = [5, 3, 1, 0] };
        (await area.Http.Put(question.Entry(10), scene.Other, other)).Is(201);
        var listed = (await area.Http.Get($"{question.At}/tallies", scene.Other)).Is(200).GetProperty("tables");
        Assert.Equal(["differs", "counted", "counted", "counted"], Words(listed, "state"));
        var result = await Closed(scene, question);
        Assert.Equal((3, 4), (Number(result, "tablesIn"), Number(result, "tablesAsked")));
        Assert.Equal("17: B12 A10 C5 D2", Figures(result));
        (await area.Http.Put(question.Entry(20), scene.Other, other with
        {
            Replaces = [question.IdOf(0), question.IdOf(10)],
        })).Is(201);
        var mended = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal((4, 1), (Number(mended, "tablesIn"), Number(mended, "lateTables")));
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_right_is_refused_with_its_table_and_box()
    {
        var (scene, question) = await Asked(6);
        var hands = question.Hands(0, 6, 4, 3, 1, 0);
        await Refuses(hands with { Counts = [4, 7, 1, 0] }, "counts", "badger table, check B");
        await Refuses(hands with { TookPart = 7 }, "tookPart", "badger table, check took part");
        await Refuses(hands with { Present = 7 }, "present", "badger table, check present");
        await scene.Open(area.Http, question = question with { At = $"{question.At[..^36]}{Guid.CreateVersion7()}" },
            new() { Kind = QuestionKind.Quiz, Text = "Is this it?" });
        await Refuses(hands with { Counts = [4, 2, 1, 0] }, "counts", "badger table, check all boxes together");
        await scene.Open(area.Http, question = question with { At = $"{question.At[..^36]}{Guid.CreateVersion7()}" },
            OfFour with { Kind = QuestionKind.Voices });
        await Refuses(hands with { Counts = [6, 6, 6, 1] }, "counts", "there can be at most 18");

        async Task Refuses(EnterTally wrong, string field, string detail)
        {
            var answer = await area.Http.Put(question.Entry(1), scene.Lead, wrong);
            answer.Refuses(422, "gathering.more-voices-than-people", field);
            Assert.Contains(detail, Word(answer.Json, "detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_it_is_closed_the_answer_is_the_same_with_no_votes_and_with_sixty()
    {
        var (scene, question) = await Asked([.. Enumerable.Repeat(10, 6)]);
        Person[] readers = [scene.Stranger, scene.Lead, scene.Coordinator];
        var before = await Read();
        for (var table = 0; table < 6; table++)
            (await area.Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 10, 9, 5, 5, 1))).Is(201);
        Assert.Equal(before, await Read());
        Assert.Contains(":60", (await Closed(scene, question)).GetRawText(), StringComparison.Ordinal);

        async Task<List<string>> Read()
        {
            var answers = new List<string>();
            foreach (var reader in readers)
            {
                var answer = (await area.Http.Get($"{question.At}/result", reader))
                    .Refuses(409, "gathering.still-open");
                var body = System.Text.Json.Nodes.JsonNode.Parse(answer.Text)!.AsObject();
                body.Remove("traceId");
                answers.Add(body.ToJsonString());
            }
            return answers;
        }
    }

    [Fact]
    public async Task Nobody_reads_a_table_s_counts_but_who_entered_them()
    {
        var (scene, question) = await Asked(6, 5, 7, 6);
        foreach (var (table, hands) in FourTables(question).Index())
            (await area.Http.Put(question.Entry(table), scene.Other, hands)).Is(201);
        (await area.Http.Get(question.Entry(0), scene.Other)).Is(200);
        foreach (var reader in new[] { scene.Lead, scene.Member, scene.Coordinator })
            (await area.Http.Get(question.Entry(0), reader)).Refuses(404, "gathering.tally-not-found");
        (await area.Http.Put(question.Entry(0), scene.Lead, FourTables(question)[0]))
            .Refuses(409, "gathering.tally-differs");
        await Closed(scene, question);
        foreach (var reader in new[] { scene.Lead, scene.Coordinator, scene.Member })
        {
            foreach (var path in (string[])[question.Gathering, $"{question.At}/tallies", $"{question.At}/result"])
            {
                var answer = await area.Http.Get(path, reader);
                if (answer.Status != 403) Assert.DoesNotContain("counts", answer.Text, StringComparison.Ordinal);
            }
        }
    }

    [Fact]
    public async Task Ties_share_a_place_and_both_kinds_of_nobody_are_told_apart()
    {
        var (scene, question) = await Asked(6, 6);
        foreach (var (table, voices) in ((int, int)[])[(0, 4), (1, 3)])
            (await area.Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 6, voices, voices, 0, 0)))
                .Is(201);
        var tie = await Closed(scene, question);
        Assert.Equal([1, 1, 3, 3], tie.GetProperty("options").EnumerateArray().Select(one => Number(one, "place")));
        Assert.False(tie.TryGetProperty("people", out _));

        (scene, question) = await Asked(6, 6);
        foreach (var table in (int[])[0, 1])
            (await area.Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 6, 0, 0, 0, 0) with
            {
                TookPart = 0,
            })).Is(201);
        var nobody = await Closed(scene, question);
        (scene, question) = await Asked(6, 6);
        var none = await Closed(scene, question);
        Assert.Equal(("nobodyVoted", "noCount"), (Word(nobody, "finding"), Word(none, "finding")));
        foreach (var text in new[] { nobody.GetRawText(), none.GetRawText() })
            Assert.DoesNotMatch("\"(place|percent|voices|people)\"", text);
    }

    [Fact]
    public async Task A_late_table_is_in_the_words_and_late_tables_that_can_be_shown_are_in_the_figures()
    {
        var (scene, question) = await Asked(6, 5, 7, 6, 5, 5, 5);
        var hands = FourTables(question);
        foreach (var table in (int[])[0, 1, 2])
            (await area.Http.Put(question.Entry(table), scene.Lead, hands[table])).Is(201);
        Assert.Equal("17: A12 B11 C4 D1", Figures(await Closed(scene, question)));
        (await area.Http.Put(question.Entry(4), scene.Lead, question.Hands(4, 5, 0, 5, 0, 0))).Is(201);
        (await area.Http.Put(question.Entry(5), scene.Lead, question.Hands(5, 5, 0, 5, 0, 0))).Is(201);
        var two = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(("17: B11 A12 C4 D1", 2), (Figures(two), Number(two, "lateTables")));
        (await area.Http.Put(question.Entry(6), scene.Lead, question.Hands(6, 5, 0, 5, 0, 0))).Is(201);
        var three = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(("32: B26 A12 C4 D1", 0), (Figures(three), Number(three, "lateTables")));
    }

    [Fact]
    public async Task A_quiz_says_on_what_it_depends_and_how_many_moved()
    {
        var quiz = new AskQuestion { Kind = QuestionKind.Quiz, Text = "Is this it?" };
        var (scene, question) = await Asked(quiz, 8, 8, 8);
        foreach (var table in (int[])[0, 1, 2])
            (await area.Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 8, 3, 3, 1, 1))).Is(201);
        await Closed(scene, question);
        var first = new QuestionId(new(question.At[^36..]));
        var again = question with { At = $"{question.At[..^36]}{Guid.CreateVersion7()}" };
        await scene.Open(area.Http, again, quiz with { Before = first });
        foreach (var table in (int[])[0, 1, 2])
        {
            var hands = again.Hands(table, 8, 1, 1, 0, 6) with { Conditions = table == 0 ? [] : ["who asked"] };
            (await area.Http.Put(again.Entry(10 + table), scene.Lead, hands)).Is(201);
        }
        var result = await Closed(scene, again);
        Assert.Equal(("mostly", 15), (Word(result, "finding"), Number(result, "moved")));
        var condition = Assert.Single(result.GetProperty("conditions").EnumerateArray());
        Assert.Equal(("who asked", 2), (Word(condition, "text"), Number(condition, "tables")));
        Assert.DoesNotMatch("(?i)\"[a-z]*(mean|average|score|rank)[a-z]*\"", result.GetRawText());
    }

    private Task<(Scene Scene, RoomQuestion Question)> Asked(params int[] present) => Asked(OfFour, present);

    private async Task<(Scene Scene, RoomQuestion Question)> Asked(AskQuestion asks, params int[] present)
    {
        var scene = await (await Scene.Make(area)).Known();
        return (scene, await scene.AQuestion(area.Http, asks, present));
    }

    private async Task<JsonElement> Closed(Scene scene, RoomQuestion question)
    {
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
    }

    private static EnterTally[] FourTables(RoomQuestion question) =>
    [
        question.Hands(0, 6, 4, 3, 1, 0), question.Hands(1, 5, 3, 2, 2, 1),
        question.Hands(2, 7, 5, 6, 1, 0) with { TookPart = 6 }, question.Hands(3, 6, 2, 4, 2, 1),
    ];

    private static string Figures(JsonElement result)
    {
        var options = result.GetProperty("options").EnumerateArray();
        return $"{Number(result, "people")}: "
            + string.Join(' ', options.Select(option => $"{Word(option, "box")}{Number(option, "voices")}"));
    }

    private static string Standing(JsonElement result)
    {
        return string.Join(' ', result.GetProperty("options").EnumerateArray()
            .Where(option => option.GetProperty("stands").GetBoolean())
            .Select(option => Word(option, "box")));
    }

    private static IEnumerable<string> Words(JsonElement list, string field) =>
        list.EnumerateArray().Select(one => Word(one, field));

    private static string Word(JsonElement thing, string field) => thing.GetProperty(field).GetString()!;

    private static int Number(JsonElement thing, string field) => thing.GetProperty(field).GetInt32();
}
