using AngleSharp.Dom;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Practices;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.Practices;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>The pages on which visitors read what groups of all areas say.</summary>
[Collection(FakeNeighbour.Collection)]
public sealed class WhatGroupsSayTests(RunningArea area)
{
    private const string Url = WhatGroupsSayPages.Url;

    [Fact]
    public async Task A_visitor_is_led_there_from_the_menu_and_everybody_from_the_front_page()
    {
        using var browser = Browser.At(area.East.Url);
        var front = (await browser.Get("/")).Is(200);
        Assert.Equal(Url, front.Link("What groups say"));
        Assert.Contains(Url, Menu(front));
        using var member = Browser.At(area.East, await area.APerson());
        front = (await member.Get("/")).Is(200);
        Assert.Equal(Url, front.Link("What groups say"));
        Assert.DoesNotContain(Url, Menu(front));
        (await member.Get(Url)).Is(200).Says("PeerNet does not name the group.");

        static IEnumerable<string?> Menu(Shown page) =>
            page.Document.QuerySelectorAll("nav a").Select(link => link.GetAttribute("href"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/practice")]
    [InlineData("/barriers")]
    [InlineData("/sentences")]
    [InlineData("/steps")]
    public async Task It_has_no_form_leads_nowhere_that_needs_a_sign_in_and_asks_not_to_be_indexed(string kind)
    {
        using var browser = Browser.At(area.East.Url);
        var page = (await browser.Get(Url + kind)).Is(200);
        Assert.Empty(page.Document.QuerySelectorAll("main form, main input, main textarea"));
        var links = LinksOf(page);
        string[] always = kind.Length == 0 ? [] : [Url];
        string[] more = kind.Length == 0
            ? [$"{Url}/practice", $"{Url}/barriers", $"{Url}/sentences", $"{Url}/steps"]
            : [];
        Assert.All(always, link => Assert.Contains(link, links));
        Assert.All(links, link => Assert.Contains(link, always.Concat(more)));
        page.DoesNotSay("Tuesday tea").Says("Is something here about you?");
        var answer = await area.Http.Get(Url + kind);
        Assert.Equal("noindex", Assert.Single(answer.Headers.GetValues("X-Robots-Tag")));
        Assert.Equal("no-store", $"{answer.Headers.CacheControl}");
    }

    [Fact]
    public async Task Whoever_reads_it_sees_how_many_days_an_answer_is_over_and_who_was_asked()
    {
        var scene = await (await Scene.Make(area)).Known();
        var mark = $"{Guid.CreateVersion7()}";
        var at = Guid.CreateVersion7();
        var raise = scene.WeWait(await scene.ARole(area.Http)) with
        {
            Text = $"We wait {mark}", Readers = Readers.AllAreas,
        };
        (await area.Http.Put($"barriers/{at}", scene.Lead, raise)).Is(201);
        var grain = area.East.Grains.Barrier(area.East.Area, new(at));
        RunningArea.Yes(await grain.Hear(new(RunningArea.Today.AddDays(-12)), Caller.Area));
        using var browser = Browser.At(area.East.Url);
        var page = (await browser.Get($"{Url}/barriers")).Is(200).DoesNotSay("Tuesday tea");
        var card = CardWith(page, mark);
        Assert.Contains("12 days over its date", card, StringComparison.Ordinal);
        Assert.Contains("Housing lead", card, StringComparison.Ordinal);
        Assert.Contains("East Sussex", card, StringComparison.Ordinal);
        (await area.Http.Put($"barriers/{at}/withdrawal", scene.Lead)).Is(200);
        (await browser.Get($"{Url}/barriers")).Is(200).DoesNotSay(mark);
    }

    [Fact]
    public async Task The_first_page_has_the_newest_of_each_kind_and_leads_to_more()
    {
        var mark = $"{Guid.CreateVersion7()}";
        var cards = Enumerable.Range(0, 25).Select(number => new PracticeCard
        {
            Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), WeDid = $"We rang {mark}",
            Changed = "Seven came", Layer = Layer.System, ShownOn = RunningArea.Today.AddDays(1),
        }).ToArray();
        await using var north = await FakeNeighbour.Start(area.North);
        north.Cards = http => PracticesAbroadTests.Serve(http, "a", cards);
        using var browser = Browser.At(area.East.Url);
        await RunningArea.Until(async () =>
            CardsOf(await browser.Get($"{Url}/practice")).Count(card => card.Contains(mark, StringComparison.Ordinal))
                == cards.Length);
        var page = (await browser.Get(Url)).Is(200);
        var first = CardsOf(page).Count(card => card.Contains(mark, StringComparison.Ordinal));
        Assert.InRange(first, 4, WhatGroupsSayPages.MaxOfEach);
        var more = (await browser.Get(page.Link("More of this: What groups have done"))).Is(200);
        Assert.Equal(25, CardsOf(more).Count(card => card.Contains(mark, StringComparison.Ordinal)));
        Assert.All(
            CardsOf(more).Where(card => card.Contains(mark, StringComparison.Ordinal)),
            card => Assert.Contains("North Sussex", card, StringComparison.Ordinal));
        Assert.Equal(Url, more.Back());
        Assert.DoesNotContain(
            more.Document.QuerySelectorAll("main a"),
            link => link.TextContent.StartsWith("More", StringComparison.Ordinal));
        north.Cards = http => PracticesAbroadTests.Serve(http, "b", []);
        await RunningArea.Until(async () => !CardsOf(await browser.Get($"{Url}/practice"))
            .Any(card => card.Contains(mark, StringComparison.Ordinal)));
    }

    [Fact]
    public async Task There_is_no_link_to_more_where_there_is_no_more()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.East, Accepts.Here);
        await Shared(areas, areas.East, areas.EastHttp, "Only one");
        using var browser = Browser.At(areas.East.Url);
        var page = (await browser.Get(Url)).Is(200).Says("Only one").Says("West Sussex does not answer at the moment");
        Assert.Empty(LinksOf(page));
    }

