using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>The coordinators' overview, and what they do from there, in a browser without JavaScript.</summary>
public sealed class OverviewPageTests(RunningArea area)
{
    [Fact]
    public async Task Only_coordinators_of_the_area_see_these_pages()
    {
        var scene = await Scene.Make(area);
        foreach (var path in new[] { "/overview", $"/{scene.At}/welcome", $"/{scene.At}/leads" })
        {
            using var visitor = Browser.At(area.East.Url);
            Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
            foreach (var (person, role) in new[]
            {
                (scene.Stranger, null), (scene.Member, null), (scene.Lead, null),
                (scene.NetworkCoordinator, "networkCoordinator"),
            })
            {
                using var browser = Browser.At(area.East, person, role);
                (await browser.Get(path)).Is(403).DoesNotSay(RunningArea.Canary);
            }
            using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
            (await coordinator.Get(path)).Is(200);
        }
    }

    [Fact]
    public async Task A_new_group_waits_first_and_is_welcomed_once_however_often_the_form_is_sent()
    {
        var scene = await (await Scene.Make(area)).Known();
        (await area.Http.Delete($"{scene.At}/welcome", scene.Coordinator)).Is(200);
        using var browser = Browser.At(area.East, scene.Coordinator, "coordinator");
        var page = await Overview(browser, scene, Attention.New, "Welcome it");
        var welcomed = (await browser.Submit(page, $"/{scene.At}/welcome")).Is(200)
            .Says("This group has been welcomed");
        Assert.Equal($"/{scene.At}/welcome", welcomed.Path);
        Assert.Equal(WelcomeState.Welcomed, (await Group(scene)).Welcome);
        var version = (await Group(scene)).Version;
        (await browser.Submit(page, $"/{scene.At}/welcome")).Is(200).Says("This group has been welcomed");
        Assert.Equal(version, (await Group(scene)).Version);
        (await browser.Submit(welcomed, $"/{scene.At}/welcome/end")).Is(200).Says("Welcome this group");
        Assert.Equal(WelcomeState.New, (await Group(scene)).Welcome);
    }

    [Fact]
    public async Task Nobody_else_welcomes_a_group_even_with_the_form_of_a_page_of_theirs()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Delete($"{scene.At}/welcome", scene.Coordinator)).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var token = (await lead.Get($"/{scene.At}")).Token();
        (await lead.Post($"/{scene.At}/welcome", token)).Is(403);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Post($"/{scene.At}/welcome", [])).Is(400);
        Assert.Equal(WelcomeState.New, (await Group(scene)).Welcome);
        var own = (await coordinator.Get($"/{scene.At}/welcome")).Token();
        (await coordinator.Post($"/groups/{Guid.CreateVersion7()}/welcome", own)).Is(404);
    }

    [Fact]
    public async Task A_group_that_has_not_logged_a_meeting_is_listed_with_a_way_to_reach_its_leads()
    {
        var scene = await (await Scene.Make(area)).Known();
        await scene.APlannedMeeting();
        var profile = new { name = "Ash", contact = new { phone = "01273 000000" } };
        (await area.Http.Put($"members/{scene.Lead.Id}", scene.Lead, profile, "*")).Is(200);
        using var browser = Browser.At(area.East, scene.Coordinator, "coordinator");
        var page = await Overview(browser, scene, Attention.NotLogged, "1 meeting is not logged.");
        Assert.Contains($"/{scene.At}/leads", page.Html, StringComparison.Ordinal);
        (await browser.Get($"/{scene.At}/leads")).Is(200).Says("01273 000000").Says("has looked at this")
            .Says("They have not said how to reach them.");
        var views = (await area.Http.Get($"members/me/views", scene.Lead)).Is(200);
        Assert.Contains("coordinator", views.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_menu_leads_coordinators_there_and_nobody_else()
    {
        var scene = await Scene.Make(area);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        Assert.Contains("href=\"/overview\"", (await coordinator.Get("/groups")).Html, StringComparison.Ordinal);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get("/groups")).DoesNotSay("href=\"/overview\"");
    }

    // The page is of all groups that tests have made, and long: it is read once.
    private async Task<Shown> Overview(Browser browser, Scene scene, Attention why, string text)
    {
        var overview = area.East.Grains.Overview(area.East.Area);
        await RunningArea.Until(async () =>
            RunningArea.Yes(await overview.GetOverview(Guid.Empty, new(CallerRole.Coordinator, null))).Overview!.Items
                .Any(group => group.Id == scene.Group && group.Attention.Contains(why)));
        var page = (await browser.Get("/overview")).Is(200);
        // The list of all groups comes last, and what waits before it.
        Assert.Contains(
            page.Document.QuerySelectorAll("li.pn-card"),
            card => card.InnerHtml.Contains($"{scene.Group}", StringComparison.Ordinal)
                && card.TextContent.Contains(text, StringComparison.Ordinal));
        return page;
    }

    private async Task<GroupDetails> Group(Scene scene)
    {
        var group = area.East.Grains.Group(area.East.Area, scene.Group);
        return RunningArea.Yes(await group.Get(new(CallerRole.Coordinator, null)));
    }
}
