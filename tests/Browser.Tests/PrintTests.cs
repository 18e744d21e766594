using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>What is printed.</summary>
public sealed class PrintTests(Site site)
{
    [Fact]
    public async Task The_sheet_of_each_candidate_of_a_panel_starts_on_a_new_page()
    {
        await using var desk = await site.Phone(width: 1280);
        var lead = site.Find("lead");
        var page = await desk.As(lead, $"/groups/{lead.Groups[0]}/panels");
        await page.Locator("main a[href^='/panels/']").First.ClickAsync();
        await page.Arrives("/panels/[^/]+$");
        await page.GotoAsync($"{page.Url}/print");
        var candidates = await page.Locator(".pn-pack__page").CountAsync();
        Assert.True(candidates > 1);
        // Long enough for every question of a sheet.
        var paper = await page.PdfAsync(new() { Width = "8in", Height = "40in" });
        Assert.Equal(candidates, Regex.Count(Encoding.Latin1.GetString(paper), @"/Type\s*/Page\b(?!s)"));
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        await page.Shoot("print/panel");
    }
}
