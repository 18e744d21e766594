using System.Text.Json;
using System.Text.Json.Nodes;
using PeerNet.Contracts.Worries;
using PeerNet.Gateway.Tests.SupportOffers;

namespace PeerNet.Gateway.Tests.Worries;

/// <summary>A worry from its writer to the area's coordinators and back, and who never finds out.</summary>
public sealed class WorryTests(RunningArea area)
{
    private static readonly string[] States = ["waiting", "actedOn", "answered"];

    [Fact]
    public async Task A_coordinator_reads_a_worry_acts_on_it_and_closes_it_with_an_answer()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"worries/{Guid.CreateVersion7()}";
        var says = WorryAccess.About(scene, scene.Stranger);
        (await area.Http.Put(at, scene.Member, says)).Is(201);
        (await area.Http.Put(at, scene.Member, says)).Is(200);
        (await area.Http.Put(at, scene.Member, says with { Text = "Other words" })).Refuses(409, "worry.differs");
        var read = (await area.Http.Get(at, scene.Coordinator)).Is(200);
        var waiting = await Listed("worries", scene.Coordinator);
        // The list ends after a hundred, and other tests write worries too.
        Assert.True(waiting.Length == 100 || waiting.Any(worry => At(worry) == at));
        Assert.Equal(("person", RunningArea.Canary), (Word(read, "about"), Word(read, "text")));
        Assert.Equal($"{scene.Member.Id}", Word(read, "writtenBy"));

        (await area.Http.Put($"{at}/action", scene.Coordinator)).Is(200);
        (await area.Http.Put($"{at}/action", scene.Coordinator)).Is(200);
        Assert.Equal("actedOn", Word((await area.Http.Get(at, scene.Member)).Is(200), "state"));
        (await area.Http.Put($"{at}/answer", scene.Coordinator, new { answer = "" }))
            .Refuses(422, "worry.field", "answer");
        (await area.Http.Put($"{at}/answer", scene.Coordinator, WorryAccess.AnAnswer)).Is(200);
        (await area.Http.Put($"{at}/answer", scene.Coordinator, WorryAccess.AnAnswer)).Is(200);
        (await area.Http.Put($"{at}/answer", scene.Coordinator, new { answer = "Other words" }))
            .Refuses(409, "worry.answered");
        (await area.Http.Put($"{at}/action", scene.Coordinator)).Refuses(409, "worry.answered");

