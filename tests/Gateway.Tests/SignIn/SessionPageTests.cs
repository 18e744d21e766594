using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SignIn;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Where a person is signed in, and signing out there.</summary>
public sealed partial class SessionPageTests(RunningArea area)
{
    private const string Phone =
        "Mozilla/5.0 (Linux; Android 14) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/130.0 Mobile Safari/537.36";

    [Theory]
    [InlineData(Phone, "Chrome on Android")]
    [InlineData("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605.1 Version/17.0 Safari/604.1",
        "Safari on iPhone")]
    [InlineData("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/130.0 Safari/537.36 Edg/130.0",
        "Edge on Windows")]
    [InlineData("Mozilla/5.0 (X11; Linux x86_64; rv:131.0) Gecko/20100101 Firefox/131.0", "Firefox on Linux")]
    [InlineData("<script>quokka7zx</script>", "A browser")]
    [InlineData("", "A browser")]
    public void A_browser_is_known_by_a_few_words(string agent, string device) =>
        Assert.Equal(device, Devices.Of(agent));

    [Fact]
    public async Task Signing_out_everywhere_ends_the_sessions_of_other_browsers_at_once()
    {
        var person = await area.APerson();
        using var phone = await SignedIn(person, Phone);
        using var shared = await SignedIn(person, "");
        var page = await phone.Get("/me/sessions");
        Assert.Contains("Chrome on Android: you are here", page.Text, StringComparison.Ordinal);
        Assert.Equal(1, SessionForm().Count(page.Text));
        Assert.Equal(200, (await shared.Get("/home")).Status);

        Assert.Equal("/", (await phone.Fill("/me/sessions", "/me/sessions/end")).Location);
        foreach (var browser in new[] { phone, shared })
        {
            Assert.Equal("/sign-in?to=%2Fhome", (await browser.Get("/home")).Location);
            Assert.Equal(401, (await browser.Get("/api/v1/members/me")).Status);
        }
        Assert.Empty(await area.East.Grains.Sessions(area.East.Area, person.Id).List(By(person.Id)));
    }

    [Fact]
    public async Task Signing_out_everywhere_ends_programs_and_the_address_of_the_calendar_too()
    {
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        (await browser.Get("/me/sessions")).DoesNotSay("the token of each program").DoesNotSay("secret address")
            .Says("you cannot come back afterwards");
        await browser.Submit(await browser.Get("/me/programs"), "/me/programs", ("title", "My diary"));
        var program = await browser.Submit(await browser.Get("/me/programs"), "/me/programs", ("title", "Another"));
        var token = program.Document.QuerySelector("main strong")!.TextContent;
        var made = await browser.Submit(await browser.Get("/me/calendar"), "/me/calendar");
        var calendar = new Uri(made.Document.QuerySelector("main strong")!.TextContent).PathAndQuery;
        using var anyone = Browser.At(area.East.Url);
        (await anyone.Get(calendar)).Is(200);
        (await area.Http.Get("members/me", person with { Token = token })).Is(200);

        var page = (await browser.Get("/me/sessions")).Says("the token of each program").Says("secret address");
        Assert.Equal("/", (await browser.Submit(page, "/me/sessions/end")).Path);
        (await area.Http.Get("members/me", person with { Token = token })).Refuses(401, "access.token-refused");
        (await anyone.Get(calendar)).Is(404);
        (await anyone.Get("/home")).Says("Sign in or join");
    }

