using System.Text.Json;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Offering and asking for support on a page, in a browser without JavaScript.</summary>
public sealed class OfferFormPageTests(RunningArea area)
{
    private static readonly (string Name, string Value)[] ALift =
    [
        ("side", "offer"), ("kind", "lift"), ("text", "I drive a red car."), ("days", "mon"), ("days", "fri"),
        ("partsOfDay", "evening"), ("outcode", "bn7 1aa"), ("online", "true"), ("howOften", "monthly"),
        ("timesAMonth", "2"), ("urgency", "thisWeek"), ("languages", "bsl"), ("needs", "stepFree"),
        ("audience", "myArea"),
    ];

    [Fact]
    public async Task Somebody_offers_a_lift_and_sent_twice_it_is_offered_once()
    {
        var maker = await area.APerson();
        using var browser = Browser.At(area.East, maker);
        var list = (await browser.Get("/offers")).Is(200);
        var form = (await browser.Get(list.Link("Offer support"))).Is(200).Says("This stays in East Sussex.");
        Assert.NotNull(form.Document.QuerySelector("input[name=side][value=offer][checked]"));
        // Nobody shows more than they meant to.
        Assert.Null(form.Document.QuerySelector("input[name=audience][checked]"));
        var made = (await browser.Submit(form, "/offers/new", ALift)).Is(200).Says("Nobody has said yes yet.");
        made.Says("Monday or Friday, in the evening").Says("Around BN7, or online").Says("Up to 2 times a month");
        Assert.Equal(made.Path, (await browser.Submit(form, "/offers/new", ALift)).Is(200).Path);
        var terms = Assert.Single(await Mine(maker)).GetProperty("terms");
        Assert.Equal("I drive a red car.", $"{terms.GetProperty("text")}");
        Assert.Equal($"{RunningArea.Today.AddDays(90):yyyy-MM-dd}", $"{terms.GetProperty("expiresOn")}");
        (await browser.Submit(form, "/offers/new", [.. ALift.Where(one => one.Name != "kind"), ("kind", "room")]))
            .Is(422).Says("You have saved this already.");
    }

