using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Signing in with an account elsewhere, which a person has linked to their record.</summary>
public sealed class AccountTests(RunningArea area)
{
    private readonly string subject = $"{RunningArea.Canary} {Guid.CreateVersion7()}";

    [Fact]
    public async Task Somebody_links_an_account_signs_in_with_it_and_comes_back_to_where_they_were()
    {
        var person = await area.ABrightonian();
        using var linking = await Linked(person);
        var page = (await linking.Get("/me/account")).Says("You linked it on").Says("You have not signed in with it");
        page.DoesNotSay(subject);
        using var browser = Browser.At(area.Brighton.Url);
        Assert.Equal("/groups", (await Continue(browser, "/sign-in?to=%2Fgroups")).Is(200).Path);
        Assert.Contains($"{person.Id}", (await browser.Get("/api/v1/members/me")).Html, StringComparison.Ordinal);
        (await browser.Get("/me/account")).Says("You last signed in with it on");
        Assert.All(area.Issuer.Scopes, scope => Assert.Equal("openid", scope));
    }

    [Fact]
    public async Task A_person_sees_downloads_and_removes_the_link_and_then_the_account_is_unknown()
    {
        var person = await area.ABrightonian();
        using var browser = await Linked(person);
        (await browser.Get("/me")).Says("You have linked an account.");
        (await browser.Get("/me/print")).Says("You linked an account elsewhere");
        var data = (await browser.Get("/me/data.json")).Is(200);
        Assert.Contains("\"account\":{\"linkedAt\":", data.Html, StringComparison.Ordinal);
        data.DoesNotSay(subject);
        (await browser.Get("/sign-out")).DoesNotSay("a new slip will not help");
        await browser.Submit(await browser.Get("/me/account"), "/me/account/remove");
        (await browser.Get("/sign-out")).Says("a new slip will not help");
        (await browser.Get("/me/account")).DoesNotSay("You linked it on");
        await IsUnknown();
    }

    [Fact]
    public async Task Signing_out_everywhere_removes_the_link_too()
    {
        var person = await area.ABrightonian();
        using var browser = await Linked(person);
        var page = (await browser.Get("/me/sessions")).Says("the link to your account elsewhere");
        await browser.Submit(page, "/me/sessions/end");
        await IsUnknown();
    }

    [Fact]
    public async Task Whoever_has_an_account_that_nobody_linked_is_told_what_to_do_and_not_signed_in()
    {
        await IsUnknown();
    }

    [Fact]
    public async Task An_account_is_never_linked_to_two_people()
    {
        var person = await area.ABrightonian();
        using var first = await Linked(person);
        var other = await area.ABrightonian();
        using var second = Browser.At(area.Brighton, other);
        (await Continue(second, "/me/account")).Is(200).Says("This account belongs to somebody else here");
        Assert.Null(await area.Brighton.Grains.LinkedAccount(area.Brighton.Area, other.Id).Find(By(other)));
        (await first.Get("/me/account")).Says("You linked it on");

        var account = AccountDigest.Of(area.Issuer.Url, $"both {subject}");
        var linked = await Task.WhenAll(new[] { person, other }.Select(
            one => area.Brighton.Grains.Accounts(area.Brighton.Area, account).Link(account, By(one))));
        Assert.Single(linked, one => one.Refused(out var refusal, out _) && refusal == SignInRefusals.AccountTaken);
    }

    [Theory]
    [InlineData("audience")]
    [InlineData("issuer")]
    [InlineData("nonce")]
    [InlineData("key")]
    [InlineData("late")]
    [InlineData("grant")]
    [InlineData("broken")]
    [InlineData("gone")]
    [InlineData("denied")]
    [InlineData("fault")]
    public async Task Whatever_is_wrong_at_the_issuer_the_answer_is_plain_and_nobody_is_signed_in(string wrong)
    {
        var before = Warnings;
        using var linking = await Linked(await area.ABrightonian());
        using var browser = Browser.At(area.Brighton.Url);
        var page = (await Continue(browser, "/sign-in?to=%2Fgroups", wrong)).Is(200);
        page.Says("You are not signed in yet. You can try again").DoesNotSay(subject);
        Assert.Equal("/sign-in?to=%2Fgroups&account=failed", page.Path);
        (await browser.Get("/home")).Says("Sign in or join");
        using var person = Browser.At(area.Brighton, await area.ABrightonian());
        (await Continue(person, "/me/account", wrong)).Is(200).Says("Nothing was linked. You can try again.");
        // Whoever says no at the issuer may do so: nothing is wrong, and nobody is warned.
        Assert.Equal(wrong == "denied" ? 0 : 2, Warnings - before);
    }

    [Theory]
    [InlineData("https://elsewhere.example.invalid")]
    [InlineData("//elsewhere.example.invalid")]
    [InlineData("/\\elsewhere.example.invalid")]
    public async Task Nobody_is_led_to_another_site(string to)
    {
        using var linking = await Linked(await area.ABrightonian());
        using var browser = Browser.At(area.Brighton.Url);
        var page = await browser.Submit(await browser.Get("/sign-in"), "/sign-in/account", ("to", to));
        Assert.Equal("/home", (await browser.Get($"{AddressIn(page)}&as={subject}")).Path);
    }

    [Fact]
    public async Task Where_no_issuer_is_set_there_is_no_button_and_no_page()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        (await browser.Get("/sign-in")).Is(200).DoesNotSay("/sign-in/account").DoesNotSay("Continue with");
        (await browser.Get("/me")).Is(200).DoesNotSay("/me/account");
        (await browser.Get("/me/account")).Is(404);
        (await browser.Get("/sign-in/account/return?code=a")).Is(404);
        var token = (await browser.Get("/sign-out")).Token();
        (await browser.Post("/sign-in/account", token)).Is(404);
        (await browser.Post("/me/account", token)).Is(404);
    }

    private int Warnings => area.Telemetry.With("Warning PeerNet.Gateway.SignIn.AccountReturn").Count;

    private static Caller By(Person person) => new(CallerRole.Member, person.Id);

    private static string AddressIn(Shown page) =>
        page.Document.QuerySelector("main a[href*='/authorize?']")!.GetAttribute("href")!;

    private async Task<Browser> Linked(Person person)
    {
        var browser = Browser.At(area.Brighton, person);
        Assert.Equal("/me/account", (await Continue(browser, "/me/account")).Is(200).Path);
        return browser;
    }

    private async Task IsUnknown()
    {
        using var browser = Browser.At(area.Brighton.Url);
        var page = (await Continue(browser, "/sign-in?to=%2Fgroups")).Is(200).Says("We do not know this account yet.");
        Assert.Equal("/groups", page.Value("to"));
        (await browser.Get("/home")).Says("Sign in or join");
    }

    /// <summary>Goes to the issuer from a page, says there who one is, and comes back.</summary>
    private async Task<Shown> Continue(Browser browser, string from, string? wrong = null)
    {
        var form = from.StartsWith("/me", StringComparison.Ordinal) ? "/me/account" : "/sign-in/account";
        var leaving = (await browser.Submit(await browser.Get(from), form)).Is(200);
        var leadsTo = leaving.Document.QuerySelector("meta[http-equiv=refresh]")!.GetAttribute("content");
        Assert.Equal($"0; url={AddressIn(leaving)}", leadsTo);
        return await browser.Get($"{AddressIn(leaving)}&as={Uri.EscapeDataString(subject)}&wrong={wrong}");
    }
}
