using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Tests.Link;

/// <summary>
/// North Sussex has the first version of the wire: it says and understands what is in <c>Previous</c>, as it was
/// recorded then, refuses a field or kind that it does not know, and does not say what it accepts.
/// </summary>
[Collection(FakeNeighbour.Collection)]
public sealed class PreviousNeighbourTests(RunningArea area)
{
    private const string North = "north-sussex", East = "east-sussex";

    [Fact]
    public async Task Its_cards_are_found()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        var page = Recorded("cards").ToJsonString().Replace(East, North, StringComparison.Ordinal);
        var last = Recorded("cards.last").ToJsonString();
        north.Cards = http => FakeNeighbour.Json(http, http.Request.Query["afterChangeNumber"] == "10" ? last : page);
        await RunningArea.Until(async () => (await Found()).GetArrayLength() == 4);
        var tea = (await Found()).EnumerateArray()
            .Single(group => group.GetProperty("name").GetString() == "Lewes tea and talk");
        Assert.Equal(
            ["stepFree", "hearingLoop", "bringSomeone"],
            tea.GetProperty("needs").EnumerateArray().Select(need => need.GetString()));
        Assert.Equal("Lewes", tea.GetProperty("place").GetProperty("town").GetString());
        await north.Forgotten(area);
    }

    [Fact]
    public async Task Its_letters_are_taken()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        using var caller = north.CallerOf(area.East.At);
        var scene = await Scene.Make(area);
        var theirs = Guid.CreateVersion7();
        var theirMeeting = Guid.CreateVersion7();

        var asked = SeatId.Random();
        await Taken("seatAsked", ("group", scene.Group.Value), ("seat", asked.Value));
        Assert.Contains(asked.ToString(), (await area.Http.Get(scene.At, scene.Lead)).Text, StringComparison.Ordinal);
        await Taken("seatLeft", ("group", scene.Group.Value), ("seat", asked.Value));
        Assert.DoesNotContain("Robin", (await area.Http.Get(scene.At, scene.Lead)).Text, StringComparison.Ordinal);

        var guest = await area.APerson();
        var seat = SeatId.Random();
        (await area.Http.Put(
            $"members/me/seats/{seat}",
            guest,
            new { area = North, groupId = theirs, shownAs = "Robin", consent = true })).Is(201);
        await Taken("seatAnswered", ("group", theirs), ("seat", seat.Value));
        Assert.Equal("seated", await State());
        await Taken("seatMarked", ("group", theirs), ("seat", seat.Value), ("meeting", theirMeeting));
        Assert.Contains(
            $"{theirMeeting}", (await area.Http.Get("members/me/attendance", guest)).Text, StringComparison.Ordinal);
        await Taken("seatEnded", ("group", theirs), ("seat", seat.Value));
        Assert.Equal("ended", await State());

        await Taken("connectionSaid", ("group", theirs), ("with", scene.Group.Value));
        (await area.Http.Put($"{scene.At}/connections/{North}/{theirs}", scene.Lead)).Is(201);
        await Taken("meetingShared", ("group", theirs), ("with", scene.Group.Value), ("meeting", theirMeeting));
        Assert.Contains(
            $"{theirMeeting}",
            (await area.Http.Get($"{scene.At}/connections", scene.Lead)).Text,
            StringComparison.Ordinal);

        async Task Taken(string kind, params (string Field, Guid Id)[] addressed)
        {
            var letter = Recorded(kind);
            letter["from"] = North;
            letter["to"] = East;
            letter["operation"] = $"{Guid.CreateVersion7()}";
            foreach (var (field, id) in addressed) letter[field] = $"{id}";
            Assert.Equal((204, null), await caller.PostJson(letter));
        }

        async Task<string?> State() =>
            (await area.Http.Get($"members/me/seats/{seat}", guest)).Is(200).GetProperty("state").GetString();
    }

    [Fact]
    public async Task It_is_sent_no_field_and_no_kind_that_it_does_not_know()
    {
        await using var north = await FakeNeighbour.Start(area.North);
        await EveryKindOfLetter(north);
        foreach (var kind in north.Letters.GroupBy(letter => $"{letter["kind"]}"))
        {
            var known = kind.Key == "seatAsked" ? Recorded("seatAsked.guest") : Recorded(kind.Key);
            Assert.All(kind, letter => Assert.Subset(Paths(known), Paths(letter)));
        }
        Assert.Equal(
            Accepts.First.Letters,
            north.Letters.Select(letter => $"{letter["kind"]}").Distinct().Order(StringComparer.Ordinal));

        using var caller = north.CallerOf(area.East.At);
        using var page = await caller.Get("/link/v1/cards");
        Assert.Subset(
            Paths(Recorded("cards")),
            Paths(JsonNode.Parse(await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken))!));
    }

    // What the recording was made with too, so that every kind and every field was there.
    private async Task EveryKindOfLetter(FakeNeighbour north)
    {
        var scene = await Scene.Make(area);
        var theirs = Guid.CreateVersion7();
        var theirMeeting = Guid.CreateVersion7();
        var guest = await area.APerson();
        var asked = SeatId.Random();
        (await area.Http.Put(
            $"members/me/seats/{asked}",
            guest,
            new { area = North, groupId = theirs, shownAs = "Robin", consent = true })).Is(201);
        Assert.Equal(204, (await area.Http.Delete($"members/me/seats/{asked}", guest)).Status);

        var seat = await scene.AGuestWhoAsks(area.North.Area);
        (await area.Http.Put($"{scene.At}/seats/{seat}", scene.Lead, new { welcome = true })).Is(200);
        (await area.Http.Put(
            $"meetings/{Guid.CreateVersion7()}/record",
            scene.Lead,
            scene.ALog() with { Present = [scene.Member.Id, new(seat.Value)] })).Is(201);
        await RunningArea.Until(() => Task.FromResult(north.LettersOf("seatMarked", seat.Value).Count > 0));
        Assert.Equal(204, (await area.Http.Delete($"{scene.At}/seats/{seat}", scene.Lead)).Status);

        (await area.Http.Put($"{scene.At}/connections/{North}/{theirs}", scene.Lead)).Is(201);
        using var caller = north.CallerOf(area.East.At);
        await Say(Recorded("connectionSaid"));
        var meeting = await scene.AMeetingToCome();
        (await area.Http.Put($"{scene.At}/shared/{meeting}", scene.Lead, new { open = true })).Is(200);

        await Say(Recorded("meetingShared"));
        await scene.Known();
        var asGuest = SeatId.Random();
        (await area.Http.Put(
            $"members/me/seats/{asGuest}", scene.Member,
            new
            {
                area = North,
                groupId = theirs,
                shownAs = "Robin",
                consent = true,
                guestOf = scene.Group,
                meetingId = theirMeeting
            }))
            .Is(201);
        foreach (var (kind, about) in ((string, Guid)[])[
            ("seatAsked", asGuest.Value),
            ("seatLeft", asked.Value),
            ("seatEnded", seat.Value),
            ("meetingShared", Guid.Parse(meeting))
        ])
            await RunningArea.Until(() => Task.FromResult(north.LettersOf(kind, about).Count > 0));

        async Task Say(JsonObject letter)
        {
            letter["from"] = North;
            letter["to"] = East;
            letter["group"] = $"{theirs}";
            letter["with"] = $"{scene.Group}";
            if (letter.ContainsKey("meeting")) letter["meeting"] = $"{theirMeeting}";
            letter["operation"] = $"{Guid.CreateVersion7()}";
            Assert.Equal((204, null), await caller.PostJson(letter));
        }
    }

    private async Task<JsonElement> Found() =>
        (await area.Http.Get($"groups?area={North}")).Is(200).GetProperty("items");

    /// <summary>A page or a letter as it was recorded.</summary>
    internal static JsonObject Recorded(string name)
    {
        return JsonNode.Parse(
            File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Link", "Previous", $"{name}.json")))!.AsObject();
    }

    /// <summary>The names of all fields, each with the path to it.</summary>
    private static HashSet<string> Paths(JsonNode? node) => node switch
    {
        JsonObject fields =>
            [.. fields.SelectMany(field => Paths(field.Value).Select(path => $"{field.Key}.{path}").Append(field.Key))],
        JsonArray items => [.. items.SelectMany(Paths)],
        _ => [],
    };
}
