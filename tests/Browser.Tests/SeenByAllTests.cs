using System.Text.RegularExpressions;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace PeerNet.Browser.Tests;

/// <summary>What the made-up areas show to whoever looks, without a script.</summary>
public sealed partial class SeenByAllTests(Site site)
{
    [Fact]
    public async Task An_answer_that_is_overdue_is_overdue_to_members_and_to_visitors()
    {
        await using var phone = await site.Phone(javaScript: false, width: 320);
        var member = await phone.As(site.Find("member"), "/barriers");
        await Expect(member.GetByText(DaysOver()).First).ToBeVisibleAsync();
        await using var street = await site.Phone(javaScript: false, width: 320);
        var visitor = await street.NewPageAsync();
        // It is of another area, whose cards come a moment after the start.
        await Until.So(async () =>
        {
            await visitor.GotoAsync("/what-groups-say/barriers");
            return await visitor.GetByText(DaysOver()).CountAsync() > 0;
        });
        Assert.False(await visitor.Overflows());
    }

    [Fact]
    public async Task What_is_stuck_comes_first_among_next_steps_and_at_the_next_gathering()
    {
        await using var phone = await site.Phone(javaScript: false, width: 320);
        var lead = site.Find("lead");
        var page = await phone.As(lead, $"/groups/{lead.Groups[0]}/steps");
        var lists = page.Locator("h2:has(+ ul)");
        await Expect(lists.First).ToHaveTextAsync("Stuck");
        var stuck = await page.Locator("h2 + ul a").First.InnerTextAsync();
        await page.GotoAsync($"/groups/{lead.Groups[0]}/gatherings");
        await page.GetByRole(AriaRole.Link, new() { Name = "What do we do next?" }).ClickAsync();
        await Expect(page.Locator("h2:has-text('Still to do from last time') + ul a").First).ToHaveTextAsync(stuck);
    }

    [GeneratedRegex(@"\d+ days over its date")]
    private static partial Regex DaysOver();
}
