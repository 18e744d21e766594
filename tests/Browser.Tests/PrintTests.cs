using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>What is printed.</summary>
public sealed class PrintTests(Site site)
{
    [Fact]
    public async Task Everything_in_the_pack_of_a_gathering_is_printed_in_sixteen_point_or_larger()
    {
        await using var desk = await site.Phone(width: 1280);
        var lead = site.Find("lead");
        var page = await desk.As(lead, $"/groups/{lead.Groups[0]}/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "What do we do next?" }).ClickAsync();
        await page.GotoAsync($"{page.Url}/pack");
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        Assert.True(await page.Locator(".pn-pack__page").CountAsync() > 4);
        // Of every element that has words of its own, in points: 96 pixels are 72.
        var small = await page.Locator(".pn-pack").EvaluateAsync<string[]>("""
            pack => [pack, ...pack.querySelectorAll("*")]
              .filter(one => [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim()))
              .map(one => ({ one, size: parseFloat(getComputedStyle(one).fontSize) * 72 / 96 }))
              .filter(({ size }) => size < 15.99)
              .map(({ one, size }) => `${one.outerHTML.slice(0, 80)}: ${size} pt`)
            """);
        Assert.Empty(small);
        await page.Shoot("print/pack");
    }

    [Fact]
    public async Task A_write_up_on_paper_has_no_addresses_that_nobody_can_press()
    {
        await using var desk = await site.Phone(width: 1280);
        var lead = site.Find("lead");
        var page = await desk.As(lead, $"/groups/{lead.Groups[0]}/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "What is co-production?" }).ClickAsync();
        await page.EmulateMediaAsync(new() { Media = Media.Print });
        var after = await page.Locator(".pn-write-up a").EvaluateAllAsync<string[]>(
            "links => links.map(link => getComputedStyle(link, '::after').content)");
        Assert.NotEmpty(after);
        Assert.All(after, content => Assert.Equal("none", content));
    }

    [Fact]
    public async Task The_pack_has_a_code_a_QR_code_and_pictures_to_read_and_the_name_of_nobody()
    {
        await using var desk = await site.Phone(width: 1280);
        var keeper = await desk.As(site.Find("lead", 10), "/home");
        var paper = await TablesPaper.Make(site, keeper, 1);
        await keeper.GotoAsync($"/gatherings/{paper.Gathering[^36..]}/pack");
        await keeper.EmulateMediaAsync(new() { Media = Media.Print });
        var code = (await keeper.Ask("GET", $"{paper.Gathering}/paper")).GetProperty("tables")[0].GetProperty("code");
        await Assertions.Expect(keeper.Locator(".pn-pack__code")).ToHaveTextAsync(code.GetString()!);
        foreach (var drawn in new[] { ".pn-pack .pn-qr", ".pn-easy .pn-easy__picture" })
        {
            var box = (await keeper.Locator(drawn).First.BoundingBoxAsync())!;
            Assert.True(box is { Width: > 30, Height: > 30 }, $"{drawn} is {box.Width} by {box.Height}");
        }
        // The picture is on the left of its sentence.
        var picture = (await keeper.Locator(".pn-easy__picture").First.BoundingBoxAsync())!;
        var sentence = (await keeper.Locator(".pn-easy__sentence").First.BoundingBoxAsync())!;
        Assert.True(picture.X + picture.Width < sentence.X);
        var text = await keeper.Locator(".pn-pack").InnerTextAsync();
        foreach (var person in new[] { site.Find("lead", 10), paper.Second }.Concat(site.StrangersTo(null)))
            Assert.DoesNotMatch($@"\b{Regex.Escape(person.Name)}\b", text);
    }

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
