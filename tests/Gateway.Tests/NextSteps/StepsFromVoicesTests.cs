using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>What a room gives its voices to becomes a next step.</summary>
public sealed class StepsFromVoicesTests(RunningArea area)
{
    private readonly ImmutableArray<string> five = ["A bus stop", "A bench", "A lamp", "A kettle", "A wider door"];

    private static readonly AskQuestion Asks = new()
    {
        Kind = QuestionKind.Voices, Text = "What first?",
        Options = ["A bus stop", "A bench", "A kettle", "A wider door"],
    };

    [Fact]
    public async Task What_came_first_is_written_down_without_typing_it_again()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, Asks, 6, 5, 7);
        foreach (var (place, present) in ((int, int)[])[(0, 6), (1, 5), (2, 7)])
        {
            var hands = question.Hands(place, present, present, 1, 0, 0);
            (await area.Http.Put(question.Entry(place), scene.Lead, hands)).Is(201);
        }
        using var member = Browser.At(area.East, scene.Member);
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await member.Get($"/{question.Gathering}")).Is(200).DoesNotSay("Write down: A bus stop");
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);

        var room = (await member.Get($"/{question.Gathering}")).Is(200)
            .Says("What people liked").Says("Write down: A bench").DoesNotSay("Write down: A kettle");
        var form = (await member.Get(room.LinkWith("Write down: A bus stop"))).Is(200);
        Assert.Equal("A bus stop", TextOf(form));
        Assert.Equal(question.Gathering[^36..], form.Value("gatheringId"));
        (await stranger.Get($"/{question.Gathering}")).Is(200)
            .Says("A bus stop: needs an owner").DoesNotSay("Write down: A bus stop");

        (string, string)[] typed =
        [
            ("text", "A bus stop by the hall"), ("for", $"{await scene.ASecondGroup(area.Http)}"), ("layer", "system"),
            ("cost", "time"), ("dueOn", RunningArea.Today.AddDays(90).ToString("yyyy-MM-dd", null)),
        ];
        var again = (await member.Submit(form, $"/{scene.At}/steps/new", typed[0])).Is(422);
        var step = (await member.Submit(again, $"/{scene.At}/steps/new", typed)).Is(200)
            .Says("Liked, needs an owner.").Says("What people liked at a gathering");
        var wish = (await member.Get($"/{question.Gathering}")).Is(200)
            .DoesNotSay("Write down: A bus stop").Says("Write down: A bench");
        Assert.Equal(step.Path, wish.LinkWith("A bus stop: needs an owner"));

        using var lead = Browser.At(area.East, scene.Lead);
        var drop = (await lead.Get($"{step.Path}/drop")).Is(200);
        (await lead.Submit(drop, $"{step.Path}/drop", ("reason", "The road is closed"))).Is(200);
        (await member.Get($"/{question.Gathering}")).Is(200).Says("Write down: A bus stop");
    }

    [Fact]
    public async Task Of_what_twenty_people_liked_each_says_who_does_it_or_that_it_needs_an_owner()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var question = await Liked(scene);
        foreach (var (box, text) in ((string, string)[])[("A", "Ask the bus company"), ("C", "Ask for a lamp")])
            await Take(await Step(text, box));
        await Drop(await Step("Buy a kettle", "D"));
        await Take(await Step("Borrow a kettle", "D"));

        var result = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200).GetProperty("options");
        Assert.Equal(
            [(14, 1), (11, 2), (11, 2), (6, 4), (3, 5), (0, 6)],
            result.EnumerateArray().Select(option =>
                (option.GetProperty("voices").GetInt32(), option.GetProperty("place").GetInt32())));
        using var stranger = Browser.At(area.East, scene.Stranger);
        await Says();
        foreach (var keeper in (Person[])[scene.Lead, scene.Other])
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        await Says();

        async Task Says()
        {
            var page = (await stranger.Get($"/{question.Gathering}")).Is(200).Says("What people liked, and who does");
            Assert.Equal(
                [
                    $"A bus stop: {Scene.Description.Name}", "A bench: needs an owner",
                    $"A lamp: {Scene.Description.Name}", $"A kettle: {Scene.Description.Name}",
                    "A wider door: needs an owner",
                ],
                page.Document.QuerySelectorAll("li").Select(line => line.TextContent.Trim())
                    .Where(line => line.Contains(": ", StringComparison.Ordinal)
                        && five.Any(option => line.StartsWith(option, StringComparison.Ordinal)))
                    .OrderBy(line => five.IndexOf(line.Split(':')[0])));
        }

        async Task<string> Step(string text, string box)
        {
            var at = $"next-steps/{Guid.CreateVersion7()}";
            (await area.Http.Put(at, scene.Lead, From(scene, second, question, box) with { Text = text })).Is(201);
            return at;
        }

        async Task Take(string step) =>
            (await area.Http.Put($"{step}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);

        async Task Drop(string step) =>
            (await area.Http.Put($"{step}/dropped", scene.Lead, new DropNextStep("There is one"))).Is(200);
    }

    [Fact]
    public async Task A_step_comes_only_from_what_people_liked_once_the_question_is_closed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var question = await Liked(scene, closes: false);
        var says = From(scene, second, question, "A");
        await Refuses(says);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        foreach (var box in (string[])["F", "Z", "", "itDepends"]) await Refuses(From(scene, second, question, box));
        await Refuses(says with { From = new(new(Guid.CreateVersion7()), "A") });
        await Refuses(says with { GatheringId = null });
        (await area.Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, says)).Is(201);

        async Task Refuses(WriteNextStep wrong)
        {
            var refused = await area.Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, wrong);
            Assert.Contains(
                "\"field\":\"from\"", refused.Refuses(422, "next-step.field").Text, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Z")]
    [InlineData("")]
    [InlineData("itDepends")]
    public async Task An_option_that_is_not_there_leaves_an_empty_form(string option)
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, Asks);
        using var member = Browser.At(area.East, scene.Member);
        var asked = $"gathering={question.Gathering[^36..]}&question={question.At[^36..]}&option={option}";
        var form = (await member.Get($"/{scene.At}/steps/new?{asked}")).Is(200);
        Assert.Equal("", TextOf(form));
    }

    // Twenty people at three tables; nobody wants a fountain.
    private async Task<RoomQuestion> Liked(Scene scene, bool closes = true)
    {
        var question = await scene.AQuestion(area.Http, Asks with { Options = [.. five, "A fountain"] }, 7, 7, 6);
        int[][] hands = [[5, 4, 4, 2, 1, 0], [5, 4, 4, 2, 1, 0], [4, 3, 3, 2, 1, 0]];
        foreach (var (place, counts) in hands.Index())
        {
            var sheet = question.Hands(place, place == 2 ? 6 : 7, [.. counts]);
            (await area.Http.Put(question.Entry(place), scene.Lead, sheet)).Is(201);
        }
        if (closes) (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        return question;
    }

    private static WriteNextStep From(Scene scene, GroupId second, RoomQuestion question, string box)
    {
        return StepsInAScene.AStep(scene.Group, second) with
        {
            GatheringId = new(new(question.Gathering[^36..])),
            From = new(new(new(question.At[^36..])), box),
        };
    }

    private static string TextOf(Shown form) =>
        form.Document.QuerySelector("main textarea[name=text]")!.TextContent.Trim();
}
