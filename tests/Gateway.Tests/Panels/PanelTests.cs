using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Tests.Gatherings;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>A panel over HTTP, from the draft to the end.</summary>
public sealed class PanelTests(RunningArea area)
{
    [Fact]
    public async Task Questions_are_agreed_before_and_are_the_same_for_every_candidate()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var says = APanel(scene.Group, second);
        var at = await scene.APanelDraft(area.Http, says);
        (await area.Http.Put($"{at}/candidates/a", scene.Lead, ASheet(at))).Refuses(409, "panel.not-agreed");
        (await area.Http.Put(at, scene.CoLead, says with { Candidates = 2 })).Refuses(428, "version.needed");
        var changed = await area.Http.Put(at, scene.CoLead, says with { Candidates = 2 }, "\"1\"");
        Assert.Equal(2, changed.Is(200).GetProperty("version").GetInt32());
        (await area.Http.Put($"{at}/agreed", scene.Lead, ifMatch: "\"1\"")).Refuses(412, "version.stale");
        (await area.Http.Put($"{at}/agreed", scene.Other, ifMatch: "\"2\"")).Is(200);
        (await area.Http.Put(at, scene.Lead, says, "*")).Refuses(409, "panel.fixed");

        var sheet = ASheet(at);
        var first = await area.Http.Put($"{at}/candidates/B", scene.Lead, sheet);
        Assert.Equal("b", first.Is(201).GetProperty("candidate").GetString());
        (await area.Http.Put($"{at}/candidates/b", scene.Lead, sheet)).Is(200);
        // The same thumbs and others are answered alike: fewer than five cannot be found out by trying.
        foreach (var guess in new[] { ASheet(at), ASheet(at, 7) })
            (await area.Http.Put($"{at}/candidates/b", scene.Other, guess)).Refuses(428, "version.needed");
        (await area.Http.Put($"{at}/candidates/b", scene.Other, ASheet(at, 7), "\"1\"")).Is(200);
        (await area.Http.Put($"{at}/candidates/b", scene.Lead, sheet)).Refuses(428, "version.needed");
        EnterSheet[] others =
        [
            sheet with { Answers = [sheet.Answers[0]] },
            sheet with { Answers = [sheet.Answers[0], sheet.Answers[0]] },
            sheet with
            {
                Answers = [sheet.Answers[0], sheet.Answers[1] with { QuestionId = new(Guid.CreateVersion7()) }],
            },
        ];
        foreach (var other in others)
            (await area.Http.Put($"{at}/candidates/a", scene.Lead, other)).Refuses(422, "panel.other-questions");
        (await area.Http.Get($"{at}/candidates/a", scene.Lead)).Refuses(404, "panel.sheet-not-found");
    }

    [Fact]
    public async Task A_candidate_is_a_letter_and_a_name_has_no_place()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AnAgreedPanel(area.Http);
        foreach (var letter in new[] { "i", "0", "robin", "a,b" })
            (await area.Http.Put($"{at}/candidates/{letter}", scene.Lead, ASheet(at)))
                .Refuses(400, "request.parameter");
        (await area.Http.Put($"{at}/candidates/d", scene.Lead, ASheet(at))).Refuses(404, "panel.candidate-not-found");
        var named = JsonSerializer.SerializeToNode(ASheet(at), PeerNetJson.Options)!.AsObject();
        named["name"] = "Robin";
        (await area.Http.Put($"{at}/candidates/a", scene.Lead, named)).Refuses(400, "request.unreadable");
        var panel = JsonSerializer.SerializeToNode(APanel(scene.Group), PeerNetJson.Options)!.AsObject();
        panel["name"] = "Robin";
        (await area.Http.Put($"panels/{Guid.CreateVersion7()}", scene.Lead, panel)).Refuses(400, "request.unreadable");
    }

    [Fact]
    public async Task Leads_read_words_and_from_five_thumbs_on_figures_and_never_an_order()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AnAgreedPanel(area.Http);
        (await area.Http.Put($"{at}/candidates/c", scene.Lead, ASheet(at, 40))).Is(201);
        (await area.Http.Put($"{at}/candidates/a", scene.Lead, ASheet(at, 0))).Is(201);
        var read = (await area.Http.Get(at, scene.CoLead)).Is(200);
        var sheets = read.GetProperty("sheets").Deserialize<SheetDetails[]>(PeerNetJson.Options)!;
        Assert.Equal([Candidate.A, Candidate.C], sheets.Select(sheet => sheet.Candidate));
        Assert.Equal(["agreedUp", "tooFew"], Findings(read, 1));
        Assert.Equal(["tooFew", "tooFew"], Findings(read, 0));
        Assert.Equal([(40, 1, 2), (null, null, null)], sheets[1].Answers.Select(one => (one.Up, one.Middle, one.Down)));
        var listed = (await area.Http.Get($"{scene.At}/panels", scene.CoLead)).Is(200).GetProperty("items")[0];
        Assert.Equal((2, 3), (listed.GetProperty("sheetsIn").GetInt32(), listed.GetProperty("candidates").GetInt32()));
    }

    [Fact]
    public async Task Whoever_leads_none_of_its_groups_finds_nothing_whatever_they_send()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.APanelWithASheet(area.Http);
        foreach (var person in new[] { scene.Member, scene.Stranger, scene.Coordinator, scene.NetworkCoordinator })
        {
            (await area.Http.Get(at, person)).Refuses(404, "panel.not-found");
            (await area.Http.Put(at, person, APanel(scene.Group), "*")).Refuses(404, "panel.not-found");
            (await area.Http.Put($"{at}/candidates/a", person, ASheet(at))).Refuses(404, "panel.not-found");
            (await area.Http.Get($"{scene.At}/panels", person)).Refuses(404, "panel.not-found");
        }
    }

    private static IEnumerable<string?> Findings(JsonElement panel, int sheet)
    {
        return panel.GetProperty("sheets")[sheet].GetProperty("answers").EnumerateArray()
            .Select(answer => answer.GetProperty("finding").GetString());
    }
}
