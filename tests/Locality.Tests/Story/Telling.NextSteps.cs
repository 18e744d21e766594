using PeerNet.Contracts;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What people of one area write about what is to be done.</summary>
internal sealed class NextStepTexts(Func<string, Func<string, string>?, Canary> own)
{
    public Canary Text { get; } = own("next step", null);

    public Canary News { get; } = own("news of a next step", null);

    public Canary Dropped { get; } = own("reason for dropping a next step", null);
}

/// <summary>Two groups that gathered: one step is kept, and another dropped.</summary>
internal sealed partial class Telling
{
    private async Task NextSteps(Cast cast)
    {
        var door = At(cast);
        var lead = As(cast.Lead);
        var other = As(cast.Helper);
        var tea = cast.IdOf("tea");
        var second = cast.IdOf("second group of a gathering");
        var says = new WriteNextStep
        {
            Text = cast.NextStep.Text.Text,
            Layer = Layer.Organisation,
            DueOn = Today.AddDays(30),
            Cost = StepCost.None,
            GroupId = new(tea),
            GatheringId = new(cast.IdOf("gathering")),
            For = [new(second)],
        };
        foreach (var name in (string[])["kept step", "dropped step"])
        {
            var step = $"next-steps/{cast.IdOf(name)}";
            _ = (await door.Put(step, lead, says)).Yes;
            _ = (await door.Put($"{step}/owner", lead, new { groupId = tea })).Yes;
            _ = (await door.Put(
                $"{step}/news/{cast.IdOf("news")}", other,
                new { groupId = second, text = cast.NextStep.News.Text })).Yes;
        }
        var kept = $"next-steps/{cast.IdOf("kept step")}";
        _ = (await door.Put($"{kept}/done", lead, new { })).Yes;
        if (cast.Came) _ = (await door.Put($"{kept}/kept", other, new { groupId = second })).Yes;
        _ = (await door.Put(
            $"next-steps/{cast.IdOf("dropped step")}/dropped", lead,
            new { reason = cast.NextStep.Dropped.Text })).Yes;
        foreach (var path in (string[])[kept, "next-steps", $"groups/{tea}/next-steps"])
            _ = (await door.Get(path, As(cast.Member))).Yes;
    }
}
