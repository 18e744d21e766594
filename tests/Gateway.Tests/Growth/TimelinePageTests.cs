using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Growth;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>The page of how a group has grown, in a browser without JavaScript.</summary>
public sealed class TimelinePageTests(RunningArea area)
{
    [Fact]
    public async Task The_group_sees_it_and_coordinators_while_a_lead_agrees()
    {
        var scene = await (await Scene.Make(area)).Known();
        var path = $"/{scene.At}/timeline";
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get($"/{scene.At}")).Is(200);
        Assert.Equal(path, page.Link("How the group has grown"));
        page = (await member.Get(path)).Is(200).Says("The group began.").Says("Only the people of the group see this.");
        Assert.DoesNotContain(page.Document.Forms, form => form.Method == "post");

        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get(path)).Is(200).Says("keeps this to its own people").DoesNotSay("The group began.");
        using var lead = Browser.At(area.East, scene.Lead);
        var shown = await Share(lead, path, "true");
        shown.Says("so do the coordinators of the area");
        await Share(lead, path, "true");
        (await coordinator.Get(path)).Is(200).Says("The group began.");
        await Share(lead, path, "false");
        (await coordinator.Get(path)).Is(200).DoesNotSay("The group began.");
    }

    [Fact]
    public async Task Nobody_else_sees_it_or_decides_who_does()
    {
        var scene = await (await Scene.Make(area)).Known();
        var path = $"/{scene.At}/timeline";
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
        foreach (var person in new[] { scene.Stranger, scene.Asked })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get(path)).Is(403).DoesNotSay("The group began.");
        }
        using var member = Browser.At(area.East, scene.Member);
        var form = (await member.Get($"/{scene.At}")).Token().Append(new("shared", "true"));
        (await member.Post(path, form)).Is(403);
        (await member.Post(path, [new("shared", "true")])).Is(400);
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get($"/{scene.At}")).DoesNotSay("/timeline");
        (await stranger.Get($"/groups/{Guid.CreateVersion7()}/timeline")).Is(404);
    }

    [Fact]
    public async Task A_group_chooses_what_of_it_a_room_sees()
    {
        var scene = await (await Scene.Make(area)).Known();
        var path = $"/{scene.At}/timeline";
        using var member = Browser.At(area.East, scene.Member);
        var form = (await member.Get(path)).Is(200).Document.Forms.Single(one => one.Method == "get");
        Assert.Contains(form.QuerySelectorAll("[name=show]"), one => one.GetAttribute("value") == "founded");
        var room = (await member.Get($"{form.GetAttribute("action")}?show=founded&show=oneYear&show=quokka")).Is(200);
        room.Says("The group began.");
        Assert.Equal($"/{scene.At}/barriers/new", room.Link("Say what gets in the way"));
        (await member.Get($"{path}/room")).Is(200).DoesNotSay("The group began.");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get($"{path}/room?show=founded")).Is(403).DoesNotSay("The group began.");
        // A coordinator who may see it shows it to nobody.
        using var lead = Browser.At(area.East, scene.Lead);
        await Share(lead, path, "true");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get(path)).Is(200).Says("The group began.").DoesNotSay("Show it to a room");
        (await coordinator.Get($"{path}/room?show=founded")).Is(403).DoesNotSay("The group began.");
    }

    [Fact]
    public void Each_milestone_has_words_of_its_own() =>
        Assert.Distinct(Enum.GetValues<Milestone>().Select(TimelineWords.Of));

    private static async Task<Shown> Share(Browser lead, string path, string isShared)
    {
        var page = (await lead.Get(path)).Is(200);
        return (await lead.Post(path, page.Token().Append(new("shared", isShared)))).Is(200);
    }
}
