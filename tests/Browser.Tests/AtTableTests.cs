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
        var paper = await TablesPaper.Make(site, keeper, Questions);
        foreach (var question in paper.Questions) await keeper.Ask("PUT", $"{question}/opening");
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        var sent = phone.Sent();
        await phone.SetOfflineAsync(true);
        // Whoever scans the paper again needs no signal either.
        await page.GotoAsync("about:blank");
        await page.GotoAsync(paper.Scanned);
        await page.Arrives($"{paper.Table}$");
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
            await page.FillCount();
            await page.EnterCount();
            if (place == 0) await Change(page);
            await page.BackToTable();
            await Expect(page.Locator("[data-kept-count]:visible")).ToHaveCountAsync(place + 1);
        }
        await page.Waits("5 entries are waiting on this phone.");
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-kept");
        Assert.Empty(sent);
        await SendTwice(phone, page);
        await page.Waits("Sent: the 5 entries that were waiting on this phone are saved.");
        await page.ComesToSay("Entered from this device:", Questions);
        await Expect(page.GetByText("Entered from this device: 6 at the table, 5 took part")).ToHaveCountAsync(1);
        await IsCountedOnce(keeper, paper, sent);
    }

    [Fact]
    public async Task Questions_that_are_opened_when_the_phone_has_no_signal_are_counted_once_each()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, Questions);
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        var enter = page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" });
        // With a signal nobody is asked to answer early.
        await Expect(page.GetByText("Not open yet.")).ToHaveCountAsync(Questions);
        await Expect(enter).ToHaveCountAsync(0);
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-table-to-come");
        await page.GotoAsync($"{paper.Table}/{paper.Questions[0][^36..]}");
        await Expect(page.GetByText("This question has not been opened yet. Enter your count")).ToBeVisibleAsync();
        await Expect(page.Locator("form[data-listens]")).ToBeHiddenAsync();
        var sent = phone.Sent();
        await phone.SetOfflineAsync(true);
        await page.GotoAsync(paper.Table);
        foreach (var question in paper.Questions[..^1]) await keeper.Ask("PUT", $"{question}/opening");
        for (var place = 0; place < Questions; place++)
        {
            await enter.Nth(place).ClickAsync();
            await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
            await page.FillCount();
            await page.EnterCount();
            await page.BackToTable();
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
        await Expect(page.Locator("[data-not-open]:visible")).ToHaveTextAsync(Early);
        await Expect(page.GetByText("It could not be saved.")).ToBeHiddenAsync();
        await page.GotoAsync(paper.Table);
        await Expect(page.Locator("[data-until-opened]:visible")).ToHaveTextAsync(Early);
        await page.Shoot("phone/gathering-table-early");
        // The page sends it by itself, and then says what the area says.
        await keeper.Ask("PUT", $"{paper.Questions[^1]}/opening");
        await Expect(page.GetByText("Entered from this device: 6 at the table, 6 took part"))
            .ToHaveCountAsync(Questions, new() { Timeout = 60_000 });
        await IsCountedOnce(keeper, paper, sent);
    }

    [Fact]
    public async Task One_person_enters_the_counts_of_three_tables_on_one_phone_without_a_signal()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, page, 2, "otter", "heron", "wren");
        foreach (var question in paper.Questions) await page.Ask("PUT", $"{question}/opening");
        await page.GotoAsync($"/gatherings/{paper.Gathering[^36..]}");
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter counts for tables on this phone" }).ClickAsync();
        await page.Arrives("/tables$");
        foreach (var table in paper.Tables)
            foreach (var question in paper.Questions) await page.Keeps($"{table}/{question[^36..]}");
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-tables-here");
        var sent = phone.Sent();
        await phone.SetOfflineAsync(true);
        foreach (var (place, table) in paper.Tables.Index())
        {
            await page.GetByRole(AriaRole.Link, new() { Name = "The " }).Nth(place).ClickAsync();
            await page.Arrives($"{table}$");
            foreach (var number in Enumerable.Range(0, paper.Questions.Length))
            {
                await page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" }).Nth(number).ClickAsync();
                await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
                await page.FillCount();
                await page.EnterCount();
                await page.BackToTable();
            }
            await page.GetByRole(AriaRole.Link, new() { Name = "All tables on this phone" }).ClickAsync();
            await page.Arrives("/tables$");
        }
        await page.Waits("6 entries are waiting on this phone.");
        await Expect(page.Locator("[data-kept-of]:visible")).ToHaveCountAsync(paper.Tables.Length);
        Assert.Empty(await page.Faults());
        await page.Shoot("phone/gathering-tables-kept");
        Assert.Empty(sent);
        await SendTwice(phone, page);
        await page.Waits("Sent: the 6 entries that were waiting on this phone are saved.");
        await page.ComesToSay("2 of 2 counts are in.", paper.Tables.Length);
        await Expect(page.Locator("[data-kept-of]:visible")).ToHaveCountAsync(0);
        Assert.Equal(6, sent.Distinct().Count());
        foreach (var question in paper.Questions)
        {
            var told = await page.Ask("GET", $"{question}/tallies");
            Assert.All(
                told.GetProperty("tables").EnumerateArray(),
                table => Assert.Equal("counted", table.GetProperty("state").GetString()));
        }
        // A browser that is closed while the page still loads what it keeps may wait for ever.
        await page.GotoAsync("about:blank");
    }

    [Fact]
    public async Task A_new_code_opens_the_table_although_its_page_is_kept_from_before()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var phone = await site.Phone(width: 320);
        var page = await paper.Scan(phone);
        var table = paper.Table.Split('/')[^1];
        await keeper.Ask("PUT", $"{paper.Gathering}/tables/{table}/code", new { number = 2 });
        var papers = (await keeper.Ask("GET", $"{paper.Gathering}/paper")).GetProperty("tables");
        await page.GotoAsync("about:blank");
        await page.GotoAsync($"/tables#{paper.Gathering[^36..]}.{table}.{papers[0].GetProperty("right")}");
        await page.Arrives($"{paper.Table}$");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "The otter table" })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "All tables on this phone" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Take these tables off this phone" }).ClickAsync();
        await Expect(page.GetByText("Tables on this phone")).ToHaveCountAsync(0);
        await page.GotoAsync("about:blank");
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
        await page.EnterCount();
    }
}
