using PeerNet.Contracts.Gatherings;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Counting by hand over HTTP: what is entered, what is refused, and who sees what.</summary>
public sealed class CountingTests(RunningArea area)
{
    [Fact]
    public async Task Four_tables_are_counted_once_however_often_and_in_whatever_order_they_come()
    {
        var (scene, question) = await Asked(6, 5, 7, 6);
        var hands = question.FourTables();
        foreach (var table in (int[])[3, 1, 2, 0])
        {
            var first = await area.Http.Put(question.Entry(table), scene.Lead, hands[table]);
            first.Is(201);
            var again = await area.Http.Put(question.Entry(table), scene.Lead, hands[table]);
            again.Is(200);
            Assert.Equal(first.Text, again.Text);
            Assert.Equal(first.Text, (await area.Http.Get(question.Entry(table), scene.Lead)).Text);
        }
        (await area.Http.Put(question.Entry(0), scene.Lead, hands[0] with { Counts = [4, 4, 1, 0] }))
            .Refuses(409, "gathering.tally-differs");
        var result = await scene.Close(area.Http, question);
        Assert.Equal(("likedByMost", "23: B15 A14 C6 D2"), (result.Word("finding"), result.Figures()));
        Assert.Equal("A B", result.Standing());
    }

    [Fact]
    public async Task Two_counts_that_differ_leave_the_table_out_until_one_replaces_both()
    {
        var (scene, question) = await Asked(6, 5, 7, 6);
        var hands = question.FourTables();
        await scene.Count(area.Http, question, hands);
        (await area.Http.Put(question.Entry(13), scene.Other, hands[3])).Is(201);
        var other = hands[0] with { Counts = [5, 3, 1, 0] };
        (await area.Http.Put(question.Entry(10), scene.Other, other)).Is(201);
        var listed = (await area.Http.Get($"{question.At}/tallies", scene.Other)).Is(200).GetProperty("tables");
        Assert.Equal(
            ["differs", "counted", "counted", "counted"], listed.EnumerateArray().Select(one => one.Word("state")));
        var result = await scene.Close(area.Http, question);
        Assert.Equal((3, 4), (result.Number("tablesIn"), result.Number("tablesAsked")));
        Assert.Equal("17: B12 A10 C5 D2", result.Figures());
        (await area.Http.Put(question.Entry(20), scene.Other, other with
        {
            Replaces = [question.IdOf(0), question.IdOf(10)],
        })).Is(201);
        var mended = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal((4, 1), (mended.Number("tablesIn"), mended.Number("lateTables")));
    }

    [Fact]
    public async Task A_sheet_that_cannot_be_right_is_refused_with_its_table_and_box()
    {
        var (scene, question) = await Asked(6);
        var hands = question.Hands(0, 6, 4, 3, 1, 0);
        await Refuses(hands with { Counts = [4, 7, 1, 0] }, "counts", "badger table, check B");
        await Refuses(hands with { TookPart = 7 }, "tookPart", "badger table, check took part");
        await Refuses(hands with { Present = 7 }, "present", "badger table, check present");
        question = question.Another();
        await scene.Open(area.Http, question, new() { Kind = QuestionKind.Quiz, Text = "Is this it?" });
        await Refuses(hands with { Counts = [4, 2, 1, 0] }, "counts", "badger table, check all boxes together");
        question = question.Another();
        await scene.Open(area.Http, question, RoomCounts.OfFour with { Kind = QuestionKind.Voices });
        await Refuses(
            hands with { Counts = [6, 6, 6, 1] }, "counts",
            "badger table, check all boxes together: there can be at most 18");

        async Task Refuses(EnterTally wrong, string field, string detail)
        {
            var answer = await area.Http.Put(question.Entry(1), scene.Lead, wrong);
            answer.Refuses(422, "gathering.more-voices-than-people", field);
            Assert.Contains(detail, answer.Json.Word("detail"), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Before_it_is_closed_the_answer_is_the_same_with_no_votes_and_with_sixty()
    {
        var (scene, question) = await Asked([.. Enumerable.Repeat(10, 6)]);
        Person[] readers = [scene.Stranger, scene.Lead, scene.Coordinator];
        var before = await Read();
        await scene.Count(
            area.Http, question, Enumerable.Range(0, 6).Select(table => question.Hands(table, 10, 9, 5, 5, 1)));
        Assert.Equal(before, await Read());
        Assert.Contains(":60", (await scene.Close(area.Http, question)).GetRawText(), StringComparison.Ordinal);

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
        foreach (var (table, hands) in question.FourTables().Index())
            (await area.Http.Put(question.Entry(table), scene.Other, hands)).Is(201);
        (await area.Http.Get(question.Entry(0), scene.Other)).Is(200);
        foreach (var reader in new[] { scene.Lead, scene.Member, scene.Coordinator })
            (await area.Http.Get(question.Entry(0), reader)).Refuses(404, "gathering.tally-not-found");
        (await area.Http.Put(question.Entry(0), scene.Lead, question.FourTables()[0]))
            .Refuses(409, "gathering.tally-differs");
        await scene.Close(area.Http, question);
        foreach (var reader in new[] { scene.Lead, scene.Coordinator, scene.Member })
        {
            foreach (var path in (string[])[question.Gathering, $"{question.At}/tallies", $"{question.At}/result"])
            {
                var answer = await area.Http.Get(path, reader);
                if (answer.Status != 403) Assert.DoesNotContain("counts", answer.Text, StringComparison.Ordinal);
            }
        }
    }

    private async Task<(Scene Scene, RoomQuestion Question)> Asked(params int[] present)
    {
        var scene = await (await Scene.Make(area)).Known();
        return (scene, await scene.AQuestion(area.Http, RoomCounts.OfFour, present));
    }
}
