using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>A coordinator plans a gathering for two groups, in a browser without JavaScript.</summary>
public sealed class FoundingPageTests(RunningArea area)
{
    [Fact]
    public async Task A_coordinator_plans_it_and_it_begins_once_leads_of_two_groups_keep_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var list = (await coordinator.Get($"/{scene.At}/gatherings")).Is(200).DoesNotSay("What other areas have asked");
        var form = (await coordinator.Get(list.Link("Plan a gathering"))).Is(200).Says("You do not keep it.");
        (string, string)[] typed =
            [("title", "A big room"), ("heldOn", $"{RunningArea.Today.AddDays(7):yyyy-MM-dd}"),
            ("startsAt", "14:00"), ("groups", $"{second}")];
        var planned = (await coordinator.Submit(form, null, typed)).Is(200)
            .Says("waiting for an answer").DoesNotSay("You keep it for");
        (await coordinator.Submit(form, null, typed)).Is(200);
        var at = planned.Path[1..];
        (await area.Http.Put($"{at}/opening", scene.Coordinator)).Refuses(403, "gathering.keepers-only");
        var change = (await coordinator.Get(planned.Link("Change the plan"))).Is(200);
        planned = (await coordinator.Submit(change, null, ("place", "The library"))).Is(200).Says("The library");
        (await coordinator.Get(planned.Link("Cancel it"))).Is(200);
        (await coordinator.Get($"/{at}/tables")).Is(403);
        using var lead = Browser.At(area.East, scene.Lead);
        await RunningArea.Until(
            async () => (await lead.Get("/home")).Has("Will your group hold A big room with others?"));
        change = (await coordinator.Get(planned.Link("Change the plan"))).Is(200);
        (await lead.Submit((await lead.Get($"/{at}")).Is(200), $"/{at}/keep")).Is(200)
            .Says("It can begin once a lead of another group keeps it too.");
        (await coordinator.Submit(change, null, ("place", "The hall"))).Is(422)
            .Says("A lead keeps it now. Ask them to change the plan.").Says("The library");
        (await coordinator.Get($"/{at}")).Is(200).DoesNotSay("Change the plan");
        (await coordinator.Get($"/{at}/change")).Is(403);
        (await area.Http.Put($"{at}/opening", scene.Lead)).Refuses(422, "gathering.needs-two-keepers");
        (await area.Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        (await area.Http.Put($"{at}/opening", scene.Lead)).Is(200);

        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{scene.At}/gatherings")).Is(200).DoesNotSay("Plan a gathering");
        (await member.Get($"/gatherings/new?group={scene.Group}")).Is(403);
    }

    [Fact]
    public async Task A_coordinator_names_only_groups_that_are_there()
    {
        var scene = await (await Scene.Make(area)).Known();
        var plan = GatheringAccess.APlan(scene.Group, new(Guid.CreateVersion7()));
        (await area.Http.Put($"gatherings/{Guid.CreateVersion7()}", scene.Coordinator, plan))
            .Refuses(422, "gathering.field", "groups");
    }
}
