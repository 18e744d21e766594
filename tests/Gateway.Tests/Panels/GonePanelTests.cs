using PeerNet.Contracts;
using PeerNet.Contracts.Panels;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>What is left of a panel: nothing.</summary>
public sealed class GonePanelTests(RunningArea area)
{
    [Fact]
    public async Task A_lead_of_another_of_its_groups_cannot_end_it_and_reads_whom_to_ask()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = await scene.APanelDraft(area.Http, APanel(scene.Group, second));
        (await area.Http.Delete(at, scene.Other)).Refuses(403, "panel.not-yours-to-end");
        using var lead = Browser.At(area.East, scene.Lead);
        using var other = Browser.At(area.East, scene.Other);
        var page = (await other.Get($"/{at}")).Is(200)
            .Says($"To end this panel sooner, ask a lead of {Scene.Description.Name}. They set it up.")
            .DoesNotSay("Delete all of it");
        (await lead.Get($"/{at}")).Is(200).Says("Delete all of it").DoesNotSay("To end this panel sooner");
        (await other.Post($"{page.Path}/end", page.Token())).Is(403);
        (await area.Http.Get(at, scene.Lead)).Is(200);
    }

    [Fact]
    public async Task A_lead_ends_it_sooner_and_nothing_is_left()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await APanelWith("ended-soon", scene, RunningArea.Today);
        (await area.Http.Delete(at, scene.CoLead)).Is(204);
        await IsGone(at, scene, "ended-soon");
    }

    private async Task IsGone(string at, Scene scene, string mark)
    {
        (await area.Http.Get(at, scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Get($"{at}/candidates/a", scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Delete(at, scene.Lead)).Refuses(404, "panel.not-found");
        (await area.Http.Put(at, scene.Lead, APanel(scene.Group))).Refuses(410, "panel.gone");
        var list = (await area.Http.Get($"{scene.At}/panels", scene.Lead)).Is(200);
        Assert.Empty(list.GetProperty("items").EnumerateArray());
        Assert.Empty(await KeptRows.With(area.East, mark));
        var row = Assert.Single(await KeptRows.With(area.East, $"{IdOf(at)}"));
        Assert.DoesNotContain($"{scene.Group}", row, StringComparison.Ordinal);
    }

    private async Task<string> APanelWith(string mark, Scene scene, DateOnly day)
    {
        var says = APanel(scene.Group) with { HeldOn = day, Title = $"{mark} title", Questions = [$"{mark} asked"] };
        var at = await scene.AnAgreedPanel(area.Http, says);
        var answer = new CountedThumbs
        {
            QuestionId = PanelQuestionId.At(IdOf(at), 0), Up = 4, Middle = 0, Down = 1, Reasons = [$"{mark} reason"],
        };
        var sheet = new EnterSheet { SheetId = Ids.Random<SheetId>(), Answers = [answer] };
        (await area.Http.Put($"{at}/candidates/a", scene.Lead, sheet)).Is(201);
        return at;
    }
}
