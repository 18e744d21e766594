using System.Text.Json.Nodes;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// North Sussex has a version of the wire to come, with kinds, fields and words that nobody here knows.
/// </summary>
[Collection(FakeNeighbour.Collection)]
public sealed class NextNeighbourTests(RunningArea area)
{
    private const string North = "north-sussex", East = "east-sussex";

    [Fact]
    public async Task Its_groups_are_found_and_what_is_of_a_new_kind_is_skipped_counted_and_logged_by_id()
    {
        var group = Guid.CreateVersion7();
        var offer = Guid.CreateVersion7();
        var broken = Guid.CreateVersion7();
        using var skipped = new Counted("peernet.link.cards_skipped");
        await using var north = await FakeNeighbour.Start(area.North);
        // The first page has nothing in it that is known here, and is yet not the end of the feed.
        north.Cards = http => Answer(http, $"{http.Request.Query["afterChangeNumber"]}" switch
        {
            "3" => Page(3),
            "1" => Page(3,
                Item(2, "group", broken, new() { ["area"] = North, ["id"] = $"{broken}" }),
                Item(3, "group", group, ACard(group))),
            _ => Page(1, Item(1, "supportOffer", offer, new() { ["title"] = RunningArea.Canary })),
        });
        await RunningArea.Until(
            async () => (await area.Http.Get($"groups?area={North}")).Is(200).GetProperty("total").GetInt32() == 1);
        var found = (await area.Http.Get($"groups?area={North}")).Is(200).GetProperty("items")[0];
        Assert.Equal(
            ("Crawley tea", "online"),
            (found.GetProperty("name").GetString(), found.GetProperty("format").GetString()));
        Assert.Equal(["stepFree"], found.GetProperty("needs").EnumerateArray().Select(need => need.GetString()));
        // All three areas read the same feed.
        await RunningArea.Until(
            () => Task.FromResult(skipped.Of("reason", "unknownKind") >= 3 && skipped.Of("reason", "unreadable") >= 3));
        Assert.Contains(
            area.Telemetry.With("Skipped cards from north-sussex"),
            line => line.Contains($"{offer}", StringComparison.Ordinal));
        Assert.Contains(
            area.Telemetry.With("Skipped cards from north-sussex"),
            line => line.Contains($"{broken}", StringComparison.Ordinal));
        Assert.True((await area.Http.Get("area")).Is(200).GetProperty("neighbours").EnumerateArray()
            .Single(one => one.GetProperty("id").GetString() == North).GetProperty("reachable").GetBoolean());
        await north.Forgotten(area);
    }

    [Fact]
    public async Task Its_letter_of_a_new_kind_is_answered_not_yet()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        using var caller = north.CallerOf(area.East.At);
        var letter = ALetter("supportOffered");
        letter["title"] = RunningArea.Canary;
        Assert.Equal((409, "link.not-yet"), await caller.PostJson(letter));
        letter["from"] = "west-sussex";
        Assert.Equal((403, "link.not-the-sender"), await caller.PostJson(letter));
        letter.Remove("from");
        Assert.Equal((400, "request.unreadable"), await caller.PostJson(letter));
    }

    [Fact]
    public async Task A_new_field_in_its_letter_is_dropped()
    {
        var scene = await Scene.Make(area);
        var seat = SeatId.Random();
        await using var north = await FakeNeighbour.Start(area.North);
        using var caller = north.CallerOf(area.East.At);
        var letter = ALetter("seatAsked");
        letter["group"] = $"{scene.Group}";
        letter["seat"] = $"{seat}";
        letter["shownAs"] = "Robin";
        letter["pronouns"] = new JsonObject { ["said"] = RunningArea.Canary };
        Assert.Equal((204, null), await caller.PostJson(letter));
        var group = (await area.Http.Get(scene.At, scene.Lead)).Text;
        Assert.Contains($"{seat}", group, StringComparison.Ordinal);
        Assert.DoesNotContain("pronouns", group, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_letter_that_needs_a_word_nobody_here_knows_is_refused()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        using var caller = north.CallerOf(area.East.At);
        var letter = ALetter("seatMarked");
        letter["seat"] = $"{SeatId.Random()}";
        letter["meeting"] = $"{Guid.CreateVersion7()}";
        letter["heldOn"] = "2026-11-17";
        letter["startsAt"] = "19:00";
        letter["version"] = 1;
        letter["mark"] = "cameByVideo";
        Assert.Equal((400, "request.unreadable"), await caller.PostJson(letter));
        letter["mark"] = "present";
        Assert.Equal((404, "seat.not-found"), await caller.PostJson(letter));
    }

    private static JsonObject ALetter(string kind) => new()
    {
        ["kind"] = kind, ["operation"] = $"{Guid.CreateVersion7()}", ["from"] = North, ["to"] = East,
        ["group"] = $"{Guid.CreateVersion7()}",
    };

    private static JsonObject ACard(Guid id) => new()
    {
        ["area"] = North, ["id"] = $"{id}", ["name"] = "Crawley tea", ["needs"] = new JsonArray("stepFree", "oxygen"),
        ["format"] = "hologram",
        ["joining"] = "lottery",
        ["place"] = new JsonObject { ["town"] = "Crawley", ["privacy"] = "membersOnly", ["floor"] = 3 },
        ["lastConfirmed"] = "2026-11-17", ["mood"] = RunningArea.Canary,
    };

    private static JsonObject Item(long number, string kind, Guid id, JsonObject data) => new()
    {
        ["state"] = "updated", ["kind"] = kind, ["id"] = $"{id}", ["modified"] = number, ["data"] = data,
        ["weight"] = 1,
    };

    private static string Page(long next, params JsonNode[] items)
    {
        return new JsonObject
        {
            ["next"] = $"/link/v1/cards?feed=next&afterChangeNumber={next}", ["items"] = new JsonArray(items),
            ["license"] = "", ["figures"] = new JsonArray(),
        }.ToJsonString();
    }

    private static Task Answer(Microsoft.AspNetCore.Http.HttpContext http, string page)
    {
        http.Response.Headers[Accepts.WireVersionHeader] = "99";
        http.Response.Headers[Accepts.LettersHeader] = string.Join(", ", [.. Accepts.First.Letters, "supportOffered"]);
        http.Response.Headers[Accepts.CardsHeader] = "group, supportOffer";
        return FakeNeighbour.Json(http, page);
    }
}
