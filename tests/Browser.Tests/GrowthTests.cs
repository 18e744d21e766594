using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>A coordinator sees the network grow.</summary>
public sealed class GrowthTests(Site site)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task From_what_needs_them_to_the_figures_with_javascript_and_without(bool javaScript)
    {
        await using var phone = await site.Phone(javaScript, width: 320);
        var page = await phone.As(site.Find("coordinator"), "/overview");
        await Shows("What needs you");
        await Choose("Growth");
        await Shows("Choose other figures");
        // Numbers in a sentence come before the first picture, which has the same numbers as a table.
        // Right after the start the figures may not be counted yet.
        await Until.So(async () =>
        {
            await page.GotoAsync("/growth");
            var said = await page.Locator("p.govuk-body-l").First.TextContentAsync();
            return Regex.IsMatch(said ?? "", @"\d+ meetings?");
        });
        await OpensTheTable("Month");
        // Only a script can say that they change by themselves.
        await Expect(page.Locator("[data-live-line]")).ToBeVisibleAsync(new() { Visible = javaScript });

        await page.GetByLabel("Weeks").CheckAsync();
        await Press("Show these figures");
        await page.Arrives(@"/growth\?by=week&");
        await OpensTheTable("Week");

        await page.FillAsync("#from", "2026-02-01");
        await page.FillAsync("#to", "2026-01-01");
        await Press("Show these figures");
        await Expect(page.GetByRole(AriaRole.Alert)).ToContainTextAsync("There is a problem");
        // What was typed is still there.
        await Expect(page.Locator("#from")).ToHaveValueAsync("2026-02-01");
        Assert.False(await page.Overflows());

        await page.FillAsync("#from", "");
        await page.FillAsync("#to", "");
        await page.Locator("select[name=group]").SelectOptionAsync(new SelectOptionValue { Index = 1 });
        var chosen = await page.Locator("select[name=group] option:checked").TextContentAsync();
        await Press("Show these figures");
        await Expect(page.Locator("[data-live-words] p").First).ToHaveTextAsync(chosen!);
        var file = await page.RunAndWaitForDownloadAsync(() => Follow("All of these figures for a spreadsheet (CSV)"));
        Assert.EndsWith(".csv", file.SuggestedFilename, StringComparison.Ordinal);

        await Choose("Overview");
        await Follow("What is released next");
        await Shows("What is released next");

        async Task Shows(string heading)
        {
            await Expect(page.GetByRole(AriaRole.Heading, new() { Name = heading, Exact = true })).ToBeVisibleAsync();
            Assert.False(await page.Overflows(), $"{page.Url} is wider than the screen.");
        }

        // On a phone a script folds the menu.
        async Task Choose(string link)
        {
            if (javaScript) await page.GetByRole(AriaRole.Button, new() { Name = "Menu" }).ClickAsync();
            await page.GetByRole(AriaRole.Navigation).GetByRole(AriaRole.Link, new() { Name = link }).ClickAsync();
        }

        async Task OpensTheTable(string column)
        {
            await page.Locator("figure summary").First.ClickAsync();
            await Expect(page.Locator("figure table th").First).ToHaveTextAsync(column);
            Assert.InRange(await page.Locator("figure table").First.Locator("tbody tr").CountAsync(), 2, 60);
            Assert.False(await page.Overflows(), $"{page.Url} is wider than the screen.");
        }

        Task Press(string button) =>
            page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();

        Task Follow(string link) =>
            page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();
    }
}
