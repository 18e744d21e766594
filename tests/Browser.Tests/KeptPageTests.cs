using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>A page that a phone has kept says so, once it may be out of date.</summary>
public sealed class KeptPageTests(Site site)
{
    [Fact]
    public async Task A_page_that_was_kept_says_how_old_it_is_and_a_fresh_one_does_not()
    {
        await using var phone = await site.Phone(width: 320);
        var page = await phone.As(site.Find("lead", 2), "/home");
        var line = page.Locator("[data-age]");
        await page.Keeps("/groups/");
        await Assertions.Expect(line).ToBeHiddenAsync();
        await phone.SetOfflineAsync(true);
        var now = TimeProvider.System.GetUtcNow();
        await page.Clock.SetFixedTimeAsync(now.AddMinutes(10).UtcDateTime);
        await page.GotoAsync("/home");
        await Assertions.Expect(line).ToContainTextAsync(
            new Regex(@"This is how it was at \d{1,2}(:\d\d)?(am|pm) on [A-Z][a-z]+ \d{1,2} [A-Z][a-z]+\."));
        Assert.False(await page.Overflows());
        Assert.Empty(await page.Faults());
        await page.Clock.SetFixedTimeAsync(now.UtcDateTime);
        await phone.SetOfflineAsync(false);
        await page.GetByRole(AriaRole.Link, new() { Name = "Load it again" }).ClickAsync();
        await page.Arrives("/home$");
        await Assertions.Expect(line).ToBeHiddenAsync();
    }
}
