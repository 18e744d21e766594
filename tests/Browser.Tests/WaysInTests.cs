using Microsoft.Playwright;

namespace PeerNet.Browser.Tests;

/// <summary>Ways of signing in that need a browser.</summary>
public sealed class WaysInTests(Site site)
{
    [Fact]
    public async Task Whoever_scans_a_slip_finds_its_code_in_the_form_and_it_is_in_no_address()
    {
        await using var phone = await site.Phone();
        var page = await phone.NewPageAsync();
        List<string> asked = [];
        page.Request += (_, request) => asked.Add(request.Url + request.Headers.GetValueOrDefault("referer"));
        await page.GotoAsync("/claim#4H7K9MPR2TX6");
        await Assertions.Expect(page.Locator("#code")).ToHaveValueAsync("4H7K 9MPR 2TX6");
        Assert.Equal($"{site.Url}/claim", page.Url);
        await page.GetByRole(AriaRole.Button, new() { Name = "Continue" }).ClickAsync();
        await Assertions.Expect(page.Locator(".govuk-error-message")).ToContainTextAsync("This code does not work");
        Assert.DoesNotContain(asked, one => one.Split('#')[0].Contains("4H7K", StringComparison.Ordinal));
        await page.Shoot("phone/claim");
    }
}
