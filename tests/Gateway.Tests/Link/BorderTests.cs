using System.Text.Json;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Tests.LinkedRooms;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// What coordinators see of the border and do with it. Brighton and Hove closes its border to East Sussex, which no
/// other test needs open.
/// </summary>
public sealed class BorderTests(RunningArea area)
{
    private const string Waits = "What you sent last is waiting: the way to East Sussex is closed at the moment.";

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task The_ledger_names_each_card_and_letter_that_left_and_when_it_arrived()
    {
        var scene = await Scene.Make(area);
        var guest = await area.AWesterner();
        var coordinator = await area.AWesterner("coordinator");
        var seat = SeatId.Random();
        (await area.WestHttp.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = true })).Is(201);
        await RunningArea.Until(async () =>
            (await Ledger.Since(began, area.WestHttp, coordinator, "east-sussex"))
                .Any(entry => Is(entry, "seatAsked", seat.Value) && Acknowledged(entry) is not null));
        await RunningArea.Until(async () =>
            (await Ledger.Since(began, area.Http, scene.Coordinator, "west-sussex"))
                .Any(entry => Is(entry, "card", scene.Group.Value) && Acknowledged(entry) is not null));
        Assert.DoesNotContain(
            "Robin",
            string.Concat(await Ledger.Since(began, area.WestHttp, coordinator, "east-sussex")),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_ledger_comes_a_page_at_a_time()
    {
        var scene = await Scene.Make(area);
        await Scene.Make(area);
        await RunningArea.Until(
            async () => Entries(await area.Http.Get("link/ledger?limit=2", scene.Coordinator)).Count == 2);
        var first = (await area.Http.Get("link/ledger?limit=1", scene.Coordinator)).Is(200);
        var second = (await area.Http.Get(
            $"link/ledger?limit=1&cursor={first.GetProperty("next").GetString()}", scene.Coordinator)).Is(200);
        Assert.True(second.GetProperty("items")[0]
            .GetProperty("id")
            .GetInt64() < first.GetProperty("items")[0].GetProperty("id").GetInt64());
        (await area.Http.Get("link/ledger?limit=0", scene.Coordinator)).Refuses(400, "request.parameter", "limit");
        (await area.Http.Get("link/ledger?cursor=x", scene.Coordinator)).Refuses(400, "request.parameter", "cursor");
        (await area.Http.Get("link/ledger?area=X", scene.Coordinator)).Refuses(400, "request.parameter", "area");
        (await area.Http.Get("link/ledger", scene.Lead)).Refuses(403, "access.coordinators-only");
    }

    [Fact]
    public async Task While_the_border_is_closed_letters_wait_and_are_sent_when_it_opens()
    {
        var coordinator = await area.ABrightonian("coordinator");
        var scene = await Scene.Make(area);
        Assert.Equal(204, (await area.BrightonHttp.Put("link/border/east-sussex", coordinator)).Status);
        Assert.Equal(204, (await area.BrightonHttp.Put("link/border/east-sussex", coordinator)).Status);
        var guest = await area.ABrightonian();
        var seat = SeatId.Random();
        (await area.BrightonHttp.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = true })).Is(201);
        await RunningArea.Until(
            async () => Neighbour(await area.BrightonHttp.Get("area", coordinator), "east-sussex") is var east
            && east.GetProperty("waitingLetters").GetInt32() >= 1
            && east.GetProperty("borderClosed").GetBoolean());
        Assert.DoesNotContain(
            Entries(await area.BrightonHttp.Get("link/ledger", coordinator)),
            entry => entry.GetProperty("kind").GetString() == "seatAsked");
        var waiting = (await area.BrightonHttp.Get($"members/me/seats/{seat}", guest)).Is(200);
        Assert.Equal("link.border-closed", waiting.GetProperty("waitsBecause").GetString());

        Assert.Equal(204, (await area.BrightonHttp.Delete("link/border/east-sussex", coordinator)).Status);
        await RunningArea.Until(async () => Neighbour(await area.BrightonHttp.Get("area", coordinator), "east-sussex")
            .GetProperty("waitingLetters")
            .GetInt32() == 0);
        await RunningArea.Until(async () =>
            (await area.Http.Get(scene.At, scene.Lead)).Text.Contains(seat.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Whoever_asks_a_group_behind_a_closed_border_reads_why_nothing_happens()
    {
        var scene = await Scene.Make(area);
        var side = await LinkedSide.Make(area.Brighton.Area, area.BrightonHttp, area.ABrightonian);
        var at = $"groups/{side.First}/connections";
        using var lead = Browser.At(area.Brighton, side.Lead);
        await WhileClosed(async () =>
        {
            (await side.Http.Put($"{at}/east-sussex/{scene.Group}", side.Lead)).Is(201);
            (await side.Http.Put($"{at}/north-sussex/{Guid.CreateVersion7()}", side.Lead)).Is(201);
            var items = (await side.Http.Get(at, side.Lead)).Is(200).GetProperty("items").EnumerateArray();
            Assert.Equal(
                [("east-sussex", "link.border-closed"), ("north-sussex", null)],
                items.Select(one => (one.GetProperty("area").GetString(), Because(one))).Order());
            Assert.Single((await lead.Get($"/{at}")).Is(200).Document.QuerySelectorAll("main p"), SaysItWaits);
        });
        await RunningArea.Until(async () => !(await lead.Get($"/{at}")).Has(Waits));
    }

    [Fact]
    public async Task Whoever_asks_an_area_behind_a_closed_border_reads_why_nothing_happens()
    {
        var side = await LinkedSide.Make(area.Brighton.Area, area.BrightonHttp, area.ABrightonian);
        var at = $"gatherings/{Guid.CreateVersion7()}";
        await side.Gather(at);
        using var lead = Browser.At(area.Brighton, side.Lead);
        await WhileClosed(async () =>
        {
            (await side.Http.Put($"{at}/rooms/east-sussex", side.Lead)).Is(200);
            (await side.Http.Put($"{at}/rooms/north-sussex", side.Lead)).Is(200);
            var room = (await side.Http.Get($"{at}/rooms", side.Lead)).Is(200);
            var waiting = Assert.Single(room.GetProperty("waiting").EnumerateArray());
            Assert.Equal("east-sussex", waiting.GetProperty("area").GetString());
            Assert.Equal("link.border-closed", Because(waiting));
            Assert.Single((await lead.Get($"/{at}")).Is(200).Document.QuerySelectorAll("#areas p"), SaysItWaits);
        });
        await RunningArea.Until(async () => !(await lead.Get($"/{at}")).Has(Waits));
    }

    [Fact]
    public async Task Only_coordinators_touch_the_border_and_only_of_neighbours()
    {
        var scene = await Scene.Make(area);
        (await area.Http.Put("link/border/west-sussex", scene.Lead)).Refuses(403, "access.coordinators-only");
        (await area.Http.Delete("link/border/west-sussex", scene.NetworkCoordinator))
            .Refuses(403, "access.coordinators-only");
        (await area.Http.Put("link/border/east-sussex", scene.Coordinator)).Refuses(404, "link.no-such-area");
        (await area.Http.Put("link/border/Nowhere", scene.Coordinator)).Refuses(400, "request.parameter", "area");
    }

    [Fact]
    public async Task The_area_reports_the_state_of_its_neighbours()
    {
        JsonElement west = default;
        await RunningArea.Until(async () =>
        {
            west = Neighbour(await area.Http.Get("area"), "west-sussex");
            return west.GetProperty("reachable").GetBoolean()
                && west.GetProperty("asOf").GetDateTimeOffset() >= began;
        });
        Assert.Equal(("west-sussex", "West Sussex", area.West.At.Site), (
            west.GetProperty("id").GetString(),
            west.GetProperty("name").GetString(),
            west.GetProperty("url").GetString()));
        Assert.InRange(west.GetProperty("asOf").GetDateTimeOffset(), began, RunningArea.Now);
        Assert.Equal(["id", "name", "url", "reachable", "asOf"], west.EnumerateObject().Select(field => field.Name));
    }

    [Fact]
    public async Task Only_coordinators_see_what_waits_for_a_neighbour_and_whether_its_border_is_closed()
    {
        var scene = await Scene.Make(area);
        string[] traffic = ["waitingLetters", "parkedLetters", "borderClosed", "unreadableCards", "waitingForUpgrade"];
        foreach (var by in (Person[])[Person.Visitor, scene.Member, scene.Lead, scene.NetworkCoordinator])
        {
            var west = Neighbour(await area.Http.Get("area", by), "west-sussex");
            Assert.All(traffic, field => Assert.False(west.TryGetProperty(field, out _), field));
        }
        var seen = Neighbour(await area.Http.Get("area", scene.Coordinator), "west-sussex");
        Assert.All(traffic, field => Assert.True(seen.TryGetProperty(field, out _), field));
    }

    [Fact]
    public async Task A_letter_that_is_refused_repeatedly_is_parked_and_shown_and_stops_no_other()
    {
        // West Sussex knows of no such seat, and says so to each answer.
        var scene = await Scene.Make(area);
        var parked = await Parked();
        var nobodys = await scene.AGuestWhoAsks();
        (await area.Http.Put($"{scene.At}/seats/{nobodys}", scene.Lead, new { welcome = true })).Is(200);
        var guest = await area.AWesterner();
        var seat = SeatId.Random();
        (await area.WestHttp.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = "east-sussex", groupId = scene.Group, shownAs = "Robin", consent = true })).Is(201);
        await RunningArea.Until(async () =>
            (await area.Http.Get(scene.At, scene.Lead)).Text.Contains(seat.ToString(), StringComparison.Ordinal));
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        await RunningArea.Until(async () => (await area.WestHttp.Get($"members/me/seats/{seat}", guest)).Text
            .Contains("seated", StringComparison.Ordinal));
        await RunningArea.Until(async () =>
            await Parked() > parked);
        // Had the same group's answer to somebody else waited until the refused one was parked, it would have arrived
        // after its last refusal.
        await RunningArea.Until(async () =>
        {
            var ledger = await Ledger.Since(began, area.Http, scene.Coordinator, "west-sussex");
            var refused = ledger.Single(entry => Is(entry, "seatAnswered", nobodys.Value));
            var other = ledger.Single(entry => Is(entry, "seatAnswered", seat.Value));
            return refused.TryGetProperty("refused", out var code) && code.GetString() == "seat.not-found"
                && Acknowledged(other) < Acknowledged(refused);
        });

        async Task<int> Parked()
        {
            return Neighbour(await area.Http.Get("area", scene.Coordinator), "west-sussex")
                .GetProperty("parkedLetters").GetInt32();
        }
    }

    private static bool Is(JsonElement entry, string kind, Guid subject) =>
        entry.GetProperty("kind").GetString() == kind && entry.GetProperty("subject").GetGuid() == subject;

    private static DateTimeOffset? Acknowledged(JsonElement entry) =>
        entry.TryGetProperty("acknowledgedAt", out var at) ? at.GetDateTimeOffset() : null;

    private static List<JsonElement> Entries(
        Answer ledger) => [.. ledger.Is(200).GetProperty("items").EnumerateArray()];

    private static JsonElement Neighbour(Answer area, string id) =>
        area.Is(200).GetProperty("neighbours").EnumerateArray().Single(one => one.GetProperty("id").GetString() == id);

    private static bool SaysItWaits(AngleSharp.Dom.IElement part) => part.TextContent == Waits;

    private static string? Because(JsonElement of) =>
        of.TryGetProperty("waitsBecause", out var code) ? code.GetString() : null;

    private async Task WhileClosed(Func<Task> then)
    {
        var coordinator = await area.ABrightonian("coordinator");
        Assert.Equal(204, (await area.BrightonHttp.Put("link/border/east-sussex", coordinator)).Status);
        try
        {
            await then();
        }
        finally
        {
            await area.BrightonHttp.Delete("link/border/east-sussex", coordinator);
        }
    }
}
