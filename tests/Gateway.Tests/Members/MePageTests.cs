using System.Text.Json;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>What is held about a person, on their own pages, in a browser without JavaScript.</summary>
public sealed class MePageTests(RunningArea area)
{
    private static readonly string[] Mine =
        ["/me", "/me/edit", "/me/consents", "/me/looks", "/me/print", "/me/data.json", "/me/erase"];

    [Fact]
    public async Task Nobody_sees_these_pages_without_signing_in()
    {
        using var browser = Browser.At(area.East.Url);
        foreach (var path in Mine)
            Assert.StartsWith("/sign-in?to=", (await browser.Get(path)).Path, StringComparison.Ordinal);
        foreach (var form in (string[])["/me/edit", "/me/consents/nameToGroups", "/me/erase"])
            Assert.StartsWith("/sign-in?to=", (await browser.Post(form, [])).Path, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Everybody_sees_themselves_and_nobody_else()
    {
        var scene = await (await Scene.Make(area)).Known();
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, Says, "*")).Is(200);
        foreach (var person in new[] { scene.Member, scene.Other, scene.Lead, scene.Coordinator })
        {
            using var browser = Browser.At(area.East, person);
            foreach (var path in Mine)
            {
                var page = (await browser.Get(path)).Is(200);
                if (person != scene.Member) page.DoesNotSay("blue coat").DoesNotSay("01632");
            }
        }
        using var mine = Browser.At(area.East, scene.Member);
        (await mine.Get("/me")).Says("Sam Shade").Says("01632 960001").Says("A blue coat").Says("one group");
        (await mine.Get("/me/print")).Says("Sam Shade").Says("A blue coat").Says(Scene.Description.Name);
    }

