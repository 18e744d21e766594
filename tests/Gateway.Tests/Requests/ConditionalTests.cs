using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Tests.Access;

namespace PeerNet.Gateway.Tests.Requests;

/// <summary>If-Match and If-None-Match (RFC 9110 13) on every address whose answer has an ETag.</summary>
public sealed class ConditionalTests(RunningArea area)
{
    private const string Never = "\"9999\"";

    public static TheoryData<string, string, string?> Writes => new()
    {
        { "PUT", "{group}", """{"name":"Other","joining":"ask"}""" },
        { "PUT", "{group}/confirmation", null },
        { "PUT", "{group}/closure", """{"reason":"We moved"}""" },
        { "DELETE", "{group}/closure", null },
        { "PUT", "{planned}", """{"groupId":"{id}","heldOn":"{day}","startsAt":"20:15"}""" },
        { "PUT", "{planned}/cancellation", """{"reason":"Flu"}""" },
        { "DELETE", "{planned}/cancellation", null },
        { "PUT", "{logged}/attendance/{member}", """{"mark":"present"}""" },
        { "PUT", "{logged}/headcount", """{"newcomers":2}""" },
        { "PUT", "{logged}/corrections/01990000-0000-7000-8000-000000000001", """{"why":"A slip","notes":"Better"}""" },
        { "PUT", "{self}", """{"name":"Robin"}""" },
        { "DELETE", "{self}", null },
    };

    [Theory]
    [MemberData(nameof(Writes))]
    public async Task A_write_of_an_old_version_is_refused_and_one_of_this_version_is_not(
        string method, string path, string? body)
    {
        var (place, by) = await Make();
        var at = place.Fill(path.Replace("{group}", place.Scene.At, StringComparison.Ordinal)
            .Replace("{planned}", $"meetings/{place.Planned}", StringComparison.Ordinal)
            .Replace("{logged}", $"meetings/{place.Logged}", StringComparison.Ordinal)
            .Replace("{self}", $"members/{by.Id}", StringComparison.Ordinal));
        var read = string.Join('/', at.Split('/').Take(2));
        var sent = body?.Replace("{id}", $"{place.Scene.Group}", StringComparison.Ordinal)
            .Replace("{day}", $"{RunningArea.Today.AddDays(1):yyyy-MM-dd}", StringComparison.Ordinal);
        var tag = (await area.Http.Get(read, by)).ETag!;
        foreach (var stale in (string[])[Never, $"W/{tag}", "\"x\"", "\"01\"", "\"\"", $"\"x\", W/{tag}", "\"1 \""])
        {
            var refused = await Send(stale);
            Assert.True(refused.Status == 412, $"{stale}: {refused.Status} {refused.Text}");
            Assert.Equal("version.stale", refused.Code);
        }
        Assert.Equal(tag, (await area.Http.Get(read, by)).ETag);
        foreach (var wrong in (string[])["1", "x", "*, \"1\"", "W/", "\"1"])
            Assert.Equal("If-Match", (await Send(wrong)).Refuses(400, "request.parameter").Field);
        Assert.InRange((await Send($"\"x\", {tag}")).Status, 200, 204);

        Task<Answer> Send(string ifMatch) => area.Http.Send(new(method), at, by, ApiClient.Json(sent), ifMatch);
    }

    public static TheoryData<string> Rows =>
        [.. AccessTable.Rows.Where(row => !row.Endpoint.StartsWith("GET", StringComparison.Ordinal))
            .Where(row => row.Statuses.Any(IsYes)).Select(row => row.Name)];

    [Theory]
    [MemberData(nameof(Rows))]
    public async Task No_write_ignores_a_condition(string name)
    {
        var row = AccessTable.Rows.Single(row => row.Name == name);
        var (caller, yes) = AccessTable.Callers.Zip(row.Statuses).First(cell => IsYes(cell.Second));
        var scene = await Fresh();
        if (!ApiRoutes.Versioned(area).Contains(row.Endpoint))
        {
            (string, string)[] conditions = [("If-Match", Never), ("If-Match", "1"), ("If-None-Match", "*")];
            foreach (var condition in conditions)
            {
                var refused = await Send(scene, condition);
                Assert.Contains(refused.Code, (string[])["request.parameter", "version.stale", "version.exists"]);
            }
            return;
        }
        // Of a person who does not exist, nobody learns that they do not.
        var isHidden = name == "PUT /members/{id} new";
        foreach (var stale in (string[])[Never, "W/\"1\", \"x\""])
        {
            var refused = await Send(scene, ("If-Match", stale));
            Assert.Equal(isHidden ? "member.not-found" : "version.stale", refused.Code);
        }
        (await Send(scene, ("If-Match", "1"))).Refuses(400, "request.parameter", "If-Match");
        (await Send(scene, ("If-None-Match", "\"1\""))).Refuses(400, "request.parameter", "If-None-Match");
        if (yes != 201)
        {
            (await Send(scene, ("If-None-Match", "*"))).Refuses(412, "version.exists");
            Assert.Equal(yes, (await Send(await Fresh(), ("If-Match", "*"))).Status);
        }
        var all = string.Join(", ", Enumerable.Range(0, 40).Select(version => $"\"{version}\""));
        Assert.Equal(isHidden ? 404 : yes, (await Send(await Fresh(), ("If-Match", $"\"x\", {all}"))).Status);

        Task<Answer> Send(Scene on, (string, string) condition) =>
            AccessTable.Attempts[name](area.Http, on, on.Caller(caller) with { Condition = condition });
    }