    [Fact]
    public async Task At_its_foot_it_says_how_coordinators_are_reached_and_leads_to_the_same_page_elsewhere()
    {
        using var east = Browser.At(area.East.Url);
        foreach (var kind in (string[])["", "/steps"])
        {
            var page = (await east.Get(Url + kind)).Is(200).Says("Contact the East Sussex coordinators:")
                .DoesNotSay("ask any group there");
            Assert.Equal(
                "mailto:coordinators.east-sussex@example.org", page.Link("coordinators.east-sussex@example.org"));
        }
        await RunningArea.Until(async () =>
            (await east.Get(Url)).Document.QuerySelectorAll("main a").Any(link => link.TextContent == "West Sussex"));
        Assert.Equal($"http://localhost:{new Uri(area.West.Url).Port}{Url}", (await east.Get(Url)).Link("West Sussex"));
        Assert.Equal(
            "coordinators.east-sussex@example.org",
            (await area.Http.Get("area")).Is(200).GetProperty("contact").GetString());
        var coordinator = await area.APerson("coordinator");
        Assert.True((await area.Http.Get("area", coordinator)).Is(200).TryGetProperty("contact", out _));

        using var west = Browser.At(area.West.Url);
        var other = (await west.Get(Url)).Is(200).Says("You can ask any group there to pass on a message:");
        Assert.Equal("/groups", other.Link("Find a group"));
        Assert.False((await area.WestHttp.Get("area")).Is(200).TryGetProperty("contact", out _));
    }

    [Fact]
    public async Task Behind_a_border_that_is_closed_here_home_goes_on_and_nothing_of_the_other_is_shown()
    {
        await using var areas = new TwoAreas();
        await areas.Start(areas.West, Accepts.Here);
        await areas.Start(areas.East, Accepts.Here);
        var coordinator = await areas.APerson(areas.East, "coordinator");
        await Shared(areas, areas.West, areas.WestHttp, "From the west");
        using var east = Browser.At(areas.East.Url);
        using var west = Browser.At(areas.West.Url);
        await RunningArea.Until(async () =>
            await Says(east, "From the west") && !await Says(west, "East Sussex does not answer"));

        Assert.Equal(204, (await areas.EastHttp.Put("link/border/west-sussex", coordinator)).Status);
        var home = await Shared(areas, areas.East, areas.EastHttp, "From the east");
        // In the west, somebody has asked in vain by then, so a round is over.
        await RunningArea.Until(() => Says(west, "East Sussex has not answered since"));
        (await west.Get(Url)).Is(200).Says("From the west").DoesNotSay("From the east");
        Assert.DoesNotContain(home, (await areas.EastHttp.Get("link/ledger", coordinator)).Text);
        (await east.Get(Url)).Is(200).Says("From the east").Says("We do not read from West Sussex at the moment.")
            .DoesNotSay("From the west");
        using var member = Browser.At(areas[areas.East], coordinator);
        (await member.Get("/practice")).Is(200).Says("From the west");
    }

    // The one kind that is shared: each kind has rounds of its own.
    private static async Task<bool> Says(Browser browser, string text)
    {
        var page = (await browser.Get($"{Url}/practice")).Is(200);
        return page.Document.Body!.TextContent.Contains(text, StringComparison.Ordinal);
    }

    private static List<string> LinksOf(Shown page) =>
    [
        .. page.Document.QuerySelectorAll("main a[href^='/'], .govuk-back-link")
            .Select(link => link.GetAttribute("href")!),
    ];

    private static async Task<string> Shared(
        TwoAreas areas, PeerNet.Local.LocalArea at, ApiClient http, string weDid)
    {
        var lead = await areas.APerson(at);
        var group = await http.Begin(lead);
        var practice = $"practices/{Guid.CreateVersion7()}";
        (await http.Put(practice, lead, new TellPractice
        {
            WeDid = weDid, Changed = "Seven came", Layer = Layer.System, Groups = [group],
            Readers = Readers.AllAreas,
        })).Is(201);
        (await http.Put($"{practice}/agreements/{group}", lead)).Is(200);
        return practice[^36..];
    }

    private static string CardWith(Shown page, string mark) =>
        CardsOf(page).Single(card => card.Contains(mark, StringComparison.Ordinal));

    private static List<string> CardsOf(Shown page) =>
        [.. page.Document.QuerySelectorAll("li.pn-card").Select(card => card.TextContent)];
}
