using System.Globalization;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Microsoft.Net.Http.Headers;
using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>What an issuer said is of use once, soon, and to the browser and the person that asked for it.</summary>
public sealed class AccountSafetyTests(RunningArea area)
{
    private const string Failed = "/sign-in?to=%2Fgroups&account=failed", Nonce = "peernet-account-nonce.";

    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(15);

    private readonly string subject = $"{RunningArea.Canary} {Guid.CreateVersion7()}";

    [Fact]
    public async Task What_the_issuer_sent_works_once_and_in_that_browser_alone()
    {
        await Link();
        using var browser = new FormClient(area.Brighton.Url);
        using var thief = new FormClient(area.Brighton.Url);
        var back = await SayWho(browser, await Leave(browser));
        Assert.DoesNotContain("groups", back, StringComparison.Ordinal);
        Assert.Equal(Failed, (await thief.Get(back)).Location);
        Assert.Equal("/sign-in?account=failed", (await thief.Get("/sign-in/account/return")).Location);
        Assert.Equal("/sign-in?account=failed", (await thief.Get("/sign-in/account/return?code=a&state=b")).Location);
        Assert.Equal("/groups", (await browser.Get(back)).Location);
        Assert.Equal(200, (await browser.Get("/home")).Status);
        using var again = new FormClient(area.Brighton.Url);
        Assert.StartsWith("/sign-in?", (await again.Get(back)).Location, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in?", (await browser.Get(back)).Location, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_state_works_once_even_if_the_issuer_says_yes_again()
    {
        await Link();
        using var browser = new FormClient(area.Brighton.Url);
        var issuer = await Leave(browser);
        Assert.Equal("/groups", (await browser.Get(await SayWho(browser, issuer))).Location);
        // The issuer makes another code for it.
        Assert.Equal(Failed, (await browser.Get(await SayWho(browser, issuer))).Location);
    }

    [Theory]
    [InlineData("peernet-account-state.")]
    [InlineData(Nonce)]
    public async Task A_browser_without_either_cookie_is_not_signed_in(string cookie)
    {
        await Link();
        using var browser = new FormClient(area.Brighton.Url);
        var back = await SayWho(browser, await Leave(browser));
        browser.Forget(cookie);
        Assert.Equal(Failed, (await browser.Get(back)).Location);
    }

    [Fact]
    public async Task Its_cookies_end_after_a_quarter_of_an_hour()
    {
        using var browser = new FormClient(area.Brighton.Url);
        var sent = await browser.Fill("/sign-in", "/sign-in/account", ("to", "/groups"));
        var cookies = SetCookieHeaderValue.ParseList([.. sent.Cookies])
            .Where(cookie => cookie.Name.StartsWith("peernet-account-", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, cookies.Count);
        Assert.All(cookies, cookie =>
        {
            Assert.True(cookie.HttpOnly);
            Assert.Equal(SameSiteMode.Lax, cookie.SameSite);
            Assert.InRange(cookie.Expires!.Value, RunningArea.Now, RunningArea.Now + Limit);
        });
    }

    // A browser may keep a cookie for longer than it was told to.
    [Theory]
    [InlineData(14, "/groups")]
    [InlineData(16, Failed)]
    public async Task Whoever_takes_longer_than_a_quarter_of_an_hour_is_not_signed_in(int minutes, string leadsTo)
    {
        await Link();
        using var browser = new FormClient(area.Brighton.Url);
        var issuer = await Leave(browser);
        var nonce = QueryHelpers.ParseQuery(new Uri(issuer).Query)["nonce"].ToString();
        var asked = long.Parse(nonce.Split('.')[0], CultureInfo.InvariantCulture);
        var old = nonce.Replace($"{asked}", $"{asked - TimeSpan.FromMinutes(minutes).Ticks}", StringComparison.Ordinal);
        var account = area.Brighton.Services.GetRequiredService<IOptionsMonitor<OpenIdConnectOptions>>()
            .Get(AccountScheme.Name);
        browser.Forget(Nonce);
        browser.Remember($"{Nonce}{account.StringDataFormat.Protect(old)}");
        var back = await SayWho(browser, issuer.Replace(nonce, old, StringComparison.Ordinal));
        Assert.Equal(leadsTo, (await browser.Get(back)).Location);
    }

    [Fact]
    public async Task An_account_is_linked_to_nobody_but_the_person_who_asked_for_it()
    {
        var person = await area.ABrightonian();
        using var browser = new FormClient(area.Brighton.Url);
        await SignIn(browser, person);
        var back = await SayWho(browser, AddressIn(await browser.Fill("/me/account", "/me/account")));
        var next = await area.ABrightonian();
        await SignIn(browser, next);
        Assert.Equal("/me/account?account=failed", (await browser.Get(back)).Location);
        foreach (var one in new[] { person, next })
            Assert.Null(await area.Brighton.Grains.LinkedAccount(area.Brighton.Area, one.Id).Find(By(one)));
    }

    private static Caller By(Person person) => new(CallerRole.Member, person.Id);

    private static string AddressIn(FormClient.Seen page)
    {
        var shown = new Shown(page.Status, "", page.Text);
        return shown.Document.QuerySelector("main a[href*='/authorize?']")!.GetAttribute("href")!;
    }

    private async Task Link()
    {
        var account = AccountDigest.Of(area.Issuer.Url, subject);
        var person = await area.ABrightonian();
        RunningArea.Yes(await area.Brighton.Grains.Accounts(area.Brighton.Area, account).Link(account, By(person)));
    }

    /// <summary>Asks to be signed in, and gives the address that leads to the issuer.</summary>
    private static async Task<string> Leave(FormClient browser) =>
        AddressIn(await browser.Fill("/sign-in", "/sign-in/account", ("to", "/groups")));

    /// <summary>Says at the issuer who one is, and gives the address that leads back.</summary>
    private async Task<string> SayWho(FormClient browser, string issuer) =>
        (await browser.Get($"{issuer}&as={subject}")).Location!;

    private async Task SignIn(FormClient browser, Person person)
    {
        var session = new SessionId(Guid.CreateVersion7());
        await area.Brighton.Grains.Sessions(area.Brighton.Area, person.Id).Begin(session, "A browser", By(person));
        browser.Carry(area.Brighton.Services, SessionCookie.Of(person.Id, session, null));
    }
}
