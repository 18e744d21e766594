using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.NextSteps;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Which gathering came before one, so that it begins with what is unfinished.</summary>
public sealed class PreviousGatheringTests(RunningArea area)
{
    private ApiClient Http => area.Http;

    [Fact]
    public async Task A_plan_follows_the_last_gathering_of_the_group_that_has_begun_unless_its_lead_says_none()
    {
        var (scene, second) = await Two();
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200);
        Assert.Null(form.Document.QuerySelector("[name=previous]"));
        var begun = await Begun(scene, second, 2);
        await Begun(scene, second, 1);
        (await Http.Put($"gatherings/{Guid.CreateVersion7()}", scene.Lead, APlan(scene, second, 5))).Is(201);
        await AStep(scene, second, begun);
        form = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200);
        Assert.Equal($"{begun}", Chosen(form));
        (string, string)[] typed =
            [("title", "The next room"), ("heldOn", $"{RunningArea.Today.AddDays(7):yyyy-MM-dd}"),
            ("startsAt", "14:00"), ("groups", $"{second}")];
        (await lead.Submit(form, null, typed)).Is(200).Says("Ask for a bench");
        form = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200);
        var wrong = (await lead.Submit(form, null, [.. typed[1..], ("previous", "")])).Is(422);
        Assert.Equal("", Chosen(wrong));
        (await lead.Submit(wrong, null, [.. typed, ("previous", "")])).Is(200).DoesNotSay("Ask for a bench");
    }

    [Fact]
    public async Task A_keeper_of_either_group_says_which_came_before_while_it_is_planned_and_saving_keeps_it()
    {
        var (scene, second) = await Two();
        var begun = await Begun(scene, second, 0);
        await AStep(scene, second, begun);
        var at = $"gatherings/{Guid.CreateVersion7()}";
        (await Http.Put(at, scene.Lead, APlan(scene, second, 7))).Is(201);
        (await Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        using var other = Browser.At(area.East, scene.Other);
        var form = (await other.Get($"/{at}/change")).Is(200);
        Assert.Equal(["", $"{begun}"], form.Document.QuerySelectorAll("[name=previous] option")
            .Select(option => option.GetAttribute("value")!));
        Assert.Equal("", Chosen(form));
        (await other.Submit(form, null, ("previous", $"{begun}"))).Is(200).Says("Ask for a bench");
        using var lead = Browser.At(area.East, scene.Lead);
        form = (await lead.Get($"/{at}/change")).Is(200);
        Assert.Equal($"{begun}", Chosen(form));
        (await lead.Submit(form, null, ("minutes", "60"))).Is(200).Says("Ask for a bench");
        form = (await lead.Get($"/{at}/change")).Is(200);
        (await lead.Submit(form, null, ("previous", ""))).Is(200).DoesNotSay("Ask for a bench");
    }

    private async Task<(Scene Scene, GroupId Second)> Two()
    {
        var scene = await (await Scene.Make(area)).Known();
        return (scene, await scene.ASecondGroup(Http));
    }

    private async Task<GatheringId> Begun(Scene scene, GroupId second, int days)
    {
        var id = new GatheringId(Guid.CreateVersion7());
        (await Http.Put($"gatherings/{id}", scene.Lead, APlan(scene, second, days))).Is(201);
        (await Http.Put($"gatherings/{id}/keepers/{second}", scene.Other)).Is(200);
        (await Http.Put($"gatherings/{id}/opening", scene.Lead)).Is(200);
        return id;
    }

    private async Task AStep(Scene scene, GroupId second, GatheringId gathering)
    {
        var step = StepsInAScene.AStep(scene.Group, second) with { Text = "Ask for a bench", GatheringId = gathering };
        (await Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, step)).Is(201);
    }

    private static PlanGathering APlan(Scene scene, GroupId second, int days) =>
        GatheringAccess.APlan(scene.Group, second) with { HeldOn = RunningArea.Today.AddDays(days) };

    private static string? Chosen(Shown page) =>
        page.Document.QuerySelector("[name=previous] option[selected]")?.GetAttribute("value");
}
