using System.Text.Json.Nodes;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Sentences;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>A gathering over HTTP, from the plan of two groups to the end.</summary>
public sealed class GatheringTests(RunningArea area)
{
    [Fact]
    public async Task It_needs_two_groups_and_opens_once_both_keep_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = $"gatherings/{Guid.CreateVersion7()}";
        foreach (var groups in (GroupId[][])[[scene.Group], [scene.Group, scene.Group]])
        {
            (await area.Http.Put(at, scene.Lead, GatheringAccess.APlan(groups)))
                .Refuses(422, "gathering.needs-two-keepers");
            (await area.Http.Get(at, scene.Lead)).Refuses(404, "gathering.not-found");
        }
        var two = GatheringAccess.APlan(scene.Group, second);
        (await area.Http.Put(at, scene.Lead, two)).Is(201);
        (await area.Http.Put(at, scene.Lead, two)).Is(200);
        (await area.Http.Put($"{at}/opening", scene.Lead)).Refuses(422, "gathering.needs-two-keepers");
        (await area.Http.Put($"{at}/keepers/{second}", scene.Lead)).Refuses(403, "gathering.leads-only");
        (await area.Http.Delete($"{at}/keepers/{second}", scene.Other)).Is(204);
        (await area.Http.Delete($"{at}/keepers/{second}", scene.Other)).Is(204);
        (await area.Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        (await area.Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        (await area.Http.Put($"{at}/opening", scene.Other)).Is(200);
        var read = (await area.Http.Get(at, scene.Stranger)).Is(200);
        Assert.Equal("open", read.GetProperty("state").GetString());
        Assert.DoesNotContain($"{scene.Lead.Id}", read.GetRawText(), StringComparison.Ordinal);
        Assert.DoesNotContain($"{scene.Other.Id}", read.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_lead_takes_it_over_once_its_keeper_no_longer_leads_the_group()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        var keeping = $"{at}/keepers/{scene.Group}";
        (await area.Http.Put(keeping, scene.CoLead)).Refuses(409, "gathering.already-kept");
        (await area.Http.Put($"{scene.At}/members/{scene.Lead.Id}", scene.Coordinator, new { part = "member" }))
            .Is(200);
        await RunningArea.Until(async () => (await area.Http.Put(keeping, scene.CoLead)).Status == 200);
        (await area.Http.Put($"{at}/opening", scene.Lead)).Refuses(403, "gathering.keepers-only");
        (await area.Http.Put($"{at}/opening", scene.CoLead)).Is(200);
    }

    [Fact]
    public async Task A_table_at_which_nobody_sits_is_taken_away_unless_it_has_said_something()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 3);
        var tables = room.Tables.Select(table => $"{room.At}/tables/{table}").ToArray();
        var said = await scene.ASentence(area.Http, room, 1, "Together");
        (await area.Http.Put($"{said}/withdrawal", scene.Lead)).Is(200);
        foreach (var empty in (int[])[1, 2])
            (await area.Http.Put(tables[empty], scene.Lead, new LayTable((Animal)empty, 0))).Is(200);
        foreach (var used in (int[])[0, 1])
            (await area.Http.Delete(tables[used], scene.Lead)).Refuses(409, "gathering.table-in-use");
        (await area.Http.Delete(tables[2], scene.Member)).Refuses(403, "gathering.keepers-only");
        foreach (var _ in Enumerable.Range(0, 2)) (await area.Http.Delete(tables[2], scene.Other)).Is(204);
        (await area.Http.Delete($"{room.At}/tables/{Guid.CreateVersion7()}", scene.Lead))
            .Refuses(404, "gathering.table-not-found");
        var left = (await area.Http.Get(room.At, scene.Member)).Is(200).GetProperty("tables").EnumerateArray();
        Assert.Equal(room.Tables[..2], left.Select(table => new TableId(table.GetProperty("id").GetGuid())));
        (await area.Http.Put(room.New(), scene.Lead, room.Says(2, "Apart"))).Refuses(404, "gathering.table-not-found");
    }

