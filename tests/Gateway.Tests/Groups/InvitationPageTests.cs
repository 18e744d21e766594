using PeerNet.Contracts.Groups;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Inviting somebody by a link, and joining by it, in a browser without JavaScript.</summary>
public sealed class InvitationPageTests(RunningArea area)
{
    [Fact]
    public async Task One_person_joins_by_a_link_even_a_group_that_invites_people_itself()
    {
        var scene = await Scene.Make(area);
        var invites = Scene.Description with { Joining = Joining.Invite };
        (await area.Http.Put(scene.At, scene.Lead, invites, "*")).Is(200);
        using var lead = Browser.At(area.East, scene.CoLead);
        var at = await ALink(lead, scene);
        using var stranger = Browser.At(area.East, scene.Stranger);
        var page = (await stranger.Get(at)).Is(200).Says("You are invited").Says(Scene.Description.Name);
        Assert.Contains(scene.Stranger.Id, await Outside(scene));
        (await stranger.Submit(page, at)).Is(200).Says("You belong to this group.");
        (await stranger.Submit(page, at)).Is(200).Says("You belong to this group.");
        (await stranger.Get(at)).Is(200).Says("You belong to this group.");
        Assert.DoesNotContain(scene.Stranger.Id, await Outside(scene));

        using var late = Browser.At(area.East, await area.APerson());
        (await late.Get(at)).Is(404).Says("This invitation does not work any more").DoesNotSay(RunningArea.Canary);
        (await late.Post(at, page.Token())).Is(400);
        (await late.Post(at, (await late.Get("/sign-out")).Token())).Is(404);
        (await lead.Get($"/{scene.At}/invitations")).Is(200).DoesNotSay("that nobody has used yet");
    }

    [Fact]
    public async Task Whoever_is_not_signed_in_sees_the_group_as_strangers_do_and_comes_back_after_signing_in()
    {
        var scene = await Scene.Make(area);
        var hidden = new Place { Name = "The quiet hall", Privacy = PlacePrivacy.OnRequest };
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Place = hidden }, "*")).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var at = await ALink(lead, scene);
        using var visitor = Browser.At(area.East.Url);
        var page = (await visitor.Get(at)).Is(200).Says("You are invited").DoesNotSay("The quiet hall");
        Assert.Equal($"/sign-in?to={Uri.EscapeDataString(at)}", page.Link("Sign in to join"));
        Assert.Empty(page.Document.Forms);
        var sent = await visitor.Post(at, []);
        Assert.Equal($"/sign-in?to={Uri.EscapeDataString(at)}", sent.Path);
        Assert.Equal(at, (await visitor.Get(sent.Path)).Value("to"));
    }

    [Fact]
    public async Task The_form_sent_twice_makes_one_link_and_a_link_that_was_ended_does_not_come_back()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var list = $"/{scene.At}/invitations";
        var page = (await lead.Get(list)).Is(200).DoesNotSay("/invitations/");
        var made = (await lead.Submit(page, list)).Is(200).Says("Copy it now");
        Assert.NotNull(made.Document.QuerySelector(".pn-qr"));
        Assert.Equal(PathIn(made), PathIn(await lead.Submit(page, list)));
        var end = (await lead.Get(list)).DoesNotSay(PathIn(made)).Says($"by Sam {RunningArea.Canary}");
        (await lead.Submit(end, EndOf(end))).Is(200).DoesNotSay("nobody has used yet");
        (await lead.Submit(end, EndOf(end))).Is(200);
        (await lead.Submit(page, list)).Is(200).DoesNotSay("Copy it now");
        (await lead.Get(PathIn(made))).Is(200).Says("You help to run this group.");
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get(PathIn(made))).Is(404);
        (await lead.Post(list, [.. page.Token(), new("key", "AAAA")])).Is(200).DoesNotSay("Copy it now");
    }

    [Fact]
    public async Task Nobody_but_those_who_run_it_makes_sees_or_ends_links()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var list = $"/{scene.At}/invitations";
        await ALink(lead, scene);
        var end = EndOf(await lead.Get(list));
        var other = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member, other.Lead })
        {
            using var browser = Browser.At(area.East, person);
            var token = (await browser.Get("/sign-out")).Token();
            (await browser.Get(list)).Is(403);
            (await browser.Post(list, [.. token, new("key", SecretKey.New())])).Is(403);
            (await browser.Post(end, token)).Is(403);
        }
        (await lead.Get(list)).Says("nobody has used yet");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Submit(await coordinator.Get(list), list)).Is(200).Says("Copy it now");
        (await lead.Get(list)).Says("by a coordinator");
    }

    [Fact]
    public async Task A_full_group_says_so_and_the_link_still_works_when_there_is_room()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Capacity = 4 }, "*")).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var at = await ALink(lead, scene);
        using var stranger = Browser.At(area.East, scene.Stranger);
        var page = await stranger.Get(at);
        (await stranger.Submit(page, at)).Is(422).Says("There is a problem");
        (await area.Http.Delete($"{scene.At}/members/{scene.Other.Id}", scene.Other)).IsYes();
        (await stranger.Submit(page, at)).Is(200).Says("You belong to this group.");
    }

    [Theory]
    [InlineData("x")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Whoever_does_not_know_one_finds_nothing(string secret)
    {
        using var browser = Browser.At(area.East, await area.APerson());
        (await browser.Get($"/invitations/{secret}")).Is(404);
        (await browser.Post($"/invitations/{secret}", (await browser.Get("/sign-out")).Token())).Is(404);
    }

    [Fact]
    public async Task The_secret_is_in_no_log_and_no_trace()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var at = await ALink(lead, scene);
        using var visitor = Browser.At(area.East.Url);
        await visitor.Get((await visitor.Get(at)).Link("Sign in to join"));
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Submit(await stranger.Get(at), at)).Is(200);
        await RunningArea.Until(() => Task.FromResult(area.Telemetry.With("/invitations/").Count > 0));
        area.Telemetry.DoesNotContain(at.Split('/')[^1]);
        area.Telemetry.DoesNotContain(at[^43..]);
    }

    private static async Task<string> ALink(Browser lead, Scene scene)
    {
        var list = $"/{scene.At}/invitations";
        return PathIn((await lead.Submit(await lead.Get(list), list)).Is(200));
    }

    private static string PathIn(Shown page) =>
        new Uri(page.Document.QuerySelector("main strong")!.TextContent).AbsolutePath;

    private static string EndOf(Shown page) =>
        page.Document.QuerySelector("form[action$='/end']")!.GetAttribute("action")!;

    // Who does not belong to the group, of those who might.
    private async Task<IEnumerable<Contracts.Members.MemberId>> Outside(Scene scene)
    {
        var text = (await area.Http.Get(scene.At, scene.Lead)).Text;
        return new[] { scene.Stranger.Id }.Where(id => !text.Contains($"{id}", StringComparison.Ordinal));
    }
}
