using System.Text.Json.Nodes;
using PeerNet.Contracts.Members;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>People over HTTP.</summary>
public sealed class MemberTests(RunningArea area)
{
    private static readonly MemberProfile Ada = new()
    {
        Name = $"Ada {RunningArea.Canary}",
        Contact = new() { Email = $"{RunningArea.Canary}@example.invalid" },
        Helps = $"A chair near the door, {RunningArea.Canary}.",
        Consents = new() { NameToGroups = true, ContactToLeads = true },
    };

    [Fact]
    public async Task A_person_makes_their_record_and_sending_it_again_changes_nothing()
    {
        var ada = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Get("members/me", ada)).Refuses(404, "member.not-found");
        var made = await area.Http.Put($"members/{ada.Id}", ada, Ada);
        Assert.Equal(Ada.Name, made.Is(201).GetProperty("name").GetString());
        Assert.Equal("\"1\"", (await area.Http.Put($"members/{ada.Id}", ada, Ada)).Version);
        Assert.Equal($"/api/v1/members/{ada.Id}", made.Headers.Location!.ToString());
    }

    [Theory]
    [InlineData("5", "contact")]
    [InlineData("{\"email\":5}", "contact.email")]
    [InlineData("{\"fax\":\"01632 960001\"}", "contact.fax")]
    public async Task A_contact_that_cannot_be_read_is_refused_by_the_name_of_its_part(string contact, string field)
    {
        var ada = area.Someone(new(Guid.CreateVersion7()));
        var body = JsonNode.Parse($$"""{"name":"Ada","contact":{{contact}}}""");
        (await area.Http.Put($"members/{ada.Id}", ada, body)).Refuses(400, "request.unreadable", field);
    }

    [Fact]
    public async Task A_change_says_which_version_it_was_made_from()
    {
        var ada = await APerson();
        var at = $"members/{ada.Id}";
        var changed = new JsonObject { ["name"] = Ada.Name, ["helps"] = null };
        (await area.Http.Put(at, ada, changed)).Refuses(428, "version.needed");
        (await area.Http.Put(at, ada, changed, "\"2\"")).Refuses(412, "version.stale");
        (await area.Http.Put(at, ada, changed, "\"1\"")).Is(200);
        Assert.Equal("\"3\"", (await area.Http.Put(at, ada, Ada, "*")).Version);
        (await area.Http.Put($"members/{Guid.CreateVersion7()}", await area.APerson("coordinator"), Ada, "\"1\""))
            .Refuses(412, "version.stale");
    }

    [Theory]
    [InlineData(null)]
    [InlineData("""{ "email": "ada@example.invalid" }""")]
    [InlineData("""{ "phone": "+44 1273 000000" }""")]
    [InlineData("\"the green door\"")]
    public async Task What_a_person_reads_of_themselves_can_be_edited_and_sent_back(string? contact)
    {
        var ada = area.Someone(new(Guid.CreateVersion7()));
        var profile =
            new JsonObject { ["name"] = Ada.Name, ["contact"] = contact is null ? null : JsonNode.Parse(contact) };
        (await area.Http.Put($"members/{ada.Id}", ada, profile)).Is(201);
        var me = await area.Http.Get("members/me", ada);
        Assert.Equal(
            me.Text,
            (await area.Http.Put($"members/{ada.Id}", ada, JsonNode.Parse(me.Text), me.ETag)).Is(200).GetRawText());
        var edited = JsonNode.Parse(me.Text)!;
        edited["helps"] = RunningArea.Canary;
        Assert.Equal(
            RunningArea.Canary,
            (await area.Http.Put($"members/{ada.Id}", ada, edited, me.ETag)).Is(200).GetProperty("helps").GetString());
    }

    [Fact]
    public async Task A_field_that_is_not_known_is_refused_by_name()
    {
        var ada = await APerson();
        var slip = new JsonObject { ["name"] = "Ada", ["helsp"] = RunningArea.Canary };
        (await area.Http.Put($"members/{ada.Id}", ada, slip, "*")).Refuses(400, "request.unreadable");
        Assert.Equal(Ada.Name, (await area.Http.Get("members/me", ada)).Is(200).GetProperty("name").GetString());
    }

    [Fact]
    public async Task A_person_who_is_erased_is_gone_for_good()
    {
        var ada = await APerson();
        (await area.Http.Delete($"members/{ada.Id}", ada)).Is(204);
        (await area.Http.Delete($"members/{ada.Id}", ada)).Refuses(410, "member.erased");
        (await area.Http.Get("members/me", ada)).Refuses(410, "member.erased");
        (await area.Http.Put($"members/{ada.Id}", ada, Ada, "*")).Refuses(410, "member.erased");
    }

    [Fact]
    public async Task A_lead_sees_only_what_the_guest_agreed_to_share()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put($"members/{scene.Member.Id}", scene.Member, Ada, "*")).Is(200);
        await scene.Known();
        var seen = (await area.Http.Get($"members/{scene.Member.Id}", scene.Lead)).Is(200);
        Assert.Equal((Ada.Name, Ada.Contact!.Email, null), (
            seen.GetProperty("name").GetString(),
            seen.GetProperty("contact").GetProperty("email").GetString(),
            seen.GetProperty("helps").GetString()));
    }

    [Fact]
    public async Task Another_area_has_no_such_person()
    {
        var ada = await APerson();
        var coordinator = new Person(
            new(Guid.CreateVersion7()),
            area.West.Tokens.For(new(Guid.CreateVersion7()), "coordinator", RunningArea.Now));
        (await area.WestHttp.Get($"members/{ada.Id}", coordinator)).Refuses(404, "member.not-found");
        (await area.WestHttp.Delete($"members/{ada.Id}", coordinator)).Refuses(404, "member.not-found");
    }

    private async Task<Person> APerson()
    {
        var ada = area.Someone(new(Guid.CreateVersion7()));
        (await area.Http.Put($"members/{ada.Id}", ada, Ada)).Is(201);
        return ada;
    }
}
