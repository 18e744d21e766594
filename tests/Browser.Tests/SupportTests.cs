using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>One person asks for support, and another says yes and arranges it with them.</summary>
public sealed class SupportTests(Site site)
{
    [Theory]
    [InlineData(true, 2)]
    [InlineData(false, 4)]
    public async Task Two_people_find_each_other_with_javascript_and_without(bool javaScript, int place)
    {
        await using var asking = await site.Phone(javaScript, width: 320);
        var asker = await asking.As(site.Find("member", place), "/offers");
        await Look(asker, "offers", isCrawled: true);
        await Follow(asker, "Ask for support");
        await Look(asker, "offer-new", isCrawled: true);
        await asker.GetByLabel("A visit to a group").CheckAsync();
        await asker.GetByLabel("In your own words").FillAsync($"We meet by the sea. {place}");
        await asker.GetByLabel("Everybody in my area").CheckAsync();
        await Press(asker, "Save and show it");
        await Look(asker, "offer-open", isCrawled: true);
        var address = new Uri(asker.Url).AbsolutePath;

        await using var helping = await site.Phone(javaScript, width: 320);
        var helper = await helping.As(site.Find("member", place + 1), "/offers?kind=visit&side=request");
        await helper.Locator($"main a[href='{address}']").ClickAsync();
        await Look(helper, "offer-of-another", isCrawled: true);
        await helper.GetByLabel("What should the other person call you?").FillAsync("Robin");
        await Press(helper, "Say yes");
        await Look(helper, "offer-taken-up");

        await asker.ReloadAsync();
        await Look(asker, "offer-waits");
        await Follow(asker, "Say yes");
        await Look(asker, "offer-agree");
        await asker.GetByLabel("What should the other person call you?").FillAsync("Kim");
        await Press(asker, "Say yes");
        await Look(asker, "offer-agreed");

        await helper.ReloadAsync();
        await Follow(helper, "Arrange when and where");
        await helper.GetByLabel("Which day?").FillAsync($"{TimeProvider.System.GetUtcNow().AddDays(2):yyyy-MM-dd}");
        await helper.GetByLabel("Where?").FillAsync("The pier");
        await Look(helper, "offer-arrange");
        await Press(helper, "Save");
        await Look(helper, "offer-arranged");
        await Follow(helper, "Say how it went");
        await helper.GetByLabel("Yes, it took place").CheckAsync();
        await Look(helper, "offer-outcome");
        await Press(helper, "Save");
        await Look(helper, "offer-done");
        await Follow(helper, "Take this off my list");
        await Look(helper, "offer-end");
        await Press(helper, "Take this off my list");
        await helper.Arrives("/offers/ended$");

        // What axe says of pages to which every visit leads is known from EveryPageTests.
        async Task Look(IPage page, string name, bool isCrawled = false)
        {
            Assert.False(await page.Overflows(), $"{page.Url} is wider than the screen.");
            if (!javaScript) return;
            await page.Shoot(name);
            if (isCrawled) return;
            Assert.Empty(await page.Faults());
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark });
            Assert.Empty(await page.ContrastFaults());
            await page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light });
        }
    }

    private static Task Follow(IPage page, string link) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Link, new() { Name = link, Exact = true }).ClickAsync();

    private static Task Press(IPage page, string button) =>
        page.GetByRole(AriaRole.Main).GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).ClickAsync();
}
