using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A lead makes a link, and somebody joins by it on a phone of their own.</summary>
public sealed class InvitingTests(Site site)
{
    [Fact]
    public async Task A_link_leads_from_one_phone_into_the_group_on_another()
    {
        var lead = site.Find("lead");
        var other = Enumerable.Range(0, 20).Select(place => site.Find("member", place))
            .First(one => !one.Groups.Intersect(lead.Groups).Any());
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(lead, "/home");
        await page.Locator(".pn-card a").First.ClickAsync();
        await page.GetByRole(AriaRole.Link, new() { Name = "Invite somebody by a link" }).ClickAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Make a link" }).ClickAsync();
        await page.Locator(".pn-qr").WaitForAsync();
        await Check(page, "invitation");
        var link = await page.Locator("main strong").InnerTextAsync();

        await using var another = await site.Phone(width: 320);
        var opened = await another.NewPageAsync();
        await opened.GotoAsync(link);
        await Check(opened, "invited");
        var joining = await another.As(other, new Uri(link).AbsolutePath);
        await joining.GetByRole(AriaRole.Button, new() { Name = "Join this group" }).ClickAsync();
        await joining.GetByText("You belong to this group.").WaitForAsync();
        await using var late = await site.Phone();
        Assert.Equal(404, (await (await late.NewPageAsync()).GotoAsync(link))!.Status);
    }

    private static async Task Check(IPage page, string name)
    {
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Shoot($"phone/{name}");
    }
}