    [Fact]
    public async Task Two_keepers_close_it_with_every_question()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        var asked = (await area.Http.Put($"{question.Gathering}/closing", scene.Lead)).Is(200);
        Assert.Equal("open", asked.GetProperty("state").GetString());
        (await area.Http.Put($"{question.Gathering}/closing", scene.Lead)).Is(200);
        (await area.Http.Get($"{question.At}/result", scene.Member)).Refuses(409, "gathering.still-open");
        var closed = (await area.Http.Put($"{question.Gathering}/closing", scene.Other)).Is(200);
        Assert.Equal("closed", closed.GetProperty("state").GetString());
        Assert.Equal(2, closed.GetProperty("closedFor").GetArrayLength());
        var result = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal("noCount", result.GetProperty("finding").GetString());
        (await area.Http.Put($"{question.Gathering}/cancellation", scene.Lead, new CancelGathering("Too late")))
            .Refuses(409, "gathering.state");
    }

    [Fact]
    public async Task A_cancelled_one_says_why_and_stays_cancelled()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AGathering(area.Http);
        var cancel = new CancelGathering($"No room {RunningArea.Canary}");
        (await area.Http.Put($"{at}/cancellation", scene.Lead, cancel)).Is(200);
        (await area.Http.Put($"{at}/cancellation", scene.Lead, cancel)).Is(200);
        var read = (await area.Http.Get(at, scene.Member)).Is(200);
        Assert.Equal(cancel.Reason, read.GetProperty("cancelledBecause").GetString());
        (await area.Http.Put($"{at}/opening", scene.Lead)).Refuses(409, "gathering.state");
    }

    [Fact]
    public async Task A_ready_question_stays_as_it_is_and_a_quiz_has_no_right_answer()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.ADraft(area.Http);
        (await area.Http.Get(at[..at.IndexOf("/questions", StringComparison.Ordinal)], scene.Member)).Is(200);
        (await area.Http.Get($"{at}/result", scene.Member)).Refuses(404, "gathering.question-not-found");
        (await area.Http.Put(at, scene.Other, GatheringAccess.AVote with { Text = "Another text" })).Is(200);
        foreach (var keeper in new[] { scene.Lead, scene.Other, scene.Lead })
            (await area.Http.Put($"{at}/readiness", keeper)).Is(200);
        (await area.Http.Put(at, scene.Lead, GatheringAccess.AVote)).Refuses(409, "gathering.question-fixed");
        (await area.Http.Put($"{at}/opening", scene.Lead)).Refuses(409, "gathering.question-state");
        var quiz = JsonNode.Parse("""{"kind":"quiz","text":"Is this it?","correct":"yes"}""");
        (await area.Http.Put($"{at[..^36]}{Guid.CreateVersion7()}", scene.Lead, quiz))
            .Refuses(400, "request.unreadable", "correct");
    }

    [Fact]
    public async Task What_is_somebody_else_s_or_not_there_is_not_found()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        var nowhere = $"gatherings/{Guid.CreateVersion7()}";
        (await area.Http.Get(nowhere, scene.Lead)).Refuses(404, "gathering.not-found");
        (await area.Http.Put($"{nowhere}/opening", scene.Lead)).Refuses(404, "gathering.not-found");
        (await area.Http.Put($"{nowhere}/keepers/{scene.Group}", scene.Lead)).Refuses(404, "gathering.not-found");
        (await area.Http.Put($"{question.Gathering}/keepers/{Guid.CreateVersion7()}", scene.Lead))
            .Refuses(404, "gathering.group-not-found");
        var missing = $"{question.Gathering}/questions/{Guid.CreateVersion7()}";
        foreach (var path in (string[])["result", "tallies"])
            (await area.Http.Get($"{missing}/{path}", scene.Lead)).Refuses(404, "gathering.question-not-found");
        var hands = question.Hands(0, 6, 4, 3);
        (await area.Http.Put($"{missing}/tallies/{Guid.CreateVersion7()}", scene.Lead, hands))
            .Refuses(404, "gathering.question-not-found");
        (await area.Http.Put(question.Entry(1), scene.Lead, hands with { TableId = new(Guid.CreateVersion7()) }))
            .Refuses(404, "gathering.table-not-found");
        (await area.Http.Put($"{question.Gathering}/tables/{Guid.CreateVersion7()}", scene.Lead,
            new LayTable((Animal)0, 4))).Refuses(409, "gathering.label-taken");
        (await area.Http.Put(question.Entry(1), scene.Lead, hands)).Is(201);
        (await area.Http.Put($"{question.Gathering}/tables/{question.Tables[0]}", scene.Lead,
            new LayTable((Animal)0, 5))).Refuses(422, "gathering.fewer-than-counted", "present");
    }

    [Fact]
    public async Task Erasing_a_keeper_changes_no_result()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        (await area.Http.Put(question.Entry(1), scene.Other, question.Hands(0, 6, 4, 3))).Is(201);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        var before = (await area.Http.Get($"{question.At}/result", scene.Member)).Text;
        (await area.Http.Delete($"members/{scene.Other.Id}", scene.Other)).IsYes();
        await RunningArea.Until(async () => (await area.Http.Get(question.Gathering, scene.Member)).Text
            .Contains("\"erased\"", StringComparison.Ordinal));
        Assert.Equal(before, (await area.Http.Get($"{question.At}/result", scene.Member)).Text);
    }
}
