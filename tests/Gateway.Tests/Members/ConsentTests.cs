using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>What people agree to over HTTP, and what others cannot decide for them.</summary>
public sealed class ConsentTests(RunningArea area)
{
    private const string Helps = $"A chair by the door, {RunningArea.Canary}";

    [Fact]
    public async Task Nothing_is_agreed_to_until_the_person_says_so_and_what_is_left_out_stays()
    {
        var me = area.Someone(new(Guid.CreateVersion7()));
        var at = $"members/{me.Id}";
        var made = (await area.Http.Put(at, me, new { name = "Ada" })).Is(201);
        Assert.Equal((false, false, false), Consents(made));
        Assert.Empty(made.GetProperty("consentReceipts").EnumerateArray());
        (await area.Http.Put(at, me, new { name = "Ada", consents = new { nameToGroups = true } }, "*")).Is(200);
        (await area.Http.Put(at, me, new { name = "Ada B." }, "*")).Is(200);
        (await area.Http.Put(at, me, new { name = "Ada B.", consents = new { contactToLeads = true } }, "*")).Is(200);
        var now = (await area.Http.Get("members/me", me)).Is(200);
        Assert.Equal((true, true, false), Consents(now));
        Assert.Equal(
            [("nameToGroups", true, $"{me.Id}", "signedIn"), ("contactToLeads", true, $"{me.Id}", "signedIn")],
            now.GetProperty("consentReceipts").EnumerateArray().Select(receipt => (
                receipt.GetProperty("what").GetString(), receipt.GetProperty("given").GetBoolean(),
                receipt.GetProperty("by").GetString(), receipt.GetProperty("how").GetString())));
    }

    [Fact]
    public async Task A_coordinator_changes_a_name_and_leaves_needs_and_consents_as_they_are()
    {
        var (me, coordinator) = await APersonAndACoordinator();
        var read = await area.Http.Get($"members/{me.Id}", coordinator);
        var sent = JsonNode.Parse(read.Text)!;
        Assert.Null(sent["helps"]);
        sent["name"] = "Samira";
        (await area.Http.Put($"members/{me.Id}", coordinator, sent, read.ETag)).Is(200);
        var now = (await area.Http.Get("members/me", me)).Is(200);
        Assert.Equal(("Samira", Helps), (now.GetProperty("name").GetString(), now.GetProperty("helps").GetString()));
        Assert.Equal((true, false, true), Consents(now));
    }

    [Theory]
    [InlineData("""{ "name": "Sam", "helps": "Nothing" }""")]
    [InlineData("""{ "name": "Sam", "helps": null }""")]
    [InlineData("""{ "name": "Sam", "consents": { "nameToGroups": false } }""")]
    [InlineData("""{ "name": "Sam", "consents": { "contactToLeads": true } }""")]
    public async Task A_coordinator_changes_nothing_that_is_for_the_person_alone(string sent)
    {
        var (me, coordinator) = await APersonAndACoordinator();
        var before = (await area.Http.Get("members/me", me)).Text;
        (await area.Http.Put($"members/{me.Id}", coordinator, JsonNode.Parse(sent), "*")).Is(200);
        Assert.Equal(before, (await area.Http.Get("members/me", me)).Text);
    }

    [Fact]
    public async Task A_guess_tells_a_lead_nothing()
    {
        var scene = await (await Scene.Make(area)).Known();
        var robin = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Put($"members/{robin.Id}", robin, new { name = "Robin" })).Is(201);
        var erased = await area.APerson();
        (await area.Http.Delete($"members/{erased.Id}", erased)).Is(204);
        foreach (var id in new[] { robin.Id, erased.Id })
        {
            foreach (var guess in new[] { "Robin", "Robert" })
                (await area.Http.Put($"members/{id}", scene.Lead, new { name = guess }))
                    .Refuses(404, "member.not-found");
        }
        foreach (var id in new[] { robin.Id, erased.Id, new(Guid.CreateVersion7()) })
        {
            (await area.Http.Put($"members/{id}", scene.Lead, new { name = "" })).Refuses(422, "member.profile");
            (await area.Http.Put($"members/{id}", scene.Lead, new { name = "Robin" }, "\"1\""))
                .Refuses(404, "member.not-found");
            (await area.Http.Put($"members/{id}", scene.Member, new { name = "Robin" }))
                .Refuses(403, "access.not-yours");
        }
    }

    [Fact]
    public async Task A_lead_writes_somebody_down_and_brings_them_in_until_they_sign_in_themselves()
    {
        var scene = await (await Scene.Make(area)).Known();
        var here = area.Someone(new(Guid.CreateVersion7()));
        var away = area.Someone(new(Guid.CreateVersion7()));
        var newcomer = new { name = "Blue jumper, T.", consents = new { nameToGroups = true } };
        foreach (var person in new[] { here, away })
        {
            (await area.Http.Put($"members/{person.Id}", scene.Lead, newcomer)).Is(201);
            var again = (await area.Http.Put($"members/{person.Id}", scene.Lead, newcomer)).Is(200);
            Assert.False(again.TryGetProperty("groups", out _) || again.TryGetProperty("seats", out _));
        }
        Assert.Equal("invited", await BringIn(scene, away, scene.CoLead));
        (await area.Http.Get("members/me", away)).Is(200);
        Assert.Equal("member", await BringIn(scene, here, scene.Lead));
        var third = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Put($"members/{third.Id}", scene.Lead, newcomer)).Is(201);
        (await area.Http.Get("members/me", third)).Is(200);
        Assert.Equal("invited", await BringIn(scene, third, scene.Lead));
        var receipts = (await area.Http.Get("members/me", here)).Is(200).GetProperty("consentReceipts");
        Assert.All(receipts.EnumerateArray(), receipt => Assert.Equal(
            (true, $"{scene.Lead.Id}", "heard"),
            (receipt.GetProperty("given").GetBoolean(), receipt.GetProperty("by").GetString(),
                receipt.GetProperty("how").GetString())));
        Assert.Equal(
            ["nameToGroups", $"group/{scene.Group}"],
            receipts.EnumerateArray().Select(receipt => receipt.GetProperty("what").GetString()));
    }

    private async Task<string?> BringIn(Scene scene, Person person, Person by)
    {
        var brought = await area.Http.Put($"{scene.At}/members/{person.Id}", by);
        Assert.Equal(201, brought.Status);
        await RunningArea.Until(async () => (await area.East.Grains.Member(area.East.Area, person.Id)
            .Get(new(CallerRole.Member, person.Id))).Refused(out _, out var details) is false
            && details!.Groups!.Value.Any(group => group.GroupId == scene.Group));
        return brought.Json.GetProperty("part").GetString();
    }

    private async Task<(Person Me, Person Coordinator)> APersonAndACoordinator()
    {
        var me = area.Someone(new(Guid.CreateVersion7()));
        var says = new MemberProfile
        {
            Name = "Sam", Helps = Helps, Consents = new() { NameToGroups = true, HelpsToLeads = true }
        };
        (await area.Http.Put($"members/{me.Id}", me, says)).Is(201);
        return (me, await area.APerson("coordinator"));
    }

    private static (bool, bool, bool) Consents(JsonElement details)
    {
        var consents = details.GetProperty("consents");
        return (
            consents.GetProperty("nameToGroups").GetBoolean(),
            consents.GetProperty("contactToLeads").GetBoolean(),
            consents.GetProperty("helpsToLeads").GetBoolean());
    }
}
