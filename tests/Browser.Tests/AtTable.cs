using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>What the holder of a table's paper does on its pages.</summary>
internal static class AtTable
{
    /// <summary>Opens the form for a question.</summary>
    public static async Task OpenCount(this IPage page, string table, string question)
    {
        await page.GotoAsync($"{table}/{question[^36..]}");
        await Expect(page.Locator("form[data-listens]")).ToBeVisibleAsync();
    }

    /// <summary>Fills in what six people said.</summary>
    public static async Task FillCount(this IPage page)
    {
        foreach (var (name, number) in new[] { ("present", 6), ("tookPart", 6), ("counts-0", 3), ("counts-1", 3) })
            await page.FillAsync($"#{name}", $"{number}");
        await page.FillAsync("#counts-2", "0");
    }

    /// <summary>Enters what is filled in; the phone keeps it.</summary>
    public static async Task EnterCount(this IPage page)
    {
        await page.SubmitCount();
        await Expect(page.GetByRole(AriaRole.Heading, new() { Name = "Kept on this phone" })).ToBeVisibleAsync();
    }

    /// <summary>Presses the button until nothing is wrong.</summary>
    public static async Task SubmitCount(this IPage page)
    {
        // For a second the button takes no second click, and a test is quicker than a thumb.
        var button = page.GetByRole(AriaRole.Button, new() { Name = "Enter this count" });
        await Until.So(async () =>
        {
            await button.ClickAsync();
            return await page.GetByRole(AriaRole.Alert).CountAsync() == 0;
        });
    }

    /// <summary>Goes from what was kept to the page of the table.</summary>
    public static async Task BackToTable(this IPage page)
    {
        await page.GetByRole(AriaRole.Link, new() { Name = "Back to your table" }).ClickAsync();
        await page.Arrives("/tables/[^/]+$");
    }

    /// <summary>
    /// Loads the page again until it says something so many times: a slow answer leaves it as it was kept.
    /// </summary>
    public static Task ComesToSay(this IPage page, string text, int times) => Until.So(async () =>
    {
        try
        {
            await page.ReloadAsync();
            return await page.GetByText(text).CountAsync() == times;
        }
        // It loads itself again once what it kept has arrived.
        catch (PlaywrightException)
        {
            return false;
        }
    });

    /// <summary>Waits until the phone has tried to send what it keeps.</summary>
    public static Task TriesToSend(this IPage page) => page.EvaluateAsync("""
        () => {
          dispatchEvent(new Event("online"));
          return navigator.locks.request("peernet-outbox", () => undefined);
        }
        """);
}
