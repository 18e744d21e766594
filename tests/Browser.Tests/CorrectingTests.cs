using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A lead corrects a meeting that is logged already, with a good signal, a bad one and none.</summary>
public sealed class CorrectingTests(Site site)
{
    [Fact]
    public async Task A_correction_without_a_signal_is_kept_and_sent_once()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(site.Find("lead", 5), "/home");
        var sent = phone.Sent();
        await page.Keeps(await LastLogged(page));
        await phone.SetOfflineAsync(true);
        await page.GotoAsync("/home");
        await OpenLastLogged(page);
        await Correct(page, "7", "");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("what was wrong");
        await IsShownAsByTheServer(page);
        await Correct(page, "7", "Two more came late");
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^(?!Error: )"));
        await page.Waits("1 meeting is waiting on this phone.");
        Assert.Empty(sent);
        var address = new Uri(page.Url).AbsolutePath;
        await page.GotoAsync(address);
        await Assertions.Expect(page.Locator("#why")).ToHaveValueAsync("Two more came late");
        await phone.SetOfflineAsync(false);
        await page.Waits("Sent: the meeting that was waiting on this phone is saved.");
        Assert.Contains("/corrections/", Assert.Single(sent), StringComparison.Ordinal);
        // A slow answer leaves the page as it was kept.
        await Until.So(async () =>
        {
            await page.GotoAsync(address);
            return await page.InputValueAsync("#unnamed-newcomers") == "7";
        });
    }

    [Fact]
    public async Task A_correction_of_which_only_the_answer_was_lost_has_arrived()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 6), "/home");
        await OpenLastLogged(page);
        await phone.RouteAsync("**/corrections/**", async route =>
        {
            await route.FetchAsync();
            await route.AbortAsync();
        });
        await Correct(page, "6", "One more came late");
        await page.Waits("1 meeting is waiting on this phone.");
        await phone.UnrouteAllAsync();
        await page.GotoAsync("/home");
        await page.Waits("Sent: the meeting that was waiting on this phone is saved.");
    }

    [Fact]
    public async Task A_correction_replaces_nothing_that_its_writer_has_not_seen()
    {
        var lead = site.Find("lead", 7);
        await using var phone = await site.Phone(width: 320);
        await using var desk = await site.Phone(javaScript: false);
        var page = await phone.As(lead, "/home");
        await OpenLastLogged(page);
        var address = new Uri(page.Url).AbsolutePath;
        var other = await desk.As(lead, address);
        await other.FillAsync("#notes", "We need more chairs.");
        await Correct(other, "4", "A child was no newcomer");
        await Assertions.Expect(other.Locator("h1")).ToHaveTextAsync("Meeting saved");

        await Correct(page, "9", "Some more came late");
        var banner = page.Locator("[data-kept-banner]");
        await Assertions.Expect(banner).ToBeVisibleAsync();
        Assert.Equal("4", await page.InputValueAsync("#unnamed-newcomers"));
        Assert.Equal("We need more chairs.", await page.InputValueAsync("#notes"));
        Assert.False(await page.Overflows());
        // The running total lies over what is at the bottom of the screen.
        await page.EvaluateAsync("scrollTo(0, document.body.scrollHeight)");
        Assert.Empty(await page.Faults());
        await page.Shoot("log-changed-meanwhile");
        await banner.GetByRole(AriaRole.Button, new() { Name = "Fill in what I wrote" }).ClickAsync();
        Assert.Equal("9", await page.InputValueAsync("#unnamed-newcomers"));
        await page.FillAsync("#notes", "We need more chairs.");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meeting saved");
        await other.GotoAsync(address);
        Assert.Equal("9", await other.InputValueAsync("#unnamed-newcomers"));
        Assert.Equal("We need more chairs.", await other.InputValueAsync("#notes"));
    }

    private static async Task OpenLastLogged(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First.ClickAsync();
        await page.Locator("main a[href^='/meetings/'][href$='/log']").First.ClickAsync();
        await Assertions.Expect(page.Locator("h1")).ToContainTextAsync("Change what is logged");
        await page.Listens();
    }

    // Where OpenLastLogged leads.
    private static async Task<string> LastLogged(IPage page)
    {
        const string Find = """
            async link => {
              const page = new DOMParser().parseFromString(await (await fetch(link.href)).text(), "text/html");
              return page.querySelector("main a[href^='/meetings/'][href$='/log']").getAttribute("href");
            }
            """;
        return await page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First.EvaluateAsync<string>(Find);
    }

    private static async Task Correct(IPage page, string newcomers, string why)
    {
        await page.FillAsync("#unnamed-newcomers", newcomers);
        await page.FillAsync("#why", why);
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
    }

    private static async Task IsShownAsByTheServer(IPage page)
    {
        await Assertions.Expect(page).ToHaveTitleAsync(new Regex("^Error: "));
        var why = page.Locator("#why");
        await Assertions.Expect(why).ToHaveAttributeAsync("aria-describedby", "why-hint why-error");
        await Assertions.Expect(why).ToHaveClassAsync(new Regex("govuk-textarea--error"));
        await Assertions.Expect(page.Locator("#why-error .govuk-visually-hidden")).ToHaveTextAsync("Error:");
        // Once it is mended, nothing is left of it.
        await page.FillAsync("#unnamed-newcomers", "many");
        await page.FillAsync("#why", "Too few");
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await Assertions.Expect(page.Locator("#unnamed-newcomers-error")).ToBeVisibleAsync();
        await Assertions.Expect(page.Locator("#why-error")).ToHaveCountAsync(0);
        await Assertions.Expect(why).ToHaveAttributeAsync("aria-describedby", "why-hint");
    }
}