    [Fact]
    public async Task The_file_has_all_that_the_api_gives()
    {
        var scene = await (await Scene.Make(area)).Known();
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, Says, "*")).Is(200);
        (await area.Http.Get($"members/{scene.Member.Id}", scene.Coordinator)).Is(200);
        await scene.ALoggedMeeting();
        var coming = await scene.AMeetingToCome();
        var said = new StateIntention(Intention.Coming);
        (await area.Http.Put($"meetings/{coming}/intentions/{scene.Member.Id}", scene.Member, said)).IsYes();
        using var browser = Browser.At(area.East, scene.Member);
        var file = JsonElement.Parse((await browser.Get("/me/data.json")).Is(200).Html);
        foreach (var (part, address) in new[]
        {
            ("views", "members/me/views"), ("attendance", "members/me/attendance"), ("offers", "members/me/offers"),
            ("worries", "members/me/worries"), ("notices", "members/me/notices"),
        })
        {
            var api = (await area.Http.Get(address, scene.Member)).Is(200).GetProperty("items");
            Assert.True(JsonElement.DeepEquals(api, file.GetProperty(part)), $"{part} differs from {address}");
        }
        var intended = Assert.Single(file.GetProperty("intentions").EnumerateArray());
        Assert.Equal(coming, intended.GetProperty("meetingId").GetString());
        Assert.Equal("coming", intended.GetProperty("intention").GetString());
        (await browser.Get("/me/print")).Says("You said that you are coming.");
        var record = (await area.Http.Get("members/me", scene.Member)).Is(200);
        Assert.True(JsonElement.DeepEquals(record, file.GetProperty("person")));
        Assert.Equal(1, file.GetProperty("views").GetArrayLength());
        Assert.Equal(1, file.GetProperty("attendance").GetArrayLength());
        Assert.Equal($"{scene.Group}", file.GetProperty("groups")[0].GetProperty("id").GetString());
    }

    [Fact]
    public async Task A_person_corrects_what_is_held_and_sending_it_twice_changes_it_once()
    {
        var me = await area.APerson();
        using var browser = Browser.At(area.East, me);
        var page = await browser.Get("/me/edit");
        (string, string)[] typed =
        [
            ("name", "Sam Shade"), ("contact.email", "sam@example.invalid"), ("helps", "A blue coat\r\nand a hat"),
        ];
        Assert.Equal("/me", (await browser.Submit(page, "/me/edit", typed)).Is(200).Says("Sam Shade").Path);
        var saved = await area.Http.Get("members/me", me);
        Assert.Equal("A blue coat\nand a hat", saved.Json.GetProperty("helps").GetString());
        Assert.Equal("sam@example.invalid", saved.Json.GetProperty("contact").GetProperty("email").GetString());
        Assert.Equal("/me", (await browser.Submit(page, "/me/edit", typed)).Path);
        Assert.Equal(saved.ETag, (await area.Http.Get("members/me", me)).ETag);
    }

    [Fact]
    public async Task What_is_wrong_is_said_at_its_control_and_everything_typed_stays()
    {
        var me = await area.APerson();
        using var browser = Browser.At(area.East, me);
        var page = await browser.Get("/me/edit");
        var wrong = (await browser.Submit(
            page, "/me/edit", ("name", "Sam Shade"), ("contact.email", "sam at home"), ("helps", "A blue coat")))
            .Is(422).Says("There is a problem");
        Assert.Equal("#contact-email", wrong.Document.QuerySelector(".govuk-error-summary a")!.GetAttribute("href"));
        Assert.NotNull(wrong.Document.QuerySelector("#contact-email"));
        Assert.Equal("A blue coat", wrong.Document.QuerySelector("#helps")!.TextContent);
        (await browser.Submit(page, "/me/edit", ("name", " "))).Is(422).Says("Enter a name");

        (await area.Http.Put($"members/{me.Id}", me, new { name = "Samira" }, "*")).Is(200);
        var stale = (await browser.Submit(page, "/me/edit", ("name", "Sam Shade"))).Is(422).Says("somewhere else");
        Assert.Equal("/me", (await browser.Submit(stale, "/me/edit")).Is(200).Says("Sam Shade").Path);
    }

    [Fact]
    public async Task Each_consent_is_given_and_withdrawn_by_itself_and_says_who_said_so_and_when()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Member);
        foreach (var what in (string[])["nameToGroups", "contactToLeads", "helpsToLeads", "noticesByMail"])
        {
            var page = await browser.Get("/me/consents");
            var given = (await browser.Submit(page, $"/me/consents/{what}")).Is(200).Says("You said yes on");
            Assert.True(await Has(scene.Member, what), what);
            await browser.Submit(page, $"/me/consents/{what}");
            Assert.True(await Has(scene.Member, what), "Sent twice, it is given once.");
            await browser.Submit(given, $"/me/consents/{what}");
            Assert.False(await Has(scene.Member, what), what);
        }
        (await browser.Get("/me/consents")).Says("You said no on");
        var token = (await browser.Get("/me/consents")).Token();
        Assert.Equal(404, (await browser.Post("/me/consents/everything", [.. token, new("given", "yes")])).Status);
        // A record that a lead made for somebody says who wrote it down.
        var by = new MemberId(Guid.CreateVersion7());
        var said = new MemberProfile { Name = "Sam", Consents = new() { NameToGroups = true } };
        (await area.Http.Put($"members/{by}", scene.Lead, said)).Is(201);
        using var theirs = Browser.At(area.East, area.Someone(by));
        (await theirs.Get("/me/consents")).Says("Somebody recorded on");
    }

    [Fact]
    public async Task A_person_sees_who_looked_by_name_only_if_they_may_know_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, Says, "*")).Is(200);
        using var browser = Browser.At(area.East, scene.Member);
        (await browser.Get("/me/looks")).Says("Nobody has looked.");
        foreach (var by in new[] { scene.Lead, scene.CoLead, scene.Coordinator })
            (await area.Http.Get($"members/{scene.Member.Id}", by)).Is(200);
        var named = new MemberProfile { Name = "Lee Lead", Consents = new() { NameToGroups = true } };
        (await area.Http.Put($"members/{scene.Lead.Id}", scene.Lead, named, "*")).Is(200);
        (await browser.Get("/me")).Says("People looked 3 times");
        var looks = (await browser.Get("/me/looks")).Says("A coordinator").Says("Lee Lead");
        looks.Says("Somebody who leads a group of yours");
        // Seeing who looked is no look.
        Assert.Empty((await area.Http.Get("members/me/views", scene.Lead)).Is(200)
            .GetProperty("items").EnumerateArray());
    }

    [Fact]
    public async Task A_person_is_erased_only_after_saying_so_twice_and_is_then_signed_out()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Member);
        using var elsewhere = Browser.At(area.East, scene.Member);
        (await elsewhere.Get("/me")).Is(200);
        var page = (await browser.Get("/me/erase")).Says("What goes").Says("What stays");
        (await browser.Submit(page, "/me/erase")).Is(422).Says("Tick the box");
        (await area.Http.Get("members/me", scene.Member)).Is(200);

        var done = (await browser.Submit(page, "/me/erase", ("erase", "yes"))).Is(200)
            .Says("You are signed out everywhere.");
        Assert.Equal("/erased", done.Path);
        Assert.StartsWith("/sign-in", (await browser.Get("/me")).Path, StringComparison.Ordinal);
        Assert.StartsWith("/sign-in", (await browser.Submit(page, "/me/erase", ("erase", "yes"))).Path,
            StringComparison.Ordinal);
        Assert.False((await elsewhere.Get("/me/edit")).Has("What do you like to be called?"));
        (await area.Http.Get("members/me", scene.Member)).Refuses(410, "member.erased");
        await RunningArea.Until(async () => !(await area.Http.Get(scene.At, scene.Lead)).Text
            .Contains($"{scene.Member.Id}", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_lead_is_told_what_becomes_of_their_group()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var browser = Browser.At(area.East, scene.Lead);
        (await browser.Get("/me/erase")).Says($"You lead {Scene.Description.Name}");
    }

    private static MemberProfile Says => new()
    {
        Name = "Sam Shade", Contact = new() { Phone = "01632 960001" }, Helps = "A blue coat",
        Consents = new() { ContactToLeads = true },
    };

    private async Task<bool> Has(Person person, string what) =>
        (await area.Http.Get("members/me", person)).Is(200).GetProperty("consents").GetProperty(what).GetBoolean();
}
