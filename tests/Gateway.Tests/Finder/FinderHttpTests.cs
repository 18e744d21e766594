using System.Text.Json;
using Microsoft.Extensions.DependencyInjection;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>The finder over HTTP.</summary>
public sealed class FinderHttpTests(RunningArea area)
{
    [Fact]
    public async Task A_group_is_shown_with_everything_a_stranger_chooses_by()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        var card = Feed(Shelf.ACard() with
        {
            Name = "Tuesday tea", Topics = [topic], For = ["carers"], Languages = ["en"], Needs = [AccessNeed.StepFree],
            Format = MeetingFormat.Hybrid, Schedule = Shelf.Weekly("MO,TU,WE,TH,FR,SA,SU", 19),
            Place = new() { Name = "Hall", Town = "Lewes", Outcode = "BN7", Latitude = 50.876, Longitude = 0.011 },
            Joining = Joining.Ask, LastConfirmed = RunningArea.Today,
        });
        var page = (await area.Http.Get(
            $"groups?topic={topic}&near=50.8225,-0.1372&withinKm=20&day=mon,tue&part=evening&within=14")).Is(200);
        Assert.Equal(
            ["items", "total", "facets", "next", "areas", "instead", "onRequest"],
            page.EnumerateObject().Select(field => field.Name));
        Assert.Equal((1, JsonValueKind.Null, 0), (
            page.GetProperty("total").GetInt32(),
            page.GetProperty("next").ValueKind,
            page.GetProperty("instead").GetArrayLength()));
        var item = page.GetProperty("items")[0];
        Assert.Equal("east-sussex", item.GetProperty("area").GetString());
        Assert.Equal(($"{card.Id}", "Tuesday tea", $"/api/v1/groups/{card.Id}"), (
            item.GetProperty("id").GetString(),
            item.GetProperty("name").GetString(),
            item.GetProperty("url").GetString()));
        Assert.Equal("Lewes", item.GetProperty("place").GetProperty("town").GetString());
        Assert.InRange(item.GetProperty("distanceKm").GetDouble(), 11.5, 12.5);
        Assert.Equal(90, item.GetProperty("nextMeeting").GetProperty("minutes").GetInt32());
        var fitting = item.GetProperty("fittingMeeting").GetProperty("startsAt").GetDateTimeOffset();
        Assert.Contains(fitting.DayOfWeek, (DayOfWeek[])[DayOfWeek.Monday, DayOfWeek.Tuesday]);
        Assert.Equal(("stepFree", topic, "carers", "en"), (
            item.GetProperty("needs")[0].GetString(),
            item.GetProperty("topics")[0].GetString(),
            item.GetProperty("for")[0].GetString(),
            item.GetProperty("languages")[0].GetString()));
        Assert.Equal(($"{RunningArea.Today:yyyy-MM-dd}", "hybrid", "ask", "active"), (
            item.GetProperty("lastConfirmed").GetString(),
            item.GetProperty("format").GetString(),
            item.GetProperty("joining").GetString(),
            item.GetProperty("status").GetString()));
        Assert.True(item.GetProperty("welcomesNewcomers").GetBoolean());
        Assert.True(item.TryGetProperty("asOf", out _));
        var facets = page.GetProperty("facets");
        foreach (var (kind, word) in ((string, string)[])[
            ("area", "east-sussex"),
            ("day", "tue"),
            ("part", "evening"),
            ("format", "hybrid"),
            ("need", "stepFree"),
            ("for", "carers"),
            ("topic", topic),
            ("language", "en"),
            ("welcomesNewcomers", "true")
        ])
            Assert.Equal(1, facets.GetProperty(kind).GetProperty(word).GetInt32());
        Assert.Equal("East Sussex", page.GetProperty("areas")[0].GetProperty("name").GetString());
        Assert.True(page.GetProperty("areas")[0].TryGetProperty("asOf", out _)
            && page.GetProperty("areas")[0].TryGetProperty("reachable", out _));
    }

    [Fact]
    public async Task A_search_that_finds_nothing_says_which_filter_to_drop()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        Feed(Shelf.ACard() with { Topics = [topic], Schedule = Shelf.Weekly("TU", 10) });
        var page = (await area.Http.Get($"groups?topic={topic}&day=tue&part=evening&text=tea")).Is(200);
        Assert.Equal(0, page.GetProperty("total").GetInt32());
        Assert.Contains(("part", 1), page.GetProperty("instead")
            .EnumerateArray()
            .Select(one => (one.GetProperty("drop").GetString()!, one.GetProperty("total").GetInt32())));
    }

    [Fact]
    public async Task The_pages_hold_each_group_once_and_a_cursor_is_valid_only_for_its_own_query()
    {
        var topic = $"t{Guid.CreateVersion7():N}"[..30];
        var cards = Enumerable.Range(0, 7)
            .Select(hour => Feed(Shelf.ACard() with { Topics = [topic], Schedule = Shelf.Weekly("TU", 10 + hour) }))
            .ToList();
        var seen = new List<string>();
        var next = "";
        do
        {
            var page = (await area.Http.Get($"groups?topic={topic}&limit=3{next}")).Is(200);
            seen.AddRange(
                page.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("id").GetString()!));
            next = page.GetProperty("next").GetString() is { } cursor ? $"&cursor={cursor}" : null;
            if (next is not null)
                (await area.Http.Get($"groups?limit=3{next}")).Refuses(400, "request.parameter", "cursor");
        }
        while (next is not null);
        Assert.Equal(cards.Select(card => $"{card.Id}").Order(), seen.Order());
    }

    [Theory]
    [InlineData("text", "text=%20", "text=", "text=!!!", "text=%00", "text=a&text=b")]
    [InlineData("area", "area=", "area=kent", "area=East-Sussex", "area=east-sussex,")]
    [InlineData("day", "day=", "day=Tuesday", "day=7", "day=mon,,tue", "day=TUE", "day=mon&day=tue")]
    [InlineData("notDay", "notDay=x", "notDay=sun;mon")]
    [InlineData("part", "part=night", "part=")]
    [InlineData("startsAfter", "startsAfter=7pm", "startsAfter=24:00", "startsAfter=18:00:30", "startsAfter=1800")]
    [InlineData(
        "startsBefore",
        "startsBefore=x",
        "startsBefore=18:00&startsAfter=18:00",
        "startsBefore=09:00&startsAfter=18:00",
        "startsBefore=00:00")]
    [InlineData(
        "endsBefore",
        "endsBefore=9pm",
        "endsBefore=00:00",
        "endsBefore=24:00",
        "endsBefore=18:04&startsAfter=18:00",
        "endsBefore=19:59&startsAfter=18:00&minMinutes=120")]
    [InlineData("minMinutes", "minMinutes=4", "minMinutes=1441", "minMinutes=-5", "minMinutes=1h", "minMinutes=")]
    [InlineData("maxMinutes", "maxMinutes=0", "maxMinutes=1441", "maxMinutes=59&minMinutes=60", "maxMinutes=60.5")]
    [InlineData("within", "within=0", "within=61", "within=-1", "within=1.5", "within=x")]
    [InlineData("format", "format=inperson", "format=x,online")]
    [InlineData(
        "near",
        "near=50.8",
        "near=50.8,",
        "near=91,0",
        "near=0,181",
        "near=NaN,0",
        "near=1e1,0",
        "near=a,b",
        "near=1,2,3")]
    [InlineData("outcode", "outcode=SW1A", "outcode=BN99", "outcode=", "outcode=BN2&near=50,0")]
    [InlineData(
        "withinKm",
        "withinKm=10",
        "withinKm=0&near=50,0",
        "withinKm=-1&near=50,0",
        "withinKm=501&outcode=BN2",
        "withinKm=x&outcode=BN2",
        "withinKm=NaN&outcode=BN2")]
    [InlineData("need", "need=stepfree", "need=stepFree,x", "need=0")]
    [InlineData("for", "for=x", "for=two words", "for=,")]
    [InlineData("topic", "topic=", "topic=a%2Cb", "topic=%3Cscript%3E")]
    [InlineData("topicMatch", "topicMatch=all", "topicMatch=both&topic=anxiety")]
    [InlineData("notTopic", "notTopic=%20")]
    [InlineData("language", "language=e", "language=en;bsl")]
    [InlineData("welcomesNewcomers", "welcomesNewcomers=yes", "welcomesNewcomers=True", "welcomesNewcomers=1")]
    [InlineData("status", "status=closed", "status=x")]
    [InlineData("sort", "sort=distance", "sort=relevance", "sort=name", "sort=0")]
    [InlineData("limit", "limit=0", "limit=101", "limit=ten")]
    [InlineData("cursor", "cursor=x", "cursor=AAAA", "cursor=")]
    [InlineData("q", "q=tea")]
    [InlineData("Day", "Day=mon")]
    public async Task An_invalid_parameter_is_refused_by_its_name(string field, params string[] queries)
    {
        foreach (var query in queries)
            (await area.Http.Get($"groups?{query}")).Refuses(400, "request.parameter", field);
    }

    [Fact]
    public void A_cursor_is_valid_for_a_day()
    {
        using var shelf = new Shelf();
        foreach (var _ in Enumerable.Range(0, 2)) shelf.Put(Shelf.ACard());
        var query = new FinderQuery { Limit = 1 };
        query = query with { Cursor = FinderCursor.Read(shelf.Find(query).Next!) };
        Assert.Single(shelf.Find(query, Shelf.Noon.AddHours(24)).Items);
        Assert.Throws<Problems.RefusedRequestException>(() => shelf.Find(query, Shelf.Noon.AddHours(24).AddSeconds(1)));
        Assert.Throws<Problems.RefusedRequestException>(() => shelf.Find(query, Shelf.Noon.AddMinutes(-2)));
    }

    [Fact]
    public void The_group_of_a_neighbour_links_to_its_card_here_and_every_area_is_listed_even_one_never_reached()
    {
        using var shelf = new Shelf();
        var card = shelf.Put(Shelf.ACard(Shelf.West));
        shelf.Search.Seen(Shelf.West, Shelf.Noon, reachable: true);
        shelf.Search.Seen(Shelf.West, Shelf.Noon.AddMinutes(5), reachable: false);
        var page = shelf.Find();
        Assert.Equal(
            ($"/api/v1/areas/west-sussex/groups/{card.Id}", Shelf.Noon),
            (page.Items[0].Url, page.Items[0].AsOf));
        Assert.Equal([
            new(Shelf.East, "East Sussex", null, false),
            new(Shelf.West, "west-sussex", Shelf.Noon, false),
            new(Shelf.Brighton, "brighton-and-hove", null, false)
        ], page.Areas);
    }

    [Fact]
    public async Task The_document_lists_every_parameter_with_what_it_means()
    {
        var document = (await area.Http.Get("/openapi/v1.json")).Is(200);
        var listed = document.GetProperty("paths")
            .GetProperty("/api/v1/groups")
            .GetProperty("get")
            .GetProperty("parameters")
            .EnumerateArray()
            .ToList();
        Assert.Equal(QueryDocumentation.Names, listed.Select(parameter => parameter.GetProperty("name").GetString()!));
        Assert.All(listed, parameter => Assert.NotEmpty(parameter.GetProperty("description").GetString()!));
    }

    private Card Feed(Card card) => Feed(area, card);

    /// <summary>Puts a card on the finder of East Sussex, beside those of its feed.</summary>
    internal static Card Feed(RunningArea area, Card card)
    {
        // Far from the numbers of any real change, so that the feed itself is read on beside it.
        var finder = area.East.Services.GetRequiredService<GroupSearch>();
        finder.Apply(
            card.Area,
            new([new(CardState.Updated, card.Id, 1, card)], finder.CursorOf(card.Area), Restarted: false),
            RunningArea.Now);
        return card;
    }
}
