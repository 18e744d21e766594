using System.Globalization;
using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Gateway.Tests.Meetings;

/// <summary>A group's calendar over HTTP: one evening stays one evening, whatever is said about it.</summary>
public sealed partial class CalendarTests(RunningArea area)
{
    private static readonly DateOnly Today = RunningArea.Today;
    private static readonly DateOnly Next = Today.AddDays(7);
    private static readonly TimeOnly Earlier = new(18, 30);

    private static SeriesVersion Weekly => new(Today.AddDays(-70), Scene.Seven, 90, $"FREQ=WEEKLY;BYDAY={Weekday}");

    private static string Weekday => Today.DayOfWeek.ToString()[..2].ToUpperInvariant();

    public static TheoryData<string, bool> Said => new()
    {
        { "cancelled", true }, { "cancelled", false }, { "moved", true }, { "moved", false },
        { "planned", true }, { "planned", false }, { "intended", true }, { "intended", false },
    };

    [Theory]
    [MemberData(nameof(Said))]
    public async Task An_evening_stays_one_when_its_series_starts_at_another_time(string said, bool inPlace)
    {
        var scene = await Meeting(Weekly);
        var slot = await SlotOn(scene, Next);
        (await (said switch
        {
            "cancelled" => area.Http.Put($"meetings/{slot}/cancellation", scene.Lead, new { }),
            "moved" => area.Http.Put($"meetings/{slot}", scene.Lead, Plan(scene, Next.AddDays(1))),
            "planned" => area.Http.Put($"meetings/{slot}", scene.Lead, Plan(scene, Next)),
            _ => area.Http.Put($"meetings/{slot}/intentions/{scene.Member.Id}", scene.Member, Coming),
        })).IsYes();
        await Change(scene, inPlace
            ? [Weekly with { StartsAt = Earlier }]
            : [Weekly, Weekly with { From = Today.AddDays(1), StartsAt = Earlier }]);

        var line = Assert.Single(await List(scene, Next, Next.AddDays(1)));
        Assert.Equal(slot, Id(line));
        Assert.Equal(said == "cancelled" ? "cancelled" : "planned", Text(line, "state"));
        Assert.Equal(Day(said == "moved" ? Next.AddDays(1) : Next), Text(line, "heldOn"));
        Assert.Equal(said == "intended" || said == "cancelled" ? "18:30" : "19:00", Text(line, "startsAt"));
        Assert.Equal((Day(Next), "meetings"), (Text(line, "originalDay"), Text(line, "series")));
    }

    [Fact]
    public async Task The_past_keeps_its_times_and_its_logs_when_a_series_changes_in_place()
    {
        var scene = await Meeting(Weekly);
        var logged = await SlotOn(scene, Today.AddDays(-14));
        (await area.Http.Put($"meetings/{logged}/record", scene.Lead, Log(scene, Today.AddDays(-14)))).Is(201);
        await Change(scene, [Weekly with { StartsAt = Earlier, Rule = "FREQ=DAILY" }]);

        var past = await List(scene, Today.AddDays(-28), Today.AddDays(-1));
        Assert.Equal(
            [Day(Today.AddDays(-28)), Day(Today.AddDays(-21)), Day(Today.AddDays(-14)), Day(Today.AddDays(-7))],
            past.Select(line => Text(line, "heldOn")));
        Assert.All(past, line => Assert.Equal("19:00", Text(line, "startsAt")));
        Assert.Equal([false, false, true, false], past.Select(line => line.GetProperty("logged").GetBoolean()));
        Assert.All(await List(scene, Today, Next), line => Assert.Equal("18:30", Text(line, "startsAt")));
    }

    [Fact]
    public async Task A_pause_may_lie_ahead_be_one_of_several_and_be_withdrawn()
    {
        var scene = await Meeting(Weekly);
        Pause[] pauses = [new(Today.AddDays(8), Today.AddDays(15)), new(Today.AddDays(21), Today.AddDays(28))];
        var paused = Describing(Weekly) with { Pauses = [.. pauses] };
        Assert.Equal("active", Text((await area.Http.Put(scene.At, scene.Lead, paused, "*")).Is(200), "status"));

        Assert.Equal(
            [Day(Today), Day(Next), Day(Today.AddDays(28))],
            (await List(scene, Today, Today.AddDays(28))).Select(line => Text(line, "heldOn")));
        (await area.Http.Put(scene.At, scene.Lead, paused with { Pauses = [pauses[1]] }, "*")).Is(200);
        Assert.Equal(4, (await List(scene, Today, Today.AddDays(28))).Count);
        (await area.Http.Put(scene.At, scene.Lead, paused with { Pauses = [new(Next, Next)] }, "*"))
            .Refuses(422, "group.schedule", "pauses[0].until");
    }

    [Fact]
    public async Task A_meeting_that_was_held_on_another_day_is_listed_once_whatever_days_are_asked_for()
    {
        var scene = await Meeting(Weekly);
        var tuesday = Today.AddDays(-7);
        var slot = await SlotOn(scene, tuesday);
        (await area.Http.Put($"meetings/{slot}/record", scene.Lead, Log(scene, tuesday.AddDays(2)))).Is(201);

        Assert.Empty(await List(scene, tuesday, tuesday));
        Assert.Equal(slot, Id(Assert.Single(await List(scene, tuesday.AddDays(2), tuesday.AddDays(2)))));
        Assert.Equal(slot, Id(Assert.Single(await List(scene, tuesday, tuesday.AddDays(6)))));
        var back = new CorrectMeeting { Why = "It was the usual day", HeldOn = tuesday };
        (await area.Http.Put($"meetings/{slot}/corrections/{Guid.CreateVersion7()}", scene.Lead, back)).Is(201);
        Assert.Equal(slot, Id(Assert.Single(await List(scene, tuesday, tuesday))));
        Assert.Empty(await List(scene, tuesday.AddDays(1), tuesday.AddDays(2)));
    }

