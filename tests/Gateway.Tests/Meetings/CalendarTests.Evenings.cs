using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>What single evenings are, to whom, and whose they are.</summary>
public sealed partial class CalendarTests
{
    [Fact]
    public async Task Two_series_may_meet_at_the_same_time_and_each_is_logged()
    {
        var scene = await Scene.Make(area);
        var walk = new Series { Id = "walk", Versions = [Weekly with { Minutes = 45 }], Topics = ["walking"] };
        var both = Scene.Following(Weekly) with { Series = [.. Scene.Following(Weekly).Series, walk] };
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Schedule = both }, "*")).Is(200);
        var lines = await List(scene, Today.AddDays(-7), Today.AddDays(-7));

        Assert.Equal(["meetings", "walk"], lines.Select(line => Text(line, "series")));
        Assert.Equal([90, 45], lines.Select(line => line.GetProperty("minutes").GetInt32()));
        foreach (var line in lines)
            (await area.Http.Put($"meetings/{Id(line)}/record", scene.Lead, Log(scene, Today.AddDays(-7)))).Is(201);
        Assert.Equal(2, (await List(scene, Today.AddDays(-7), Today.AddDays(-7))).Count);
    }

    [Fact]
    public async Task A_planned_evening_can_be_read_and_cancelled_before_anything_is_stored()
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{await SlotOn(scene, Next)}";
        foreach (var by in (Person[])[scene.Member, scene.Stranger])
        {
            var planned = (await area.Http.Get(at, by)).Is(200);
            Assert.Equal(
                ("planned", "meetings", Day(Next), Day(Next), "19:00", 90, false),
                (Text(planned, "state"), Text(planned, "series"), Text(planned, "originalDay"), Text(planned, "heldOn"),
                Text(planned, "startsAt"), planned.GetProperty("minutes").GetInt32(),
                planned.GetProperty("logged").GetBoolean()));
            Assert.Equal(JsonValueKind.Null, planned.GetProperty("headCount").ValueKind);
        }
        Assert.Equal(
            "cancelled",
            Text((await area.Http.Put($"{at}/cancellation", scene.Lead, new { })).Is(200), "state"));
        Assert.Equal("cancelled", Text(Assert.Single(await List(scene, Next, Next)), "state"));
        Assert.Equal("planned", Text((await area.Http.Delete($"{at}/cancellation", scene.Lead)).Is(200), "state"));
    }

    [Fact]
    public async Task No_group_can_take_an_evening_of_another_whether_or_not_anything_is_stored_about_it()
    {
        var scene = await Meeting(Weekly);
        var taker = scene.Member;
        var theirs = new GroupId(Guid.CreateVersion7());
        (await area.Http.Put($"groups/{theirs}", taker, Describing(Weekly))).Is(201);
        var past = await SlotOn(scene, Today.AddDays(-7));
        var next = await SlotOn(scene, Next);
        var log = Log(scene, Today.AddDays(-7)) with { GroupId = theirs, Present = [] };
        var plan = Plan(scene, Next) with { GroupId = theirs };
        var cancellation = new CancelMeeting { GroupId = theirs, HeldOn = Next, StartsAt = Scene.Seven };

        (await area.Http.Put($"meetings/{past}/record", taker, log)).Refuses(409, "meeting.other-group");
        (await area.Http.Put($"meetings/{next}", taker, plan)).Refuses(409, "meeting.other-group");
        (await area.Http.Put($"meetings/{next}/cancellation", taker, cancellation)).Refuses(409, "meeting.other-group");
        (await area.Http.Put($"groups/{theirs}/shared/{next}", taker, new { open = true }))
            .Refuses(409, "meeting.other-group");
        (await area.Http.Put($"meetings/{next}/cancellation", taker, new { })).Refuses(403, "access.leads-only");
        // An ID that looks derived belongs to no one-off.
        (await area.Http.Put("meetings/00000000-0000-8000-8000-000000000001", taker, plan))
            .Refuses(409, "meeting.other-group");
        (await area.Http.Put($"meetings/{past}/record", scene.Lead, Log(scene, Today.AddDays(-7)))).Is(201);
        (await area.Http.Put($"meetings/{next}", scene.Lead, Plan(scene, Next))).Is(201);
        (await area.Http.Put($"meetings/{next}", taker, plan)).Refuses(409, "meeting.other-group");
    }

    [Fact]
    public async Task An_intention_is_seen_by_the_group_is_nothing_to_strangers_and_makes_no_meeting()
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{await SlotOn(scene, Next)}";
        var mine = $"{at}/intentions/{scene.Member.Id}";
        (await area.Http.Put(mine, scene.Member, new { intention = "perhaps" })).Is(200);
        var seen = (await area.Http.Put(mine, scene.Member, new { intention = "notComing" })).Is(200);
        Assert.Equal("planned", Text(seen, "state"));
        Assert.Equal(
            "notComing",
            Text((await area.Http.Get(at, scene.Other)).Is(200).GetProperty("intentions")[0], "intention"));
        Assert.False((await area.Http.Get(at, scene.Stranger)).Is(200).TryGetProperty("intentions", out _));
        (await area.Http.Put(mine, scene.Stranger, Coming)).Refuses(403, "access.not-yours");
        (await area.Http.Put($"{at}/intentions/{scene.Stranger.Id}", scene.Stranger, Coming))
            .Refuses(403, "access.not-yours");
        (await area.Http.Put($"{at}/intentions/{scene.Stranger.Id}", scene.Lead, Coming))
            .Refuses(422, "meeting.person-unknown");
        (await area.Http.Put($"{at}/attendance/{scene.Member.Id}", scene.Member, new MarkAttendance(Mark.Apologies)))
            .Refuses(422, "meeting.not-yet");
        (await area.Http.Delete(mine, scene.Member)).Is(200);
        Assert.Empty((await area.Http.Get(at, scene.Member)).Is(200).GetProperty("intentions").EnumerateArray());
        var past = await SlotOn(scene, Today.AddDays(-7));
        (await area.Http.Put($"meetings/{past}/intentions/{scene.Member.Id}", scene.Member, Coming))
            .Refuses(409, "meeting.begun");
        (await area.Http.Put($"{at}/cancellation", scene.Lead, new { })).Is(200);
    }

    [Fact]
    public async Task Someone_who_has_left_sees_their_own_mark_and_what_a_stranger_may_know()
    {
        var scene = await Scene.Make(area);
        var at = $"meetings/{Guid.CreateVersion7()}";
        var log = scene.ALog() with { Apologies = [scene.Other.Id], Notes = RunningArea.Canary };
        (await area.Http.Put($"{at}/record", scene.Lead, log)).Is(201);
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/members/{scene.Member.Id}", scene.Member)).Status);

        var seen = (await area.Http.Get(at, scene.Member)).Is(200);
        var line = Assert.Single(seen.GetProperty("roster").EnumerateArray().ToList());
        Assert.Equal(($"{scene.Member.Id}", "present"), (Text(line, "memberId"), Text(line, "mark")));
        Assert.Equal(JsonValueKind.Null, seen.GetProperty("headCount").ValueKind);
        foreach (var hidden in (string[])["notes", "named", "unnamed", "apologies", "intentions"])
            Assert.False(seen.TryGetProperty(hidden, out _), hidden);
    }

    [Fact]
    public async Task A_one_off_has_a_length_a_title_and_a_place_of_its_own()
    {
        var scene = await Meeting(Weekly);
        var at = $"meetings/{Guid.CreateVersion7()}";
        var plan = Plan(scene, Next.AddDays(1)) with
        {
            Minutes = 240, Title = "Summer walk",
            Place = new() { Name = "Station", Town = "Lewes", Privacy = PlacePrivacy.AreaOnly }
        };
        (await area.Http.Put(at, scene.Lead, plan)).Is(201);
        (await area.Http.Put(at, scene.Lead, plan)).Is(200);
        var line = Assert.Single(await List(scene, Next.AddDays(1), Next.AddDays(1), scene.Member));
        Assert.Equal((240, "Summer walk"), (line.GetProperty("minutes").GetInt32(), Text(line, "title")));
        Assert.Equal("Station", Text(line.GetProperty("place"), "name"));
        var strangers = Assert.Single(await List(scene, Next.AddDays(1), Next.AddDays(1)));
        Assert.False(strangers.GetProperty("place").TryGetProperty("name", out _));
        (await area.Http.Put(at, scene.Lead, plan with { Minutes = 4 }, "*"))
            .Refuses(422, "meeting.minutes", "minutes");
        (await area.Http.Put(at, scene.Lead, plan with { Title = "a\nb" }, "*")).Refuses(422, "meeting.text", "title");
    }
}
