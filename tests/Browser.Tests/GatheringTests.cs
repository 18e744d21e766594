using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>
/// A gathering that is over, on the smallest phone and on a screen in the room. <see cref="EveryPageTests"/> visits the
/// one that is planned.
/// </summary>
public sealed class GatheringTests(Site site)
{
    [Fact]
    public async Task What_came_of_a_gathering_is_read_on_a_phone_and_on_a_screen_and_late_counts_are_entered()
    {
        await using var phone = await site.Phone(javaScript: true, width: 320);
        var lead = site.Find("lead");
        var page = await phone.As(lead, $"/groups/{lead.Groups[0]}/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "What is co-production?" }).ClickAsync();
        await Expect(page.GetByText("People were split between thumbs up and thumbs down.")).ToBeVisibleAsync();
        await Look(page, "over");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter a count that came in late" }).First.ClickAsync();
        await Expect(page.GetByLabel("It depends", new() { Exact = true })).ToBeVisibleAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Choose the table.");
        await Look(page, "count");

        await page.GoBackAsync();
        await page.GoBackAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Show it on the screen" }).Nth(2).ClickAsync();
        await Expect(page.GetByText("15 of 23")).ToBeVisibleAsync();
        await Expect(page.Locator("main").Locator("table, tr, time, progress, [role=timer]")).ToHaveCountAsync(0);
        await Look(page, "screen");
        await page.SetViewportSizeAsync(1280, 800);
        await page.Shoot("desktop/gathering-screen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the latest" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Did people hear what happened next?");
        await Expect(page.GetByText("2 steps apart")).ToBeVisibleAsync();
        await Look(page, "mirror");
    }

    [Fact]
    public async Task Somebody_scans_the_paper_of_a_table_and_a_slip_and_answers_on_a_small_phone()
    {
        await using var desk = await site.Phone();
        var lead = site.Find("lead");
        var keeper = await desk.As(lead, $"/groups/{lead.Groups[0]}/gatherings");
        await keeper.GetByRole(AriaRole.Link, new() { Name = "What do we do next?" }).ClickAsync();
        var gathering = keeper.Url.Split('/')[^1];
        await keeper.GetByRole(AriaRole.Button, new() { Name = "Begin the gathering" }).ClickAsync();
        await keeper.GetByRole(AriaRole.Button, new() { Name = "Ask the room" }).ClickAsync();
        var paper = await keeper.APIRequest.GetAsync($"{site.Url}/api/v1/gatherings/{gathering}/paper");
        var table = (await paper.JsonAsync())!.Value.GetProperty("tables")[0];

        await using var phone = await site.Phone(width: 320);
        var page = await phone.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url + request.Headers.GetValueOrDefault("referer"));
        var right = table.GetProperty("right").GetString()!;
        await page.GotoAsync($"/tables#{gathering}.{table.GetProperty("tableId").GetString()}.{right}");
        await page.Arrives("/tables/[^/]+$");
        await Look(page, "table");
        await page.GetByRole(AriaRole.Link, new() { Name = "Enter what we counted" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Enter how many took part.");
        await Look(page, "table-sheet");

        var slip = table.GetProperty("slips")[0].GetString()!;
        await page.GotoAsync($"/slips#{slip}");
        await Expect(page.Locator("#code")).ToHaveValueAsync($"{slip[..4]} {slip[4..]}");
        await Look(page, "slip");
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Expect(page.GetByText("Nobody has to answer.")).ToBeVisibleAsync();
        await Look(page, "answer");
        await page.Locator("[name=choices]").First.CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Give this answer" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Your answer is in");
        Assert.DoesNotContain(asked, one => one.Split('#')[0].Contains(right, StringComparison.Ordinal));
        Assert.DoesNotContain(asked, one => one.Split('#')[0].Contains(slip, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_phones_of_a_table_with_other_counts_are_told_and_the_room_sees_nothing_of_it()
    {
        await using var desk = await site.Phone();
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await keeper.Ask("PUT", $"{paper.Questions[0]}/opening");
        await using var hall = await site.Phone(javaScript: false, width: 1280, height: 800);
        var screen = await hall.As(site.Find("member"), $"/gatherings/{paper.Gathering[^36..]}/screen");
        var before = await screen.Locator(".pn-big").InnerHTMLAsync();
        foreach (var (up, middle) in ((int, int)[])[(3, 3), (6, 0)])
        {
            await using var phone = await site.Phone();
            var page = await paper.Scan(phone);
            await page.OpenCount(paper.Table, paper.Questions[0]);
            await page.FillCount();
            await page.FillAsync("#counts-0", $"{up}");
            await page.FillAsync("#counts-1", $"{middle}");
            await page.SubmitCount();
            await Expect(page.GetByText(up == 3 ? "Your count is in." : "The counts of your table differ"))
                .ToBeVisibleAsync();
        }
        await screen.ReloadAsync();
        Assert.Equal(before, await screen.Locator(".pn-big").InnerHTMLAsync());
    }

    private static async Task Look(IPage page, string name)
    {
        Assert.False(await page.Overflows(), $"{page.Url} is wider than the screen");
        Assert.Empty(await page.Faults());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.ContrastFaults());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        Assert.Empty(await page.ForcedColourFaults());
        await page.Shoot($"phone/gathering-{name}");
    }
}
