using Ical.Net.CalendarComponents;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.SignIn;
using PeerNet.Gateway.Tests.Finder;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>A person's own calendar, at an address that nobody can guess.</summary>
public sealed class OwnCalendarTests(RunningArea area)
{
    [Fact]
    public async Task It_has_the_meetings_of_all_their_groups_and_what_they_said_about_coming()
    {
        var scene = await (await Scene.Make(area)).Known();
        var place = new Place { Name = "The quiet hall", Privacy = PlacePrivacy.OnRequest };
        (await area.Http.Put(scene.At, scene.Lead, Scene.Description with { Place = place }, "*")).Is(200);
        var coming = await scene.AMeetingToCome();
        var other = (await scene.APlannedMeeting(days: 9)).Split('/')[1];
        await Say(scene, coming, Intention.Coming);
        await Say(scene, other, Intention.NotComing);
        using var browser = Browser.At(area.East, scene.Member);
        var events = Events(await area.Http.Get(await Address(browser)));

        Assert.Equal([coming, other], events.Select(one => one.Uid));
        Assert.All(events, one => Assert.Equal(("The quiet hall", "PRIVATE"), (one.Location, one.Class)));
        Assert.Contains("You said that you are coming.", events[0].Description, StringComparison.Ordinal);
        Assert.Contains("not coming", events[1].Description, StringComparison.Ordinal);
        Assert.Equal(["OPAQUE", "TRANSPARENT"], events.Select(one => one.Transparency));
        (await area.Http.Put($"meetings/{coming}/cancellation", scene.Lead, new { })).IsYes();
        Assert.Equal("CANCELLED", Events(await area.Http.Get(await Address(browser)))[0].Status);
        (await area.Http.Delete($"{scene.At}/members/{scene.Member.Id}", scene.Member)).IsYes();
        await RunningArea.Until(async () => Events(await area.Http.Get(await Address(browser))).Count == 0);
    }

    [Fact]
    public async Task It_has_the_meetings_of_a_group_abroad_for_as_long_as_somebody_is_a_guest_there()
    {
        var group = new GroupId(Guid.CreateVersion7());
        var lead = await area.AWesterner();
        var me = await area.APerson();
        (await area.WestHttp.Put($"groups/{group}", lead, new GroupDescription
        {
            Name = "Tea by the sea", Joining = Joining.Ask, Schedule = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19),
            Place = new() { Name = "Hall", Town = "Worthing", Privacy = PlacePrivacy.OnRequest },
            OnlineLink = "https://meet.example.invalid/tea",
        })).Is(201);
        await RunningArea.Until(async () => (await area.Http.Get($"areas/west-sussex/groups/{group}")).Status == 200);
        using var browser = Browser.At(area.East, me);
        var address = await Address(browser);
        var seat = $"members/me/seats/{SeatId.Random()}";
        var request = new AskForSeat
        {
            Area = area.West.Area, GroupId = group, ShownAs = "Robin", Consent = true,
        };
        (await area.Http.Put(seat, me, request)).Is(201);
        Assert.Empty(Events(await area.Http.Get(address)));
        await RunningArea.Until(async () => (await area.WestHttp.Put(
            $"groups/{group}/seats/{seat.Split('/')[^1]}", lead, new AnswerSeat(true))).Status == 200);
        await RunningArea.Until(async () => Events(await area.Http.Get(address)).Count > 0);

