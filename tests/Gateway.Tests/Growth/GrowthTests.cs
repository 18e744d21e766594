using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.SupportOffers;

namespace PeerNet.Gateway.Tests.Growth;

/// <summary>An area's figures, as its coordinators read them.</summary>
public sealed class GrowthTests(RunningArea area)
{
    [Theory]
    [InlineData("month")]
    [InlineData("week")]
    public async Task A_coordinator_sees_a_logged_meeting_counted(string by)
    {
        var scene = await Scene.Make(area);
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        var address = $"growth?by={by}&from={today}&to={today}";
        await scene.ALoggedMeeting();
        await RunningArea.Until(async () => Held(await Only($"{address}&group={scene.Group}", scene)) == 1);

        var counted = await Only($"{address}&group={scene.Group}", scene);
        Assert.Equal(1, counted.GetProperty("figures").GetProperty("people").GetProperty("named").GetInt32());
        Assert.Equal(2, counted.GetProperty("figures").GetProperty("people").GetProperty("unnamed").GetInt32());
        Assert.Equal(
            0, counted.GetProperty("yearBefore").GetProperty("meetings").GetProperty("held").GetInt32());
        Assert.InRange(Held(await Only($"{address}&kind=inPerson", scene)), 1, int.MaxValue);
        Assert.InRange(Held(await Only(address, scene)), 1, int.MaxValue);
    }

