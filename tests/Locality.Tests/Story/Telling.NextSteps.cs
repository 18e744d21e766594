using PeerNet.Contracts;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Locality.Tests.Story;

/// <summary>What people of one area write about what is to be done.</summary>
internal sealed class NextStepTexts(
    Func<string, Func<string, string>?, Canary> own, Func<string, Func<string, string>, Canary> everybodys)
{
    public Canary Text { get; } = own("next step", null);

    public Canary News { get; } = own("news of a next step", null);

    public Canary Dropped { get; } = own("reason for dropping a next step", null);

    public Canary Shared { get; } = everybodys("next step, for all areas", mark => $"Ask for {mark}");

    public Canary Declined { get; } = own("reason of a role for declining", null);

    public Canary RoleNews { get; } = own("news of a role", null);

    public Canary NewsOfShared { get; } = own("news of a next step for all areas", null);
}

/// <summary>
/// Two groups that gathered: one step is kept, and another dropped; a role declines one and does another; one more is
/// for all areas to read.
/// </summary>
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
        await AskARole(cast, says with { OwnerRoleId = new(cast.IdOf("role")) });
        await ShareANextStep(cast, says);
        foreach (var path in (string[])[kept, "next-steps", $"groups/{tea}/next-steps"])
            _ = (await door.Get(path, As(cast.Member))).Yes;
    }

    private async Task AskARole(Cast cast, WriteNextStep says)
    {
        var door = At(cast);
        var holder = As(cast.Holder);
        var declined = $"next-steps/{cast.IdOf("declined step")}";
        var taken = $"next-steps/{cast.IdOf("step of a role")}";
        foreach (var step in (string[])[declined, taken]) _ = (await door.Put(step, As(cast.Lead), says)).Yes;
        _ = (await door.Put($"{declined}/declined", holder, new DeclineNextStep(cast.NextStep.Declined.Text))).Yes;
        if (cast.Came) _ = (await door.Put($"{declined}/likes/{cast.IdOf("walk")}", As(cast.Lead), new { })).Yes;
        _ = (await door.Put($"{taken}/role-owner", holder, new { })).Yes;
        _ = (await door.Put(
            $"{taken}/role-news/{cast.IdOf("news of a role")}", holder,
            new TellRoleNews(cast.NextStep.RoleNews.Text))).Yes;
    }

    // A wish for all areas stays at home until a group takes it on, and what is said about it always does.
    private async Task ShareANextStep(Cast cast, WriteNextStep says)
    {
        var door = At(cast);
        var step = $"next-steps/{cast.IdOf("shared step")}";
        foreach (var (at, text) in ((string, string)[])[
            (step, cast.NextStep.Shared.Text),
            ($"next-steps/{cast.IdOf("wish for all areas")}", cast.NextStep.Text.Text)
        ])
        {
            _ = (await door.Put(
                at, As(cast.Lead), says with { Text = text, GatheringId = null, Readers = Readers.AllAreas })).Yes;
        }
        _ = (await door.Put($"{step}/owner", As(cast.Lead), new { groupId = cast.IdOf("tea") })).Yes;
        _ = (await door.Put(
            $"{step}/news/{cast.IdOf("news")}", As(cast.Helper),
            new { groupId = cast.IdOf("second group of a gathering"), text = cast.NextStep.NewsOfShared.Text })).Yes;
    }

    /// <summary>Waits until a next step of another area has been read, and reads it.</summary>
    private async Task NextStepsCrossed(Cast cast, Cast other)
    {
        await Eventually.So($"{cast.Area} reads what groups of {other.Area} have set themselves to do", async () =>
            (await At(cast).Get("next-steps/elsewhere", As(cast.Member))).Text.Contains(
                other.NextStep.Shared.Mark, StringComparison.Ordinal));
    }
}
