using System.Net.Http.Headers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>The page on which people find a group, as a browser without JavaScript shows it.</summary>
public sealed class FindPageTests(RunningArea area)
{
    private readonly string topic = $"t{Guid.CreateVersion7():N}"[..30];

    [Fact]
    public async Task A_form_repeats_its_checkboxes_and_leaves_fields_empty_and_finds_what_the_api_finds()
    {
        var tuesday = Feed("Tuesday tea", "TU", 19);
        Feed("Friday tea", "FR", 10);
        var found = await Get($"day=mon&day=tue&part=evening&part=morning&outcode=&text=&withinKm=&topic={topic}");
        found.Is(200).Says("1 group").Says("Tuesday tea").DoesNotSay("Friday tea");
        Assert.Equal($"/groups/{tuesday.Id}", LinkOf(found, "Tuesday tea"));
        Assert.Equal(
            ["mon", "tue", "morning", "evening"],
            found.Document.QuerySelectorAll("input[checked][type=checkbox]").Select(box => box.GetAttribute("value")));
        // What a link asks for beside the form's questions is kept when the form is sent.
        Assert.Equal(topic, found.Document.QuerySelector("input[type=hidden][name=topic]")?.GetAttribute("value"));
    }

    [Fact]
    public async Task A_card_says_what_a_stranger_chooses_by_and_leads_to_the_group_here_or_abroad()
    {
        var far = Feed(
            "Far away tea", "TU", 19, card => card with { Area = Shelf.West, Needs = [AccessNeed.HearingLoop] });
        var found = await Get($"topic={topic}&outcode=bn7&sort=distance");
        found.Is(200).Says("In person").Says("Hearing loop").Says("West Sussex").Says("7pm to 8:30pm");
        found.Says("Hall, Lewes, less than a mile away");
        Assert.Equal($"/areas/west-sussex/groups/{far.Id}", LinkOf(found, "Far away tea"));
    }