    [Fact]
    public async Task Every_page_that_clears_this_device_has_a_warning_about_what_waits_on_it()
    {
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        // Signing out here is on a page of its own, which also says whether there is a way back.
        var sessions = await browser.Get("/me/sessions");
        Assert.Equal("/sign-out", sessions.LinkWith("Sign out"));
        Assert.DoesNotMatch(SessionForm(), sessions.Html);
        foreach (var page in (Shown[])[sessions, await browser.Get("/sign-out"), await browser.Get("/me/erase")])
        {
            // Only a script knows whether there is anything.
            var warning = page.Is(200).Document.QuerySelector("main [data-warn-waiting]");
            Assert.NotNull(warning?.GetAttribute("hidden"));
            Assert.Contains("not been sent yet", warning.TextContent, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Signing_out_in_one_place_leaves_the_others()
    {
        var person = await area.APerson();
        using var phone = await SignedIn(person, Phone);
        using var shared = await SignedIn(person, "");
        Assert.Equal(200, (await shared.Get("/home")).Status);
        var sessions = await area.East.Grains.Sessions(area.East.Area, person.Id).List(By(person.Id));
        var other = sessions.Single(session => session.Device == "A browser").Id;
        Assert.Equal("/me/sessions", (await phone.Fill("/me/sessions", $"/me/sessions/{other}/end")).Location);
        Assert.Equal(302, (await shared.Get("/home")).Status);
        Assert.Equal(200, (await phone.Get("/home")).Status);
        Assert.Equal("/", (await phone.Fill("/sign-out", "/sign-out")).Location);
        Assert.Empty(await area.East.Grains.Sessions(area.East.Area, person.Id).List(By(person.Id)));
    }

    [Fact]
    public async Task Nobody_signs_anybody_else_out()
    {
        var person = await area.APerson();
        using var theirs = await SignedIn(person, Phone);
        using var mine = await SignedIn(await area.APerson(), Phone);
        var id = (await area.East.Grains.Sessions(area.East.Area, person.Id).List(By(person.Id)))[0].Id;
        Assert.Equal("/me/sessions", (await mine.Fill("/me/sessions", $"/me/sessions/{id}/end")).Location);
        Assert.Equal(200, (await theirs.Get("/home")).Status);
        Assert.Equal(400, (await mine.Post($"/me/sessions/{id}/end")).Status);
        Assert.Equal(400, (await mine.Post("/me/sessions/end")).Status);
    }

    [Fact]
    public async Task Whoever_wrote_an_address_into_a_record_is_signed_out_when_its_owner_comes()
    {
        var box = new Mailbox(area);
        var person = await box.BelongToSomebody();
        using var writer = await SignedIn(person, Phone);
        using var owner = new FormClient(area.East.Url);
        Assert.Equal("/home", (await box.Enter(owner)).Location);
        Assert.Single(await area.East.Grains.Sessions(area.East.Area, person.Id).List(By(person.Id)));
        Assert.Equal(302, (await writer.Get("/home")).Status);
        Assert.Equal(200, (await owner.Get("/home")).Status);
    }

    [Fact]
    public async Task Coordinators_are_those_whom_the_settings_list()
    {
        var folder = Directory.CreateTempSubdirectory("peernet-coordinators-");
        var listed = new MemberId(Guid.CreateVersion7());
        await using (var gateway = await LoneGateway.Start(folder, also: services =>
            services.AddOptions<GatewayOptions>().Configure(options => options.Coordinators.Add($"{listed}"))))
        {
            var coordinators = gateway.Services.GetRequiredService<AreaCoordinators>();
            Assert.Equal("coordinator", coordinators.RoleOf(listed));
            Assert.Null(coordinators.RoleOf(new(Guid.CreateVersion7())));
        }
        folder.Delete(recursive: true);
    }

    private static Caller By(MemberId member) => new(CallerRole.Member, member);

    // As the sign-in pages leave it.
    private async Task<FormClient> SignedIn(Person person, string agent)
    {
        var session = new SessionId(Guid.CreateVersion7());
        await area.East.Grains.Sessions(area.East.Area, person.Id).Begin(session, Devices.Of(agent), By(person.Id));
        var browser = new FormClient(area.East.Url, agent);
        browser.Carry(area.East.Services, SessionCookie.Of(person.Id, session, null));
        return browser;
    }

    [GeneratedRegex("action=\"/me/sessions/[0-9a-f-]{36}/end\"")]
    private static partial Regex SessionForm();
}