    [Theory]
    [InlineData(SupportSide.Offer, "offers", "requests")]
    [InlineData(SupportSide.Request, "requests", "offers")]
    public async Task A_coordinator_sees_an_offer_counted_from_its_first_day_to_its_last_word(
        SupportSide side, string counted, string other)
    {
        var scene = await (await Scene.Make(area)).Known();
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        var address = $"growth?from={today}&to={today}&group={scene.Group}";
        var at = $"offers/{Guid.CreateVersion7()}";
        var terms = SupportOfferAccess.ALift with { Side = side, GroupId = scene.Group };
        (await area.Http.Put(at, scene.Lead, terms)).Is(201);
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, scene.Stranger, SupportOfferAccess.Yes)).Is(201);
        (await area.Http.Put($"{match}/agreement", scene.Lead, SupportOfferAccess.Yes)).Is(200);
        await Counts(1, 1, 0);
        (await area.Http.Put($"{match}/arrangement", scene.Lead, new Arrangement(RunningArea.Today))).Is(200);
        (await area.Http.Put($"{match}/outcome", scene.Stranger, new MatchOutcome(true))).Is(200);
        await Counts(1, 1, 1);
        (await area.Http.Put($"{match}/outcome", scene.Lead, new MatchOutcome(false))).Is(200);
        await Counts(1, 1, 0);
        (await area.Http.Delete(at, scene.Lead)).Is(204);
        (await area.Http.Delete($"members/{scene.Lead.Id}", scene.Lead)).Is(204);
        await Counts(1, 1, 0);
        var figures = (await Only(address, scene)).GetProperty("figures");
        Assert.Equal(1, figures.GetProperty(counted).GetProperty("firstMatches").GetInt32());
        Assert.Equal(0, figures.GetProperty(counted).GetProperty("daysToFirstMatch").GetInt32());
        Assert.Equal(0, figures.GetProperty(other).GetProperty("opened").GetInt32());
        var ofArea = (await Only($"growth?from={today}&to={today}", scene)).GetProperty("figures");
        Assert.InRange(ofArea.GetProperty(counted).GetProperty("opened").GetInt32(), 1, int.MaxValue);

        Task Counts(int opened, int matched, int done) => RunningArea.Until(async () =>
        {
            var now = (await Only(address, scene)).GetProperty("figures").GetProperty(counted);
            return (now.GetProperty("opened").GetInt32(), now.GetProperty("matched").GetInt32(),
                now.GetProperty("done").GetInt32()) == (opened, matched, done);
        });
    }

    [Fact]
    public async Task Both_areas_see_a_guest_and_a_connection_counted_beside_the_neighbour_s_name()
    {
        var scene = await Scene.Make(area);
        var today = $"{RunningArea.Today:yyyy-MM-dd}";
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        var asks = new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = true };
        (await area.WestHttp.Put($"members/me/seats/{seat}", guest, asks)).Is(201);
        await RunningArea.Until(async () =>
            (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Status == 200);
        var there = $"groups/{Guid.CreateVersion7()}";
        (await area.WestHttp.Put(there, guest, Scene.Description)).Is(201);
        (await area.Http.Put($"{scene.At}/connections/west-sussex/{there.Split('/')[1]}", scene.Lead)).Is(201);
        await RunningArea.Until(async () => (await area.WestHttp.Put(
            $"{there}/connections/east-sussex/{scene.Group}", guest)).Status == 200);

        var address = $"growth?from={today}&to={today}";
        await RunningArea.Until(async () => Neighbour(
            await Only($"{address}&group={scene.Group}", scene), "west-sussex") == (1, 0, 1));
        var item = await Only($"{address}&group={scene.Group}", scene);
        Assert.Equal(new(area.West.Area, Guests: 1, Connected: 1), Assert.Single(Neighbours(item, "figures")));
        Assert.Equal(new(area.West.Area), Assert.Single(Neighbours(item, "yearBefore")));
        var table = await area.Http.Get($"{address}&group={scene.Group}&format=csv", scene.Coordinator);
        Assert.Contains(",figures.neighbours.west-sussex.guests,", table.Text, StringComparison.Ordinal);
        var coordinator = await area.AWesterner("coordinator");
        await RunningArea.Until(async () => (await area.WestHttp.Get(address, coordinator)).Is(200)
            .GetProperty("items").EnumerateArray().Any(one => Neighbour(one, "east-sussex") is (_, > 0, > 0)));
    }

    [Theory]
    [InlineData("", 12)]
    [InlineData("by=week", 12)]
    [InlineData("from=2026-01-31", 12)]
    [InlineData("to=2026-03-31", 12)]
    [InlineData("by=week&from=2026-01-04&to=2026-01-05", 2)]
    [InlineData("from=2021-01-31&to=2025-12-01", 60)]
    [InlineData("from=2000-01-01&to=2000-01-01", 1)]
    [InlineData("by=week&from=2999-12-31", 1)]
    public async Task A_range_has_each_of_its_periods(string query, int periods)
    {
        var coordinator = await area.APerson("coordinator");
        var items = (await area.Http.Get($"growth?{query}", coordinator)).Is(200).GetProperty("items");
        Assert.Equal(periods, items.GetArrayLength());
    }

    [Theory]
    [InlineData("by=year", "by")]
    [InlineData("by=", "by")]
    [InlineData("from=2026-02-30", "from")]
    [InlineData("from=1999-12-31", "from")]
    [InlineData("to=3000-01-01", "to")]
    [InlineData("to=01/02/2026", "to")]
    [InlineData("from=2026-02-01&to=2026-01-31", "to")]
    [InlineData("from=2021-01-31&to=2026-01-01", "to")]
    [InlineData("group=online", "group")]
    [InlineData("kind=area", "kind")]
    [InlineData("kind=Online", "kind")]
    [InlineData("kind=online&group=01990000-0000-7000-8000-000000000001", "kind")]
    [InlineData("year=2026", "year")]
    [InlineData("by=week&by=month", "by")]
    public async Task An_invalid_query_is_refused_and_the_parameter_is_named(string query, string field)
    {
        (await area.Http.Get($"growth?{query}", await area.APerson("coordinator")))
            .Refuses(400, "request.parameter", field);
    }

    [Fact]
    public async Task A_group_that_does_not_exist_has_no_figures()
    {
        (await area.Http.Get($"growth?group={Guid.CreateVersion7()}", await area.APerson("coordinator")))
            .Refuses(404, "group.not-found");
    }

    [Fact]
    public async Task Leads_and_network_coordinators_are_refused()
    {
        var scene = await Scene.Make(area);
        foreach (var person in new[] { scene.Lead, scene.NetworkCoordinator })
            (await area.Http.Get($"growth?group={scene.Group}", person)).Refuses(403, "access.coordinators-only");
    }

    private async Task<JsonElement> Only(string address, Scene scene) =>
        Assert.Single((await area.Http.Get(address, scene.Coordinator)).Is(200).GetProperty("items").EnumerateArray());

    private static (int Guests, int Seats, int Connected)? Neighbour(JsonElement item, string area)
    {
        return Neighbours(item, "figures").Where(one => one.Area.Value == area)
            .Select(one => ((int, int, int)?)(one.Guests, one.Seats, one.Connected)).SingleOrDefault();
    }

    private static NeighbourFigures[] Neighbours(JsonElement item, string part) =>
        item.GetProperty(part).GetProperty("neighbours").Deserialize<NeighbourFigures[]>(PeerNetJson.Options)!;

    private static int Held(JsonElement item) =>
        item.GetProperty("figures").GetProperty("meetings").GetProperty("held").GetInt32();
}
