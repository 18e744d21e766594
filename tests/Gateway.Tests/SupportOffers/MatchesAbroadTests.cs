using System.Text.Json;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Tests.Link;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>People of the west and of Brighton, and offers of the east.</summary>
public sealed partial class MatchesAbroadTests(RunningArea area)
{
    private const string MakersMail = $"kim-{RunningArea.Canary}@example.invalid";
    private const string TakersPhone = $"01632 {RunningArea.Canary}";

    private static readonly object Robin = new { shownAs = $"Robin {RunningArea.Canary}", showContact = "phone" };
    private static readonly object Kim = new { shownAs = $"Kim {RunningArea.Canary}", showContact = "email" };

    [Fact]
    public async Task Two_people_of_two_areas_find_each_other_meet_and_part()
    {
        var since = RunningArea.Now;
        var maker = await WithContact(area.Http, await area.APerson());
        var taker = await WithContact(area.WestHttp, await area.AWesterner());
        var offer = await Made(maker, taker, area.WestHttp);
        var match = $"{offer}/matches/{Guid.CreateVersion7()}";
        (await area.WestHttp.Put($"{match}?area=east-sussex", taker, Robin)).Is(201);
        (await area.WestHttp.Put($"{match}?area=east-sussex", taker, Robin)).Is(200);
        await Until(async () => await There(offer, maker) is { } seen && Word(seen, "state") == "takenUp");
        var unknown = (await There(offer, maker))!.Value;
        Assert.Equal("west-sussex", Word(unknown, "takerArea"));
        Assert.False(unknown.TryGetProperty("otherName", out _) || unknown.TryGetProperty("otherContact", out _));

        (await area.Http.Put($"{match}/agreement", maker, Kim)).Is(200);
        await Until(async () => await AtHome(offer, taker) is { } seen && Reach(seen) == MakersMail);
        await Until(async () => await There(offer, maker) is { } seen && Reach(seen) == TakersPhone);
        Assert.StartsWith("Kim", Word((await AtHome(offer, taker))!.Value, "otherName"), StringComparison.Ordinal);
        await Until(async () => await Notice(taker) is "offerAgreed of east-sussex");
        var line = (await area.WestHttp.Get("members/me/home", taker)).Is(200).GetProperty("offers")[0];
        Assert.Equal(("east-sussex", "agreed"), (Word(line, "area"), Word(line, "match")));
        Assert.StartsWith("Robin", Word((await There(offer, maker))!.Value, "otherName"), StringComparison.Ordinal);

        var when = new Arrangement(RunningArea.Today.AddDays(1), new(10, 30), RunningArea.Canary);
        (await area.WestHttp.Put($"{match}/arrangement?area=east-sussex", taker, when)).Is(200);
        await Until(async () => await AtHome(offer, taker) is { } seen && Word(seen, "state") == "arranged");
        Assert.Equal("10:30", Word((await There(offer, maker))!.Value.GetProperty("arrangement"), "at"));

        (await area.WestHttp.Put(
            $"{match}/outcome?area=east-sussex", taker, new { done = true, words = RunningArea.Canary })).Is(200);
        await Until(async () => await AtHome(offer, taker) is { } seen && Word(seen, "state") == "done");
        Assert.True((await There(offer, maker))!.Value.GetProperty("otherOutcome").GetProperty("done").GetBoolean());
        Assert.Null(Reach((await AtHome(offer, taker))!.Value));
        Assert.Null(Reach((await There(offer, maker))!.Value));

        (await area.Http.Delete(match, maker)).Is(204);
        await Until(async () => await AtHome(offer, taker) is null);
        var coordinator = await area.APerson("coordinator");
        var id = match.Split('/')[^1];
        await Until(async () => (await Ledger.Since(since, area.Http, coordinator, "west-sussex")).Any(entry =>
            Word(entry, "kind") == "matchEnded" && Word(entry, "subject") == id
                && Word(entry, "acknowledgedAt") != ""));
        (await area.WestHttp.Delete($"{match}?area=east-sussex", taker)).Is(204);
    }

