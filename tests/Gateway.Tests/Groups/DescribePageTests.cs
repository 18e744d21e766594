using System.Globalization;
using System.Text.Json;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Groups;

/// <summary>Starting and describing a group, in a browser without JavaScript.</summary>
public sealed class DescribePageTests(RunningArea area)
{
    // Of a month to come; only one after the 28th is not also the fourth.
    private static DateOnly LastTuesday
    {
        get
        {
            var days = Enumerable.Range(90, 200).Select(RunningArea.Today.AddDays);
            return days.First(day => day is { DayOfWeek: DayOfWeek.Tuesday, Day: > 28 });
        }
    }

    [Fact]
    public async Task Somebody_starts_a_group_with_a_name_and_a_first_evening_and_twice_is_once()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = (await browser.Get("/groups/new")).Is(200);
        (string, string)[] typed =
        [
            ("name", "Seafront walkers"), ("pattern", "monthly"), ("from", $"{LastTuesday:yyyy-MM-dd}"),
            ("startsAt", "10:30"), ("minutes", "75"), ("for", "Carers, young people"), ("place.name", "The bandstand"),
            ("place.outcode", "bn1 2ab"), ("needs", "nearBus"), ("needs", "stepFree"), ("languages", "en"),
        ];
        var started = (await browser.Submit(page, "/groups/new", typed)).Is(200).Says("You help to run this group.");
        Assert.Equal("Seafront walkers", started.Heading);
        var from = LastTuesday.ToString("dddd d MMMM yyyy", CultureInfo.InvariantCulture);
        started.Says($"The last Tuesday of the month, 10:30am to 11:45am, from {from}");
        started.Says("The bandstand, BN1").Says("Carers, young people");
        var again = (await browser.Submit(page, "/groups/new", typed)).Is(200);
        Assert.Equal(started.Path, again.Path);
        var other = (await browser.Submit(page, "/groups/new", [.. typed, ("about", "On Sundays too")])).Is(409);
        other.Says("This page of the group has changed").Says("On Sundays too");
        (await browser.Submit(other, $"{started.Path}/edit")).Is(200).Says("On Sundays too").Says("last Tuesday");
    }

    [Fact]
    public async Task A_group_of_nothing_but_a_name_meets_by_arrangement()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = (await browser.Get("/groups/new")).Is(200);
        (await browser.Submit(page, "/groups/new", ("name", "Quiet tea"), ("pattern", ""))).Is(200)
            .Says("By arrangement");
    }

    [Theory]
    [InlineData("name", "", "Use 1 to 120 characters")]
    [InlineData("from", "", "Enter the day of the first meeting.")]
    [InlineData("startsAt", "seven", "Enter when it starts.")]
    [InlineData("minutes", "long", "Enter how many minutes it lasts")]
    [InlineData("minutes", "2", "5 to 1,440")]
    [InlineData("capacity", "many", "Use a number from 1 to 500")]
    [InlineData("place.outcode", "Brighton", "first half of a postcode")]
    [InlineData("onlineLink", "http://example.org", "https")]
    public async Task What_is_wrong_is_said_at_its_control_and_nothing_typed_is_lost(
        string name, string value, string says)
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = (await browser.Get("/groups/new")).Is(200);
        var typed = new Dictionary<string, string>
        {
            ["name"] = "Quiet tea", ["about"] = "A pot of tea", ["from"] = $"{LastTuesday:yyyy-MM-dd}",
            ["startsAt"] = "10:30", [name] = value,
        };
        var again = (await browser.Submit(page, "/groups/new", typed.Select(one => (one.Key, one.Value)))).Is(422);
        again.Says("There is a problem").Says(says).Says("A pot of tea");
        Assert.Equal(page.Value("id"), again.Value("id"));
        var link = again.Document.QuerySelector(".govuk-error-summary__list a")!.GetAttribute("href")!;
        Assert.NotNull(again.Document.QuerySelector($"main form {link}"));
    }

    [Fact]
    public async Task What_others_will_see_can_be_looked_at_first_and_saves_nothing()
    {
        var scene = await Scene.Make(area);
        using var browser = Browser.At(area.East, scene.Lead);
        var page = (await browser.Get($"/{scene.At}/edit")).Is(200);
        (string, string)[] typed =
        [
            ("about", "Tea for everybody"), ("place.name", "Hidden hall"), ("place.town", "Lewes"),
            ("place.privacy", "areaOnly"), ("preview", "yes"),
        ];
        var shown = (await browser.Submit(page, $"/{scene.At}/edit", typed)).Is(200).Says("It is not saved yet.");
        var card = shown.Document.QuerySelector("#preview")!.TextContent;
        Assert.Contains("Tea for everybody", card, StringComparison.Ordinal);
        Assert.Contains("Lewes", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Hidden hall", card, StringComparison.Ordinal);
        Assert.DoesNotContain("Tea for everybody", (await area.Http.Get(scene.At)).Text, StringComparison.Ordinal);
        (await browser.Submit(shown, $"/{scene.At}/edit")).Is(200).Says("Tea for everybody").Says("Hidden hall");
    }

    [Fact]
    public async Task Saving_keeps_what_the_form_does_not_ask()
    {
        var scene = await Scene.Make(area);
        var before = Scene.Description with
        {
            Schedule = Scene.Following(new SeriesVersion(RunningArea.Today, Scene.Seven, 60, "FREQ=DAILY;INTERVAL=3")),
            Pauses = [new(RunningArea.Today.AddDays(9), RunningArea.Today.AddDays(12))],
            Languages = ["so", "en"],
            Place = new() { Name = "Hall", Outcode = "BN2", Latitude = 50.8, Longitude = -0.1 },
        };
        (await area.Http.Put(scene.At, scene.Lead, before, "*")).Is(200);
        using var browser = Browser.At(area.East, scene.CoLead);
        var page = (await browser.Get($"/{scene.At}/edit")).Is(200);
        (await browser.Submit(page, $"/{scene.At}/edit", ("about", "New words"))).Is(200).Says("New words");
        var saved = (await area.Http.Get(scene.At, scene.Lead)).Is(200);
        Assert.Equal("New words", saved.GetProperty("about").GetString());
        Assert.Equal(50.8, saved.GetProperty("place").GetProperty("latitude").GetDouble());
        Assert.Contains("INTERVAL=3", saved.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(1, saved.GetProperty("pauses").GetArrayLength());
        Assert.Contains("\"so\"", saved.GetProperty("languages").GetRawText(), StringComparison.Ordinal);
        page = (await browser.Get($"/{scene.At}/edit")).Is(200);
        (await browser.Submit(page, $"/{scene.At}/edit", ("place.outcode", "BN3"))).Is(200);
        Assert.False((await area.Http.Get(scene.At, scene.Lead)).Is(200).GetProperty("place")
            .TryGetProperty("latitude", out var point) && point.ValueKind == JsonValueKind.Number);
    }

    [Fact]
    public async Task Of_two_leads_who_describe_the_group_at_once_the_second_is_told()
    {
        var scene = await Scene.Make(area);
        using var first = Browser.At(area.East, scene.Lead);
        using var second = Browser.At(area.East, scene.CoLead);
        var one = await first.Get($"/{scene.At}/edit");
        var other = await second.Get($"/{scene.At}/edit");
        (await first.Submit(one, $"/{scene.At}/edit", ("about", "One"))).Is(200);
        var stale = (await second.Submit(other, $"/{scene.At}/edit", ("about", "Other"))).Is(409);
        stale.Says("This page of the group has changed").Says("Other");
        (await second.Submit(stale, $"/{scene.At}/edit")).Is(200).Says("Other");
    }

    [Fact]
    public async Task Nobody_but_those_who_run_it_opens_or_sends_the_form()
    {
        var scene = await Scene.Make(area);
        foreach (var person in new[] { scene.Stranger, scene.Asked, scene.Member })
        {
            using var browser = Browser.At(area.East, person);
            (await browser.Get($"/{scene.At}/edit")).Is(403);
            var token = (await browser.Get("/groups/new")).Token();
            (await browser.Post($"/{scene.At}/edit", [.. token, new("name", "Mine")])).Is(403);
            (await browser.Post("/groups/new", [.. token, new("id", $"{scene.Group}"), new("name", "Mine")])).Is(403);
            (await browser.Post($"/{scene.At}/confirm", token)).Is(403);
        }
        Assert.Contains(Scene.Description.Name, (await area.Http.Get(scene.At)).Text, StringComparison.Ordinal);
    }
}
