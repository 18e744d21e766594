using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>The screen in a room, which nobody has to touch.</summary>
public sealed class ScreenTests(Site site)
{
    [Fact]
    public async Task The_screen_follows_the_room_until_somebody_says_that_it_should_stand_still()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 2);
        await using var hall = await site.Phone(width: 1280, height: 800);
        var page = await hall.As(paper.Second, $"/gatherings/{paper.Gathering[^36..]}/screen");
        var screen = page.Locator(".pn-big");
        await page.EvaluateAsync("() => { window.isTheSame = true; }");
        await Expect(screen).ToContainTextAsync("The first question comes soon.");
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await Expect(screen).ToContainTextAsync("Was it worth coming?");
        await Enter(paper.Questions[0], 6, 0, 0);
        await keeper.Ask("PUT", $"{paper.Questions[0]}/closing");
        await Expect(screen).ToContainTextAsync("People agreed: thumbs up.");
        Assert.True(await page.EvaluateAsync<bool>("() => window.isTheSame"));
        Assert.Empty(await page.Faults());

        var stop = page.GetByRole(AriaRole.Button, new() { Name = "Stop following" });
        var again = page.GetByRole(AriaRole.Button, new() { Name = "Follow again" });
        await stop.ClickAsync();
        await Expect(again).ToBeFocusedAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url);
        await keeper.Ask("PUT", $"{paper.Questions[1]}/opening");
        await Enter(paper.Questions[1], 0, 0, 6);
        await keeper.Ask("PUT", $"{paper.Questions[1]}/closing");
        await page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");
        await Expect(screen).ToContainTextAsync("People agreed: thumbs up.");
        Assert.DoesNotContain(asked, one => one.EndsWith("/screen", StringComparison.Ordinal));
        await again.ClickAsync();
        await Expect(screen).ToContainTextAsync("People agreed: thumbs down.");
        await Expect(stop).ToBeVisibleAsync();

        await keeper.Ask("PUT", $"{paper.Gathering}/closing");
        await using var other = await site.Phone();
        await (await other.As(paper.Second, "/home")).Ask("PUT", $"{paper.Gathering}/closing");
        await Expect(stop).ToBeHiddenAsync();

        async Task Enter(string question, params int[] counts)
        {
            var sheet = new { tableId = paper.Table[^36..], present = 6, tookPart = 6, counts };
            await keeper.Ask("PUT", $"{question}/tallies/{Guid.CreateVersion7()}", sheet);
        }
    }

    [Fact]
    public async Task Without_a_signal_the_screen_stays_as_it_is_and_goes_on_when_there_is_one()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var hall = await site.Phone(width: 1280, height: 800);
        var page = await hall.As(paper.Second, $"/gatherings/{paper.Gathering[^36..]}/screen");
        var screen = page.Locator(".pn-big");
        await hall.SetOfflineAsync(true);
        var tried = page.WaitForRequestAsync("**/screen");
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await tried;
        await Expect(screen).ToContainTextAsync("The first question comes soon.");
        var lost = page.GetByText("This screen cannot be brought up to date at the moment.");
        await Expect(lost).ToBeVisibleAsync();
        await hall.SetOfflineAsync(false);
        await Expect(screen).ToContainTextAsync("Was it worth coming?");
        await Expect(lost).ToBeHiddenAsync();
    }

    [Fact]
    public async Task Without_JavaScript_the_screen_has_no_button_and_somebody_asks_for_the_latest()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var hall = await site.Phone(javaScript: false, width: 320);
        var page = await hall.As(paper.Second, $"/gatherings/{paper.Gathering[^36..]}/screen");
        await Expect(page.GetByRole(AriaRole.Button, new() { Name = "Stop following" })).ToBeHiddenAsync();
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the latest" }).ClickAsync();
        await Expect(page.Locator(".pn-big")).ToContainTextAsync("Was it worth coming?");
    }
}
