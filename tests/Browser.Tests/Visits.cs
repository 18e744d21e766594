using System.Diagnostics.CodeAnalysis;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>What the tests do in a browser.</summary>
internal static class Visits
{
    /// <summary>The script that says whether something is wider than the screen.</summary>
    public const string IsTooWide = "document.documentElement.scrollWidth > document.documentElement.clientWidth";

    // Of what passes, one place is told, and not the whole page.
    private const string FaultsOf = """
        async rules => (await axe.run({ runOnly: rules, resultTypes: ["violations"] })).violations
          .map(one => `${one.id}: ${one.help} ${one.nodes.map(node => node.html).join(" ")}`)
        """;

    private static readonly string Axe = new BundledAxeScriptProvider().GetScript();

    private static readonly string[] Wcag =
        ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

    // A radio or a checkbox is drawn by its label. A code to scan is black on white, whatever is behind it.
    private const string WithoutEdge = """
        () => {
          const back = getComputedStyle(document.body).backgroundColor;
          const isDrawn = colour => colour !== "none" && colour !== "transparent" && colour !== back;
          const hasEdge = style => parseFloat(style.borderTopWidth) > 0 && style.borderTopStyle !== "none"
            && isDrawn(style.borderTopColor);
          const isChoice = one => one.matches("[type=radio], [type=checkbox]");
          const styleOf = one => isChoice(one) ? getComputedStyle(one.labels[0], "::before") : getComputedStyle(one);
          const shown = of => [...document.querySelectorAll(of)].filter(one => one.getClientRects().length > 0);
          const controls = shown(`.govuk-button, select, textarea, main button, input:not([type=hidden])`);
          const drawn = shown("main svg:not(.pn-qr) :is(rect, circle, line)");
          return [
            ...controls.filter(one => !hasEdge(styleOf(one))),
            ...drawn.filter(one => ["fill", "stroke"].every(name => !isDrawn(getComputedStyle(one)[name]))),
          ].map(one => one.outerHTML.slice(0, 120));
        }
        """;

    /// <summary>Opens a page as a made-up person.</summary>
    public static async Task<IPage> As(this IBrowserContext phone, Someone person, string path)
    {
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"/be?to={Uri.EscapeDataString(path)}");
        await page.Locator($"form[action='/be/{person.Id}'] button").ClickAsync();
        await page.Arrives($"{Regex.Escape(path)}$");
        return page;
    }

    /// <summary>Waits until a page with this address has been loaded.</summary>
    public static async Task Arrives(this IPage page, [StringSyntax(StringSyntaxAttribute.Regex)] string address)
    {
        await Assertions.Expect(page).ToHaveURLAsync(new Regex(address));
        await page.IsLoaded();
    }

    // WaitForURLAsync misses the end of a load that comes just as it begins to wait for it.
    private static Task IsLoaded(this IPage page) =>
        Until.So(() => page.EvaluateAsync<bool>("document.readyState === 'complete'"));

    /// <summary>What axe finds wrong with the page, at WCAG 2.2 AA.</summary>
    public static Task<IEnumerable<string>> Faults(this IPage page) =>
        page.Faults("tag", Wcag);

    /// <summary>Texts that are hard to read on what is behind them.</summary>
    public static Task<IEnumerable<string>> ContrastFaults(this IPage page) =>
        page.Faults("rule", ["color-contrast", "link-in-text-block"]);

    /// <summary>
    /// Controls and parts of pictures that cannot be told from the page behind them, in the colours that a person has
    /// chosen for everything.
    /// </summary>
    public static async Task<IEnumerable<string>> ForcedColourFaults(this IPage page)
    {
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.Active });
        var faults = await page.EvaluateAsync<string[]>(WithoutEdge);
        await page.EmulateMediaAsync(new() { ForcedColors = ForcedColors.None });
        return faults.Select(one => $"{page.Url} cannot be seen in forced colours: {one}");
    }

    /// <summary>
    /// Has every page that is opened from now on bring axe along, for a walk over many: that takes half as long as to
    /// send it to each.
    /// </summary>
    public static Task BringAxe(this IBrowserContext phone) => phone.AddInitScriptAsync(Axe);

    private static async Task<IEnumerable<string>> Faults(this IPage page, string type, string[] values)
    {
        if (!await page.EvaluateAsync<bool>("'axe' in window")) await page.EvaluateAsync(Axe);
        var faults = await page.EvaluateAsync<string[]>(FaultsOf, new { type, values });
        return faults.Select(one => $"{page.Url} {one}");
    }

    /// <summary>Whether something is wider than the screen.</summary>
    public static async Task<bool> Overflows(this IPage page)
    {
        // Whoever has just followed a link may be on a page that has not begun.
        await page.IsLoaded();
        return await page.EvaluateAsync<bool>(IsTooWide);
    }

    /// <summary>
    /// Keeps a picture of the whole page, to be looked at, but not with <c>PEERNET_PICTURES=0</c>: a hundred take long.
    /// </summary>
    public static Task Shoot(this IPage page, string name)
    {
        return Environment.GetEnvironmentVariable("PEERNET_PICTURES") == "0"
            ? Task.CompletedTask
            : page.ScreenshotAsync(new() { Path = Path.Combine(Site.Shots, $"{name}.png"), FullPage = true });
    }
}
