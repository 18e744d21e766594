using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>What passkeys answer to those who have none; Browser.Tests uses real ones.</summary>
public sealed class PasskeyTests(RunningArea area)
{
    private static readonly Passkey Key =
        new(new(Guid.CreateVersion7()), "Firefox on a Mac", "AQIDBA", "pQECAyYgASFYIA", 0, true, false);

    [Theory]
    [InlineData("")]
    [InlineData("quokka7zx")]
    [InlineData("{}")]
    [InlineData("""{"id":"AQIDBA","rawId":"AQIDBA","type":"public-key","response":{"userHandle":"AQIDBA"}}""")]
    public async Task Whatever_is_wrong_with_a_passkey_the_answer_is_the_same_and_nobody_is_signed_in(string sent)
    {
        using var browser = Browser.At(area.East.Url);
        var page = (await browser.Get("/sign-in/passkey?to=/groups")).Is(200).Says("Passkeys do not work in this");
        var refused = await browser.Submit(page, "/sign-in/passkey", ("credential", sent));
        refused.Is(422).Says("This passkey could not be used here. Try again, or have a code emailed to you.");
        Assert.Equal("/groups", refused.Value("to"));
        (await browser.Get("/home")).Says("Sign in or join");
        using var member = Browser.At(area.East, await area.APerson());
        var mine = await member.Get("/me/passkeys");
        (await member.Submit(mine, "/me/passkeys", ("credential", sent))).Is(422).Says("could not be added");
    }

    [Fact]
    public async Task A_person_sees_downloads_and_removes_their_passkeys_and_signing_out_everywhere_removes_them()
    {
        var person = await area.APerson();
        var by = new Caller(CallerRole.Member, person.Id);
        var kept = area.East.Grains.Passkeys(area.East.Area, person.Id);
        Assert.True(await kept.Add(Key, by));
        using var browser = Browser.At(area.East, person);
        (await browser.Get("/me")).Says("You have one passkey.");
        (await browser.Get("/me/data.json")).Is(200);
        var data = (await browser.Get("/me/data.json")).Html;
        Assert.Contains("\"passkeys\":[{\"id\":", data, StringComparison.Ordinal);
        Assert.DoesNotContain(Key.PublicKey, data, StringComparison.Ordinal);
        (await browser.Get("/sign-out")).Is(200).DoesNotSay("a new slip will not help");
        var page = (await browser.Get("/me/passkeys?to=/groups")).Says("Firefox on a Mac");
        // What a device is asked never names the person.
        page.DoesNotSay(RunningArea.Canary);
        using var other = Browser.At(area.East, await area.APerson());
        await other.Post($"/me/passkeys/{Key.Id}/remove", (await other.Get("/sign-out")).Token());
        Assert.NotNull(await kept.Find(Key.Credential));
        page = await browser.Submit(page, $"/me/passkeys/{Key.Id}/remove");
        Assert.Equal("/groups", page.Is(200).DoesNotSay("Firefox on a Mac").Link("Go on to where you were going"));

        Assert.True(await kept.Add(Key, by));
        var sessions = (await browser.Get("/me/sessions")).Says("each passkey");
        await browser.Submit(sessions, "/me/sessions/end");
        Assert.Null(await kept.Find(Key.Credential));
    }
}
