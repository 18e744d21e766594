using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Changing when a group meets, in a browser without JavaScript.</summary>
public sealed class TimesPageTests(RunningArea area)
{
    private static readonly DateOnly Next = RunningArea.Today.AddDays(1);

    [Fact]
    public async Task A_lead_adds_regular_meetings_changes_them_and_stops_them()
    {
        var scene = await Scene.Make(area);
        using var lead = Browser.At(area.East, scene.Lead);
        var times = $"/{scene.At}/times";
        (await lead.Get(times)).Is(200).Says("You meet by arrangement.").Says("No pause is planned.");
        var form = (await lead.Get($"{times}/add")).Is(200);
        var added = await lead.Submit(form, null, ("from", Written(Next)), ("startsAt", "19:00"), ("minutes", "60"));
        added.Is(200).Says($"Every {Next.DayOfWeek}, 7pm to 8pm");
        Assert.Equal(times, added.Path);

        form = (await lead.Get(LinkTo(added, "Change"))).Is(200);
        Assert.Equal("19:00", form.Value("startsAt"));
        var later = Next.AddDays(9);
        var changed = await lead.Submit(form, null, ("from", Written(later)), ("startsAt", "18:30"));
        changed.Is(200).Says($"Every {Next.DayOfWeek}, 7pm to 8pm");
        var group = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal(2, Series(group).Single().GetProperty("versions").GetArrayLength());

        form = (await lead.Get(LinkTo(changed, "Stop"))).Is(200);
        (await lead.Submit(form, null, ("until", "soon"))).Is(422).Says("Enter the day of the last meeting.");
        (await lead.Submit(form, null, ("until", Written(Next.AddDays(7))))).Is(200)
            .Says($"until {Spoken(Next.AddDays(7))}");
        group = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal(1, Series(group).Single().GetProperty("versions").GetArrayLength());
        (await lead.Submit(await lead.Get(form.Path), null, ("until", Written(Next.AddDays(-1))))).Is(200)
            .Says("You meet by arrangement.");
    }

    [Fact]
    public async Task A_change_cannot_begin_in_the_past_and_one_that_was_not_seen_is_not_overwritten()
    {
        var scene = await Scene.Make(area);
        await Describe(scene, Scene.Description with { Schedule = Weekly });
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{scene.At}/series/meetings")).Is(200);
        (await lead.Submit(form, null, ("from", Written(RunningArea.Today.AddDays(-1))))).Is(422)
            .Says("Enter today or a later day.");
        await Describe(scene, Scene.Description with { Schedule = Weekly, About = "Meanwhile" });
        var stale =
            (await lead.Submit(form, null, ("from", Written(Next)))).Is(422).Says("Somebody has changed the group");
        (await lead.Submit(stale, null)).Is(200);
        Assert.Equal("Meanwhile", (await area.Http.Get(scene.At)).Is(200).GetProperty("about").GetString());
        (await lead.Get($"/{scene.At}/series/another")).Is(404);
    }

    [Fact]
    public async Task A_pause_is_planned_and_taken_back()
    {
        var scene = await Scene.Make(area);
        await Describe(scene, Scene.Description with { Schedule = Weekly });
        using var lead = Browser.At(area.East, scene.CoLead);
        var form = (await lead.Get($"/{scene.At}/pauses/add")).Is(200);
        (await lead.Submit(form, null)).Is(422).Says("Enter the first day without a meeting.");
        (await lead.Submit(form, null, ("from", Written(Next)), ("until", Written(Next)))).Is(422)
            .Says("Use the first day it meets again");
        var paused = await lead.Submit(form, null, ("from", Written(Next)), ("until", Written(Next.AddDays(30))));
        paused.Is(200).Says($"No meetings from {Spoken(Next)}.");
        (await lead.Submit(paused, $"/{scene.At}/pauses/end")).Is(200).Says("No pause is planned.");
    }

    [Fact]
    public async Task Of_two_pauses_that_begin_together_one_is_taken_back()
    {
        var scene = await Scene.Make(area);
        var first = Next.AddDays(7);
        var other = Next.AddDays(14);
        Pause[] pauses = [new(Next, first), new(Next, other), new(Next.AddDays(3), first)];
        await Describe(scene, Scene.Description with { Pauses = [.. pauses] });
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{scene.At}/times")).Is(200).Document.Forms
            .First(one => one.GetAttribute("action") == $"/{scene.At}/pauses/end");
        (await lead.Post($"/{scene.At}/pauses/end", Browser.Controls(form))).Is(200);
        var left = (await area.Http.Get(scene.At)).Is(200).GetProperty("pauses").EnumerateArray();
        Assert.Equal(
            pauses[1..].Select(pause => Written(pause.Until)),
            left.Select(pause => pause.GetProperty("until").GetString()));
    }

    [Fact]
    public async Task Nobody_but_those_who_run_it_changes_when_it_meets()
    {
        var scene = await Scene.Make(area);
        await Describe(scene, Scene.Description with { Schedule = Weekly });
        using var member = Browser.At(area.East, scene.Member);
        var token = (await member.Get("/groups/new")).Token();
        string[] pages = ["times", "times/add", "series/meetings", "series/meetings/stop", "pauses/add"];
        foreach (var page in pages) (await member.Get($"/{scene.At}/{page}")).Is(403);
        string[] forms = ["times/add", "series/meetings", "series/meetings/stop", "pauses/add", "pauses/end"];
        foreach (var form in forms) (await member.Post($"/{scene.At}/{form}", token)).Is(403);
    }

    private static Schedule Weekly =>
        Scene.Following(new SeriesVersion(RunningArea.Today.AddDays(-14), Scene.Seven, 60, "FREQ=WEEKLY"));

    private static string LinkTo(Shown page, string act)
    {
        return page.Document.QuerySelectorAll("main a")
            .First(link => link.TextContent.TrimStart().StartsWith(act, StringComparison.Ordinal))
            .GetAttribute("href")!;
    }

    private static string Written(DateOnly day) => day.ToString("yyyy-MM-dd", null);

    private static string Spoken(DateOnly day) => Language.English.Day(day);

    private static JsonElement.ArrayEnumerator Series(JsonElement group) =>
        group.GetProperty("schedule").GetProperty("series").EnumerateArray();

    private async Task Describe(Scene scene, GroupDescription says) =>
        (await area.Http.Put(scene.At, scene.Lead, says, "*")).Is(200);
}
