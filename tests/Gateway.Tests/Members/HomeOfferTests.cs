using System.Text.Json;

namespace PeerNet.Gateway.Tests.Members;

/// <summary>Offers and requests on the page that a person sees first.</summary>
public sealed class HomeOfferTests(RunningArea area)
{
    [Fact]
    public async Task An_offer_is_seen_by_its_maker_and_by_whoever_has_taken_it_up_and_by_no_other()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var other = await area.APerson();
        var offer = Guid.CreateVersion7();
        var match = Guid.CreateVersion7();
        (await area.Http.Put($"offers/{offer}", maker, new { side = "request", kind = "things", howOften = "once" }))
            .Is(201);
        (await area.Http.Put($"offers/{offer}/matches/{match}", taker, new { shownAs = RunningArea.Canary })).Is(201);
        var waiting = Assert.Single(await Waiting(maker, "offersTakenUp"));
        Assert.Equal(
            ($"{offer}", $"{match}", RunningArea.Canary),
            (Text(waiting, "offerId"), Text(waiting, "matchId"), Text(waiting, "otherName")));
        Assert.Equal(1, await Count(maker, "offersTakenUp"));
        foreach (var (person, isMine) in new[] { (maker, true), (taker, false) })
        {
            var line = Assert.Single(await List(person, "offers"));
            Assert.Equal(
                ($"{offer}", "request", "takenUp"), (Text(line, "id"), Text(line, "side"), Text(line, "match")));
            Assert.Equal(isMine, line.GetProperty("isMine").GetBoolean());
        }
        Assert.Empty(await List(other, "offers"));
        Assert.Empty(await Waiting(taker, "offersTakenUp"));
        Assert.Empty(await List(await area.APerson("coordinator"), "offers"));

        (await area.Http.Delete($"offers/{offer}/matches/{match}", maker)).Is(204);
        Assert.Empty(await Waiting(maker, "offersTakenUp"));
        Assert.Empty(await List(taker, "offers"));
        Assert.Single(await List(maker, "offers"));
        (await area.Http.Delete($"offers/{offer}", maker)).Is(204);
        Assert.Empty(await List(maker, "offers"));
    }

    [Fact]
    public async Task A_lead_sees_the_offers_of_their_group()
    {
        var scene = await (await Scene.Make(area)).Known();
        var offer = Guid.CreateVersion7();
        (await area.Http.Put(
            $"offers/{offer}", scene.Lead,
            new { side = "offer", kind = "things", howOften = "once", groupId = scene.Group })).Is(201);
        Assert.Equal($"{offer}", Text(Assert.Single(await List(scene.CoLead, "offers")), "id"));
        Assert.Empty(await List(scene.Member, "offers"));
    }

    private async Task<IReadOnlyList<JsonElement>> List(Person by, string list) =>
        [.. (await Home(by)).GetProperty(list).EnumerateArray()];

    private async Task<IReadOnlyList<JsonElement>> Waiting(Person by, string list) =>
        [.. (await Home(by)).GetProperty("waiting").GetProperty(list).EnumerateArray()];

    private async Task<int> Count(Person by, string list) =>
        (await Home(by)).GetProperty("waiting").GetProperty("counts").GetProperty(list).GetInt32();

    private async Task<JsonElement> Home(Person by) => (await area.Http.Get("members/me/home", by)).Is(200);

    private static string? Text(JsonElement one, string field) => one.GetProperty(field).GetString();
}
