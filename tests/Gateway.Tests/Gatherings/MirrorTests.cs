using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Lenses;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Mirror questions over HTTP and on the pages.</summary>
public sealed class MirrorTests(RunningArea area)
{
    private static readonly AskQuestion HeardBack = new()
    {
        Kind = QuestionKind.Mirror,
        Mirror = MirrorTopic.HeardBack,
        Text = MirrorTexts.Of(MirrorTopic.HeardBack).Text,
    };

    [Fact]
    public async Task Both_sides_speak_for_themselves_and_are_held_until_there_are_enough_of_both()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, HeardBack, 6, 6, 6, 6);
        foreach (var table in Enumerable.Range(0, 4))
            (await area.Http.Put(question.Entry(table), scene.Lead, Counted(question, table, role: 2))).Is(201);
        var result = await Closed(scene, question);
        Assert.Equal("mirrored", result.GetProperty("finding").GetString());
        var mirror = result.GetProperty("mirror");
        Assert.Equal((2, "role"), (mirror.GetProperty("apart").GetInt32(), mirror.GetProperty("higher").GetString()));
        Assert.Equal(
            [2, 4], mirror.GetProperty("sides").EnumerateArray().Select(side => side.GetProperty("step").GetInt32()));
        Assert.Equal(4, mirror.GetProperty("bothHats").GetInt32());
        Assert.DoesNotMatch("(?i)\"[a-z]*(mean|average|score|rank)[a-z]*\"", result.GetRawText());

        var next = question.Another();
        await scene.Open(area.Http, next, HeardBack);
        foreach (var table in Enumerable.Range(0, 4))
            (await area.Http.Put(next.Entry(10 + table), scene.Lead, Counted(next, table, role: 1))).Is(201);
        var held = await Closed(scene, next);
        Assert.Equal("notEnough", held.GetProperty("finding").GetString());
        Assert.Equal("role", held.GetProperty("mirror").GetProperty("needsMore")[0].GetString());
        Assert.Empty(held.GetProperty("mirror").GetProperty("sides").EnumerateArray());
        Assert.False(held.GetProperty("mirror").TryGetProperty("apart", out _));
    }

    [Fact]
    public async Task A_slip_answers_with_a_hat_and_a_step()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, HeardBack, 6);
        var slip = (await scene.Slips(area.Http, question, 0, 1))[0];
        (await area.Http.Put($"{question.At}/slips", null, new SpendSlip(slip, ["role4"]))).Is(200);
        (await area.Http.Put($"{question.At}/slips", null, new SpendSlip(slip, ["role4", "both1"])))
            .Refuses(422, "gathering.field");
        using var anybody = Browser.At(area.East.Url);
        var form = await anybody.Submit((await anybody.Get("/slips")).Is(200), "/slips", ("code", slip));
        form.Is(200).Says("I am here for my work: often");
        form.Says("I am here for my work: People heard what happened next.");
    }

    [Fact]
    public async Task A_lens_that_a_question_asks_about_stays_as_it_is_unless_the_question_was_refused()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await LensAccess.ALens(area.Http, scene);
        var asks = new AskQuestion
        {
            Kind = QuestionKind.Mirror,
            Mirror = MirrorTopic.Rung,
            Text = MirrorTexts.Of(MirrorTopic.Rung).Text,
            Options = LensAccess.AText.Steps,
            LensId = new(new(at[^36..])),
        };
        var question = $"{await scene.AKeptGathering(area.Http)}/questions/{Guid.CreateVersion7()}";
        (await area.Http.Put(question, scene.Member, asks)).Refuses(403, "gathering.keepers-only");
        var changed = LensAccess.AText with { Version = "2027" };
        (await area.Http.Put(at, scene.Coordinator, changed)).Is(200);
        (await area.Http.Put(question, scene.Lead, asks)).Is(201);
        (await area.Http.Put(at, scene.Coordinator, LensAccess.AText)).Refuses(409, "lens.in-use");
        (await area.Http.Put(at, scene.Coordinator, changed)).Is(200);
    }

    [Fact]
    public async Task A_keeper_chooses_a_step_of_a_ladder_and_everybody_sees_how_far_apart_they_are()
    {
        var scene = await (await Scene.Make(area)).Known();
        var gathering = (await scene.AQuestion(area.Http, GatheringAccess.AVote, 6, 6, 6, 6)).Gathering;
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{gathering}/questions/new")).Is(200).Says("Which mirror question?");
        (string, string)[] mirror = [("kind", "mirror"), ("mirror", "rung")];
        var wrong = (await lead.Submit(form, null, [.. mirror, ("text", "Well?")])).Is(422)
            .Says("Choose the ladder.").Says("A mirror question has its own words.");
        Assert.NotNull(wrong.Document.QuerySelector("[name=mirror] option[value=rung][selected]"));
        (await lead.Submit(form, null, ("kind", "mirror"))).Is(422).Says("Choose which mirror question it is.");
        var ladder = wrong.Document.QuerySelectorAll("[name=lensId] option")
            .Single(option => option.TextContent == "Ladder of co-production").GetAttribute("value")!;
        (string, string)[] right = [.. mirror, ("text", ""), ("lensId", ladder)];
        var page = (await lead.Submit(wrong, null, right)).Is(200).Says("Which step of this ladder");
        var at = page.Document.QuerySelectorAll("a[href$='/change']")[^1].GetAttribute("href")!;
        (await lead.Get(at)).Is(200).Says("Ladder of co-production");
        var question = new RoomQuestion(gathering, at[1..^"/change".Length], await TablesOf(gathering, scene));
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question.At}/readiness", keeper)).Is(200);
        (await area.Http.Put($"{question.At}/opening", scene.Lead)).Is(200);
        (await lead.Get($"/{gathering}/pack")).Is(200).Says("How many hold up which card?").Says("Co-design")
            .Says("I have been there myself: This is where we were, most of the time.")
            .Says("What kept it one rung lower?");
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{gathering}/screen?question={question.At[^36..]}")).Is(200)
            .Says("This is where we were, most of the time.").Says("Co-design");

        var sheet = (await lead.Get($"/{question.At}/count")).Is(200).Says("I have been there myself: Consultation");
        foreach (var table in question.Tables)
        {
            sheet = (await lead.Get($"/{question.At}/count")).Is(200);
            // Consultation is the fourth step, and co-design the sixth.
            (string, string)[] typed =
                [("tableId", $"{table}"), ("present", "6"), ("tookPart", "5"), ("counts[3]", "3"), ("counts[12]", "2")];
            (await lead.Submit(sheet, null, typed)).Is(200).Says("table is in.");
        }
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await member.Get($"/{gathering}/screen?question={question.At[^36..]}")).Is(200)
            .Says("2 steps apart: people who are here for their work see it higher.")
            .Says("People who have been there themselves: “Consultation”.")
            .Says("People who are here for their work: “Co-design”.");
        var screen = (await member.Get($"/{gathering}/screen?question={question.At[^36..]}")).Is(200);
        Assert.Equal(
            $"/{scene.At}/barriers/new?gathering={gathering[^36..]}",
            screen.Says("What kept it one rung lower?").Link("Say what gets in the way"));
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{gathering}/closing", keeper)).Is(200);
        (await member.Get($"/{gathering}")).Is(200).Says("What kept it one rung lower?");
    }

    private async Task<ImmutableArray<TableId>> TablesOf(string gathering, Scene scene)
    {
        var tables = (await area.Http.Get(gathering, scene.Lead)).Is(200).GetProperty("tables").EnumerateArray();
        return [.. tables.Select(table => new TableId(table.GetProperty("id").GetGuid()))];
    }

    private async Task<JsonElement> Closed(Scene scene, RoomQuestion question)
    {
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
    }

    // Three say "rarely" themselves, and those in a role say "often"; one is both.
    private static EnterTally Counted(RoomQuestion question, int table, int role) =>
        question.Hands(table, 6, 0, 3, 0, 0, 0, 0, 0, 0, role, 0, 1, 0, 0, 0, 0);
}
