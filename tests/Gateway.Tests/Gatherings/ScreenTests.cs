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
        var second = first with { At = $"{first.At[..^36]}{Guid.CreateVersion7()}" };
        await scene.Open(area.Http, second, GatheringAccess.AVote with { Text = "The second?" });
        foreach (var question in new[] { second, first })
            (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        Assert.Equal("The first?", (await member.Get($"/{first.Gathering}/screen")).Is(200).Heading);
    }
}
