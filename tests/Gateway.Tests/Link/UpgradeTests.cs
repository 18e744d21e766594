using System.Text.Json;
using Microsoft.AspNetCore.Http;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// North Sussex is a version behind: it does not know a kind of letter that is written here, until it is upgraded.
/// </summary>
[Collection(FakeNeighbour.Collection)]
public sealed class UpgradeTests(RunningArea area)
{
    private const string North = "north-sussex";

    private readonly DateTimeOffset began = RunningArea.Now;

    [Fact]
    public async Task A_letter_of_a_kind_that_a_neighbour_does_not_accept_waits_is_shown_and_arrives_once_it_does()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        north.Accepts(Accepts.First.Letters.Remove("seatAnswered"));
        await north.IsReadBy(area.East);
        var scene = await Scene.Make(area);
        var theirs = Guid.CreateVersion7();
        var before = await Here(scene);
        var seat = await scene.AGuestWhoAsks(area.North.Area);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);

        // What is written afterwards about something else is not held up.
        (await area.Http.Put($"{scene.At}/connections/{North}/{theirs}", scene.Lead)).Is(201);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("connectionSaid", theirs).Count > 0));
        await RunningArea.Until(async () => OfKind(
            (await Here(scene)).GetProperty("waitingForUpgrade"),
            "seatAnswered") == OfKind(before.GetProperty("waitingForUpgrade"), "seatAnswered") + 1);
        var ledger = (await area.Http.Get($"link/ledger?area={North}", scene.Coordinator)).Is(200);
        Assert.Equal(
            OfKind((await Here(scene)).GetProperty("waitingForUpgrade"), "seatAnswered"),
            OfKind(ledger.GetProperty("waitingForUpgrade"), "seatAnswered"));
        Assert.DoesNotContain(
            await Ledger.Since(began, area.Http, scene.Coordinator, North),
            entry => entry.GetProperty("subject").GetGuid() == seat.Value);
        Assert.False((await Here(scene, scene.Lead)).TryGetProperty("waitingForUpgrade", out _));
        Assert.DoesNotContain(north.Letters, letter => $"{letter["seat"]}" == $"{seat}");

        north.Accepts(Accepts.First.Letters);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("seatAnswered", seat.Value).Count > 0));
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Status);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("seatEnded", seat.Value).Count > 0));
        Assert.Equal(
            ["seatAnswered", "seatEnded"],
            north.Letters.Where(letter => $"{letter["seat"]}" == $"{seat}").Select(letter => $"{letter["kind"]}"));
        // Other tests write letters of later versions to North Sussex; those still wait.
        await RunningArea.Until(
            async () => OfKind((await Here(scene)).GetProperty("waitingForUpgrade"), "seatAnswered") == 0);
        Assert.Equal(Letters(before, "parkedLetters"), Letters(await Here(scene), "parkedLetters"));
    }

    [Fact]
    public async Task A_request_says_that_it_waits_when_the_other_area_has_closed_the_border()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var taken = north.TakesLetter;
        north.TakesLetter = (http, _) =>
        {
            http.Response.StatusCode = StatusCodes.Status403Forbidden;
            return FakeNeighbour.Json(http, """{"code":"link.border-closed"}""");
        };
        await north.IsReadBy(area.East);
        var guest = await area.APerson();
        var at = $"members/me/seats/{SeatId.Random()}";
        var request = new { area = North, groupId = Guid.CreateVersion7(), shownAs = "Robin", consent = true };
        (await area.Http.Put(at, guest, request)).Is(201);
        await RunningArea.Until(async () => (await area.Http.Get(at, guest)).Is(200)
            .TryGetProperty("waitsBecause", out var code) && code.GetString() == "link.border-closed");
        Assert.Equal("asked", (await area.Http.Get(at, guest)).Is(200).GetProperty("state").GetString());

        north.TakesLetter = taken;
        await RunningArea.Until(
            async () => (await area.Http.Get(at, guest)).Is(200).GetProperty("acknowledged").GetBoolean());
        Assert.False((await area.Http.Get(at, guest)).Is(200).TryGetProperty("waitsBecause", out _));
    }

    [Fact]
    public async Task A_letter_that_is_answered_not_yet_waits_and_is_not_parked_and_holds_up_no_other()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        north.TakesLetter = (http, letter) => $"{letter["kind"]}" == "connectionSaid" ? NotYet(http) : Taken(http);
        await north.IsReadBy(area.East);
        var scene = await Scene.Make(area);
        var theirs = Guid.CreateVersion7();
        var before = await Here(scene);
        (await area.Http.Put($"{scene.At}/connections/{North}/{theirs}", scene.Lead)).Is(201);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("connectionSaid", theirs).Count > 0));
        var seat = await scene.AGuestWhoAsks(area.North.Area);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("seatAnswered", seat.Value).Count > 0));

        await RunningArea.Until(async () => (await Said(scene)) is [var entry]
            && entry.TryGetProperty("refused", out var code)
            && code.GetString() == "link.not-yet");
        Assert.False((await Said(scene))[0].TryGetProperty("acknowledgedAt", out _));
        Assert.Equal(Letters(before, "parkedLetters"), Letters(await Here(scene), "parkedLetters"));
        Assert.True(Letters(await Here(scene), "waitingLetters") > 0);

        // What takes its place is sent at once.
        north.TakesLetter = (http, _) => Taken(http);
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/connections/{North}/{theirs}", scene.Lead)).Status);
        await RunningArea.Until(
            async () => (await Said(scene)).Any(entry => entry.TryGetProperty("acknowledgedAt", out _)));
    }

    [Fact]
    public async Task An_older_neighbour_cannot_hold_a_gathering_yet_and_does_once_it_is_upgraded()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        north.Accepts(Accepts.First.Letters);
        await north.IsReadBy(area.East);
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        var gathering = Guid.Parse(question.Gathering.Split('/')[1]);
        var before = await Here(scene);
        (await area.Http.Put($"{question.Gathering}/rooms/{North}", scene.Lead)).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("cannot take part yet").Says("an older PeerNet");
        // Other tests ask North Sussex too.
        await RunningArea.Until(async () => OfKind(
            (await Here(scene)).GetProperty("waitingForUpgrade"),
            "roomAsked") > OfKind(before.GetProperty("waitingForUpgrade"), "roomAsked"));
        Assert.Empty(north.LettersOf("roomAsked", gathering));

        north.Accepts(Accepts.Here.Letters);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("roomAsked", gathering).Count > 0));
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("asked, no answer yet").DoesNotSay("an older PeerNet");
        Assert.Equal(Letters(before, "parkedLetters"), Letters(await Here(scene), "parkedLetters"));
        using var caller = north.CallerOf(area.East.At);
        Assert.Equal((204, null), await caller.Post(new RoomAnswered
        {
            From = area.North.Area, To = area.East.Area, Gathering = new(gathering), Joins = true,
        }));
        (await area.Http.Put($"{question.At}/sharing", scene.Lead)).Is(200);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("questionShared", gathering).Count > 0));
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("takes part");
    }

    private static Task Taken(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status204NoContent;
        return Task.CompletedTask;
    }

    private static Task NotYet(HttpContext http)
    {
        http.Response.StatusCode = StatusCodes.Status409Conflict;
        return FakeNeighbour.Json(
            http, """{"type":"/problems/link.not-yet","title":"Not yet","status":409,"code":"link.not-yet"}""");
    }

    private async Task<JsonElement> Here(Scene scene, Person? by = null) =>
        Neighbour((await area.Http.Get("area", by ?? scene.Coordinator)).Is(200));

    private async Task<List<JsonElement>> Said(Scene scene) =>
        [.. (await Ledger.Since(began, area.Http, scene.Coordinator, North))
            .Where(entry => entry.GetProperty("kind").GetString() == "connectionSaid"
                && entry.GetProperty("subject").GetGuid() == scene.Group.Value)];

    private static JsonElement Neighbour(JsonElement area) =>
        area.GetProperty("neighbours").EnumerateArray().Single(one => one.GetProperty("id").GetString() == North);

    private static int Letters(JsonElement neighbour, string which) => neighbour.GetProperty(which).GetInt32();

    private static int OfKind(JsonElement waiting, string kind)
    {
        return waiting.EnumerateArray()
            .Where(one => one.GetProperty("kind").GetString() == kind)
            .Sum(one => one.GetProperty("letters").GetInt32());
    }
}