        var tomorrow = RunningArea.Today.AddDays(1);
        var events = Events(await area.Http.Get(address));
        Assert.Distinct(events.Select(one => one.Uid));
        var day = $"?from={tomorrow:yyyy-MM-dd}&to={tomorrow:yyyy-MM-dd}";
        var there = (await area.WestHttp.Get($"groups/{group}/meetings{day}")).Is(200).GetProperty("items")[0];
        var one = events.Single(one => DateOnly.FromDateTime(one.Start!.Value) == tomorrow);
        Assert.Equal(there.GetProperty("id").GetString(), one.Uid);
        Assert.Equal(
            ("Tea by the sea", "Hall, Worthing", "PRIVATE"), (one.Summary, one.Location, one.Class));
        Assert.Equal($"/areas/west-sussex/groups/{group}", one.Url!.AbsolutePath);
        Assert.Equal(["West Sussex"], one.Categories);
        Assert.All(events, one => Assert.True(DateOnly.FromDateTime(one.Start!.Value) >= RunningArea.Today));
        Assert.Equal(204, (await area.Http.Delete(seat, me)).Status);
        Assert.Empty(Events(await area.Http.Get(address)));
    }

    [Fact]
    public async Task The_address_is_shown_once_and_the_form_sent_twice_makes_one()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = (await browser.Get("/me/calendar")).DoesNotSay("/calendars/").Says("Make a secret address");
        var made = (await browser.Submit(page, "/me/calendar")).Is(200).Says("Copy it now");
        Assert.Equal(PathIn(made), PathIn(await browser.Submit(page, "/me/calendar")));
        (await area.Http.Get(PathIn(made))).IsText();
        (await browser.Get("/me/calendar")).DoesNotSay("/calendars/").Says("You made an address on");

        var another = await browser.Submit(await browser.Get("/me/calendar"), "/me/calendar");
        (await area.Http.Get(PathIn(made))).Refuses(404, "request.not-found");
        (await area.Http.Get(PathIn(another))).IsText();
    }

    [Fact]
    public async Task An_address_that_was_ended_is_not_found_and_does_not_come_back()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var page = await browser.Get("/me/calendar");
        var path = PathIn(await browser.Submit(page, "/me/calendar"));
        (await browser.Submit(await browser.Get("/me/calendar"), "/me/calendar/end")).Is(200).Says("Make a secret");
        (await area.Http.Get(path)).Refuses(404, "request.not-found");
        (await browser.Submit(page, "/me/calendar")).Is(200).DoesNotSay("/calendars/");
        (await area.Http.Get(path)).Refuses(404, "request.not-found");
    }

    [Fact]
    public async Task It_ends_with_the_person()
    {
        var person = await area.APerson();
        using var browser = Browser.At(area.East, person);
        var path = await Address(browser);
        (await area.Http.Delete($"members/{person.Id}", person)).IsYes();
        await RunningArea.Until(async () => (await area.Http.Get(path)).Status == 404);
    }

    [Theory]
    [InlineData("x")]
    [InlineData("0199000000007000800000000000000a")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task Whoever_does_not_know_it_finds_nothing(string secret) =>
        (await area.Http.Get($"/calendars/{secret}.ics")).Refuses(404, "request.not-found");

    [Fact]
    public async Task Another_person_s_id_with_one_s_own_key_opens_nothing()
    {
        var victim = await area.APerson();
        using var browser = Browser.At(area.East, await area.APerson());
        var page = await browser.Get("/me/calendar");
        await browser.Submit(page, "/me/calendar");
        var forged = SecretKey.Write(victim.Id.Value, page.Value("key"));
        (await area.Http.Get($"/calendars/{forged}.ics")).Refuses(404, "request.not-found");
        var weak = (await browser.Post("/me/calendar", [.. page.Token(), new("key", "AAAA")])).Is(200);
        weak.DoesNotSay("/calendars/");
    }

    [Fact]
    public async Task The_secret_is_in_no_log_and_no_trace()
    {
        using var browser = Browser.At(area.East, await area.APerson());
        var path = await Address(browser);
        var secret = path.Split('/')[^1].Replace(".ics", "", StringComparison.Ordinal);
        (await area.Http.Get(path)).IsText();
        (await browser.Get(path)).Is(200);
        (await browser.Submit(await browser.Get("/me/calendar"), "/me/calendar/end")).Is(200);
        (await area.Http.Get(path)).Refuses(404, "request.not-found");
        (await browser.Get(path)).Is(404).DoesNotSay(secret);
        await RunningArea.Until(() => Task.FromResult(area.Telemetry.With("/calendars/").Count > 0));
        area.Telemetry.DoesNotContain(secret);
        area.Telemetry.DoesNotContain(secret[^43..]);
    }

    private async Task Say(Scene scene, string meeting, Intention intention)
    {
        var said = new StateIntention(intention);
        (await area.Http.Put($"meetings/{meeting}/intentions/{scene.Member.Id}", scene.Member, said)).IsYes();
    }

    private static async Task<string> Address(Browser browser) =>
        PathIn(await browser.Submit(await browser.Get("/me/calendar"), "/me/calendar"));

    private static string PathIn(Shown page) =>
        new Uri(page.Document.QuerySelector("main strong")!.TextContent).AbsolutePath;

    private static List<CalendarEvent> Events(Answer file)
    {
        file.IsText();
        return [.. Ical.Net.Calendar.Load(file.Text)!.Events];
    }
}