    [Fact]
    public async Task A_lead_offers_as_the_group_from_whose_page_they_come()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Lead);
        var group = (await browser.Get($"/groups/{scene.Group}")).Is(200);
        var form = (await browser.Get(group.Link("Offer or ask for support as a group"))).Is(200);
        Assert.NotNull(form.Document.QuerySelector($"[name=groupId][value='{scene.Group}'][checked]"));
        (await browser.Submit(form, "/offers/new", ALift)).Is(200);
        var terms = Assert.Single(await Mine(scene.Lead)).GetProperty("terms");
        Assert.Equal($"{scene.Group}", $"{terms.GetProperty("groupId")}");
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_control_and_what_was_typed_is_kept()
    {
        var maker = await area.APerson();
        using var browser = Browser.At(area.East, maker);
        var form = await browser.Get("/offers/new?side=request");
        var no = (await browser.Submit(form, "/offers/new", ("text", "A long form."), ("outcode", "Lewes"))).Is(422);
        no.Says("Choose what kind of support it is.").Says("Choose who can see it.");
        Assert.Equal("LEWES", no.Value("outcode"));
        Assert.Equal("A long form.", no.Document.QuerySelector("textarea")!.TextContent);
        Assert.StartsWith("Error: ", no.Document.Title, StringComparison.Ordinal);
        no = await browser.Submit(no, "/offers/new", ("kind", "formFilling"), ("audience", "myArea"));
        no.Is(422).Says("Enter the first half of a postcode");
        no = (await browser.Submit(no, "/offers/new", ("outcode", ""), ("howOften", "monthly"), ("timesAMonth", "x")))
            .Is(422).Says("Enter how many times a month");
        no = (await browser.Submit(no, "/offers/new", ("timesAMonth", "3"), ("expiresOn", "2001-01-01"))).Is(422);
        no.Says("Enter a last day from today");
        Assert.Empty(await Mine(maker));
        (await browser.Submit(no, "/offers/new", ("expiresOn", $"{RunningArea.Today:yyyy-MM-dd}"))).Is(200)
            .Says("Asked for: help with a form");
        Assert.Single(await Mine(maker));
    }

    [Fact]
    public async Task What_other_areas_would_see_is_shown_first_and_nothing_is_saved()
    {
        var maker = await area.APerson();
        using var browser = Browser.At(area.East, maker);
        var form = await browser.Get("/offers/new");
        var fields = ALift.Where(one => one.Name != "audience").Append(("preview", "true")).ToList();
        var page = (await browser.Submit(form, "/offers/new", [.. fields, ("audience", "allAreas")])).Is(200);
        page.Says("Nothing is saved yet.").Says("Offered: a lift");
        Assert.DoesNotContain("red car", page.Document.QuerySelector("main .pn-card")!.TextContent,
            StringComparison.Ordinal);
        (await browser.Submit(page, "/offers/new", [.. fields, ("audience", "myGroups")])).Is(200)
            .Says("Other areas see nothing of it.");
        Assert.Empty(await Mine(maker));
        (await browser.Submit(page, "/offers/new")).Is(200).Says("Everybody, in all areas");
    }

    [Fact]
    public async Task Those_who_lead_a_group_can_offer_for_it_and_nobody_else_can()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.CoLead);
        var form = (await lead.Get("/offers/new")).Is(200).Says("Who is it from?");
        (string, string)[] room = [.. ALift, ("groupId", $"{scene.Group}")];
        var made = (await lead.Submit(form, "/offers/new", room)).Is(200).Says(Scene.Description.Name);
        using var other = Browser.At(area.East, scene.Lead);
        (await other.Get($"{made.Path}/edit")).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        form = (await member.Get("/offers/new")).Is(200);
        Assert.Null(form.Document.QuerySelector("[name=groupId]"));
        (await member.Submit(form, "/offers/new", room)).Is(403);
    }

    [Fact]
    public async Task Its_maker_changes_it_and_whoever_was_slower_is_told()
    {
        var maker = await area.APerson();
        using var browser = Browser.At(area.East, maker);
        var made = await browser.Submit(await browser.Get("/offers/new"), "/offers/new", ALift);
        var form = (await browser.Get(made.Link("Change what it says"))).Is(200);
        Assert.Equal("BN7", form.Value("outcode"));
        Assert.NotNull(form.Document.QuerySelector("input[name=audience][value=myArea][checked]"));
        var old = await browser.Get(form.Path);
        (await browser.Submit(form, form.Path, ("text", "A blue car now."))).Is(200).Says("A blue car now.");
        (await browser.Submit(form, form.Path, ("text", "A blue car now."))).Is(200).Says("A blue car now.");
        var no = (await browser.Submit(old, form.Path, ("text", "A green one."))).Is(422);
        no.Says("It was changed after you opened this page.");
        (await browser.Submit(no, form.Path)).Is(200).Says("A green one.");
        Assert.Single(await Mine(maker));
    }

    [Fact]
    public async Task Nobody_else_changes_it_and_no_form_is_taken_without_its_token()
    {
        var maker = await area.APerson();
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift)).Is(201);
        var fields = ALift.Select(one => KeyValuePair.Create(one.Name, one.Value)).ToList();
        using var visitor = Browser.At(area.East.Url);
        foreach (var path in (string[])["/offers/new", $"/{at}/edit"])
        {
            Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
            Assert.StartsWith("/sign-in?to=", (await visitor.Post(path, fields)).Path, StringComparison.Ordinal);
        }
        foreach (var role in (string?[])[null, "coordinator"])
        {
            using var other = Browser.At(area.East, await area.APerson(role), role);
            var token = (await other.Get("/offers/new")).Token();
            (await other.Get($"/{at}/edit")).Is(404);
            (await other.Post($"/{at}/edit", [.. token, .. fields])).Is(404);
            (await other.Post("/offers/new", fields)).Is(400);
            // The ID of somebody else's offer makes nothing and changes nothing.
            (await other.Post("/offers/new", [.. token, .. fields, new("id", at[7..]), new("expiresOn",
                $"{RunningArea.Today:yyyy-MM-dd}")])).Is(404);
        }
        var text = (await area.Http.Get(at, maker)).Is(200).GetProperty("terms").GetProperty("text");
        Assert.Equal(SupportOfferAccess.ALift.Text, $"{text}");
    }

    private async Task<List<JsonElement>> Mine(Person maker) =>
        [.. (await area.Http.Get("members/me/offers", maker)).Is(200).GetProperty("items").EnumerateArray()];
}