    [Theory]
    [InlineData("PUT {theirs}/matches/{new}", """{"shownAs":"Robin"}""")]
    [InlineData("PUT next-steps/{step}/news/{new}", """{"groupId":"{keeping}","text":"Somebody looked"}""")]
    public async Task A_part_is_created_only_if_it_is_not_there(string target, string body)
    {
        var place = await BadInput.Place.Make(area);
        var at = place.Fill(target.Replace("{theirs}", "offers/{offer}", StringComparison.Ordinal).Split(' ')[1]);
        var by = target.Contains("theirs", StringComparison.Ordinal) ? place.Scene.Lead : place.Scene.Coordinator;
        var only = by with { Condition = ("If-None-Match", "*") };
        (await Put()).Is(201);
        (await Put()).Refuses(412, "version.exists");

        Task<Answer> Put() => area.Http.Send(HttpMethod.Put, at, only, ApiClient.Json(place.Fill(body)));
    }

    [Fact]
    public async Task Any_version_will_do_with_a_star_and_none_is_no_version()
    {
        var lead = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, lead, Scene.Description, "*")).Refuses(412, "version.stale");
        (await area.Http.Put(at, lead, Scene.Description, Never)).Refuses(412, "version.stale");
        (await area.Http.Put(at, lead, Scene.Description)).Is(201);
        (await area.Http.Put(at, lead, Scene.Description with { Capacity = 7 }, "*")).Is(200);
        (await area.Http.Put($"{at}/closure", lead, new { }, "*")).Is(200);
    }

    [Fact]
    public async Task A_meeting_that_nobody_has_said_anything_about_exists_if_it_is_of_a_series()
    {
        var scene = await Scene.Make(area);
        var day = RunningArea.Today.AddDays(7);
        var weekly = new SeriesVersion(
            RunningArea.Today, Scene.Seven, 90, $"FREQ=WEEKLY;BYDAY={$"{day.DayOfWeek}"[..2].ToUpperInvariant()}");
        var schedule = new Schedule { Series = [new() { Id = "tea", Versions = [weekly] }] };
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Schedule = schedule }, "*")).Is(200);
        var listed = (await area.Http.Get($"{scene.At}/meetings?from={day:yyyy-MM-dd}&to={day:yyyy-MM-dd}")).Is(200);
        var slot = $"meetings/{listed.GetProperty("items")[0].GetProperty("id").GetGuid()}";
        var moved = new PlanMeeting { GroupId = scene.Group, HeldOn = day.AddDays(1), StartsAt = Scene.Seven };
        (await area.Http.Put(slot, scene.Lead, moved, "*")).IsYes();
        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}", scene.Lead, moved, "*"))
            .Refuses(412, "version.stale");
    }

    [Fact]
    public async Task Whoever_may_not_write_learns_nothing_of_the_version()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put($"{scene.At}/confirmation", scene.Stranger, null, Never))
            .Refuses(403, "access.leads-only");
        (await area.Http.Send(HttpMethod.Delete, $"members/{scene.Member.Id}", scene.Stranger, null, Never))
            .Refuses(404, "member.not-found");
    }

    [Fact]
    public async Task If_none_match_with_a_star_creates_and_changes_nothing()
    {
        var lead = await area.APerson();
        var at = $"groups/{Guid.CreateVersion7()}";
        (await IfNone(HttpMethod.Put, at, lead, "*", Scene.Description)).Is(201);
        (await IfNone(HttpMethod.Put, at, lead, "*", Scene.Description)).Refuses(412, "version.exists");
        (await IfNone(HttpMethod.Put, at, lead, "*", Scene.Description with { Name = "Other" }))
            .Refuses(412, "version.exists");
        (await IfNone(HttpMethod.Put, at, lead, "\"1\"", Scene.Description)).Refuses(400, "request.parameter");
        (await IfNone(HttpMethod.Put, $"members/{lead.Id}", lead, "*", new { name = "Ada" }))
            .Refuses(412, "version.exists");
    }

    [Fact]
    public async Task A_reader_who_has_it_gets_no_copy()
    {
        var scene = await (await Scene.Make(area)).Known();
        foreach (var at in (string[])[scene.At, $"members/{scene.Lead.Id}", "members/me"])
        {
            var tag = (await area.Http.Get(at, scene.Lead)).ETag!;
            foreach (var known in (string[])[tag, $"W/{tag}", $"\"x\", {tag}", "*"])
            {
                var answer = await IfNone(HttpMethod.Get, at, scene.Lead, known);
                Assert.Equal((304, "", tag), (answer.Status, answer.Text, answer.ETag));
                Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
            }
            (await IfNone(HttpMethod.Get, at, scene.Lead, Never)).Is(200);
        }
    }

    [Fact]
    public async Task What_changed_without_an_edit_is_sent_again()
    {
        var scene = await Scene.Make(area);
        var tag = (await area.Http.Get(scene.At, scene.Lead)).ETag!;
        (await area.Http.Delete($"{scene.At}/members/{scene.Other.Id}", scene.Lead)).Is(204);
        (await IfNone(HttpMethod.Get, scene.At, scene.Lead, tag)).Is(200);
        // Somebody who leaves is no reason to refuse an edit of the description.
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Capacity = 9 }, tag)).Is(200);
    }

    private static bool IsYes(int status) => status is >= 200 and < 300;

    private async Task<Scene> Fresh() => await (await Scene.Make(area)).Known();

    private Task<Answer> IfNone(HttpMethod method, string at, Person by, string tags, object? body = null) =>
        area.Http.Send(method, at, by, ApiClient.Body(body), headers: ("If-None-Match", tags));

    private async Task<(BadInput.Place, Person)> Make()
    {
        var place = await BadInput.Place.Make(area);
        return (place, place.Scene.Lead);
    }
}
