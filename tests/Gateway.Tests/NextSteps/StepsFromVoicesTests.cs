using PeerNet.Contracts.Gatherings;
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
        (await stranger.Get($"/{question.Gathering}")).Is(200).DoesNotSay("Write down: A bus stop");
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

    private static string TextOf(Shown form) =>
        form.Document.QuerySelector("main textarea[name=text]")!.TextContent.Trim();
}
