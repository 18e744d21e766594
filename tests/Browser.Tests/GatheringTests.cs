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
        await page.GetByRole(AriaRole.Link, new() { Name = "Show it on the screen" }).Nth(1).ClickAsync();
        await Expect(page.GetByText("15 of 23")).ToBeVisibleAsync();
        await Look(page, "screen");
        await page.SetViewportSizeAsync(1280, 800);
        await page.Shoot("desktop/gathering-screen");
        await page.GetByRole(AriaRole.Link, new() { Name = "Show the latest" }).ClickAsync();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 }))
            .ToHaveTextAsync("Did the council answer what we asked?");
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
