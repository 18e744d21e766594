namespace PeerNet.Gateway.Tests.Pages;

/// <summary>What is not the API itself: the front door, the documentation, the problems, the health.</summary>
public sealed class PageTests(RunningArea area)
{
    [Theory]
    [InlineData("/", "You are not the only one", "text/html")]
    [InlineData("/docs/", "PeerNet", "text/html")]
    [InlineData("/problems", "group.full", "text/html")]
    [InlineData("/health/live", "live", "text/plain")]
    [InlineData("/health/ready", "ready", "text/plain")]
    public async Task A_stranger_may_read(string path, string says, string type)
    {
        var answer = await area.Http.Get(path);
        answer.IsText();
        Assert.Contains(says, answer.Text, StringComparison.Ordinal);
        Assert.Equal(type, answer.Type?.MediaType);
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    [InlineData("/what-groups-say")]
    [InlineData("/figures")]
    [InlineData("/figures/network")]
    public async Task A_stranger_can_leave_at_once(string path)
    {
        using var browser = Browser.At(area.East.Url);
        (await browser.Get(path)).Is(200).Says("Exit this page");
    }

    [Fact]
    public async Task Every_problem_has_its_page()
    {
        Assert.NotEmpty(ProblemCodes.All);
        foreach (var code in ProblemCodes.All)
        {
            var page = await area.Http.Get($"/problems/{code}");
            page.IsText();
            Assert.Contains($">{code}</h1>", page.Text, StringComparison.Ordinal);
        }
        (await area.Http.Get("/problems/no.such-thing")).Refuses(404, "request.not-found");
    }

    [Fact]
    public async Task The_document_is_openapi_3_1_and_has_every_route_and_no_other()
    {
        var document = (await area.Http.Get("/openapi/v1.json")).Is(200);
        Assert.StartsWith("3.1.", document.GetProperty("openapi").GetString(), StringComparison.Ordinal);
        var described = from path in document.GetProperty("paths").EnumerateObject()
                        from method in path.Value.EnumerateObject()
                        select $"{method.Name.ToUpperInvariant()} {path.Name["/api/v1".Length..].TrimEnd('/')}";
        Assert.Equal(ApiRoutes.Of(area).Order(), described.Order());
    }

    [Fact]
    public async Task The_area_names_itself_and_shows_its_counts_only_to_coordinators()
    {
        var mine = (await area.Http.Get("area", await area.APerson("coordinator"))).Is(200);
        Assert.Equal(("east-sussex", "East Sussex", "Europe/London"), (
            mine.GetProperty("id").GetString(),
            mine.GetProperty("name").GetString(),
            mine.GetProperty("timeZone").GetString()));
        Assert.True(mine.GetProperty("counts").GetProperty("members").GetInt32() > 0);
        foreach (var by in (Person[])[Person.Visitor, await area.APerson(), await area.APerson("networkCoordinator")])
        {
            Assert.False((await area.Http.Get("area", by)).Is(200).TryGetProperty("counts", out _));
        }
    }
}
