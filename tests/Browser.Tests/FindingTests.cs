using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A member finds a group in another area and asks to come.</summary>
public sealed class FindingTests(Site site)
{
    private const int MaxSteps = 8;

    [Theory]
    [InlineData(true, 0)]
    [InlineData(false, 1)]
    public async Task It_takes_eight_steps_with_javascript_and_without(bool javaScript, int place)
    {
        await using var phone = await site.Phone(javaScript, width: 320);
        var page = await phone.As(site.Find("member", place), "/");
        var steps = new Steps();
        await steps.Click(page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = "Find a group" }));
        await Shoot(page, "find");
        await steps.Click(page.GetByLabel("Evening"));
        await steps.Click(page.GetByText("More questions"));
        await steps.Click(page.GetByLabel("West Sussex"));
        await steps.Click(page.GetByRole(AriaRole.Button, new() { Name = "Find groups" }));
        await Shoot(page, "find-found");
        Assert.Contains("area=west-sussex", page.Url, StringComparison.Ordinal);
        await steps.Click(page.Locator(".pn-card a").First);
        await page.Arrives("/areas/west-sussex/groups/");
        await Shoot(page, "group-abroad");
        Assert.False(await page.Overflows());
        await steps.Click(page.GetByLabel("Yes, the people of this group"));
        await steps.Click(page.GetByRole(AriaRole.Button, new() { Name = "Ask to come" }));
        // An open group may have answered already.
        await page.Locator("text=/You have asked to come|You have a place/").First.WaitForAsync();
        await Shoot(page, "group-abroad-asked");
        Assert.InRange(steps.Count, 1, MaxSteps);

        Task Shoot(IPage of, string name) => javaScript ? of.Shoot(name) : Task.CompletedTask;
    }

    [Fact]
    public async Task A_search_works_from_the_keyboard_alone_and_what_it_finds_is_read_next()
    {
        await using var phone = await site.Phone();
        var page = await phone.NewPageAsync();
        await page.GotoAsync("/groups");
        await page.TabTo(page.GetByLabel("Evening"));
        await page.Keyboard.PressAsync("Space");
        await page.TabTo(page.GetByLabel("Where are you?"));
        await page.Keyboard.TypeAsync("bn2 1ta");
        await page.Keyboard.PressAsync("Enter");
        await page.Arrives(@"/groups\?part=evening&outcode=BN2#found$");
        await page.Keyboard.PressAsync("Tab");
        Assert.Equal(1, await page.Locator("#found :focus").CountAsync());
    }

    [Theory]
    [InlineData("outcode=ZZ9", "find-refused")]
    [InlineData("day=sun&part=morning&need=signLanguage&area=west-sussex&outcode=BN2&withinKm=5", "find-nothing")]
    public async Task A_page_that_helps_on_shuts_nobody_out(string query, string name)
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.NewPageAsync();
        await page.GotoAsync($"/groups?{query}");
        await page.Shoot(name);
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
        Assert.Empty(await page.ContrastFaults());
    }

    /// <summary>Counts what a person does.</summary>
    private sealed class Steps
    {
        public int Count { get; private set; }

        public Task Click(ILocator what)
        {
            Count++;
            return what.ClickAsync();
        }
    }
}
