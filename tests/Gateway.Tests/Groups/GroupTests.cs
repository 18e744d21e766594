using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Groups over HTTP: founding, describing, reading, closing.</summary>
public sealed class GroupTests(RunningArea area)
{
    private static readonly GroupDescription Tea = Scene.Description with
    {
        Joining = Joining.Open,
        OnlineLink = "https://meet.example.invalid/tea",
        Place = new() { Name = "Hall", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly }
    };

    [Fact]
    public async Task A_member_who_founds_a_group_leads_it_and_sending_it_again_changes_nothing()
    {
        var lead = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        var made = await area.Http.Put(at, lead, Tea);
        Assert.Equal("lead", made.Is(201).GetProperty("roster")[0].GetProperty("part").GetString());
        Assert.Equal($"/api/v1/{at}", made.Headers.Location!.ToString());
        Assert.Equal(("\"1\"", "no-store"), (made.Version, made.Headers.CacheControl!.ToString()));
        var again = await area.Http.Put(at, lead, Tea);
        Assert.Equal(made.Json.GetRawText(), again.Is(200).GetRawText());
    }

    [Fact]
    public async Task A_change_says_which_version_it_was_made_from()
    {
        var lead = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, lead, Tea, "\"3\"")).Refuses(412, "version.stale");
        (await area.Http.Put(at, lead, Tea)).Is(201);
        (await area.Http.Put(at, lead, Tea with { Capacity = 8 })).Refuses(428, "version.needed");
        (await area.Http.Put(at, lead, Tea with { Capacity = 8 }, "\"7\"")).Refuses(412, "version.stale");
        Assert.Equal("\"2\"", (await area.Http.Put(at, lead, Tea with { Capacity = 8 }, "\"1\"")).Version);
        Assert.Equal(
            3,
            (await area.Http.Put(at, lead, Tea with { Capacity = 9 }, "*")).Is(200).GetProperty("version").GetInt32());
        (await area.Http.Put(at, lead, Tea, "some")).Refuses(400, "request.parameter", "If-Match");
    }

    [Fact]
    public async Task Strangers_see_the_card_members_also_the_place_and_roster_and_leads_also_the_requests()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Tea, "*")).Is(200);
        var card = (await area.Http.Get(scene.At)).Is(200);
        Assert.Equal("Lewes", card.GetProperty("place").GetProperty("town").GetString());
        Assert.False(card.GetProperty("place").TryGetProperty("name", out _) || card.TryGetProperty("onlineLink", out _)
            || card.TryGetProperty("roster", out _));
        Assert.Equal(JsonValueKind.Null, card.GetProperty("nextMeeting").ValueKind);
        var inside = (await area.Http.Get(scene.At, scene.Member)).Is(200);
        Assert.Equal(("Hall", 4), (
            inside.GetProperty("place").GetProperty("name").GetString(),
            inside.GetProperty("roster").GetArrayLength()));
        Assert.False(inside.TryGetProperty("asked", out _));
        Assert.Equal(
            $"{scene.Asked.Id}",
            (await area.Http.Get(scene.At, scene.CoLead)).Is(200).GetProperty("asked")[0].GetString());
    }

    [Fact]
    public async Task What_a_lead_reads_can_be_edited_and_sent_back()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new GroupClosure(RunningArea.Canary))).Is(200);
        var read = await area.Http.Get(scene.At, scene.Lead);
        var edited = JsonNode.Parse(read.Text)!;
        edited["capacity"] = 12;
        Assert.Equal(
            12,
            (await area.Http.Put(scene.At, scene.Lead, edited, read.ETag)).Is(200).GetProperty("capacity").GetInt32());
    }

    [Fact]
    public async Task A_group_closes_and_opens_again_and_confirms_that_all_is_right()
    {
        var scene = await Scene.Make(area);
        var closed =
            (await area.Http.Put($"{scene.At}/closure", scene.Lead, new GroupClosure("We moved away."))).Is(200);
        Assert.Equal(("closed", "We moved away."), (
            closed.GetProperty("status").GetString(), closed.GetProperty("closure").GetProperty("reason").GetString()));
        (await area.Http.Put($"{scene.At}/members/{scene.Stranger.Id}", scene.Stranger)).Refuses(409, "group.closed");
        Assert.Contains("We moved away.", (await area.Http.Get(scene.At, scene.Member)).Text, StringComparison.Ordinal);
        foreach (var outsider in new[] { Person.Visitor, scene.Stranger, scene.Asked, scene.NetworkCoordinator })
        {
            var seen = (await area.Http.Get(scene.At, outsider)).Is(200).GetProperty("closure");
            Assert.Equal(("on", 1), (seen.EnumerateObject().First().Name, seen.EnumerateObject().Count()));
        }
        Assert.Equal(
            "active",
            (await area.Http.Delete($"{scene.At}/closure", scene.Lead)).Is(200).GetProperty("status").GetString());
        Assert.Equal(
            "closed",
            (await area.Http.Put($"{scene.At}/closure", scene.Lead)).Is(200).GetProperty("status").GetString());
        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new GroupClosure(null, RunningArea.Today.AddYears(3))))
            .Refuses(422, "group.closure", "on");
        Assert.NotEmpty((await area.Http.Put($"{scene.At}/confirmation", scene.Lead)).Is(200)
            .GetProperty("lastConfirmed")
            .GetString()!);
    }

    [Fact]
    public async Task A_body_that_is_missing_is_asked_for()
    {
        var lead = await area.APerson();
        foreach (var body in (string[])["", "null"])
        {
            using var content =
                new StringContent(body, new System.Net.Http.Headers.MediaTypeHeaderValue("application/json"));
            (await area.Http.Send(HttpMethod.Put, $"groups/{Guid.CreateVersion7()}", lead, content))
                .Refuses(400, "request.unreadable");
        }
    }

    [Fact]
    public async Task Another_area_has_no_such_group()
    {
        var scene = await Scene.Make(area);
        (await area.WestHttp.Get(scene.At)).Refuses(404, "group.not-found");
        (await area.WestHttp.Get($"{scene.At}/meetings")).Refuses(404, "group.not-found");
    }
}
