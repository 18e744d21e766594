using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Who leads a group and who belongs to it, in a browser without JavaScript.</summary>
public sealed class PeoplePageTests(RunningArea area)
{
    [Fact]
    public async Task A_lead_lets_somebody_lead_and_then_steps_down()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.Lead);
        var list = (await lead.Get($"/{scene.At}/people")).Is(200).Says("Leads the group").Says("(you)");
        Assert.Contains(PathOf(scene, scene.Member), list.Html, StringComparison.Ordinal);
        var person = (await lead.Get(PathOf(scene, scene.Member))).Is(200);
        (await lead.Submit(person, null, ("part", ""))).Is(422).Says("Choose one.");
        (await lead.Submit(person, null, ("part", "lead"))).Is(200).Says("People of the group");
        (await lead.Submit(person, null, ("part", "lead"))).Is(200);
        Assert.Equal("lead", await PartOf(scene, scene.Member));
        var me = (await lead.Get(PathOf(scene, scene.Lead))).Is(200).DoesNotSay("Remove them");
        (await lead.Submit(me, null, ("part", "member"))).Is(200).Says("You belong to this group.");
        Assert.Equal("member", await PartOf(scene, scene.Lead));
        (await lead.Get($"/{scene.At}/people")).Is(403);
    }

    [Fact]
    public async Task Somebody_is_removed_after_a_second_thought_and_a_late_press_brings_nobody_back()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.CoLead);
        var person = (await lead.Get(PathOf(scene, scene.Member))).Is(200);
        Assert.Empty(person.Document.QuerySelectorAll("main form"));
        var sure = await lead.Get(person.Link("Remove them from the group"));
        (await lead.Submit(sure.Is(200).Says("They can ask to come again."), null)).Is(200).Says("People of the group");
        (await lead.Submit(sure, null)).Is(200).Says("People of the group");
        Assert.Null(await PartOf(scene, scene.Member));
        (await lead.Post(PathOf(scene, scene.Member), [.. sure.Token(), new("part", "member")])).Is(200);
        var read = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal(0, read.GetProperty("invited").GetArrayLength());
    }

    [Fact]
    public async Task A_coordinator_gives_a_group_a_lead_that_has_lost_its_only_one()
    {
        var scene = await (await Scene.Make(area)).Known();
        foreach (var gone in new[] { scene.CoLead, scene.Lead })
            (await area.Http.Delete($"{scene.At}/members/{gone.Id}", scene.Coordinator)).IsYes();
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var leads = (await coordinator.Get($"/{scene.At}/leads")).Is(200).Says("Nobody leads this group");
        var list = (await coordinator.Get(leads.Link("Choose who leads it"))).Is(200).Says("nobody new can join");
        var person = await coordinator.Get(PathOf(scene, scene.Member));
        (await coordinator.Submit(person, null, ("part", "lead"))).Is(200).DoesNotSay("nobody new can join");
        Assert.Equal("lead", await PartOf(scene, scene.Member));
        using var lead = Browser.At(area.East, scene.Member);
        (await lead.Get($"/{scene.At}")).Is(200).Says("Log a meeting");
        Assert.Equal($"/{scene.At}/people", list.Path);
    }

    [Fact]
    public async Task The_only_lead_names_another_first_and_a_co_lead_gives_no_parts()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var coLead = Browser.At(area.East, scene.CoLead);
        var token = (await coLead.Get("/sign-out")).Token();
        (await coLead.Post(PathOf(scene, scene.Member), [.. token, new("part", "lead")])).Is(403);
        (await coLead.Post(PathOf(scene, scene.CoLead), [.. token, new("part", "lead")])).Is(403);
        (await coLead.Post($"{PathOf(scene, scene.Lead)}/remove", token)).Is(403);
        (await coLead.Post(PathOf(scene, scene.CoLead), [.. token, new("part", "member")])).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var me = await lead.Get(PathOf(scene, scene.Lead));
        (await lead.Submit(me, null, ("part", "member"))).Is(422).Says("Name another lead first");
        Assert.Equal("lead", await PartOf(scene, scene.Lead));
    }

    [Fact]
    public async Task The_place_of_a_guest_ends_after_a_second_thought()
    {
        var scene = await Scene.Make(area);
        var seat = await scene.AGuestWhoAsks();
        var end = $"/{scene.At}/guests/{seat}/end";
        using var lead = Browser.At(area.East, scene.CoLead);
        (await lead.Get(end)).Is(200).DoesNotSay("Guests from other areas");
        (await lead.Post(end, (await lead.Get("/sign-out")).Token())).Is(200);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        (await lead.Get($"/{scene.At}/people")).Says("From West Sussex").Says(RunningArea.Canary);
        foreach (var person in new[] { scene.Stranger, scene.Member })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get(end)).Is(403);
            (await browser.Post(end, (await browser.Get("/sign-out")).Token())).Is(403);
        }
        var sure = (await lead.Get(end)).Is(200).Says("They can ask to come again.");
        (await lead.Submit(sure, null)).Is(200).DoesNotSay("Guests from other areas");
        (await lead.Submit(sure, null)).Is(200);
    }

    [Fact]
    public async Task Nobody_else_sees_the_people_or_changes_anything_and_names_are_shown_as_they_agreed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var other = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member, other.Lead })
        {
            using var browser = Browser.At(area.East, person);
            var token = (await browser.Get("/sign-out")).Token();
            (await browser.Get($"/{scene.At}/people")).Is(403);
            (await browser.Get(PathOf(scene, scene.Other))).Is(403);
            (await browser.Post(PathOf(scene, scene.Other), [.. token, new("part", "coLead")])).Is(403);
            (await browser.Post($"{PathOf(scene, scene.Other)}/remove", token)).Is(403);
        }
        Assert.Equal("member", await PartOf(scene, scene.Other));
        using var lead = Browser.At(area.East, scene.Lead);
        // Somebody of another group is nobody here.
        (await lead.Get(PathOf(scene, other.Member))).Is(200).Says("People of the group");
        (await lead.Get($"/{scene.At}/people")).Says("Somebody who keeps their name to themselves");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        (await coordinator.Get($"/{scene.At}/people")).DoesNotSay("keeps their name to themselves");
    }

    private static string PathOf(Scene scene, Person person) => $"/{scene.At}/people/{person.Id}";

    private async Task<string?> PartOf(Scene scene, Person person)
    {
        var roster = (await area.Http.Get(scene.At, scene.Coordinator)).Is(200).GetProperty("roster");
        return roster.EnumerateArray()
            .FirstOrDefault(one => one.GetProperty("memberId").GetString() == $"{person.Id}") is { } found
            && found.ValueKind == System.Text.Json.JsonValueKind.Object
            ? found.GetProperty("part").GetString()
            : null;
    }
}
