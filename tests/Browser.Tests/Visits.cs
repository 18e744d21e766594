using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>What the tests do in a browser.</summary>
internal static class Visits
{
    private static readonly List<string> Wcag =
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    /// <summary>Opens a page as a made-up person.</summary>
    public static async Task<IPage> As(this IBrowserContext phone, Someone person, string path)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"/be?to={Uri.EscapeDataString(path)}");
        await page.Locator($"form[action='/be/{person.Id}'] button").ClickAsync();
        await page.WaitForURLAsync($"**{path}");
        return page;
    }

    /// <summary>What axe finds wrong with the page, at WCAG 2.2 AA.</summary>
    public static Task<IEnumerable<string>> Faults(this IPage page) =>
        page.Faults(new() { Type = "tag", Values = Wcag });

    /// <summary>Texts that are hard to read on what is behind them.</summary>
    public static Task<IEnumerable<string>> ContrastFaults(this IPage page) =>
        page.Faults(new() { Type = "rule", Values = ["color-contrast", "link-in-text-block"] });

    private static async Task<IEnumerable<string>> Faults(this IPage page, RunOnlyOptions rules)
    {
        var found = await page.RunAxe(new AxeRunOptions { RunOnly = rules });
        return found.Violations.Select(
            one => $"{page.Url} {one.Id}: {one.Help} {string.Join(' ', one.Nodes.Select(node => node.Html))}");
    }

    /// <summary>Whether something is wider than the screen.</summary>
    public static Task<bool> Overflows(this IPage page)
    {
        return page.EvaluateAsync<bool>(
            "() => document.documentElement.scrollWidth > document.documentElement.clientWidth");
    }

    /// <summary>Keeps a picture of the whole page, to be looked at.</summary>
    public static Task Shoot(this IPage page, string name) =>
        page.ScreenshotAsync(new() { Path = Path.Combine(Site.Shots, $"{name}.png"), FullPage = true });
}