    [Fact]
    public async Task Of_two_areas_racing_for_one_offer_one_wins_and_the_other_is_told()
    {
        var maker = await area.APerson();
        var west = await area.AWesterner();
        var brighton = await area.ABrightonian();
        for (var round = 0; round < 3; round++)
        {
            var offer = await Made(maker, west, area.WestHttp);
            await IsFound(offer, brighton, area.BrightonHttp);
            (ApiClient Http, Person Person)[] racing = [(area.WestHttp, west), (area.BrightonHttp, brighton)];
            var taken = await Task.WhenAll(racing.Select(one => one.Http.Put(
                $"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", one.Person, Robin)));
            // Whoever hears that the card is gone before they ask is told at the door.
            var late = taken.Where(answer => answer.Status != 201).ToList();
            Assert.All(late, answer => answer.Refuses(409, "support-offer.not-open"));
            var states = new List<(string? State, string? Because)>();
            await Until(async () =>
            {
                states = [.. late.Select(_ => ((string?)"ended", (string?)"support-offer.not-open"))];
                foreach (var (http, person) in racing)
                {
                    if (await Match(http, offer, person) is { } seen && seen.GetProperty("acknowledged").GetBoolean())
                        states.Add((Word(seen, "state"), Word(seen, "because")));
                }
                return states.Count == racing.Length;
            });
            Assert.Equal([("ended", "support-offer.not-open"), ("takenUp", null)], states.OrderBy(one => one.State));
            Assert.NotNull(await There(offer, maker));
        }
    }

    [Fact]
    public async Task A_decline_leaves_nothing_to_see_and_the_offer_open()
    {
        var maker = await area.APerson();
        var taker = await area.AWesterner();
        var offer = await Made(maker, taker, area.WestHttp);
        var match = $"{offer}/matches/{Guid.CreateVersion7()}";
        (await area.WestHttp.Put($"{match}?area=east-sussex", taker, Robin)).Is(201);
        await Until(async () => await There(offer, maker) is not null);
        (await area.Http.Delete(match, maker)).Is(204);
        await Until(async () => await AtHome(offer, taker) is null);
        (await area.WestHttp.Put($"{match}/arrangement?area=east-sussex", taker, new Arrangement(RunningArea.Today)))
            .Refuses(404, "support-offer.match-not-found");
        (await area.WestHttp.Put($"{match}?area=east-sussex", taker, Robin)).Refuses(409, "support-offer.match-over");
        await IsFound(offer, taker, area.WestHttp);
    }