    [Fact]
    public async Task Nothing_comes_after_the_closing_day()
    {
        var scene = await Meeting(Weekly);
        var oneOff = $"meetings/{Guid.CreateVersion7()}";
        (await area.Http.Put(oneOff, scene.Lead, Plan(scene, Next.AddDays(2)))).Is(201);
        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new GroupClosure("later", Today.AddDays(30)))).Is(200);
        var closed = (await area.Http.Put($"{scene.At}/closure", scene.Lead, new { reason = "now" })).Is(200);

        Assert.Equal(("closed", Day(Today)), (Text(closed, "status"), Text(closed.GetProperty("closure"), "on")));
        Assert.Equal(JsonValueKind.Null, closed.GetProperty("nextMeeting").ValueKind);
        Assert.Empty(await List(scene, Today, Today.AddDays(60)));
        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}", scene.Lead, Plan(scene, Next)))
            .Refuses(409, "group.closed");
        (await area.Http.Get(oneOff, scene.Member)).Refuses(404, "meeting.not-found");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task An_evening_is_logged_once_under_whichever_ID_comes_first(bool slotFirst)
    {
        var scene = await Meeting(Weekly);
        var day = Today.AddDays(-7);
        string[] ids = [await SlotOn(scene, day), $"{Guid.CreateVersion7()}"];
        if (!slotFirst) ids = [.. ids.Reverse()];

        (await area.Http.Put($"meetings/{ids[0]}/record", scene.Lead, Log(scene, day))).Is(201);
        var refused = (await area.Http.Put($"meetings/{ids[1]}/record", scene.Lead, Log(scene, day)))
            .Refuses(409, "meeting.evening-logged");
        Assert.Contains(ids[0], Text(refused.Json, "detail"), StringComparison.Ordinal);
        Assert.Equal(ids[0], Id(Assert.Single(await List(scene, day, day))));
        (await area.Http.Put($"meetings/{ids[0]}/record", scene.Lead, Log(scene, day))).Is(200);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_log_over_somebody_s_own_mark_may_be_of_another_evening_unless_that_is_logged(bool slotFirst)
    {
        var scene = await Meeting(Weekly);
        var thursday = Today.AddDays(-5);
        string[] ids = [await SlotOn(scene, Today.AddDays(-7)), $"{Guid.CreateVersion7()}"];
        var mine = $"meetings/{ids[0]}/attendance/{scene.Member.Id}";
        (await area.Http.Put(mine, scene.Member, new MarkAttendance(Mark.Present))).Is(200);
        if (!slotFirst) ids = [.. ids.Reverse()];
        // The group knows by now what is logged on that day.
        var earlier = Log(scene, thursday) with { StartsAt = Earlier };
        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}/record", scene.Lead, earlier)).Is(201);

        (await area.Http.Put($"meetings/{ids[0]}/record", scene.Lead, Log(scene, thursday))).Is(201);
        var refused = (await area.Http.Put($"meetings/{ids[1]}/record", scene.Lead, Log(scene, thursday)))
            .Refuses(409, "meeting.evening-logged");
        Assert.Contains(ids[0], Text(refused.Json, "detail"), StringComparison.Ordinal);
        Assert.Equal(2, (await List(scene, thursday, thursday)).Count);
    }

    [Fact]
    public async Task One_evening_that_two_leads_log_at_once_under_two_IDs_is_logged_once()
    {
        var scene = await Meeting(Weekly);
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => area.Http.Put(
            $"meetings/{Guid.CreateVersion7()}/record", scene.Lead, Log(scene, Today.AddDays(-3)))));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201), answer => answer.Refuses(409, "meeting.evening-logged"));
    }

    [Fact]
    public async Task A_log_that_is_refused_for_its_version_keeps_no_evening_from_another()
    {
        var scene = await Meeting(Weekly);
        var day = Today.AddDays(-7);
        (await area.Http.Put($"meetings/{await SlotOn(scene, day)}/record", scene.Lead, Log(scene, day), "\"old\""))
            .Refuses(412, "version.stale");
        (await area.Http.Put($"meetings/{Guid.CreateVersion7()}/record", scene.Lead, Log(scene, day))).Is(201);
    }

    private static StateIntention Coming => new(Intention.Coming);

    private static GroupDescription Describing(params SeriesVersion[] versions) =>
        Scene.Description with { Schedule = Scene.Following([.. versions]) };

    private static PlanMeeting Plan(Scene scene, DateOnly day) =>
        new() { GroupId = scene.Group, HeldOn = day, StartsAt = Scene.Seven };

    private static RecordMeeting Log(Scene scene, DateOnly day) => scene.ALog() with { HeldOn = day };

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static string Text(JsonElement of, string name) => of.GetProperty(name).GetString()!;

    private static string Id(JsonElement line) => Text(line, "id");

    private async Task<Scene> Meeting(params SeriesVersion[] versions)
    {
        var scene = await Scene.Make(area);
        await Change(scene, versions);
        return scene;
    }

    private async Task Change(Scene scene, SeriesVersion[] versions) =>
        (await area.Http.Put(scene.At, scene.Lead, Describing(versions), "*")).Is(200);

    private async Task<string> SlotOn(Scene scene, DateOnly day) => Id(Assert.Single(await List(scene, day, day)));

    private async Task<List<JsonElement>> List(Scene scene, DateOnly from, DateOnly to, Person? by = null)
    {
        var answer = await area.Http.Get($"{scene.At}/meetings?from={Day(from)}&to={Day(to)}", by);
        return [.. answer.Is(200).GetProperty("items").EnumerateArray()];
    }
}
