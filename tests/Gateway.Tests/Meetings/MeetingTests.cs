using System.Text.Json;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>Meetings over HTTP: planned, called off, listed.</summary>
public sealed class MeetingTests(RunningArea area)
{
    [Fact]
    public async Task A_meeting_is_planned_moved_and_listed()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}";
        var plan =
            new PlanMeeting { GroupId = scene.Group, HeldOn = RunningArea.Today.AddDays(9), StartsAt = Scene.Seven };
        Assert.Equal(("planned", "\"1\""), await Planned(at, plan, 201));
        Assert.Equal(("planned", "\"1\""), await Planned(at, plan, 200));
        (await area.Http.Put(at, scene.Lead, plan with { StartsAt = new(20, 30) })).Refuses(428, "version.needed");
        Assert.Equal(("planned", "\"2\""), await Planned(at, plan with { StartsAt = new(20, 30) }, 200, "\"1\""));
        var listed = (await area.Http.Get($"{scene.At}/meetings")).Is(200).GetProperty("items");
        Assert.Equal(
            ("20:30", false),
            (listed[0].GetProperty("startsAt").GetString(), listed[0].GetProperty("logged").GetBoolean()));

        async Task<(string?, string?)> Planned(string path, PlanMeeting body, int status, string? ifMatch = null)
        {
            var answer = await area.Http.Put(path, scene.Lead, body, ifMatch);
            return (answer.Is(status).GetProperty("state").GetString(), answer.Version);
        }
    }

    [Fact]
    public async Task The_list_has_the_pattern_s_days_under_the_ids_by_which_they_are_logged()
    {
        var scene = await Scene.Make(area);
        var daily = Scene.Description with
        {
            Schedule = Scene.Following(
                new Contracts.Groups.SeriesVersion(RunningArea.Today.AddDays(-30), Scene.Seven, 60, "FREQ=DAILY"))
        };
        (await area.Http.Put(scene.At, scene.Lead, daily, "*")).Is(200);
        var list = $"{scene.At}/meetings?from={RunningArea.Today.AddDays(
            -3):yyyy-MM-dd}&to={RunningArea.Today.AddDays(-1):yyyy-MM-dd}";
        var before = (await area.Http.Get(list, scene.Member)).Is(200).GetProperty("items");
        Assert.Equal(3, before.GetArrayLength());
        (await area.Http.Put($"meetings/{before[2].GetProperty("id").GetString()}/record", scene.Lead, scene.ALog() with
        {
            HeldOn = RunningArea.Today.AddDays(-1)
        })).Is(201);
        var after = (await area.Http.Get(list, scene.Member)).Is(200).GetProperty("items");
        Assert.Equal((3, true, 3), (
            after.GetArrayLength(),
            after[2].GetProperty("logged").GetBoolean(),
            after[2].GetProperty("headCount").GetInt32()));
        var seenByStranger = (await area.Http.Get(list)).Is(200).GetProperty("items")[2];
        Assert.Equal(JsonValueKind.Null, seenByStranger.GetProperty("headCount").ValueKind);
    }

    [Fact]
    public async Task A_meeting_is_called_off_with_a_reason_and_reinstated()
    {
        var scene = await Scene.Make(area);
        var at = await scene.APlannedMeeting();
        var off = (await area.Http.Put(
            $"{at}/cancellation", scene.Lead, new CancelMeeting { Reason = $"Flu {RunningArea.Canary}" })).Is(200);
        Assert.Equal(
            ("cancelled", $"Flu {RunningArea.Canary}"),
            (off.GetProperty("state").GetString(), off.GetProperty("cancelledBecause").GetString()));
        (await area.Http.Put($"{at}/record", scene.Lead, scene.ALog())).Refuses(409, "meeting.cancelled");
        Assert.Equal(
            "planned",
            (await area.Http.Delete($"{at}/cancellation", scene.Lead)).Is(200).GetProperty("state").GetString());
        Assert.Equal(
            "cancelled",
            (await area.Http.Put($"{at}/cancellation", scene.Lead)).Is(200).GetProperty("state").GetString());
    }

    [Theory]
    [InlineData("2026-03-29", "01:30", false)]
    [InlineData("2026-03-29", "00:59", true)]
    [InlineData("2026-03-29", "02:00", true)]
    [InlineData("2026-10-25", "01:30", true)]
    public async Task A_time_that_the_clocks_skip_cannot_be_planned_or_called_off_and_one_they_show_twice_can(
        string day, string time, bool exists)
    {
        var scene = await Scene.Make(area);
        var body = new { groupId = scene.Group, heldOn = day, startsAt = time };
        foreach (var path in (string[])[
            $"meetings/{Guid.CreateVersion7()}", $"meetings/{Guid.CreateVersion7()}/cancellation"
        ])
        {
            var answer = await area.Http.Put(path, scene.Lead, body);
            if (!exists) answer.Refuses(422, "meeting.no-such-time", "startsAt");
            else Assert.True(answer.Status < 300, answer.Text);
        }
    }

    [Fact]
    public async Task Another_area_has_no_such_meeting()
    {
        var scene = await Scene.Make(area);
        var at = await scene.ALoggedMeeting();
        var coordinator =
            new Person(default, area.West.Tokens.For(new(Guid.CreateVersion7()), "coordinator", RunningArea.Now));
        (await area.WestHttp.Get(at, coordinator)).Refuses(404, "meeting.not-found");
        (await area.WestHttp.Put($"meetings/{Guid.CreateVersion7()}/record", coordinator, scene.ALog()))
            .Refuses(404, "group.not-found");
    }
}