    [Fact]
    public async Task Erasing_either_person_ends_their_matches_in_the_other_area()
    {
        var maker = await area.APerson();
        var taker = await area.AWesterner();
        var first = await Made(maker, taker, area.WestHttp);
        (await area.WestHttp.Put($"{first}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin)).Is(201);
        await Until(async () => await There(first, maker) is not null);
        (await area.WestHttp.Delete($"members/{taker.Id}", taker)).Is(204);
        await Until(async () => await There(first, maker) is null);

        var other = await area.AWesterner();
        var second = await Made(maker, other, area.WestHttp);
        (await area.WestHttp.Put($"{second}/matches/{Guid.CreateVersion7()}?area=east-sussex", other, Robin)).Is(201);
        await Until(async () => await There(second, maker) is not null);
        (await area.Http.Delete($"members/{maker.Id}", maker)).Is(204);
        await Until(async () => await AtHome(second, other) is null);
    }

    [Fact]
    public async Task One_person_takes_an_offer_up_once_and_only_if_there_is_one()
    {
        var maker = await area.APerson();
        var taker = await area.AWesterner();
        var offer = await Made(
            maker, taker, area.WestHttp, new() { HowOften = SupportFrequency.AsLongAsItLasts, Side = 0, Kind = 0 });
        (await area.WestHttp.Put($"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin)).Is(201);
        (await area.WestHttp.Put($"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin))
            .Refuses(409, "support-offer.already-taken-up");
        var nowhere = $"offers/{Guid.CreateVersion7()}";
        (await area.WestHttp.Put($"{nowhere}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin))
            .Refuses(409, "support-offer.not-open");
        (await area.WestHttp.Put($"{nowhere}/matches/{Guid.CreateVersion7()}?area=mid-sussex", taker, Robin))
            .Refuses(404, "link.no-such-area");
        (await area.WestHttp.Get($"{nowhere}?area=east-sussex", taker)).Refuses(404, "support-offer.not-found");
        (await area.WestHttp.Put(
            $"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, new { shownAs = "" }))
            .Refuses(422, "support-offer.field", "shownAs");
    }

    [Fact]
    public async Task Of_several_take_ups_by_one_person_at_the_same_instant_one_counts()
    {
        var maker = await area.APerson();
        var taker = await area.AWesterner();
        var offer = await Made(
            maker, taker, area.WestHttp, new() { HowOften = SupportFrequency.AsLongAsItLasts, Side = 0, Kind = 0 });
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => area.WestHttp.Put(
            $"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin)));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201),
            answer => answer.Refuses(409, "support-offer.already-taken-up"));
        await Until(async () => await AtHome(offer, taker) is { } seen
            && seen.GetProperty("acknowledged").GetBoolean() && await There(offer, maker) is not null);

        var match = Word((await AtHome(offer, taker))!.Value, "id");
        (await area.Http.Delete($"{offer}/matches/{match}", maker)).Is(204);
        await Until(async () => await AtHome(offer, taker) is null);
        (await area.WestHttp.Put($"{offer}/matches/{Guid.CreateVersion7()}?area=east-sussex", taker, Robin)).Is(201);
    }

    private static string? Word(JsonElement of, string name) =>
        of.TryGetProperty(name, out var word) ? $"{word}" : null;

    private static string? Reach(JsonElement match) =>
        match.TryGetProperty("otherContact", out var contact) ? Word(contact, "value") : null;

    private async Task<string?> Notice(Person person)
    {
        var all = (await area.WestHttp.Get("members/me/notices", person)).Is(200).GetProperty("items");
        return all.EnumerateArray().Select(one => $"{Word(one, "kind")} of {Word(one, "area")}").SingleOrDefault();
    }

    private static Task Until(Func<Task<bool>> so) => RunningArea.Until(so);

    private static async Task<Person> WithContact(ApiClient http, Person person)
    {
        var contact = new { email = MakersMail, phone = TakersPhone };
        (await http.Put($"members/{person.Id}", person, new { name = "Sam", contact }, "*")).Is(200);
        return person;
    }

    private static async Task<JsonElement?> Match(ApiClient http, string offer, Person person)
    {
        var mine = (await http.Get("members/me/offers", person)).Is(200).GetProperty("items").EnumerateArray();
        var matches = mine.Where(one => $"offers/{one.GetProperty("id")}" == offer)
            .SelectMany(one => one.GetProperty("matches").EnumerateArray()).ToList();
        return matches.Count == 0 ? null : matches.Single();
    }

    private static Task IsFound(string offer, Person reader, ApiClient http)
    {
        return Until(async () =>
        {
            var found = await http.Get($"{offer}?area=east-sussex", reader);
            Assert.True(found.Status is 200 or 404, found.Text);
            return found.Status == 200;
        });
    }

    private Task<JsonElement?> There(string offer, Person maker) => Match(area.Http, offer, maker);

    private Task<JsonElement?> AtHome(string offer, Person taker) => Match(area.WestHttp, offer, taker);

    private async Task<string> Made(Person maker, Person reader, ApiClient http, SupportOfferTerms? terms = null)
    {
        var offer = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(offer, maker, (terms ?? SupportOfferAccess.ALift) with
        {
            Kind = SupportKind.Speaker, Audience = SupportAudience.AllAreas,
        })).Is(201);
        await IsFound(offer, reader, http);
        return offer;
    }
}
