using System.Globalization;
using System.Text;
using System.Text.Json;
using Ical.Net.CalendarComponents;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>
/// A group's calendar over HTTP. PeerNet writes the file itself; here it is read with Ical.Net, as calendar programs
/// would, and its lines are checked against RFC 5545.
/// </summary>
public sealed class GroupCalendarTests(RunningArea area)
{
    private static readonly DateOnly Today = RunningArea.Today;
    private static readonly DateOnly Next = Today.AddDays(7);

    private static string Weekday => Today.DayOfWeek.ToString()[..2].ToUpperInvariant();

    private static GroupDescription Weekly => Scene.Description with
    {
        Name = "Tea; talk, and \\ a very long name with an “é” in it so that it has to go on in the next line, Größe",
        Place = new() { Name = "Secret hall", Town = "Lewes", Outcode = "BN7", Privacy = PlacePrivacy.AreaOnly },
        OnlineLink = "https://meet.example.invalid/secret",
        Needs = [AccessNeed.StepFree],
        Schedule = Scene.Following(
            new SeriesVersion(Today.AddDays(-70), Scene.Seven, 90, $"FREQ=WEEKLY;BYDAY={Weekday}")),
    };

    [Fact]
    public async Task The_calendar_agrees_with_the_list_of_meetings()
    {
        var scene = await AWeeklyGroup();
        await Cancel(scene, Next);
        await Move(scene, Next.AddDays(7), Next.AddDays(9));
        var oneOff = Guid.CreateVersion7();
        var plan = new PlanMeeting
        {
            GroupId = scene.Group, HeldOn = Next.AddDays(3), StartsAt = new(9, 15), Minutes = 45, Title = "Walk",
        };
        (await area.Http.Put($"meetings/{oneOff}", scene.Lead, plan)).Is(201);

        var events = (await Read(scene)).Events.ToDictionary(one => one.Uid!);
        var listed = (await area.Http.Get($"{scene.At}/meetings?from={Day(Today.AddDays(-84))}"
            + $"&to={Day(Today.AddDays(300))}")).Json.GetProperty("items").EnumerateArray().ToList();
        Assert.True(listed.Count > 40);
        foreach (var line in listed)
        {
            var shown = events[line.GetProperty("id").GetString()!];
            Assert.Equal(StartOf(line), shown.Start!.AsUtc);
            Assert.Equal(line.GetProperty("minutes").GetInt32(), (shown.End!.AsUtc - shown.Start.AsUtc).TotalMinutes);
            Assert.Equal(line.GetProperty("state").GetString() == "cancelled", shown.Status == "CANCELLED");
        }
        var last = Today.AddDays(300);
        Assert.Equal(listed.Count, events.Values.Count(one => DateOnly.FromDateTime(one.Start!.Value) <= last));
        Assert.Equal($"{Weekly.Name}: Walk", events[$"{oneOff}"].Summary);
    }

    [Fact]
    public async Task A_meeting_keeps_its_uid_and_its_sequence_grows_with_every_change()
    {
        var scene = await AWeeklyGroup();
        var slot = await SlotOn(scene, Next);
        var all = new List<CalendarEvent> { await Event(scene, slot) };
        await Move(scene, Next, Next.AddDays(1));
        all.Add(await Event(scene, slot));
        await area.Http.Put($"meetings/{slot}/cancellation", scene.Lead, new { });
        all.Add(await Event(scene, slot));
        await area.Http.Delete($"meetings/{slot}/cancellation", scene.Lead);
        all.Add(await Event(scene, slot));
        (await area.Http.Put(scene.At, scene.Lead, Weekly with { Name = "Coffee" }, "*")).Is(200);
        all.Add(await Event(scene, slot));

        Assert.Equal(all.Select(one => one.Sequence).Distinct().Order(), all.Select(one => one.Sequence));
        Assert.Equal(all.Select(one => one.DtStamp!.AsUtc).Order(), all.Select(one => one.DtStamp!.AsUtc));
        Assert.Equal(
            ["CONFIRMED", "CONFIRMED", "CANCELLED", "CONFIRMED", "CONFIRMED"], all.Select(one => one.Status));
        Assert.Equal(Next.AddDays(1), DateOnly.FromDateTime(all[1].Start!.Value));
        Assert.StartsWith("Cancelled: Tea", all[2].Summary, StringComparison.Ordinal);
        Assert.Equal("Coffee", all[4].Summary);
    }

