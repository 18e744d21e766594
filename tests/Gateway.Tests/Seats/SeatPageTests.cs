using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Seats;

/// <summary>Somebody of West Sussex finds a group of East Sussex and asks to come, each through the pages of their own
/// area alone.</summary>
public sealed class SeatPageTests(RunningArea area)
{
    [Fact]
    public async Task A_member_finds_a_group_abroad_and_asks_to_come_in_at_most_eight_steps_and_is_welcomed()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        var scene = await AGroupToFind(Scene.Description with
        {
            Topics = [topic], Schedule = Scene.Following(new SeriesVersion(
                RunningArea.Today.AddDays(-7), Scene.Seven, 90, "FREQ=DAILY")),
            Place = new() { Name = "Church Hall", Address = "12 High Street", Privacy = PlacePrivacy.OnRequest },
        });
        using var browser = Browser.At(area.West, await area.AWesterner());
        var steps = new Steps(browser);
        var page = await browser.Get("/");
        page = await steps.Follow(page, "Find a group");
        page = await steps.Search(page, ("text", topic), ("part", "evening"));
        page = await steps.Follow(page.Says("1 group"), Scene.Description.Name);
        page.Says("Ask to come").DoesNotSay("12 High Street");
        page = await steps.Submit(page, page.Path + "/seat", ("consent", "true"));
        page.Is(200).Says("You have asked to come.");
        Assert.InRange(steps.Count, 1, 8);

