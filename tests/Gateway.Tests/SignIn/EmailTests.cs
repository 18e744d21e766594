using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Giving an address to come back with, by somebody who is signed in.</summary>
public sealed class EmailTests(RunningArea area)
{
    [Fact]
    public async Task An_address_is_added_by_whoever_shows_that_it_is_theirs_and_signs_them_in_from_then_on()
    {
        var box = new Mailbox(area);
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        var page = (await browser.Get("/me/email")).Is(200);
        Assert.Equal("/me/email", (await browser.Get("/me/email/code")).Path);
        (await browser.Submit(page, "/me/email", ("email", "quokka7zx"))).Is(422).Says("Enter your email address");
        var asked = (await browser.Submit(page, "/me/email", ("email", box.Address))).Is(200).Says(box.Address);
        var code = await box.Code();
        (await browser.Submit(asked, "/me/email/code", ("code", Mailbox.Wrong(code, 1)))).Is(422);
        (await browser.Submit(asked, "/me/email/code", ("code", code))).Is(200).Says("You sign in with").Says(
            box.Address);
        (await browser.Get("/me/sessions")).Is(200).DoesNotSay("you cannot come back afterwards");
        (await browser.Get("/sign-out")).Is(200).DoesNotSay("a new slip will not help");
        Assert.Equal(person.Id, await Owner(box));
    }

    [Fact]
    public async Task An_address_of_somebody_else_s_record_is_not_added()
    {
        var box = new Mailbox(area);
        var owner = await box.BelongToSomebody();
        using var browser = Browser.At(area.East, await area.APerson());
        var asked = await browser.Submit(await browser.Get("/me/email"), "/me/email", ("email", box.Address));
        (await browser.Submit(asked, "/me/email/code", ("code", await box.Code())))
            .Is(422).Says("Two records cannot be joined");
        var all = area.East.Grains.Member(area.East.Area, owner.Id);
        Assert.Null(RunningArea.Yes(await all.Get(new(CallerRole.Member, owner.Id))).SignInAddress);
    }

    [Fact]
    public async Task The_link_in_the_mail_adds_the_address_and_makes_nobody_new()
    {
        var box = new Mailbox(area);
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        await browser.Submit(await browser.Get("/me/email"), "/me/email", ("email", box.Address));
        var code = await box.Code();
        Assert.Contains(
            $"{area.East.At.Site}/me/email/code?code={code}", Assert.Single(box.Mails), StringComparison.Ordinal);
        var page = (await browser.Get($"/me/email/code?code={code}")).Is(200).Says(box.Address);
        Assert.Equal(code, page.Value("code"));
        (await browser.Submit(page, "/me/email/code")).Is(200).Says("You sign in with").Says(box.Address);
        Assert.Equal(person.Id, await Owner(box));
    }

    [Fact]
    public async Task The_page_for_signing_in_leads_whoever_adds_an_address_to_where_they_do()
    {
        var box = new Mailbox(area);
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        var form = (await browser.Get("/sign-in/code")).Is(200);
        await browser.Submit(await browser.Get("/me/email"), "/me/email", ("email", box.Address));
        var code = await box.Code();
        // As the link was in a mail that they had asked for a moment before, to sign in.
        var page = (await browser.Get($"/sign-in/code?code={code}")).Is(200);
        Assert.Equal($"/me/email/code?code={code}", page.Path);
        Assert.Equal("/me/email/code", (await browser.Get("/sign-in/code?code=quokka7zx")).Path);
        page = await browser.Submit(form, "/sign-in/code", ("code", code), ("email", box.Address));
        Assert.Equal($"/me/email/code?code={code}", page.Path);
        (await browser.Submit(page, "/me/email/code")).Is(200).Says("You sign in with").Says(box.Address);
        Assert.Equal(person.Id, await Owner(box));
    }

    [Fact]
    public async Task In_another_browser_the_link_asks_for_the_address()
    {
        var box = new Mailbox(area);
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        await browser.Submit(await browser.Get("/me/email"), "/me/email", ("email", box.Address));
        var link = $"/me/email/code?code={await box.Code()}";
        using var other = Browser.At(area.East, person);
        var page = (await other.Get(link)).Is(200).Says("Your email address");
        page = (await other.Submit(page, "/me/email/code")).Is(422).Says("Enter the address that we emailed");
        page = await other.Submit(page, "/me/email/code", ("email", box.Address));
        page.Is(200).Says("You sign in with").Says(box.Address);
        Assert.Equal(person.Id, await Owner(box));
    }

    [Fact]
    public async Task Where_nobody_is_signed_in_the_link_says_where_the_code_is_for_and_lets_nobody_in()
    {
        var box = new Mailbox(area);
        using var browser = Browser.At(area.East, await area.APerson());
        await browser.Submit(await browser.Get("/me/email"), "/me/email", ("email", box.Address));
        var code = await box.Code();
        using var other = Browser.At(area.East.Url);
        var page = (await other.Get($"/me/email/code?code={code}")).Is(200).Says("where you asked for it").Says(code);
        Assert.Empty(page.Document.Forms);
        Assert.Equal("/sign-in?to=%2Fme%2Femail", (await other.Get("/me/email/code?code=quokka7zx")).Path);
        Assert.Equal("/sign-in?to=%2Fme%2Femail", (await other.Get("/me/email/code")).Path);
    }

    private async Task<MemberId> Owner(Mailbox box)
    {
        var anew = new MemberId(Guid.CreateVersion7());
        return RunningArea.Yes(await area.East.Grains.SignIn(area.East.Area, box.Read).Register(box.Read, anew));
    }
}
