using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>The coordinators' page of figures, in a browser without JavaScript.</summary>
public sealed class GrowthPageTests(RunningArea area)
{
    [Fact]
    public async Task A_logged_meeting_is_in_the_sentences_the_chart_and_its_table()
    {
        var scene = await Scene.Make(area);
        await scene.ALoggedMeeting();
        using var browser = Browser.At(area.East, scene.Coordinator, "coordinator");
        var month = $"{RunningArea.Today:MMMM yyyy}";
        Shown page = null!;
        await RunningArea.Until(async () =>
        {
            page = (await browser.Get($"/growth?group={scene.Group}")).Is(200);
            return page.Text.Contains($"In {month}, there was 1 meeting, and 3 people came.", StringComparison.Ordinal);
        });
        page.Says(Scene.Description.Name);
        var chart = page.Document.QuerySelector("figure.pn-chart")!;
        Assert.Equal(12, chart.QuerySelectorAll("tbody tr").Length);
        Assert.StartsWith($"{month} 3", Words(chart.QuerySelector("tbody tr")!.TextContent), StringComparison.Ordinal);
        Assert.Contains($"3 in {month}", chart.QuerySelector("svg desc")!.TextContent, StringComparison.Ordinal);
        // Before the group began there are no figures, which is not 0.
        Assert.Single(chart.QuerySelectorAll("rect.pn-chart__bar"));
        Assert.Equal(11, chart.QuerySelectorAll("td").Count(cell => cell.TextContent == "no figures"));
        Assert.Empty(page.Document.QuerySelectorAll("[style]"));
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        (await browser.Get($"/growth?group={scene.Group}&from={today}&to={today}")).Is(200)
            .Says("3 people came for the first time.");
    }

    [Fact]
    public async Task The_form_sends_what_the_api_understands_and_the_file_has_the_same_figures()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East, scene.Coordinator, "coordinator");
        var page = (await browser.Get("/growth?by=week&from=2026-01-04&to=2026-01-05&kind=&group=&utm=x")).Is(200)
            .Says("the week of 29 December 2025");
        var file = page.Document.QuerySelector("a[download]")!.GetAttribute("href")!;
        Assert.Equal("/api/v1/growth?by=week&from=2026-01-04&to=2026-01-05&format=csv", file);
        var csv = await area.Http.Get(file["/api/v1/".Length..], scene.Coordinator);
        Assert.Equal(3, csv.Text.Trim().Split('\n').Length);
        var form = page.Document.Forms.Single(one => one.Method == "get");
        Assert.Equal(["by", "by", "from", "to", "kind", "group"],
            form.Elements.Select(one => one.GetAttribute("name")).OfType<string>());
    }

    [Theory]
    [InlineData("by=year", "by", "Choose months or weeks.")]
    [InlineData("from=yesterday", "from", "Enter a day of the first month or week")]
    [InlineData("from=2026-02-01&to=2026-01-31", "to", "Enter a day after the first one")]
    [InlineData("from=2021-01-31&to=2026-01-01", "to", "at most 60 months or weeks later")]
    [InlineData("group=online", "group", "Choose a group from the list.")]
    [InlineData("kind=online&group=01990000-0000-7000-8000-000000000001", "kind", "not both")]
    public async Task What_makes_no_sense_is_said_at_its_question(string query, string id, string says)
    {
        using var browser = Browser.At(area.East, await area.APerson("coordinator"), "coordinator");
        var page = (await browser.Get($"/growth?{query}")).Is(422).Says("There is a problem").Says(says);
        Assert.NotNull(page.Document.QuerySelector($"a[href='#{id}']"));
        Assert.NotNull(page.Document.GetElementById(id));
        Assert.StartsWith("Error: ", page.Document.Title, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_coordinators_of_the_area_see_figures()
    {
        var scene = await Scene.Make(area);
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get("/growth")).Path, StringComparison.Ordinal);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/growth?group={scene.Group}")).Is(403).DoesNotSay(RunningArea.Canary);
        using var network = Browser.At(area.East, scene.NetworkCoordinator, "networkCoordinator");
        (await network.Get("/growth")).Is(403);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get("/growth")).Is(200);
        (await coordinator.Get($"/growth?group={Guid.CreateVersion7()}")).Is(404);
    }

    private static string Words(string text) =>
        string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
