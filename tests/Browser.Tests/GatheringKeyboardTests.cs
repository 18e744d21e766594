using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>
/// What people do at a gathering, without JavaScript and with the keyboard alone, on a screen as small as a desk's at a
/// zoom of 400 %.
/// </summary>
public sealed class GatheringKeyboardTests(Site site)
{
    private const int Width = 320, Height = 256;

    [Fact]
    public async Task A_table_enters_its_count_and_somebody_answers_with_a_slip()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1, "otter", "wren");
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await keeper.Ask(
            "PUT", $"{paper.Gathering}/tables/{paper.Tables[1].Split('/')[^1]}/slips", new { count = 1 });
        var printed = (await keeper.Ask("GET", $"{paper.Gathering}/paper")).GetProperty("tables");
        await using var phone = await site.Phone(javaScript: false, width: Width, height: Height);
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/tables");
        await Type(page, "#code", printed[0].GetProperty("code").GetString()!);
        await Press(page, "Continue");
        await page.Arrives("/tables/[^/]+$");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" }), "Enter");
        await page.Arrives(paper.Questions[0][^36..]);
        await FillCount(page);
        await Press(page, "Enter this count");
        await Expect(page.GetByText("Your count is in.")).ToBeVisibleAsync();
        Assert.False(await page.Overflows());

        await page.GotoAsync("/slips");
        await Type(page, "#code", printed[1].GetProperty("slips")[0].GetString()!);
        await Press(page, "Continue");
        await Expect(page.Locator("[name=choices]").First).ToBeVisibleAsync();
        await page.Press(page.Locator("[name=choices]").First, "Space");
        await Press(page, "Give this answer");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your answer is in");
        Assert.False(await page.Overflows());
    }

    [Fact]
    public async Task A_keeper_asks_the_room_types_a_sheet_and_closes_the_question()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await using var small = await site.Phone(javaScript: false, width: Width, height: Height);
        var page = await small.As(paper.Second, $"/gatherings/{paper.Gathering[^36..]}");
        await Press(page, "Ask the room");
        var count = page.GetByRole(AriaRole.Link, new() { Name = "Enter what a table has counted" });
        await Expect(count).ToBeVisibleAsync();
        await page.Press(count, "Enter");
        await page.Arrives("/count$");
        await page.TabTo(page.Locator("#tableId"));
        await page.Keyboard.PressAsync("ArrowDown");
        await FillCount(page);
        await Press(page, "Enter this count");
        await Expect(page.GetByText("The otter table is in.")).ToBeVisibleAsync();
        await page.GotoAsync($"/gatherings/{paper.Gathering[^36..]}");
        await Press(page, "Hands down");
        await Expect(page.GetByText("Hands are down: tables count")).ToBeVisibleAsync();
        await Press(page, "Close the question");
        await Expect(page.GetByText("Enter a count that came in late")).ToBeVisibleAsync();
        Assert.False(await page.Overflows());
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Show it on the screen" }), "Enter");
        await Expect(page.GetByText("People agreed: thumbs up.")).ToBeVisibleAsync();
    }

    private static Task Press(IPage page, string button) =>
        page.Press(page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }), "Enter");

    // What is in a box is replaced: the Tab key selects it.
    private static async Task Type(IPage page, string box, string text)
    {
        await page.TabTo(page.Locator(box));
        await page.Keyboard.TypeAsync(text);
    }

    private static async Task FillCount(IPage page)
    {
        foreach (var box in new[] { "#present", "#tookPart", "#counts-0" }) await Type(page, box, "6");
        foreach (var box in new[] { "#counts-1", "#counts-2" }) await Type(page, box, "0");
    }
}
