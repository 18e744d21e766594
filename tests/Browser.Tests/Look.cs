using System.Text.Json;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// What somebody sees of a page, asked for at once: the first question of each other kind sends the page a script of
/// Playwright's own.
/// </summary>
internal sealed record Look(int Headings, bool IsTooWide, string Text, string Content, IReadOnlyList<string> Links)
{
    // A link with a media type leads to a file, which is not a page.
    private const string Script = $$"""
        () => JSON.stringify({
          headings: document.querySelectorAll("h1").length,
          isTooWide: {{Visits.IsTooWide}},
          text: document.body.innerText,
          content: document.documentElement.outerHTML,
          links: [...document.querySelectorAll("a[href^='/']:not([type], svg a)")]
            .map(one => one.pathname + one.search),
        })
        """;

    /// <summary>Looks at the page that is open, when it is loaded.</summary>
    public static async Task<Look> At(IPage page) =>
        JsonSerializer.Deserialize<Look>(await page.EvaluateAsync<string>(Script), JsonSerializerOptions.Web)!;
}
