using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>What a room gives its voices to becomes a next step.</summary>
public sealed class StepsFromVoicesTests(RunningArea area)
{
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
            .Says("Write down: A bench").DoesNotSay("Write down: A kettle");
        var form = (await member.Get(room.LinkWith("Write down: A bus stop"))).Is(200);
        Assert.Equal("A bus stop", TextOf(form));
        Assert.Equal(question.Gathering[^36..], form.Value("gatheringId"));
        (await stranger.Get($"/{question.Gathering}")).Is(200)
            .Says("A bus stop: needs an owner.").DoesNotSay("Write down: A bus stop");

        (string, string)[] typed =
        [
            ("text", "A bus stop by the hall"), ("for", $"{await scene.ASecondGroup(area.Http)}"), ("layer", "system"),
            ("cost", "time"), ("dueOn", RunningArea.Today.AddDays(90).ToString("yyyy-MM-dd", null)),
        ];
        var again = (await member.Submit(form, $"/{scene.At}/steps/new", typed[0])).Is(422);
        (await member.Submit(again, $"/{scene.At}/steps/new", typed)).Is(200).Says("Liked, needs an owner.");
        (await member.Get($"/{question.Gathering}")).Is(200)
            .Says("A bus stop:A bus stop by the hall Liked, needs an owner.")
            .DoesNotSay("Write down: A bus stop").Says("Write down: A bench");
    }

    [Fact]
    public async Task Of_what_twenty_people_liked_each_says_who_does_it_or_that_it_needs_an_owner()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var five = Asks with { Options = ["A bus stop", "A bench", "A lamp", "A kettle", "A wider door"] };
        var question = await scene.AQuestion(area.Http, five, 7, 7, 6);
        (await area.Http.Put(question.Entry(0), scene.Lead, question.Hands(0, 7, 5, 4, 4, 2, 1))).Is(201);
        (await area.Http.Put(question.Entry(1), scene.Lead, question.Hands(1, 7, 5, 4, 4, 2, 1))).Is(201);
        (await area.Http.Put(question.Entry(2), scene.Lead, question.Hands(2, 6, 4, 3, 3, 2, 1))).Is(201);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        foreach (var (box, text) in ((string, string)[])[("A", "Ask the bus company"), ("C", "Ask for a lamp")])
            await Take(await Step(text, new(Asked(question), box)));
        var dropped = await Step("Buy a kettle", new(Asked(question), "D"));
        (await area.Http.Put($"{dropped}/dropped", scene.Lead, new DropNextStep("There is one"))).Is(200);
        await Take(await Step("Borrow a kettle", new(Asked(question), "D")));

        var result = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200).GetProperty("options");
        Assert.Equal(
            [(14, 1), (11, 2), (11, 2), (6, 4), (3, 5)],
            result.EnumerateArray().Select(option =>
                (option.GetProperty("voices").GetInt32(), option.GetProperty("place").GetInt32())));
        using var stranger = Browser.At(area.East, scene.Stranger);
        await Says(stranger);
        (await area.Http.Put($"{question.Gathering}/closing", scene.Lead)).Is(200);
        (await area.Http.Put($"{question.Gathering}/closing", scene.Other)).Is(200);
        await Says(stranger);

        async Task Says(Browser browser)
        {
            var does = $"{Scene.Description.Name}: It is moving: something was said on";
            (await browser.Get($"/{question.Gathering}")).Is(200)
                .Says($"A bus stop:Ask the bus company {does}").Says("A bench: needs an owner.")
                .Says($"A lamp:Ask for a lamp {does}").Says("Buy a kettle It was given up.")
                .Says($"Borrow a kettle {does}").DoesNotSay("A kettle: needs an owner.")
                .Says("A wider door: needs an owner.");
        }

        async Task<string> Step(string text, VoicedOption from)
        {
            var at = $"next-steps/{Guid.CreateVersion7()}";
            var says = StepsInAScene.AStep(scene.Group, second) with
            {
                Text = text, GatheringId = new(new(question.Gathering[^36..])), From = from,
            };
            (await area.Http.Put(at, scene.Lead, says)).Is(201);
            return at;
        }

        async Task Take(string step) =>
            (await area.Http.Put($"{step}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
    }

    [Fact]
    public async Task A_step_names_no_option_that_is_not_there()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var question = await scene.AQuestion(area.Http, Asks);
        var gathering = new GatheringId(new(question.Gathering[^36..]));
        var liked = new VoicedOption(Asked(question), "A");
        var says = StepsInAScene.AStep(scene.Group, second) with { GatheringId = gathering, From = liked };
        foreach (var wrong in (WriteNextStep[])
            [
                says with { From = liked with { Box = "E" } }, says with { From = liked with { Box = "" } },
                says with { From = liked with { QuestionId = new(Guid.CreateVersion7()) } },
                says with { GatheringId = null },
            ])
        {
            var refused = await area.Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, wrong);
            Assert.Contains(
                "\"field\":\"from\"", refused.Refuses(422, "next-step.field").Text, StringComparison.Ordinal);
        }
        (await area.Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, says)).Is(201);
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

    private static QuestionId Asked(RoomQuestion question) => new(new(question.At[^36..]));

    private static string TextOf(Shown form) =>
        form.Document.QuerySelector("main textarea[name=text]")!.TextContent.Trim();
}
