using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What a screen in the room shows.</summary>
public sealed class ScreenTests(RunningArea area)
{
    [Fact]
    public async Task It_shows_the_question_that_closed_last_whichever_was_drafted_first()
    {
        var scene = await (await Scene.Make(area)).Known();
        var first = await scene.AQuestion(area.Http, GatheringAccess.AVote with { Text = "The first?" });
        var second = first.Another();
        await scene.Open(area.Http, second, GatheringAccess.AVote with { Text = "The second?" });
        foreach (var question in new[] { second, first })
            (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        Assert.Equal("The first?", (await member.Get($"/{first.Gathering}/screen")).Is(200).Heading);
    }

    [Fact]
    public async Task Hands_down_leaves_it_on_the_screen_and_ends_the_slips_until_the_last_sheet_is_typed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, GatheringAccess.AVote with { Text = "Which?" }, 6, 5, 7, 6);
        var slip = (await scene.Slips(area.Http, question, 0, 1))[0];
        using var lead = Browser.At(area.East, scene.Lead);
        using var member = Browser.At(area.East, scene.Member);
        var page = (await lead.Get($"/{question.Gathering}")).Is(200).Says("Hands down");
        page = (await lead.Submit(page, $"/{question.At}/counting")).Is(200).Says("Hands are down: tables count");
        (await area.Http.Put($"{question.At}/slips", null, new SpendSlip(slip, ["A"])))
            .Refuses(409, "gathering.not-open");
        (await area.Http.Get($"{question.At}/result", scene.Lead)).Refuses(409, "gathering.still-open");
        (await member.Get($"/{question.Gathering}/screen")).Is(200)
            .Says("Which?").Says("Hands are down.").DoesNotSay("Raise a hand");
        foreach (var (place, present) in ((int, int)[])[(0, 6), (1, 5), (2, 7), (3, 6)])
        {
            var counted = question.Hands(place, present, present, 1);
            (await area.Http.Put(question.Entry(place), scene.Lead, counted)).Is(201);
        }
        (await lead.Submit(page, $"/{question.At}/close")).Is(200);
        (await member.Get($"/{question.Gathering}/screen")).Is(200).Says("24 of 24");
    }
}
