using System.Text.Json;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>A table enters what it has counted in a hall without a signal.</summary>
public sealed class AtTableTests(Site site)
{
    private const int Questions = 5;
    private const string Early = "This question has not been opened yet. Your count is kept on this phone.";

    [Fact]
    public async Task Five_counts_of_a_table_without_a_signal_arrive_once_each()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await AGathering(keeper);
        foreach (var question in paper.Questions) await keeper.Ask("PUT", $"{question}/opening");
        await using var phone = await site.Phone(width: 320);
        var page = await Scan(phone, paper);
        var sent = phone.Sent();
        await phone.SetOfflineAsync(true);
        // Whoever scans the paper again needs no signal either.
        await page.GotoAsync("about:blank");
        await page.GotoAsync(paper.Scanned);
        await page.Arrives("/tables/mine$");
        for (var place = 0; place < Questions; place++)
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" }).Nth(place).ClickAsync();
            await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
            if (place == 0)
            {
                await page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" }).ClickAsync();
                await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter how many took part.");
                Assert.Empty(await page.Faults());
            }
            await Fill(page);
            await Enter(page);
            if (place == 0) await Change(page);
            await Back(page);
            await Expect(page.Locator("[data-kept-count]:visible")).ToHaveCountAsync(place + 1);
        }
        await page.Waits("5 entries are waiting on this phone.");
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-kept");
        Assert.Empty(sent);
        await SendTwice(phone, page);
        await page.Waits("Sent: the 5 entries that were waiting on this phone are saved.");
        // A slow answer leaves the page as it was kept.
        await Until.So(async () =>
        {
            await page.ReloadAsync();
            return await page.GetByText("Entered from this device:").CountAsync() == Questions;
        });
        await Expect(page.GetByText("Entered from this device: 6 at the table, 5 took part")).ToHaveCountAsync(1);
        await IsCountedOnce(keeper, paper, sent);
    }

    [Fact]
    public async Task Questions_that_are_opened_when_the_phone_has_no_signal_are_counted_once_each()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await AGathering(keeper);
        await using var phone = await site.Phone(width: 320);
        var page = await Scan(phone, paper);
        var enter = page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" });
        // With a signal nobody is asked to answer early.
        await Expect(page.GetByText("Not open yet.")).ToHaveCountAsync(Questions);
        await Expect(enter).ToHaveCountAsync(0);
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-to-come");
        await page.GotoAsync($"/tables/mine/{paper.Questions[0][^36..]}");
        await Expect(page.GetByText("This question has not been opened yet. Enter your count")).ToBeVisibleAsync();
        await Expect(page.Locator("form[data-listens]")).ToBeHiddenAsync();
        var sent = phone.Sent();
        await phone.SetOfflineAsync(true);
        await page.GotoAsync("/tables/mine");
        foreach (var question in paper.Questions[..^1]) await keeper.Ask("PUT", $"{question}/opening");
        for (var place = 0; place < Questions; place++)
        {
            await enter.Nth(place).ClickAsync();
            await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
            await Fill(page);
            await Enter(page);
            await Back(page);
        }
        await Expect(page.GetByText("There is no signal, so this phone cannot tell")).ToBeVisibleAsync();
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-to-come-kept");
        // One that is closed by then comes in late; one is not open yet, and waits.
        await keeper.Ask("PUT", $"{paper.Questions[0]}/closing");
        await page.GotoAsync("/waiting");
        await SendTwice(phone, page);
        await page.Waits("1 entry is waiting on this phone until its question is opened.");
        await Expect(page.GetByText(Early)).ToBeVisibleAsync();
        await Expect(page.GetByText("It could not be saved.")).ToBeHiddenAsync();
        await page.GotoAsync("/tables/mine");
        await Expect(page.Locator("[data-until-opened]:visible")).ToHaveTextAsync(Early);
        await page.Shoot("phone/gathering-table-early");
        // The page sends it by itself, and then says what the area says.
        await keeper.Ask("PUT", $"{paper.Questions[^1]}/opening");
        await Expect(page.GetByText("Entered from this device: 6 at the table, 6 took part"))
            .ToHaveCountAsync(Questions, new() { Timeout = 60_000 });
        await IsCountedOnce(keeper, paper, sent);
    }

    // Whoever scans the paper of a table where there is a signal has all its pages afterwards.
    private static async Task<IPage> Scan(IBrowserContext phone, TablesPaper paper)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync(paper.Scanned);
        await page.Arrives("/tables/mine$");
        foreach (var question in paper.Questions) await page.Keeps(question[^36..]);
        await page.Has("claim");
        return page;
    }

    private static async Task Fill(IPage page)
    {
        foreach (var (name, number) in new[] { ("present", 6), ("tookPart", 6), ("counts-0", 3), ("counts-1", 3) })
            await page.FillAsync($"#{name}", $"{number}");
        await page.FillAsync("#counts-2", "0");
    }

    private static async Task Back(IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to your table" }).ClickAsync();
        await page.Arrives("/tables/mine$");
    }

    private static async Task SendTwice(IBrowserContext phone, IPage page)
    {
        await phone.SetOfflineAsync(false);
        await page.EvaluateAsync("for (const _ of [1, 2]) dispatchEvent(new Event('online'))");
    }

    private static async Task IsCountedOnce(IPage keeper, TablesPaper paper, List<string> sent)
    {
        Assert.Equal(Questions, sent.Distinct().Count());
        foreach (var question in paper.Questions)
        {
            var told = await keeper.Ask("GET", $"{question}/tallies");
            var table = told.GetProperty("tables")[0];
            Assert.Equal("counted", table.GetProperty("state").GetString());
            Assert.Equal(1, table.GetProperty("tallies").GetArrayLength());
        }
    }

    // What still waits is changed, and not sent beside it.
    private static async Task Change(IPage page)
    {
        await page.GotoAsync("/waiting");
        await page.GetByRole(AriaRole.Link, new() { Name = "Open and change it" }).ClickAsync();
        await Expect(page.Locator("#tookPart")).ToHaveValueAsync("6");
        await page.FillAsync("#tookPart", "5");
        await page.FillAsync("#counts-1", "2");
        await Enter(page);
    }

    // For a second the button takes no second click, and a test is quicker than a thumb.
    private static async Task Enter(IPage page)
    {
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" });
        await Until.So(async () =>
        {
            await button.ClickAsync();
            return await page.GetByRole(AriaRole.Alert).CountAsync() == 0;
        });
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kept on this phone" })).ToBeVisibleAsync();
    }

    // A gathering of two groups that is open, with one table of six and questions that are ready.
    private async Task<TablesPaper> AGathering(IPage keeper)
    {
        var first = site.Find("lead", 10);
        var second = Enumerable.Range(0, 10).Select(place => site.Find("lead", place))
            .First(one => one.Groups[0] != first.Groups[0]);
        await using var other = await site.Phone();
        var keeping = await other.As(second, "/home");
        var gathering = $"/api/v1/gatherings/{Guid.CreateVersion7()}";
        var table = Guid.CreateVersion7();
        var questions = Enumerable.Range(0, Questions)
            .Select(_ => $"{gathering}/questions/{Guid.CreateVersion7()}").ToArray();
        await keeper.Ask("PUT", gathering, new
        {
            title = "A hall without a signal", heldOn = Site.Today, startsAt = "14:00",
            minutes = 120, groups = new[] { first.Groups[0], second.Groups[0] },
        });
        await keeping.Ask("PUT", $"{gathering}/keepers/{second.Groups[0]}");
        await keeper.Ask("PUT", $"{gathering}/tables/{table}", new { label = "otter", present = 6 });
        await keeper.Ask("PUT", $"{gathering}/opening");
        foreach (var question in questions)
        {
            await keeper.Ask("PUT", question, new { kind = "thumbs", text = "Was it worth coming?" });
            foreach (var page in new[] { keeper, keeping }) await page.Ask("PUT", $"{question}/readiness");
        }
        var paper = await keeper.Ask("GET", $"{gathering}/paper");
        var right = paper.GetProperty("tables")[0].GetProperty("right").GetString();
        return new($"/tables#{gathering[^36..]}.{table}.{right}", questions);
    }

    // What the QR code of a table leads to, and the addresses of its questions in the API.
    private sealed record TablesPaper(string Scanned, string[] Questions);
}
