using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Signing in with a code, the way a person does it.</summary>
public sealed class CodeTests(RunningArea area)
{
    [Fact]
    public async Task Somebody_with_a_record_signs_in_and_comes_back_to_where_they_were()
    {
        var box = new Mailbox(area);
        var person = await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        Assert.Equal("/sign-in?to=%2Fhome", (await browser.Get("/home")).Location);
        var asked = await browser.Fill(
            "/sign-in?to=%2Fgroups", "/sign-in", ("email", $" {box.Address.ToUpperInvariant()} "), ("to", "/groups"));
        Assert.Equal((302, "/sign-in/code"), (asked.Status, asked.Location));
        var page = await browser.Get("/sign-in/code");
        Assert.Contains(box.Address, page.Text, StringComparison.Ordinal);
        Assert.Contains(area.East.At.File("mail"), page.Text, StringComparison.Ordinal);

        var entered = await browser.Fill("/sign-in/code", "/sign-in/code", ("code", await box.Code()));
        Assert.Equal((302, "/groups"), (entered.Status, entered.Location));
        Assert.Equal(200, (await browser.Get("/home")).Status);
        Assert.Contains($"\"id\":\"{person.Id}\"", (await browser.Get("/api/v1/members/me")).Text);
        Assert.Contains(area.East.At.Site, Assert.Single(box.Mails), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_new_says_what_they_like_to_be_called_and_agrees_to_nothing_else()
    {
        var box = new Mailbox(area);
        using var browser = new FormClient(area.East.Url);
        Assert.Equal("/sign-in", (await browser.Get("/sign-in/name")).Location);
        Assert.Equal("/sign-in/name", (await box.Enter(browser)).Location);
        Assert.Equal(401, (await browser.Get("/api/v1/members/me")).Status);
        var nameless =
            await browser.Fill("/sign-in/name", "/sign-in/name", ("name", " "), ("consents", "noticesByMail"));
        Assert.Equal(422, nameless.Status);
        Assert.Contains("<title>Error: ", nameless.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"noticesByMail\" checked", nameless.Text, StringComparison.Ordinal);

        var joined = await browser.Post(
            "/sign-in/name", ("name", $"Robin {RunningArea.Canary}"), ("__RequestVerificationToken", nameless.Token));
        Assert.Equal((302, "/home"), (joined.Status, joined.Location));
        var me = System.Text.Json.JsonElement.Parse((await browser.Get("/api/v1/members/me")).Text);
        Assert.Equal($"Robin {RunningArea.Canary}", me.GetProperty("name").GetString());
        Assert.Equal(box.Address, me.GetProperty("contact").GetProperty("email").GetString());
        Assert.All(me.GetProperty("consents").EnumerateObject(), consent => Assert.False(consent.Value.GetBoolean()));
        Assert.Equal("/sign-in", (await browser.Get("/sign-in/name")).Location);
    }

    [Fact]
    public async Task Joining_twice_at_once_creates_one_record()
    {
        var box = new Mailbox(area);
        using var browser = new FormClient(area.East.Url);
        await box.Enter(browser);
        var token = (await browser.Get("/sign-in/name")).Token;
        var joined = await Task.WhenAll(Enumerable.Range(0, 4).Select(number => browser.Post(
            "/sign-in/name", ("name", $"Robin {number}"), ("__RequestVerificationToken", token))));
        Assert.All(joined, one => Assert.True(one.Location is "/home" or "/sign-in", $"{one.Status} {one.Location}"));
        using var other = new FormClient(area.East.Url);
        Assert.Equal(200, (await browser.Get("/api/v1/members/me")).Status);
    }

    [Fact]
    public async Task A_second_mail_within_a_minute_is_not_sent_and_the_first_code_works()
    {
        var box = new Mailbox(area);
        using var browser = new FormClient(area.East.Url);
        await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        var again = await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        Assert.Equal("/sign-in/code", again.Location);
        var code = await box.Code();
        Assert.Equal("/sign-in/name", (await browser.Fill("/sign-in/code", "/sign-in/code", ("code", code))).Location);
        Assert.Single(box.Mails);
    }

    [Fact]
    public async Task The_link_in_the_mail_fills_in_the_code_and_another_browser_asks_for_the_address()
    {
        var box = new Mailbox(area);
        await box.BelongToSomebody();
        using var browser = new FormClient(area.East.Url);
        await browser.Fill("/sign-in", "/sign-in", ("email", box.Address));
        var code = await box.Code();
        var link = $"/sign-in/code?code={code}";
        Assert.Contains($"{area.East.At.Site}{link}", box.Mails[0], StringComparison.Ordinal);
        using var other = new FormClient(area.East.Url);
        var page = await other.Get(link);
        Assert.Contains($"value=\"{code}\"", page.Text, StringComparison.Ordinal);
        Assert.Equal(422, (await other.Fill(link, "/sign-in/code", ("code", code))).Status);
        var entered = await other.Fill(link, "/sign-in/code", ("code", code), ("email", box.Address));
        Assert.Equal("/home", entered.Location);
    }

    [Fact]
    public async Task Whoever_asks_for_another_code_or_uses_a_passkey_still_comes_to_where_they_were_going()
    {
        const string Ask = "/sign-in?to=%2Fgroups";
        var box = new Mailbox(area);
        using var browser = Browser.At(area.East.Url);
        var page = (await browser.Submit(await browser.Get(Ask), "/sign-in", ("email", box.Address))).Is(200);
        foreach (var shown in (Shown[])[page, await browser.Submit(page, "/sign-in/code", ("code", "1"))])
        {
            Assert.Equal(Ask, shown.Back());
            Assert.Equal(Ask, shown.Link("Ask for another code, or change the address"));
        }
        page = await browser.Get((await browser.Get(Ask)).Link("Sign in with a passkey"));
        foreach (var shown in (Shown[])[page, await browser.Submit(page, "/sign-in/passkey", ("credential", "{}"))])
        {
            Assert.Equal(Ask, shown.Back());
            Assert.Equal(Ask, shown.Link("have a code emailed to you"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Whoever_asks_to_be_shown_passkeys_is_and_goes_on_to_where_they_were_going(bool isNew)
    {
        var box = new Mailbox(area);
        if (!isNew) await box.BelongToSomebody();
        using var browser = Browser.At(area.East.Url);
        var page = await browser.Submit(
            await browser.Get("/sign-in?to=/groups"), "/sign-in", ("email", box.Address));
        page = await browser.Submit(page, "/sign-in/code", ("code", await box.Code()), ("passkey", "yes"));
        if (isNew) page = await browser.Submit(page, "/sign-in/name", ("name", "Robin"));
        Assert.Equal("/me/passkeys?to=%2Fgroups", page.Is(200).Path);
        Assert.Equal("/groups", page.Link("Go on to where you were going"));
        page = (await browser.Submit(page, "/me/passkeys", ("credential", "{}"))).Is(422);
        Assert.Equal("/groups", page.Link("Go on to where you were going"));
        (await browser.Get("/me/passkeys")).Is(200).DoesNotSay("where you were going");
        (await browser.Get("/me/passkeys?to=//elsewhere.example.invalid")).Is(200).DoesNotSay("elsewhere");
    }

    [Theory]
    [InlineData("")]
    [InlineData("quokka7zx")]
    [InlineData("quokka7zx@example.invalid,other@example.invalid")]
    public async Task What_is_not_an_address_is_refused_and_kept(string typed)
    {
        using var browser = new FormClient(area.East.Url);
        var refused = await browser.Fill("/sign-in", "/sign-in", ("email", typed), ("to", "/groups"));
        Assert.Equal(422, refused.Status);
        Assert.Contains("There is a problem", refused.Text, StringComparison.Ordinal);
        Assert.Contains($"value=\"{typed}\"", refused.Text, StringComparison.Ordinal);
        Assert.Contains("value=\"/groups\"", refused.Text, StringComparison.Ordinal);
    }
}