        var closed = Assert.Single(await Listed("members/me/worries", scene.Member));
        Assert.Equal(("answered", WorryAccess.AnAnswer.Answer), (Word(closed, "state"), Word(closed, "answer")));
        Assert.False(closed.TryGetProperty("writtenBy", out _));
        Assert.Contains(await Listed("worries?state=answered", scene.Coordinator), worry => At(worry) == at);
        Assert.DoesNotContain(await Listed("worries", scene.Coordinator), worry => At(worry) == at);
        (await area.Http.Get("worries?state=open", scene.Coordinator)).Refuses(400, "request.parameter", "state");
    }

    [Fact]
    public async Task Whoever_it_is_about_sees_no_difference_anywhere()
    {
        var scene = await (await Scene.Make(area)).Known();
        var offer = $"offers/{Guid.CreateVersion7()}";
        (await area.Http.Put(offer, scene.Lead, SupportOfferAccess.ALift)).Is(201);
        var before = await Everything(scene, scene.Lead, offer);
        foreach (var says in new[]
        {
            WorryAccess.About(scene, scene.Lead), WorryAccess.AboutGroup(scene),
            new(WorrySubject.Offer, Guid.Parse(offer.Split('/')[1]), RunningArea.Canary),
        })
        {
            var at = await scene.AWorry(area.Http, says);
            (await area.Http.Put($"{at}/action", scene.Coordinator)).Is(200);
            (await area.Http.Put($"{at}/answer", scene.Coordinator, WorryAccess.AnAnswer)).Is(200);
            (await area.Http.Get(at, scene.Lead)).Refuses(404, "worry.not-found");
            (await area.Http.Put(at, scene.Lead, says)).Refuses(404, "worry.not-found");
        }
        Assert.Equal(before, await Everything(scene, scene.Lead, offer));
    }

    [Fact]
    public async Task A_coordinator_finds_no_worry_about_themselves_their_offer_or_a_group_they_lead_or_led()
    {
        var scene = await (await Scene.Make(area)).Known();
        var lead = area.Someone(scene.Lead.Id, "coordinator");
        var offer = Guid.CreateVersion7();
        (await area.Http.Put($"offers/{offer}", lead, SupportOfferAccess.ALift)).Is(201);
        (await area.Http.Delete($"offers/{offer}", lead)).Is(204);
        var worries = new List<string>();
        foreach (var says in new[]
        {
            WorryAccess.About(scene, lead), WorryAccess.AboutGroup(scene),
            new(WorrySubject.Offer, offer, RunningArea.Canary),
        })
        {
            worries.Add(await scene.AWorry(area.Http, says));
        }
        (await area.Http.Delete($"{scene.At}/members/{lead.Id}", lead)).Is(204);
        foreach (var at in worries)
        {
            (await area.Http.Get(at, lead)).Refuses(404, "worry.not-found");
            (await area.Http.Put($"{at}/action", lead)).Refuses(404, "worry.not-found");
            (await area.Http.Put($"{at}/answer", lead, WorryAccess.AnAnswer)).Refuses(404, "worry.not-found");
        }
        foreach (var state in States)
        {
            var listed = await Listed($"worries?state={state}", lead);
            Assert.DoesNotContain(listed, worry => worries.Contains(At(worry)));
        }
        foreach (var at in worries) (await area.Http.Get(at, scene.Coordinator)).Is(200);
    }

    [Theory]
    [InlineData(WorrySubject.Person)]
    [InlineData(WorrySubject.Group)]
    [InlineData(WorrySubject.Offer)]
    public async Task What_does_not_exist_is_answered_like_what_does(WorrySubject about)
    {
        var scene = await (await Scene.Make(area)).Known();
        var offer = (await scene.AnOffer(area.Http)).Split('/')[1];
        var there = about switch
        {
            WorrySubject.Person => scene.Stranger.Id.Value,
            WorrySubject.Group => scene.Group.Value,
            _ => Guid.Parse(offer),
        };
        var erased = await area.APerson();
        (await area.Http.Delete($"members/{erased.Id}", erased)).Is(204);
        var answers = new List<string>();
        foreach (var subject in new[] { there, Guid.CreateVersion7(), erased.Id.Value })
        {
            var says = new WriteWorry(about, subject, RunningArea.Canary);
            var at = $"worries/{Guid.CreateVersion7()}";
            var written = (await area.Http.Put(at, scene.Member, says)).Is(201);
            var later = (await area.Http.Get(at, scene.Member)).Is(200);
            Assert.Equal($"{written}", $"{later}");
            answers.Add(Without(later, "id", "subjectId", "since"));
        }
        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task Erasing_its_writer_or_whom_it_is_about_deletes_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var offer = Guid.CreateVersion7();
        (await area.Http.Put($"offers/{offer}", scene.Stranger, SupportOfferAccess.ALift)).Is(201);
        var writer = await area.APerson();
        var his = $"worries/{Guid.CreateVersion7()}";
        (await area.Http.Put(his, writer, WorryAccess.AboutGroup(scene))).Is(201);
        var aboutPerson = await scene.AWorry(area.Http, WorryAccess.About(scene, scene.Stranger));
        var aboutOffer = await scene.AWorry(area.Http, new(WorrySubject.Offer, offer, RunningArea.Canary));
        var another = await scene.AWorry(area.Http);
        (await area.Http.Put($"{aboutPerson}/answer", scene.Coordinator, WorryAccess.AnAnswer)).Is(200);
        foreach (var person in new[] { writer, scene.Stranger })
            (await area.Http.Delete($"members/{person.Id}", person)).Is(204);
        foreach (var at in new[] { his, aboutPerson, aboutOffer })
        {
            await RunningArea.Until(async () => (await area.Http.Get(at, scene.Coordinator)).Status == 404);
            (await area.Http.Get(at, scene.Other)).Refuses(404, "worry.not-found");
            (await area.Http.Put(at, scene.Other, WorryAccess.AboutGroup(scene))).Refuses(404, "worry.not-found");
        }
        (await area.Http.Get(another, scene.Other)).Is(200);
        foreach (var state in States)
        {
            var listed = (await Listed($"worries?state={state}", scene.Coordinator)).Select(At);
            Assert.Empty(listed.Intersect([his, aboutPerson, aboutOffer]));
        }
    }

    private async Task<JsonElement[]> Listed(string at, Person by) =>
        [.. (await area.Http.Get(at, by)).Is(200).GetProperty("items").EnumerateArray()];

    private async Task<string> Everything(Scene scene, Person person, string offer)
    {
        var answers = new List<string>();
        foreach (var at in new[]
        {
            "members/me", $"members/{person.Id}", "members/me/home", "members/me/notices", "members/me/views",
            "members/me/offers", "members/me/worries", "members/me/attendance", "worries", scene.At,
            $"{scene.At}/meetings", offer,
        })
        {
            var answer = await area.Http.Get(at, person);
            answers.Add($"{at} {answer.Status} {answer.ETag} {Without(answer.Text)}");
        }
        return string.Join("\n", answers);
    }

    private static string Without(string text) =>
        JsonNode.Parse(text) is JsonObject read && read.Remove("traceId") ? read.ToJsonString() : text;

    private static string Without(JsonElement answer, params string[] names)
    {
        var read = JsonObject.Create(answer)!;
        foreach (var name in names) Assert.True(read.Remove(name), name);
        return read.ToJsonString();
    }

    private static string At(JsonElement worry) => $"worries/{Word(worry, "id")}";

    private static string? Word(JsonElement of, string name) => of.GetProperty(name).GetString();
}
