using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Tests.Areas;

/// <summary>Every group at a glance, for coordinators.</summary>
public sealed class OverviewTests(EastAlone area) : IClassFixture<EastAlone>
{
    [Fact]
    public async Task A_coordinator_sees_each_group_with_its_leads_by_name_and_what_needs_doing()
    {
        var scene = await (await Scene.Make(area)).Known();
        var made = await Line(scene, line => line.GetProperty("people").GetInt32() == 4 && Leads(line).Length == 2);
        Assert.Equal(Scene.Description.Name, made.GetProperty("name").GetString());
        Assert.Equal("active", made.GetProperty("status").GetString());
        Assert.Equal([$"{scene.Lead.Id}", $"{scene.CoLead.Id}"], Leads(made).Select(lead => lead.Id));
        Assert.All(Leads(made), lead => Assert.Equal($"Sam {RunningArea.Canary}", lead.Name));
        Assert.Empty(Attention(made));
        Assert.False(made.TryGetProperty("lastMeeting", out _));
        Assert.False(made.TryGetProperty("nextMeeting", out _));

        (await area.Http.Delete($"{scene.At}/welcome", scene.Coordinator)).Is(200);
        await Line(scene, line => Attention(line).SequenceEqual(["new"]));
        (await area.Http.Put($"{scene.At}/welcome", scene.Coordinator)).Is(200);
        var held = await scene.ALoggedMeeting();
        var next = await scene.AMeetingToCome();
        await scene.APlannedMeeting();
        var lived = await Line(scene, line => Attention(line).SequenceEqual(["notLogged"])
            && Id(line, "nextMeeting") == next && Id(line, "lastMeeting") is not null);
        Assert.Equal(held, $"meetings/{Id(lived, "lastMeeting")}");
        Assert.Equal(1, lived.GetProperty("notLogged").GetInt32());

        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new { reason = RunningArea.Canary })).Is(200);
        var closed = await Line(scene, line => line.GetProperty("status").GetString() == "closed");
        Assert.Empty(Attention(closed));
        Assert.Equal(0, closed.GetProperty("notLogged").GetInt32());
        Assert.False(closed.TryGetProperty("nextMeeting", out _));
    }

    [Fact]
    public async Task A_group_that_has_lost_its_lead_and_one_that_is_full_or_paused_are_shown()
    {
        var scene = await (await Scene.Make(area)).Known();
        var today = RunningArea.Today;
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with
        {
            Capacity = 4, Pauses = [new(today, today.AddDays(2))],
        }, "*")).Is(200);
        await Line(scene, line => Attention(line).SequenceEqual(["full", "paused"]));
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            (await area.Http.Delete($"members/{lead.Id}", lead)).Is(204);
        var left = await Line(scene, line => Attention(line).Contains("withoutLead"));
        Assert.Equal(["withoutLead", "paused"], Attention(left));
        Assert.Empty(Leads(left));
    }

    [Fact]
    public async Task A_name_that_a_lead_changes_is_seen_at_once_through_the_same_silo()
    {
        var scene = await (await Scene.Make(area)).Known();
        await Line(scene, line => Leads(line).Length == 2);
        var name = $"Robin {RunningArea.Canary}";
        (await area.Http.Put($"members/{scene.Lead.Id}", scene.Lead, new { name }, "*")).Is(200);
        var line = await Line(scene, _ => true);
        Assert.Equal(name, Leads(line).Single(lead => lead.Id == $"{scene.Lead.Id}").Name);
    }

    private async Task<JsonElement> Line(Scene scene, Func<JsonElement, bool> isSo)
    {
        JsonElement found = default;
        await RunningArea.Until(async () =>
        {
            var all = (await area.Http.Bare("area/overview", scene.Coordinator)).Is(200);
            found = all.GetProperty("items").EnumerateArray().FirstOrDefault(
                line => line.GetProperty("id").GetString() == $"{scene.Group}");
            return found.ValueKind == JsonValueKind.Object && isSo(found);
        });
        return found;
    }

    private static (string Id, string? Name)[] Leads(JsonElement line) =>
        [.. line.GetProperty("leads").EnumerateArray()
            .Select(lead => (lead.GetProperty("memberId").GetString()!, lead.GetProperty("name").GetString()))];

    private static string[] Attention(JsonElement line) =>
        [.. line.GetProperty("attention").EnumerateArray().Select(why => why.GetString()!)];

    private static string? Id(JsonElement line, string meeting) =>
        line.TryGetProperty(meeting, out var found) ? found.GetProperty("id").GetString() : null;
}