    [Theory]
    [InlineData("tue", "Tuesday")]
    [InlineData("fri", "Friday")]
    public async Task A_card_names_the_next_meeting_on_a_day_that_was_asked_for(string day, string name)
    {
        Feed("Twice a week", "TU,FR", 19);
        var found = (await Get($"day={day}&topic={topic}")).Is(200);
        var card = Assert.Single(found.Document.QuerySelectorAll(".pn-card"));
        Assert.StartsWith(name, card.QuerySelector("p")!.TextContent, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("BN2%201TA", "BN2")]
    [InlineData("bn21ta", "BN2")]
    [InlineData("%20bn11%202ab%20", "BN11")]
    [InlineData("BN11AA", "BN1")]
    public async Task A_whole_postcode_leaves_the_address_at_once(string typed, string outcode)
    {
        var found = await Get($"outcode={typed}&day=tue");
        Assert.Equal($"/groups?day=tue&outcode={outcode}", found.Is(200).Path);
    }

    [Theory]
    [InlineData("outcode=SW1A", "outcode", "We do not know this postcode")]
    [InlineData("outcode=SW1A%202AA&day=tue", "outcode", "We do not know this postcode")]
    [InlineData("withinKm=5", "outcode", "Enter a postcode, so that")]
    [InlineData("sort=distance", "outcode", "Enter a postcode, so that")]
    [InlineData("text=%21%21%21", "text", "Enter up to 20 words")]
    [InlineData("day=Tuesday", "day", "something we do not understand")]
    [InlineData("near=here", "day", "something we do not understand")]
    [InlineData("sort=nearest", "day", "something we do not understand")]
    [InlineData("withinKm=far&outcode=BN7", "day", "something we do not understand")]
    public async Task What_is_not_understood_is_said_at_its_question(string query, string control, string text)
    {
        var refused = await Get(query);
        refused.Is(422).Says("There is a problem").Says(text);
        Assert.StartsWith("Error: ", refused.Document.Title, StringComparison.Ordinal);
        var link = refused.Document.QuerySelector(".govuk-error-summary a")?.GetAttribute("href");
        Assert.Equal($"#{control}", link);
        Assert.NotNull(refused.Document.QuerySelector($"form #{control}"));
        // The next try is about the questions alone.
        Assert.Null(refused.Document.QuerySelector("form input[type=hidden]"));
    }

    [Theory]
    [InlineData("text=&outcode=&sort=relevance", "")]
    [InlineData("text=&outcode=&sort=distance", "")]
    [InlineData("text=&outcode=&needMatch=any", "")]
    [InlineData("text=&outcode=&topicMatch=all", "")]
    [InlineData("text=tea&outcode=&sort=relevance", "sort")]
    [InlineData("text=&outcode=BN7&sort=distance", "sort")]
    [InlineData("text=&outcode=&sort=distance&near=50.87,0.01", "near sort")]
    [InlineData("text=&outcode=&sort=next", "sort")]
    [InlineData("text=&outcode=&need=stepFree&needMatch=any", "needMatch")]
    [InlineData("text=&outcode=&topic=sleep&topicMatch=all", "topic topicMatch")]
    public async Task Who_clears_a_field_is_not_asked_for_it_again(string sent, string kept)
    {
        var found = (await Get(sent)).Is(200);
        var hidden = found.Document.QuerySelectorAll("form input[type=hidden]").Select(one => one.GetAttribute("name"));
        Assert.Equal(kept.Split(' ', StringSplitOptions.RemoveEmptyEntries), hidden);
    }

    [Fact]
    public async Task What_was_typed_is_kept_when_it_is_not_understood()
    {
        var refused = (await Get($"outcode=zz9&text={RunningArea.Canary}&part=evening")).Is(422);
        Assert.Equal("ZZ9", refused.Document.QuerySelector("#outcode")?.GetAttribute("value"));
        Assert.Equal(RunningArea.Canary, refused.Document.QuerySelector("#text")?.GetAttribute("value"));
        Assert.NotNull(refused.Document.QuerySelector("input[value=evening][checked]"));
    }

    [Fact]
    public async Task When_nothing_fits_the_nearest_say_what_they_lack_and_links_drop_one_filter()
    {
        Feed("Morning tea", "TU", 10, card => card with { Needs = [AccessNeed.StepFree], WelcomesNewcomers = false });
        // Asked for twice, so that leaving out one of the two finds nothing else.
        var mine = $"topic={topic}&text={topic}";
        var found = await Get($"{mine}&day=tue&part=evening");
        found.Is(200).Says("No group fits all of that").Says("Without “Evening”: 1 group");
        found.Says("Morning tea").Says("It does not meet in the evening.");
        var drop = found.Document.QuerySelectorAll("main a").Single(link => link.TextContent.StartsWith(
            "Without “Evening”", StringComparison.Ordinal));
        (await Browser.At(area.East.Url).Get(drop.GetAttribute("href")!)).Says("1 group").Says("Morning tea");
        (await Get($"{mine}&need=stepFree&need=parking")).Says("It does not have: Parking.");
        (await Get($"{mine}&welcomesNewcomers=true")).Says("Ask before you come for the first time.");
        (await Get($"{mine}&format=online&format=hybrid")).Says("It does not meet this way");
    }

    [Fact]
    public async Task All_groups_are_shown_page_by_page_and_an_old_address_begins_again()
    {
        var names = Enumerable.Range(0, 23).Select(place => Feed($"Tea number {place}", "TU", 10).Name).ToList();
        var first = (await Get($"topic={topic}&limit=100")).Says("23 groups");
        Assert.Equal(20, Cards(first).Count());
        var second = (await Browser.At(area.East.Url).Get(LinkOf(first, "Show more groups"))).Says("23 groups");
        Assert.Equal(names.Order(), Cards(first).Concat(Cards(second)).Order());
        Assert.DoesNotContain("Show more", second.Text, StringComparison.Ordinal);
        var old = await Get($"topic={topic}&cursor=AAAA");
        Assert.Equal($"/groups?topic={topic}", old.Is(200).Path);
    }

    [Fact]
    public async Task An_area_that_does_not_answer_is_named() =>
        (await Get("")).Is(200).Says("South Sussex is not responding at the moment");

    [Fact]
    public async Task What_a_social_network_adds_to_an_address_changes_nothing() =>
        (await Get($"topic={topic}&fbclid=quokka7zx&utm_source=x")).Is(200).DoesNotSay("fbclid");

    [Fact]
    public async Task What_is_searched_for_is_shown_as_text_and_nothing_else()
    {
        var found = await Get("text=%3Cscript%3Ealert(1)%3C%2Fscript%3E%22%27");
        found.Is(200).DoesNotSay("<script>alert");
    }

    [Fact]
    public async Task The_first_visit_is_under_20_kilobytes()
    {
        foreach (var place in Enumerable.Range(0, 23))
        {
            Feed($"Tea and talk {topic[place..]}", "MO,TH", 9 + place / 2, card => card with
            {
                Needs = [.. Enum.GetValues<AccessNeed>().Where(need => ((int)need + place) % 3 == 0)],
            });
        }
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        http.DefaultRequestHeaders.AcceptEncoding.Add(new StringWithQualityHeaderValue("br"));
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        var page = (await Browser.At(area.East.Url).Get($"/groups?topic={topic}")).Document;
        var parts = page.QuerySelectorAll("link[href^='/assets'], script[src]")
            .Select(part => part.GetAttribute("href") ?? part.GetAttribute("src")!)
            .Prepend($"/groups?topic={topic}")
            .ToList();
        Assert.Equal(4, parts.Count);
        var bytes = 0;
        foreach (var part in parts)
        {
            bytes += (await http.GetByteArrayAsync(
                $"{area.East.Url}{part}", TestContext.Current.CancellationToken)).Length;
        }
        Assert.InRange(bytes, 10_000, 20_000);
    }

    private Task<Shown> Get(string query) => Browser.At(area.East.Url).Get($"/groups?{query}");

    private Card Feed(string name, string days, int hour, Func<Card, Card>? change = null)
    {
        var card = Shelf.ACard() with
        {
            Name = name, Topics = [topic], Schedule = Shelf.Weekly(days, hour), LastConfirmed = RunningArea.Today,
            Place = new() { Name = "Hall", Town = "Lewes", Outcode = "BN7", Latitude = 50.876, Longitude = 0.011 },
        };
        return FinderHttpTests.Feed(area, change is null ? card : change(card));
    }

    private static string LinkOf(Shown page, string text) =>
        page.Document.QuerySelectorAll("main a").Single(link => link.TextContent.Trim() == text).GetAttribute("href")!;

    private static IEnumerable<string> Cards(Shown page) =>
        page.Document.QuerySelectorAll(".pn-card h3").Select(name => name.TextContent.Trim());
}