        var at = page.Path;
        using var lead = Browser.At(area.East, scene.Lead);
        await RunningArea.Until(async () => (await lead.Get($"/{scene.At}")).Has("From West Sussex"));
        var asked = await lead.Get($"/{scene.At}");
        var seat = asked.Document.QuerySelector("form[action*='/guests/']")?.GetAttribute("action");
        await lead.Submit(asked, seat, ("welcome", "true"));
        await RunningArea.Until(async () => (await browser.Get(at)).Has("You have a place in this group."));
        page = (await browser.Get(at)).Says("12 High Street");
        page = (await browser.Submit(page, $"{at}/seat/end")).Is(200).Says("Ask to come").DoesNotSay("12 High Street");
        await RunningArea.Until(async () => !(await lead.Get($"/{scene.At}")).Has("West Sussex"));
    }

    [Fact]
    public async Task A_stranger_follows_the_meetings_of_a_group_abroad_in_their_calendar()
    {
        var (scene, at) = await AGroupAbroad();
        using var browser = Browser.At(area.West, await area.AWesterner());
        var link = (await browser.Get(at)).Is(200).Link("Add to my calendar");
        var port = new Uri(area.East.Url).Port;
        Assert.Equal($"http://localhost:{port}/groups/{scene.Group}/calendar.ics", link);
        (await browser.Get(at)).Says(link!);
    }

    [Fact]
    public async Task What_is_missing_is_said_at_its_control_and_what_was_typed_is_kept()
    {
        var (scene, at) = await AGroupAbroad();
        using var browser = Browser.At(area.West, await area.AWesterner());
        var page = await browser.Get(at);
        var seat = page.Value("seatId");
        var refused = (await browser.Submit(page, $"{at}/seat", ("shownAs", "Robin"))).Is(422);
        refused.Says("Tick the box");
        Assert.Equal(("Robin", seat), (refused.Value("shownAs"), refused.Value("seatId")));
        refused = (await browser.Submit(refused, $"{at}/seat", ("shownAs", "  "), ("consent", "true"))).Is(422);
        refused.Says("Enter the name you want to be called there");
        Assert.NotNull(refused.Document.QuerySelector("#consent[checked]"));
        (await browser.Submit(refused, $"{at}/seat", ("shownAs", "Robin"))).Is(200).Says("You have asked to come.");
        await RunningArea.Until(() => IsKnown(scene, "Robin"));
    }

    [Fact]
    public async Task Sent_twice_it_asks_once_and_a_page_from_before_is_renewed()
    {
        var (scene, at) = await AGroupAbroad();
        using var browser = Browser.At(area.West, await area.AWesterner());
        var page = await browser.Get(at);
        var other = await browser.Get(at);
        (string, string)[] typed = [("shownAs", "Robin"), ("consent", "true")];
        (await browser.Submit(page, $"{at}/seat", typed)).Is(200).Says("You have asked to come.");
        var asked = (await browser.Submit(page, $"{at}/seat", typed)).Is(200).Says("You have asked to come.");
        (await browser.Submit(other, $"{at}/seat", typed)).Is(200).Says("You have asked to come.");
        await RunningArea.Until(() => IsKnown(scene, "Robin"));
        Assert.Equal(1, (await area.Http.Get(scene.At, scene.Lead)).Json.GetProperty("seats").GetArrayLength());

        (await browser.Submit(asked, $"{at}/seat/end")).Is(200).Says("Ask to come");
        (await browser.Submit(asked, $"{at}/seat/end")).Is(200).Says("Ask to come");
        var again = (await browser.Submit(page, $"{at}/seat", typed)).Is(422).Says("You have already sent this.");
        Assert.NotEqual(page.Value("seatId"), again.Value("seatId"));
        (await browser.Submit(again, $"{at}/seat")).Is(200).Says("You have asked to come.");
    }

    [Fact]
    public async Task Somebody_elses_seat_is_nobody_elses_to_give_up_and_no_token_is_no_form()
    {
        var (scene, at) = await AGroupAbroad();
        using var robin = Browser.At(area.West, await area.AWesterner());
        var page = await robin.Get(at);
        var asked = await robin.Submit(page, $"{at}/seat", ("shownAs", "Robin"), ("consent", "true"));
        using var other = Browser.At(area.West, await area.AWesterner());
        var form = (await other.Get(at)).Says("Ask to come");
        var seat = asked.Value("seatId")!;
        (await other.Post($"{at}/seat/end", [.. form.Token(), new("seatId", seat)])).Is(404);
        (await other.Post($"{at}/seat/end", [.. asked.Token(), new("seatId", seat)])).Is(400);
        (await other.Post($"{at}/seat/end", [.. form.Token(), new("seatId", "x")])).Is(404);
        (await other.Post($"{at}/seat", [new("shownAs", "Robin"), new("consent", "true")])).Is(400);
        // The ID of another's request asks for nothing, and leads to one of one's own.
        var taken = await other.Submit(form, $"{at}/seat", ("seatId", seat), ("shownAs", "Jo"), ("consent", "true"));
        taken.Is(422).Says("You have already sent this.");
        (await robin.Get(at)).Says("You have asked to come.");
    }

    [Fact]
    public async Task A_visitor_signs_in_first_and_a_group_of_ones_own_area_has_its_page_here()
    {
        var (scene, at) = await AGroupAbroad();
        using var visitor = Browser.At(area.West.Url);
        var page = (await visitor.Get(at)).Is(200).Says("Sign in to ask");
        Assert.Equal($"/sign-in?to={Uri.EscapeDataString(at)}", page.Link("Sign in to ask"));
        Assert.Empty(page.Document.Forms);
        Assert.StartsWith("/sign-in?to=", (await visitor.Post($"{at}/seat", [])).Path, StringComparison.Ordinal);
        Assert.Equal(at, (await visitor.Get($"{at}/seat")).Path);
        using var here = Browser.At(area.East, scene.Stranger);
        Assert.Equal($"/{scene.At}", (await here.Get($"/areas/east-sussex/{scene.At}")).Is(200).Path);
        (await here.Get($"/areas/nowhere/{scene.At}")).Is(404);
        (await here.Get($"/areas/west-sussex/{scene.At}")).Is(404);
    }

    [Fact]
    public async Task A_group_that_says_not_this_time_can_be_asked_again()
    {
        var (scene, at) = await AGroupAbroad();
        using var browser = Browser.At(area.West, await area.AWesterner());
        var page = await browser.Get(at);
        await browser.Submit(page, $"{at}/seat", ("shownAs", "Robin"), ("consent", "true"));
        var seat = page.Value("seatId")!;
        await RunningArea.Until(() => IsKnown(scene, seat));
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new AnswerSeat(false))).Is(200);
        await RunningArea.Until(async () => (await browser.Get(at)).Has("could not offer you a place this time"));
        page = await browser.Get(at);
        (await browser.Submit(page, $"{at}/seat", ("consent", "true"))).Is(200).Says("You have asked to come.");
    }

    private async Task<(Scene Scene, string At)> AGroupAbroad()
    {
        var scene = await AGroupToFind(Scene.Description);
        return (scene, $"/areas/east-sussex/{scene.At}");
    }

    private async Task<bool> IsKnown(Scene scene, string text) =>
        (await area.Http.Get(scene.At, scene.Lead)).Text.Contains(text, StringComparison.Ordinal);

    /// <summary>A group that West Sussex has read of.</summary>
    private async Task<Scene> AGroupToFind(GroupDescription description)
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put(scene.At, scene.Lead, description, "*")).Is(200);
        using var browser = Browser.At(area.West.Url);
        // An earlier card of the group may arrive first.
        await RunningArea.Until(async () => await browser.Get($"/areas/east-sussex/{scene.At}") is { Status: 200 } page
            && description.Topics.All(page.Has));
        return scene;
    }

    /// <summary>Counts what a person does: a click, or something typed or ticked.</summary>
    private sealed class Steps(Browser browser)
    {
        public int Count { get; private set; }

        public Task<Shown> Follow(Shown page, string link)
        {
            Count++;
            return browser.Get(page.Link(link));
        }

        public Task<Shown> Search(Shown page, params (string Name, string Value)[] typed)
        {
            Count += typed.Length + 1;
            Assert.All(typed, one => Assert.NotNull(page.Document.QuerySelector($"form [name={one.Name}]")));
            var query = typed.Select(one => $"{one.Name}={Uri.EscapeDataString(one.Value)}");
            return browser.Get($"/groups?{string.Join('&', query)}");
        }

        public Task<Shown> Submit(Shown page, string action, params (string Name, string Value)[] typed)
        {
            Count += typed.Length + 1;
            return browser.Submit(page, action, typed);
        }
    }
}
