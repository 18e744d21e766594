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

    [Fact]
    public async Task Somebody_adds_a_passkey_signs_in_with_it_and_removes_it()
    {
        await using var phone = await site.Phone();
        var page = await phone.NewPageAsync();
        // A passkey belongs to a name, and an IP address is none.
        var home = site.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        var device = await phone.NewCDPSessionAsync(page);
        await device.SendAsync("WebAuthn.enable");
        await device.SendAsync("WebAuthn.addVirtualAuthenticator", new()
        {
            ["options"] = new Dictionary<string, object>
            {
                ["protocol"] = "ctap2", ["transport"] = "internal", ["hasResidentKey"] = true,
                ["hasUserVerification"] = true, ["isUserVerified"] = true,
            },
        });
        var person = site.Find("member", 3);
        await page.GotoAsync($"{home}/be?to=%2Fme%2Fpasskeys");
        await page.Locator($"form[action='/be/{person.Id}'] button").ClickAsync();
        await page.Arrives("/me/passkeys$");
        await page.Shoot("phone/passkeys");
        await Press(page, "Add a passkey on this device");
        await Assertions.Expect(page.Locator(".pn-card")).ToContainTextAsync("Never used");

        await page.GotoAsync($"{home}/sign-out");
        await Press(page, "Sign out");
        await page.GotoAsync($"{home}/sign-in?to=%2Fme%2Fpasskeys");
        await page.GetByRole(AriaRole.Link, new() { Name = "Sign in with a passkey" }).ClickAsync();
        await page.Shoot("phone/passkey");
        await Press(page, "Sign in");
        await page.Arrives("/me/passkeys$");
        await Assertions.Expect(page.Locator(".pn-card")).ToContainTextAsync("Last used on");

        await page.GetByRole(AriaRole.Button, new() { Name = "Remove it" }).ClickAsync();
        await Assertions.Expect(page.Locator(".pn-card")).ToHaveCountAsync(0);
        await page.GotoAsync($"{home}/sign-out");
        await Press(page, "Sign out");
        await page.GotoAsync($"{home}/sign-in/passkey");
        await Press(page, "Sign in");
        await Assertions.Expect(page.Locator(".govuk-error-summary")).ToContainTextAsync("could not be used here");
    }

    [Fact]
    public async Task Without_a_script_somebody_links_an_account_elsewhere_and_signs_in_with_it()
    {
        await using var phone = await site.Phone(javaScript: false);
        var page = await phone.As(site.Find("member", 4), "/me/account");
        await page.Shoot("phone/account");
        await Press(page, "Link Seaside login");
        await Press(page, "Someone");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You linked it on");

        await page.GotoAsync("/sign-out");
        await Press(page, "Sign out");
        await page.GotoAsync("/sign-in?to=%2Fme%2Faccount");
        await page.Shoot("phone/sign-in");
        await Press(page, "Continue with Seaside login");
        await Press(page, "Someone");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You last signed in with it on");
    }

    [Fact]
    public async Task A_link_made_on_one_phone_opens_on_another_and_lets_one_person_in()
    {
        var lead = site.Find("lead");
        await using var phoneOfLead = await site.Phone(width: 320);
        var making = await phoneOfLead.As(lead, $"/groups/{lead.Groups[0]}/invitations");
        await Press(making, "Make a link");
        var link = new Uri(await making.Locator(".pn-sheet strong").InnerTextAsync()).PathAndQuery;
        await NothingIsWrongWith(making, "invitation-made");

        await using var phone = await site.Phone(width: 320);
        // The first visits every page meanwhile, and reads of nobody whom they do not know.
        var stranger = Enumerable.Range(1, 40)
            .Select(place => site.Find("member", place))
            .First(one => !one.Groups.Contains(lead.Groups[0]));
        var page = await phone.NewPageAsync();
        await page.GotoAsync(link);
        await NothingIsWrongWith(page, "invited");
        page = await phone.As(stranger, link);
        await NothingIsWrongWith(page, "invited-signed-in");
        await Press(page, "Join this group");
        await Assertions.Expect(page.Locator("main")).ToContainTextAsync("You belong to this group.");

        await using var late = await site.Phone();
        page = await late.NewPageAsync();
        Assert.Equal(404, (await page.GotoAsync(link))!.Status);
    }

    private static async Task NothingIsWrongWith(IPage page, string name)
    {
        Assert.Empty(await page.Faults());
        Assert.Empty(await page.ForcedColourFaults());
        Assert.False(await page.Overflows());
        await page.Shoot($"phone/{name}");
    }

    private static Task Press(IPage page, string name) =>
        page.GetByRole(AriaRole.Button, new() { Name = name, Exact = true }).ClickAsync();
}
