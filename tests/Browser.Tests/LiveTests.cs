using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A coordinator watches figures that change while they look.</summary>
public sealed class LiveTests(Site site)
{
    [Fact]
    public async Task A_meeting_that_is_logged_elsewhere_changes_the_figures_until_they_are_paused()
    {
        await using var hall = await site.Phone();
        await using var desk = await site.Phone(width: 320);
        var lead = await hall.As(site.Find("lead", 8), "/home");
        var page = await desk.As(site.Find("coordinator"), "/growth");
        var said = page.Locator("[data-live-said][role=status]");
        var sentence = page.Locator("[data-live-words] .govuk-body-l").Last;
        await page.EvaluateAsync("() => { window.isTheSame = true; }");
        await page.Locator("figure summary").First.ClickAsync();
        Assert.Equal("", await said.TextContentAsync());

        var before = await sentence.TextContentAsync();
        await lead.LogAnother(Site.Today, "00:05");
        await Assertions.Expect(sentence).Not.ToHaveTextAsync(before!);
        await Assertions.Expect(said).ToContainTextAsync("Last changed at");
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame"));
        Assert.True(await page.Locator("figure details").First.EvaluateAsync<bool>("one => one.open"));
        await page.Shoot("growth-live");
        Assert.Empty(await page.Faults());

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        before = await sentence.TextContentAsync();
        await lead.LogAnother(Site.Today, "00:10", from: "/home");
        var other = await desk.NewPageAsync();
        await Until(async () =>
        {
            await other.GotoAsync("/growth");
            return await other.Locator("[data-live-words] .govuk-body-l").Last.TextContentAsync() != before;
        });
        Assert.Equal(before, await sentence.TextContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show changes again" }).ClickAsync();
        await Assertions.Expect(sentence).Not.ToHaveTextAsync(before!);
    }

    private static async Task Until(Func<Task<bool>> holds)
    {
        using var often = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await holds()) await often.WaitForNextTickAsync(TestContext.Current.CancellationToken);
    }
}
