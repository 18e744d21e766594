using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SignIn;

/// <summary>Bearer tokens that people make for their own programs, and end.</summary>
public sealed class ProgramTests(RunningArea area)
{
    [Fact]
    public async Task A_program_acts_for_its_owner_until_they_end_its_token()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Member);
        var page = (await browser.Get("/me/programs")).Says("No program acts for you.");
        var made = (await browser.Submit(page, "/me/programs", ("title", "My diary"))).Is(200).Says("Copy it now");
        var program = scene.Member with { Token = TokenOn(made) };
        Assert.Equal($"{scene.Member.Id}", (await area.Http.Get("members/me", program)).Is(200)
            .GetProperty("id").GetString());
        (await area.Http.Get(scene.At, program)).Is(200);
        (await area.Http.Get("worries", program)).Refuses(403, "access.coordinators-only");

        var listed = (await browser.Get("/me/programs")).Says("My diary").Says("Last used on").DoesNotSay("peernet_");
        (await browser.Submit(listed, EndOn(listed))).Is(200).Says("No program acts for you.");
        (await area.Http.Get("members/me", program)).Refuses(401, "access.token-refused");
        (await area.Http.Get(scene.At, program)).Refuses(401, "access.token-refused");
        // Neither form does anything more when it is sent again.
        (await browser.Submit(listed, EndOn(listed))).Is(200);
        (await browser.Submit(page, "/me/programs", ("title", "My diary"))).Is(422);
        (await area.Http.Get("members/me", program)).Refuses(401, "access.token-refused");
    }

    [Fact]
    public async Task The_form_sent_twice_lets_one_program_in_and_what_is_wrong_is_said()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = await browser.Get("/me/programs");
        (await browser.Submit(page, "/me/programs", ("title", " "))).Is(422).Says("Enter a name for it");
        (await browser.Submit(page, "/me/programs", ("title", new string('a', 61)))).Is(422);
        var made = (await browser.Submit(page, "/me/programs", ("title", "One"))).Is(200);
        var again = (await browser.Submit(page, "/me/programs", ("title", "One"))).Is(200);
        Assert.Equal(TokenOn(made), TokenOn(again));
        Assert.Single(again.Document.QuerySelectorAll(".pn-card"));
        for (var count = 1; count < 10; count++)
            await browser.Submit(await browser.Get("/me/programs"), "/me/programs", ("title", "More"));
        (await browser.Submit(await browser.Get("/me/programs"), "/me/programs", ("title", "Too many")))
            .Is(422).Says("You can have up to 10 programs");
    }

    [Fact]
    public async Task A_token_is_nobody_else_s_and_ends_with_its_owner()
    {
        var owner = await area.APerson();
        var other = await area.APerson();
        using var browser = Browser.At(area.East, owner);
        var page = await browser.Get("/me/programs");
        var token = TokenOn(await browser.Submit(page, "/me/programs", ("title", "My diary")));
        var key = page.Value("key")!;
        var stolen = ProgramToken.Write(other.Id, key)!;
        var guessed = ProgramToken.Write(owner.Id, SecretKey.New())!;
        foreach (var wrong in new[] { stolen, guessed, $"{token}A", "peernet_" })
            (await area.Http.Get("members/me", owner with { Token = wrong })).Refuses(401, "access.token-refused");
        (await area.WestHttp.Get("members/me", owner with { Token = token })).Refuses(401, "access.token-refused");

        using var theirs = Browser.At(area.East, other);
        var listed = await browser.Get("/me/programs");
        (await theirs.Get("/me/programs")).DoesNotSay("My diary");
        var form = (await theirs.Get("/me/programs")).Token();
        (await theirs.Post(EndOn(listed), form)).Is(200);
        (await area.Http.Get("members/me", owner with { Token = token })).Is(200);

        (await area.Http.Delete($"members/{owner.Id}", owner)).IsYes();
        await RunningArea.Until(
            async () => (await area.Http.Get("members/me", owner with { Token = token })).Status is 401 or 410);
    }

    [Fact]
    public async Task A_token_is_in_no_log_and_no_trace()
    {
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        var page = await browser.Get("/me/programs");
        var made = await browser.Submit(page, "/me/programs", ("title", RunningArea.Canary));
        var token = TokenOn(made);
        (await area.Http.Get("members/me", person with { Token = token })).Is(200);
        (await area.Http.Get("members/me", person with { Token = $"{token}x" })).Refuses(401, "access.token-refused");
        area.Telemetry.DoesNotContain(token[^43..]);
        area.Telemetry.DoesNotContain("peernet_");
    }

    private static string TokenOn(Shown page) => page.Document.QuerySelector("main strong")!.TextContent;

    private static string EndOn(Shown page) =>
        page.Document.Forms.Select(form => form.GetAttribute("action")!).First(path => path.EndsWith("/end"));
}
