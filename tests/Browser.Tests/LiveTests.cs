using System.Text.RegularExpressions;
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
        var page = await Watches(desk);
        var said = page.Locator("[data-live-said][role=status]");
        var sentence = Sentence(page);
        await page.EvaluateAsync("() => { window.isTheSame = true; }");
        await page.Locator("figure summary").First.ClickAsync();
        Assert.Equal("", await said.TextContentAsync());

        var before = await sentence.TextContentAsync();
        await lead.LogAnother(Site.Today, "00:05");
        await Assertions.Expect(sentence).Not.ToHaveTextAsync(before!);
        await Assertions.Expect(said).ToHaveTextAsync(
            new Regex(@"^Last changed at \d{1,2}(:\d\d)?(am|pm)\.$"));
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame"));
        Assert.True(await page.Locator("figure details").First.EvaluateAsync<bool>("one => one.open"));
        await page.Shoot("growth-live");
        Assert.Empty(await page.Faults());

        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        before = await sentence.TextContentAsync();
        await lead.LogAnother(Site.Today, "00:10", from: "/home");
        var other = await desk.NewPageAsync();
        await Until.So(async () =>
        {
            await other.GotoAsync("/growth");
            return await Sentence(other).TextContentAsync() != before;
        });
        Assert.Equal(before, await sentence.TextContentAsync());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show changes again" }).ClickAsync();
        await Assertions.Expect(sentence).Not.ToHaveTextAsync(before!);
    }

    [Fact]
    public async Task Changes_are_said_at_most_once_a_minute()
    {
        await using var hall = await site.Phone();
        await using var desk = await site.Phone();
        var lead = await hall.As(site.Find("lead", 8), "/home");
        var page = await Watches(desk);
        await page.Locator("[data-live-said]").EvaluateAsync("""
            said => {
              window.news = 0;
              new MutationObserver(() => window.news++).observe(said, { childList: true, characterData: true });
            }
            """);
        await Change("00:15", at: "12:00:05");
        Assert.Equal(1, await News());
        await Change("00:20", at: "12:00:55");
        Assert.Equal(1, await News());
        await Change("00:25", at: "12:01:05");
        Assert.Equal(2, await News());

        Task<int> News() => page.EvaluateAsync<int>("() => window.news");

        async Task Change(string time, string at)
        {
            await page.Clock.SetFixedTimeAsync($"{Site.Today}T{at}Z");
            var before = await Sentence(page).TextContentAsync();
            await lead.LogAnother(Site.Today, time, from: "/home");
            await Assertions.Expect(Sentence(page)).Not.ToHaveTextAsync(before!);
        }
    }

    [Fact]
    public async Task A_change_that_comes_while_figures_are_fetched_is_fetched_too()
    {
        await using var desk = await site.Phone();
        var page = await desk.As(site.Find("coordinator"), "/home");
        await page.AddInitScriptAsync(
            "window.EventSource = class { constructor() { window.stream = this; } close() { } };");
        await page.GotoAsync("/growth");
        TaskCompletionSource first = new();
        var fetched = 0;
        await page.RouteAsync("**/growth", async route =>
        {
            if (Interlocked.Increment(ref fetched) == 1) await first.Task;
            await route.ContinueAsync();
        });
        await page.EvaluateAsync("() => stream.onmessage({ lastEventId: 'one' })");
        await Until.So(() => Task.FromResult(Volatile.Read(ref fetched) == 1));
        await page.EvaluateAsync("() => stream.onmessage({ lastEventId: 'two' })");
        first.SetResult();
        await Until.So(() => Task.FromResult(Volatile.Read(ref fetched) == 2));
    }

    [Fact]
    public async Task A_page_that_is_paused_asks_for_nothing()
    {
        await using var desk = await site.Phone();
        var page = await desk.As(site.Find("coordinator"), "/home");
        await page.AddInitScriptAsync("""
            window.streams = [];
            window.EventSource = class extends EventSource {
              constructor(address) { super(address); streams.push(this); }
            };
            """);
        await page.GotoAsync("/growth");
        Assert.Equal(1, await Open());
        await page.GetByRole(AriaRole.Button, new() { Name = "Pause" }).ClickAsync();
        Assert.Equal(0, await Open());
        await page.GetByRole(AriaRole.Button, new() { Name = "Show changes again" }).ClickAsync();
        Assert.Equal(1, await Open());

        Task<int> Open() => page.EvaluateAsync<int>("() => streams.filter(one => one.readyState < 2).length");
    }

    private static ILocator Sentence(IPage page) => page.Locator("[data-live-words] .govuk-body-l").Last;

    // Nothing that was said before is still to be counted, so that only what comes now changes the page.
    private async Task<IPage> Watches(IBrowserContext desk)
    {
        var page = await desk.As(site.Find("coordinator"), "/home");
        await Until.So(async () =>
            (await page.Ask("GET", "/api/v1/growth")).GetProperty("notCounted").GetInt32() == 0);
        await page.GotoAsync("/growth");
        return page;
    }
}