    [Fact]
    public async Task What_people_intend_and_who_came_changes_nothing_in_it()
    {
        var scene = await AWeeklyGroup();
        var before = await Text(scene);
        var slot = await SlotOn(scene, Next);
        var coming = new StateIntention(Intention.Coming);
        (await area.Http.Put($"meetings/{slot}/intentions/{scene.Member.Id}", scene.Member, coming)).Is(200);
        var past = await SlotOn(scene, Today.AddDays(-7));
        var log = scene.ALog() with { HeldOn = Today.AddDays(-7) };
        (await area.Http.Put($"meetings/{past}/record", scene.Lead, log)).Is(201);
        Assert.Equal(before, await Text(scene));
    }

    [Fact]
    public async Task Whoever_asks_sees_what_a_stranger_may_know()
    {
        var scene = await AWeeklyGroup();
        var seen = await Text(scene);
        foreach (var person in new[] { scene.Member, scene.Lead, scene.Coordinator })
        {
            using var browser = Browser.At(area.East, person);
            Assert.Equal(seen, (await browser.Get(Path(scene))).Is(200).Html);
            Assert.Equal(seen, (await area.Http.Get(Path(scene), person)).Text);
        }
        Assert.DoesNotContain("secret", seen, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(RunningArea.Canary, seen, StringComparison.OrdinalIgnoreCase);
        var shown = (await Read(scene)).Events.First();
        Assert.Equal("Lewes, BN7", shown.Location);
        Assert.EndsWith($"/groups/{scene.Group}", $"{shown.Url}", StringComparison.Ordinal);
        Assert.Contains("No steps", shown.Description, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_has_it_already_gets_nothing_again_until_something_changes()
    {
        var scene = await AWeeklyGroup();
        var first = await Sent(scene);
        Assert.Equal("text/calendar; charset=utf-8", $"{first.Type}");
        Assert.Equal("no-cache", $"{first.Headers.CacheControl}");
        var again = await Sent(scene, known: first.ETag);
        Assert.Equal((304, ""), (again.Status, again.Text));
        await Cancel(scene, Next);
        (await Sent(scene, known: first.ETag)).IsText();
    }

    [Fact]
    public async Task Every_line_is_as_the_standard_has_it()
    {
        var scene = await AWeeklyGroup();
        var text = await Text(scene);
        Assert.EndsWith("\r\nEND:VCALENDAR\r\n", text, StringComparison.Ordinal);
        var lines = text.Split("\r\n");
        Assert.All(lines, line => Assert.True(Encoding.UTF8.GetByteCount(line) <= 75, line));
        Assert.DoesNotContain('\n', string.Concat(lines));
        Assert.DoesNotContain('\uFFFD', text);
        var unfolded = text.Replace("\r\n ", "", StringComparison.Ordinal).Split("\r\n");
        Assert.Equal(["BEGIN:VCALENDAR", "VERSION:2.0"], unfolded[..2]);
        Assert.Contains(
            "NAME:Tea\\; talk\\, and \\\\ a very long name with an “é” in it so that it has to go on in the next "
            + "line\\, Größe", unfolded);
        Assert.Contains("REFRESH-INTERVAL;VALUE=DURATION:PT6H", unfolded);
        Assert.Single(unfolded, "BEGIN:VTIMEZONE");
        var count = unfolded.Count(line => line == "BEGIN:VEVENT");
        foreach (var once in (string[])["UID:", "DTSTAMP:", "LAST-MODIFIED:", "SEQUENCE:", "STATUS:", "URL:",
            "DTSTART;TZID=Europe/London:", "DTEND;TZID=Europe/London:", "SUMMARY:"])
        {
            var outside = once is "UID:" or "LAST-MODIFIED:" or "URL:" ? 1 : 0;
            Assert.Equal(count + outside, unfolded.Count(line => line.StartsWith(once, StringComparison.Ordinal)));
        }
    }

    [Fact]
    public async Task A_group_that_nobody_knows_has_no_calendar_and_one_that_closes_has_no_meetings_after_that()
    {
        (await area.Http.Get($"/groups/{Guid.CreateVersion7()}/calendar.ics")).Refuses(404, "group.not-found");
        var scene = await AWeeklyGroup();
        using var browser = Browser.At(area.East.Url);
        var link = (await browser.Get($"/{scene.At}")).Link("Add to my calendar");
        Assert.Equal(Path(scene), link);
        (await area.Http.Put($"{scene.At}/closure", scene.Lead, new { reason = "private" })).Is(200);
        Assert.All(
            (await Read(scene)).Events,
            one => Assert.True(DateOnly.FromDateTime(one.Start!.Value) < Today));
        Assert.DoesNotContain("Add to my calendar", (await browser.Get($"/{scene.At}")).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_evening_of_a_series_that_meets_online_is_not_at_the_hall_unless_it_was_moved_there()
    {
        var scene = await Scene.Make(area);
        var hall = new Place { Town = "Lewes", Latitude = 50.87, Longitude = 0.01 };
        var weekly = Weekly.Schedule!.Series[0];
        var both = new Schedule { Series = [weekly, weekly with { Id = "online", Format = MeetingFormat.Online }] };
        (await area.Http.Put(scene.At, scene.Lead, Weekly with { Place = hall, Schedule = both }, "*")).Is(200);
        var listed = (await area.Http.Get($"{scene.At}/meetings?from={Day(Next)}&to={Day(Next)}")).Json;
        var lines = listed.GetProperty("items").EnumerateArray()
            .ToDictionary(one => one.GetProperty("series").GetString()!, one => one.GetProperty("id").GetString()!);
        var there = await Event(scene, lines["meetings"]);
        Assert.Equal(("Lewes", 50.87), (there.Location, there.GeographicLocation!.Latitude));
        var online = await Event(scene, lines["online"]);
        Assert.Equal(("Online", null), (online.Location, online.GeographicLocation));
        var plan = new PlanMeeting { GroupId = scene.Group, HeldOn = Next, StartsAt = new(18, 0), Place = hall };
        (await area.Http.Put($"meetings/{lines["online"]}", scene.Lead, plan)).IsYes();
        Assert.Equal("Lewes", (await Event(scene, lines["online"])).Location);
    }

    private async Task<Scene> AWeeklyGroup()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, Weekly, "*")).Is(200);
        return scene;
    }

    private async Task Cancel(Scene scene, DateOnly day) =>
        (await area.Http.Put($"meetings/{await SlotOn(scene, day)}/cancellation", scene.Lead, new { })).IsYes();

    private async Task Move(Scene scene, DateOnly day, DateOnly to)
    {
        var plan = new PlanMeeting { GroupId = scene.Group, HeldOn = to, StartsAt = new(18, 0) };
        (await area.Http.Put($"meetings/{await SlotOn(scene, day)}", scene.Lead, plan)).IsYes();
    }

    private async Task<string> SlotOn(Scene scene, DateOnly day)
    {
        var listed = await area.Http.Get($"{scene.At}/meetings?from={Day(day)}&to={Day(day)}");
        return Assert.Single(listed.Json.GetProperty("items").EnumerateArray()).GetProperty("id").GetString()!;
    }

    private async Task<CalendarEvent> Event(Scene scene, string slot) =>
        (await Read(scene)).Events.Single(one => one.Uid == slot);

    private async Task<Ical.Net.Calendar> Read(Scene scene) => Ical.Net.Calendar.Load(await Text(scene))!;

    private async Task<string> Text(Scene scene) => (await Sent(scene)).Text;

    private async Task<Answer> Sent(Scene scene, string? known = null)
    {
        IEnumerable<(string, string)> headers = known is null ? [] : [("If-None-Match", known)];
        return await area.Http.Send(HttpMethod.Get, Path(scene), headers: headers);
    }

    private static DateTime StartOf(JsonElement line)
    {
        var day = DateOnly.Parse(line.GetProperty("heldOn").GetString()!, CultureInfo.InvariantCulture);
        var time = TimeOnly.Parse(line.GetProperty("startsAt").GetString()!, CultureInfo.InvariantCulture);
        return PeerNet.Calendar.London.At(day, time)!.Value.UtcDateTime;
    }

    private static string Path(Scene scene) => $"/groups/{scene.Group}/calendar.ics";

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
