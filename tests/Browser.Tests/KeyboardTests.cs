using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>
/// What a lead and a member do most, with the keyboard alone; always seeing where they are, on a screen as small as a
/// desk's at a zoom of 400 %.
/// </summary>
public sealed class KeyboardTests(Site site)
{
    private const int Width = 320, Height = 256;

    [Fact]
    public async Task A_lead_logs_a_meeting()
    {
        await using var desk = await site.Phone(width: Width, height: Height);
        var page = await desk.As(site.Find("lead", 9), "/home");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First, "Enter");
        await page.Arrives("/log$");
        await page.TabTo(page.Locator("[name=meeting]:checked"));
        // The arrow keys choose another radio button of the same question, and the last is another day.
        await page.Keyboard.PressAsync("ArrowUp");
        while (!await page.Locator("[name=meeting][value=another]").IsCheckedAsync())
            await page.Keyboard.PressAsync("ArrowUp");
        await page.FocusAsync("#heldOn");
        await page.Keyboard.TypeAsync("04092026");
        await page.TabTo(page.Locator("#startsAt"));
        await page.Keyboard.TypeAsync("1015AM");
        await page.Press(page.Locator("[name=present]").First, "Space");
        await page.Press(page.GetByLabel("Notes for the group"), "x");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Save" }), "Enter");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("Meeting saved");
        Assert.False(await page.Overflows());
    }

    [Fact]
    public async Task The_bar_that_saves_a_meeting_never_covers_what_somebody_is_at()
    {
        await using var phone = await site.Phone();
        var page = await phone.As(site.Find("lead", 9), "/home");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Log a meeting" }).First, "Enter");
        await page.Arrives("/log$");
        Assert.Equal("sticky", await page.Locator(".pn-total").EvaluateAsync<string>(
            "one => getComputedStyle(one).position"));
        await page.TabTo(page.GetByRole(AriaRole.Button, new() { Name = "Save" }));
    }

    [Theory]
    [InlineData("/")]
    [InlineData("/groups")]
    public async Task The_first_link_can_be_seen_and_leads_past_the_menu(string path)
    {
        await using var desk = await site.Phone(width: Width, height: Height);
        var page = await desk.NewPageAsync();
        await page.GotoAsync(path);
        await page.TabTo(page.GetByRole(AriaRole.Link, new() { Name = "Skip to main content" }));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("#main")).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(1, await page.Locator("main :focus").CountAsync());
    }

    [Fact]
    public async Task What_is_wrong_with_a_search_is_read_at_once_and_leads_to_its_control()
    {
        await using var desk = await site.Phone(width: Width, height: Height);
        var page = await desk.NewPageAsync();
        await page.GotoAsync("/groups?outcode=ZZ9");
        await SaysAtOnce(page);
        await page.Press(page.Locator(".govuk-error-summary a"), "Enter");
        await Assertions.Expect(page.GetByLabel("Where are you?")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task What_is_wrong_with_a_meeting_is_read_at_once_and_leads_to_its_control()
    {
        await using var desk = await site.Phone(width: Width, height: Height);
        var lead = site.Find("lead", 9);
        var page = await desk.As(lead, $"/groups/{lead.Groups[0]}/log");
        await page.Locator("[name=meeting][value=another]").CheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await SaysAtOnce(page);
        await page.Press(page.Locator(".govuk-error-summary a"), "Enter");
        await Assertions.Expect(page.Locator("#heldOn")).ToBeFocusedAsync();
    }

    [Fact]
    public async Task A_member_finds_a_group_on_the_map_and_asks_to_come()
    {
        await using var desk = await site.Phone(width: Width, height: Height);
        var page = await desk.As(site.Find("member", 6), "/groups");
        await page.Press(page.GetByLabel("Evening"), "Space");
        await page.Keyboard.PressAsync("Enter");
        await page.Arrives(@"/groups\?part=evening.*#found$");
        await page.Press(page.GetByRole(AriaRole.Link, new() { Name = "Show them on a map" }), "Enter");
        await page.Arrives(@"/groups/map\?part=evening$");
        Assert.False(await page.Overflows());
        await page.Press(page.Locator(".pn-map a[href^='/areas/']").First, "Enter");
        await page.Arrives("/areas/");
        await page.Press(page.GetByLabel("Yes, the people of this group"), "Space");
        await page.Press(page.GetByRole(AriaRole.Button, new() { Name = "Ask to come" }), "Enter");
        await page.Locator("text=/You have asked to come|You have a place/").First.WaitForAsync();
    }

    private static Task SaysAtOnce(IPage page) =>
        Assertions.Expect(page.Locator(".govuk-error-summary")).ToBeFocusedAsync();
}
