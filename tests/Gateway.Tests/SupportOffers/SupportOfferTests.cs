using System.Text.Json;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.Tests.SupportOffers;

/// <summary>Two people and an offer, from the first yes to the last word.</summary>
public sealed class SupportOfferTests(RunningArea area)
{
    private const string MakersMail = $"kim-{RunningArea.Canary}@example.invalid", TakersPhone = "01632 960123";

    [Fact]
    public async Task Two_people_find_each_other_meet_and_part()
    {
        var maker = await WithContact();
        var taker = await WithContact();
        var at = await Made(maker);
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, taker, Robin)).Is(201);
        (await area.Http.Put(match, taker, Robin)).Is(200);
        var seen = await MatchOf(at, maker);
        Assert.Equal(("takenUp", "Robin"), (Word(seen, "state"), Word(seen, "otherName")));
        Assert.False((await MatchOf(at, taker)).TryGetProperty("otherName", out _));
        await NobodyReaches(at, maker, taker);

        (await area.Http.Put($"{match}/agreement", maker, Kim)).Is(200);
        Assert.Equal("Kim", Word(await MatchOf(at, taker), "otherName"));
        Assert.Equal(TakersPhone, Reach(await MatchOf(at, maker)));
        Assert.Equal(MakersMail, Reach(await MatchOf(at, taker)));
        // It is read each time, so a change is seen at once.
        (await area.Http.Put($"members/{taker.Id}", taker, new { name = "Sam", contact = "01632 960999" }, "*"))
            .Is(200);
        Assert.Equal("01632 960999", Reach(await MatchOf(at, maker)));

        var when = new Arrangement(RunningArea.Today.AddDays(1), new(10, 30), RunningArea.Canary);
        (await area.Http.Put($"{match}/arrangement", taker, when)).Is(200);
        Assert.Equal("10:30", Word((await MatchOf(at, maker)).GetProperty("arrangement"), "at"));
        (await area.Http.Put($"{match}/outcome", maker, new { done = true, words = RunningArea.Canary })).Is(200);
        Assert.Equal("done", Word(await MatchOf(at, taker), "state"));
        Assert.True((await MatchOf(at, taker)).GetProperty("otherOutcome").GetProperty("done").GetBoolean());
        await NobodyReaches(at, maker, taker);
        (await area.Http.Delete(match, taker)).Is(204);
        (await area.Http.Delete(match, taker)).Is(204);
        Assert.Empty((await area.Http.Get(at, maker)).Is(200).GetProperty("matches").EnumerateArray());
        (await area.Http.Get(at, taker)).Refuses(404, "support-offer.not-found");
    }

    [Fact]
    public async Task Each_side_is_told_when_the_other_has_said_yes()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = await Made(maker);
        var match = Guid.CreateVersion7();
        (await area.Http.Put($"{at}/matches/{match}", taker, Robin)).Is(201);
        await RunningArea.Until(async () => await Notices(maker) is [("offerTakenUp", var id)] && id == match);
        Assert.Empty(await Notices(taker));
        (await area.Http.Put($"{at}/matches/{match}/agreement", maker, Kim)).Is(200);
        await RunningArea.Until(async () => await Notices(taker) is [("offerAgreed", var id)] && id == match);
        await RunningArea.Until(async () => await Notices(maker) is []);
        (await area.Http.Delete($"{at}/matches/{match}", maker)).Is(204);
        await RunningArea.Until(async () => await Notices(taker) is []);
    }

    [Fact]
    public async Task All_leads_of_a_group_are_told_that_its_offer_is_taken_up_until_one_of_them_answers()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await Made(scene.Lead, SupportOfferAccess.ALift with { GroupId = scene.Group });
        var match = Guid.CreateVersion7();
        (await area.Http.Put($"{at}/matches/{match}", await area.APerson(), Robin)).Is(201);
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => await Notices(lead) is [("offerTakenUp", var id)] && id == match);
        Assert.Empty(await Notices(scene.Member));
        (await area.Http.Put($"{at}/matches/{match}/agreement", scene.CoLead, Kim)).Is(200);
        foreach (var lead in new[] { scene.Lead, scene.CoLead })
            await RunningArea.Until(async () => await Notices(lead) is []);
    }

    [Fact]
    public async Task A_lead_who_agreed_for_a_group_and_leaves_it_shows_their_contact_no_more_and_can_end_the_match()
    {
        var scene = await (await Scene.Make(area)).Known();
        var says = new { name = "Kim", contact = MakersMail };
        (await area.Http.Put($"members/{scene.CoLead.Id}", scene.CoLead, says, "*")).IsYes();
        var taker = await WithContact();
        var at = await Made(scene.Lead, SupportOfferAccess.ALift with { GroupId = scene.Group });
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, taker, Robin)).Is(201);
        (await area.Http.Put($"{match}/agreement", scene.CoLead, Kim)).Is(200);
        Assert.Equal(MakersMail, Reach(await MatchOf(at, taker)));

        (await area.Http.Delete($"{scene.At}/members/{scene.CoLead.Id}", scene.CoLead)).Is(204);
        await RunningArea.Until(async () => !(await MatchOf(at, taker)).TryGetProperty("otherContact", out _));
        Assert.Equal(TakersPhone, Reach(await MatchOf(at, scene.Lead)));
        (await area.Http.Put($"{match}/agreement", scene.CoLead, Kim)).Refuses(404, "support-offer.match-not-found");
        (await area.Http.Delete(match, scene.CoLead)).Is(204);
        Assert.Empty((await area.Http.Get(at, scene.Lead)).Is(200).GetProperty("matches").EnumerateArray());
    }

    [Fact]
    public async Task Of_ten_who_take_up_a_single_offer_at_once_one_gets_it()
    {
        var at = await Made(await area.APerson());
        var people = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => area.APerson()));
        var answers = await Task.WhenAll(people.Select(
            person => area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", person, Robin)));
        Assert.Single(answers, answer => answer.Status == 201);
        Assert.All(
            answers.Where(answer => answer.Status != 201), answer => answer.Refuses(409, "support-offer.not-open"));
    }

    [Fact]
    public async Task An_outsider_learns_nothing_from_the_version()
    {
        var maker = await area.APerson();
        var at = await Made(maker, SupportOfferAccess.ALift with { HowOften = SupportFrequency.AsLongAsItLasts });
        var outsider = await area.APerson();
        var before = await area.Http.Get(at, outsider);
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", await area.APerson(), Robin)).Is(201);
        var after = await area.Http.Get(at, outsider);
        Assert.Equal((before.Text, before.ETag), (after.Text, after.ETag));
    }

    [Fact]
    public async Task A_paused_offer_waits_and_a_hidden_one_says_why_to_its_maker()
    {
        var maker = await area.APerson();
        var at = await Made(maker);
        (await area.Http.Put($"{at}/pause", maker)).Is(200);
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", await area.APerson(), Robin))
            .Refuses(409, "support-offer.not-open");
        (await area.Http.Delete($"{at}/pause", maker)).Is(200);
        var coordinator = await area.APerson("coordinator");
        (await area.Http.Put($"{at}/hidden", coordinator, new { reason = "" }))
            .Refuses(422, "support-offer.field", "reason");
        (await area.Http.Put($"{at}/hidden", coordinator, new { reason = RunningArea.Canary })).Is(200);
        Assert.Equal(RunningArea.Canary, Word((await area.Http.Get(at, maker)).Is(200), "hiddenBecause"));
        (await area.Http.Get(at, await area.APerson())).Refuses(404, "support-offer.not-found");
        (await area.Http.Delete($"{at}/hidden", coordinator)).Is(200);
        Assert.Equal("open", Word((await area.Http.Get(at, maker)).Is(200), "state"));
    }

    [Fact]
    public async Task A_withdrawn_offer_is_gone_and_its_id_stays_used()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = await Made(maker);
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", taker, Robin)).Is(201);
        (await area.Http.Delete(at, maker)).Is(204);
        (await area.Http.Delete(at, maker)).Is(204);
        (await area.Http.Get(at, maker)).Refuses(404, "support-offer.not-found");
        (await area.Http.Get(at, taker)).Refuses(404, "support-offer.not-found");
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift, "*")).Refuses(409, "support-offer.withdrawn");
    }

    [Fact]
    public async Task Erasing_a_person_removes_what_they_wrote_from_offers_and_matches()
    {
        var maker = await area.APerson();
        var taker = await area.APerson();
        var at = await Made(maker);
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, taker, Robin)).Is(201);
        (await area.Http.Delete($"members/{taker.Id}", taker)).Is(204);
        await RunningArea.Until(async () =>
            (await area.Http.Get(at, maker)).Is(200).GetProperty("matches").GetArrayLength() == 0);
        var next = await area.APerson();
        (await area.Http.Put($"{at}/matches/{Guid.CreateVersion7()}", next, Robin)).Is(201);
        (await area.Http.Delete($"members/{maker.Id}", maker)).Is(204);
        await RunningArea.Until(async () => (await area.Http.Get(at, next)).Status == 404);
    }

    [Fact]
    public async Task A_lead_who_looks_for_a_group_leaves_a_trace_and_a_person_who_was_shown_it_does_not()
    {
        var scene = await (await Scene.Make(area)).Known();
        var taker = await WithContact();
        var at = await Made(scene.Lead, SupportOfferAccess.ALift with { GroupId = scene.Group });
        var match = $"{at}/matches/{Guid.CreateVersion7()}";
        (await area.Http.Put(match, taker, Robin)).Is(201);
        (await area.Http.Put($"{match}/agreement", scene.CoLead, Kim)).Is(200);
        Assert.Equal(TakersPhone, Reach(await MatchOf(at, scene.Lead)));
        var views = (await area.Http.Get("members/me/views", taker)).Is(200).GetProperty("items").EnumerateArray()
            .Select(view => Word(view, "by"));
        Assert.Equal([$"{scene.CoLead.Id}", $"{scene.Lead.Id}"], views);
        _ = await MatchOf(at, taker);
        Assert.Empty((await area.Http.Get("members/me/views", scene.CoLead)).Is(200).GetProperty("items")
            .EnumerateArray());
    }

    [Fact]
    public async Task An_offer_that_is_missing_a_word_is_refused_by_its_field()
    {
        var maker = await area.APerson();
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift with { Outcode = "Lewes" }))
            .Refuses(422, "support-offer.field", "outcode");
        (await area.Http.Get(at, maker)).Refuses(404, "support-offer.not-found");
        var created = await area.Http.Put(at, maker, SupportOfferAccess.ALift);
        created.Is(201);
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift with { Online = true }))
            .Refuses(428, "version.needed");
        (await area.Http.Put(at, maker, SupportOfferAccess.ALift with { Online = true }, created.ETag)).Is(200);
    }

    private static object Robin => new { shownAs = "Robin", showContact = "phone" };

    private static object Kim => new { shownAs = "Kim", showContact = "email" };

    private async Task<string> Made(Person maker, SupportOfferTerms? terms = null)
    {
        var at = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, maker, terms ?? SupportOfferAccess.ALift)).Is(201);
        return at;
    }

    private async Task<Person> WithContact()
    {
        var person = await area.APerson();
        var contact = new { email = MakersMail, phone = TakersPhone };
        (await area.Http.Put($"members/{person.Id}", person, new { name = "Sam", contact }, "*")).Is(200);
        return person;
    }

    private async Task<JsonElement> MatchOf(string at, Person person) =>
        (await area.Http.Get(at, person)).Is(200).GetProperty("matches").EnumerateArray().Single();

    private async Task NobodyReaches(string at, params Person[] people)
    {
        foreach (var person in people)
        {
            var answer = (await area.Http.Get(at, person)).Text;
            Assert.DoesNotContain("otherContact", answer, StringComparison.Ordinal);
            Assert.DoesNotContain(TakersPhone, answer, StringComparison.Ordinal);
        }
    }

    private static string? Reach(JsonElement match) => Word(match.GetProperty("otherContact"), "value");

    private async Task<(string? Kind, Guid Match)[]> Notices(Person person)
    {
        return [.. (await area.Http.Get("members/me/notices", person)).Is(200).GetProperty("items").EnumerateArray()
            .Select(notice => (Word(notice, "kind"), notice.GetProperty("matchId").GetGuid()))];
    }

    private static string? Word(JsonElement of, string name) => of.GetProperty(name).GetString();
}
