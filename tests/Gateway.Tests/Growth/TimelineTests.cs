using PeerNet.Gateway.Tests.SupportOffers;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>How a group has grown, as its people read it.</summary>
public sealed class TimelineTests(RunningArea area)
{
    [Fact]
    public async Task A_group_s_people_see_its_milestones_without_any_name()
    {
        var scene = await (await Scene.Make(area)).Known();
        Assert.Equal(["founded", "firstCoLead"], await Milestones(scene, scene.Member));
        await scene.ALoggedMeeting();
        var offer = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(offer, scene.Lead, SupportOfferAccess.ALift with { GroupId = scene.Group })).Is(201);
        var match = $"{offer}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, scene.Stranger, SupportOfferAccess.Yes)).Is(201);
        Assert.Equal(["founded", "firstMeeting", "firstCoLead"], await Milestones(scene, scene.Member));
        (await area.Http.Put($"{match}/agreement", scene.Lead, SupportOfferAccess.Yes)).Is(200);
        Assert.Equal(
            ["founded", "firstMeeting", "firstCoLead", "firstOfferTakenUp"], await Milestones(scene, scene.Member));

        var answer = await area.Http.Get($"{scene.At}/timeline", scene.Member);
        foreach (var person in new[] { scene.Lead, scene.CoLead, scene.Member, scene.Stranger })
            Assert.DoesNotContain($"{person.Id}", answer.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(RunningArea.Canary, answer.Text, StringComparison.Ordinal);
        Assert.All(
            answer.Json.GetProperty("items").EnumerateArray(),
            item => Assert.Equal(["milestone", "on"], item.EnumerateObject().Select(field => field.Name)));
    }

    [Fact]
    public async Task Coordinators_see_it_while_a_lead_agrees_and_cannot_agree_for_them()
    {
        var scene = await Scene.Make(area);
        var shared = $"{scene.At}/timeline/shared";
        (await area.Http.Get($"{scene.At}/timeline", scene.Coordinator)).Refuses(403, "group.timeline-not-shared");
        (await area.Http.Put(shared, scene.Coordinator)).Refuses(403, "group.timeline-leads-only");
        (await area.Http.Put(shared, scene.CoLead)).Is(204);
        (await area.Http.Put(shared, scene.Lead)).Is(204);
        Assert.True((await area.Http.Get($"{scene.At}/timeline", scene.Coordinator)).Is(200)
            .GetProperty("sharedWithCoordinators").GetBoolean());
        (await area.Http.Delete(shared, scene.Coordinator)).Refuses(403, "group.timeline-leads-only");
        (await area.Http.Delete(shared, scene.Lead)).Is(204);
        (await area.Http.Get($"{scene.At}/timeline", scene.Coordinator)).Refuses(403, "group.timeline-not-shared");
        Assert.False((await area.Http.Get($"{scene.At}/timeline", scene.Member)).Is(200)
            .GetProperty("sharedWithCoordinators").GetBoolean());
    }

    [Fact]
    public async Task A_group_that_does_not_exist_has_no_timeline()
    {
        var at = $"groups/{Guid.CreateVersion7()}/timeline";
        var person = await area.APerson();
        (await area.Http.Get(at, person)).Refuses(404, "group.not-found");
        (await area.Http.Put($"{at}/shared", person)).Refuses(404, "group.not-found");
        (await area.Http.Delete($"{at}/shared", person)).Refuses(404, "group.not-found");
    }

    private async Task<IEnumerable<string?>> Milestones(Scene scene, Person person)
    {
        var items = (await area.Http.Get($"{scene.At}/timeline", person)).Is(200).GetProperty("items");
        return [.. items.EnumerateArray().Select(item => item.GetProperty("milestone").GetString())];
    }
}
