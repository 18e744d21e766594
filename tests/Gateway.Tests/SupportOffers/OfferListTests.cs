using PeerNet.Contracts.Groups;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>
/// Lists of offers. The area is shared, so each test looks for an outcode of its own, and for visits: other tests make
/// offers of other kinds, which hold anywhere.
/// </summary>
public sealed class OfferListTests(RunningArea area)
{
    private static int outcodes;

    [Fact]
    public async Task A_page_ends_where_the_next_one_begins_the_newest_first()
    {
        var maker = await area.APerson();
        var reader = await area.APerson();
        var terms = Here();
        var made = new List<string>();
        for (var number = 0; number < 5; number++) made.Add(await Made(maker, terms));
        var found = new List<string>();
        string? next = null;
        do
        {
            var cursor = next is null ? "" : $"&cursor={next}";
            var page = (await area.Http.Get($"offers?{Where(terms)}&kind=visit&limit=2{cursor}", reader)).Is(200);
            Assert.InRange(page.GetProperty("items").GetArrayLength(), 0, 2);
            found.AddRange(page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id")}"));
            next = page.GetProperty("next").GetString();
        }
        while (next is not null);
        Assert.Equal(Newest([.. made]), found);
        Assert.Empty(await Found(maker, In(terms)));
    }

    [Fact]
    public async Task Whatever_is_not_open_to_the_reader_is_not_listed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var terms = Here();
        var coordinator = scene.Coordinator;
        var open = await Made(scene.Other, terms);
        var forGroups = await Made(scene.Other, terms with { Audience = SupportAudience.MyGroups });
        var paused = await Made(scene.Other, terms);
        (await area.Http.Put($"offers/{paused}/pause", scene.Other)).Is(200);
        var hidden = await Made(scene.Other, terms);
        (await area.Http.Put($"offers/{hidden}/hidden", coordinator, new { reason = "No" })).Is(200);
        (await area.Http.Delete($"offers/{await Made(scene.Other, terms)}", scene.Other)).Is(204);
        var taken = await Made(scene.Other, terms);
        (await area.Http.Put(
            $"offers/{taken}/matches/{Guid.CreateVersion7()}", scene.CoLead, SupportOfferAccess.Yes)).Is(201);
        Assert.Equal(Newest(forGroups, open), await Found(scene.Member, In(terms)));
        Assert.Equal([open], await Found(scene.Stranger, In(terms)));
        Assert.Equal([open], await Found(coordinator, In(terms)));
    }

    [Theory]
    [InlineData("side=request", false)]
    [InlineData("side=offer&kind=visit,room&day=mon,tue&part=morning&online=true&urgency=thisWeek", true)]
    [InlineData("language=bsl,cy&need=stepFree", true)]
    [InlineData("need=stepFree,parking", false)]
    [InlineData("day=tue", false)]
    [InlineData("area=east-sussex", true)]
    [InlineData("area=west-sussex,brighton-and-hove", false)]
    public async Task Filters_are_combined(string query, bool isFound)
    {
        var terms = Here() with
        {
            Days = [Weekday.Mon], PartsOfDay = [PartOfDay.Morning], Online = true,
            Urgency = SupportUrgency.ThisWeek, Languages = ["bsl"], Needs = [AccessNeed.StepFree],
        };
        await Made(await area.APerson(), terms);
        var where = query.Contains("kind=", StringComparison.Ordinal) ? Where(terms) : In(terms);
        Assert.Equal(isFound ? 1 : 0, (await Found(await area.APerson(), $"{where}&{query}")).Count);
    }

    [Theory]
    [InlineData("q=lift", "q")]
    [InlineData("side=both", "side")]
    [InlineData("kind=lift,%20room", "kind")]
    [InlineData("kind=", "kind")]
    [InlineData("day=monday", "day")]
    [InlineData("part=night", "part")]
    [InlineData("outcode=bn7", "outcode")]
    [InlineData("online=yes", "online")]
    [InlineData("language=e", "language")]
    [InlineData("need=lift", "need")]
    [InlineData("urgency=now", "urgency")]
    [InlineData("area=mid-sussex", "area")]
    [InlineData("area=East", "area")]
    [InlineData("limit=0", "limit")]
    [InlineData("limit=101", "limit")]
    [InlineData("limit=1&limit=2", "limit")]
    [InlineData("cursor=quokka7zx", "cursor")]
    [InlineData("cursor=00000000-0000-0000-0000-000000000000", "cursor")]
    public async Task An_invalid_parameter_is_refused_by_its_name(string query, string field) =>
        (await area.Http.Get($"offers?{query}", await area.APerson())).Refuses(400, "request.parameter", field);

    [Fact]
    public async Task Mine_are_those_I_made_those_of_my_groups_and_those_I_have_taken_up()
    {
        var scene = await (await Scene.Make(area)).Known();
        var own = await Made(scene.CoLead, Here());
        var room = await Made(scene.Lead, Here() with { GroupId = scene.Group });
        var theirs = await Made(scene.Other, Here());
        var match = $"offers/{theirs}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, scene.CoLead, SupportOfferAccess.Yes)).Is(201);
        Assert.Equal(Newest(theirs, room, own), await Mine(scene.CoLead));
        Assert.Equal([room], await Mine(scene.Lead));
        Assert.Empty(await Mine(scene.Member));
        (await area.Http.Delete(match, scene.Other)).Is(204);
        (await area.Http.Delete($"offers/{own}", scene.CoLead)).Is(204);
        await RunningArea.Until(async () => await Mine(scene.CoLead) is [var last] && last == room);
    }

    [Fact]
    public async Task What_fits_is_counted_and_the_best_comes_first()
    {
        var asker = await area.APerson();
        var maker = await area.APerson();
        var kind = Here() with { Kind = SupportKind.Speaker };
        var request = await Made(asker, kind with { Side = SupportSide.Request, Days = [Weekday.Mon] });
        var plain = await Made(maker, kind);
        var better = await Made(maker, kind with { Days = [Weekday.Mon, Weekday.Sun] });
        await Made(maker, kind with { Days = [Weekday.Sun] });
        await Made(asker, kind);
        var fits = (await area.Http.Get($"offers/{request}/fits", asker)).Is(200);
        var items = fits.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id")}").ToList();
        Assert.Equal([better, plain], items.Where(item => item == better || item == plain));
        Assert.Equal(items.Count, fits.GetProperty("count").GetInt32());
        var reverse = (await area.Http.Get($"offers/{better}/fits", maker)).Is(200).GetProperty("items");
        Assert.Contains(request, reverse.EnumerateArray().Select(item => $"{item.GetProperty("id")}"));
        (await area.Http.Get($"offers/{request}/fits", maker)).Refuses(404, "support-offer.not-found");
    }

    // No other test makes an offer there.
    private static SupportOfferTerms Here() =>
        SupportOfferAccess.ALift with
        {
            Kind = SupportKind.Visit,
            Outcode = $"ZZ{Interlocked.Increment(ref outcodes) % 10}{Letter(outcodes / 10)}"
        };

    // IDs of one millisecond have no order of their own.
    private static string[] Newest(params string[] ids) => [.. ids.OrderDescending(StringComparer.Ordinal)];

    private static char Letter(int number) => (char)('A' + number % 26);

    private static string In(SupportOfferTerms terms) => $"{Where(terms)}&kind=visit&limit=100";

    private static string Where(SupportOfferTerms terms) => $"outcode={terms.Outcode}";

    private async Task<string> Made(Person maker, SupportOfferTerms terms)
    {
        var id = $"{Guid.CreateVersion7()}";
        (await area.Http.Put($"offers/{id}", maker, terms)).Is(201);
        return id;
    }

    private async Task<List<string>> Found(Person reader, string query)
    {
        var page = (await area.Http.Get($"offers?{query}", reader)).Is(200);
        return [.. page.GetProperty("items").EnumerateArray().Select(item => $"{item.GetProperty("id")}")];
    }

    private async Task<List<string>> Mine(Person person)
    {
        var mine = (await area.Http.Get("members/me/offers", person)).Is(200).GetProperty("items");
        return [.. mine.EnumerateArray().Select(item => $"{item.GetProperty("id")}")];
    }
}
