using System.Text.Json;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// What somebody sees of a page, asked for at once: the first question of each other kind sends the page a script of
/// Playwright's own.
/// </summary>
internal sealed record Look(
    int Headings, bool IsTooWide, string Text, string Content, IReadOnlyList<string> Links,
    IReadOnlyList<string> BeyondKeyboard)
{
    // Whatever can be pressed or filled in is a control of its own, which the Tab key comes to, and each form has a
    // button that sends it without a script.
    private const string Unreached = """
        [...document.querySelectorAll("form :is(input:not([type=hidden]), select, textarea, button), [role=button]")]
          .filter(one => one.getClientRects().length > 0)
          .filter(one => one.tabIndex !== 0 || !one.matches("a[href], button, input, select, textarea, summary"))
          .concat([...document.querySelectorAll("main form")]
            .filter(form => !form.querySelector("button:not([type=button])")))
          .map(one => one.outerHTML.slice(0, 120))
        """;

    // A link with a media type leads to a file, which is not a page.
    private const string Script = $$"""
        () => JSON.stringify({
          headings: document.querySelectorAll("h1").length,
          isTooWide: {{Visits.IsTooWide}},
          text: document.body.innerText,
          content: document.documentElement.outerHTML,
          links: [...document.querySelectorAll("a[href^='/']:not([type], svg a)")]
            .map(one => one.pathname + one.search),
          beyondKeyboard: {{Unreached}},
        })
        """;

    /// <summary>Looks at the page that is open, when it is loaded.</summary>
    public static async Task<Look> At(IPage page) =>
        JsonSerializer.Deserialize<Look>(await page.EvaluateAsync<string>(Script), JsonSerializerOptions.Web)!;
}
