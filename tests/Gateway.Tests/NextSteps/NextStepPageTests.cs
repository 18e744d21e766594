using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.NextSteps;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>Writing a next step down, doing it and keeping it, in a browser without JavaScript.</summary>
public sealed class NextStepPageTests(RunningArea area)
{
    [Fact]
    public async Task A_member_writes_it_down_a_lead_does_it_and_another_group_keeps_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        var group = (await member.Get($"/{scene.At}")).Is(200);
        var list = (await member.Get(group.Link("Next steps"))).Is(200).Says("Nobody has written one down yet.");
        var form = (await member.Get(list.Link("Write down a next step"))).Is(200);
        var written = (await member.Submit(form, $"/{scene.At}/steps/new", Typed(second))).Is(200)
            .Says("Nobody has taken it on yet.").Says($"A bus stop {RunningArea.Canary}").Says("Time");
        Assert.Equal($"/steps/{form.Value("id")}", written.Path);
        written.DoesNotSay("Take it on for");
        (await member.Submit(form, $"/{scene.At}/steps/new", Typed(second))).Is(200);

        using var lead = Browser.At(area.East, scene.Lead);
        var wish = (await lead.Get(written.Path)).Is(200);
        var step = $"next-steps/{form.Value("id")}";
        var says = System.Text.Json.Nodes.JsonNode.Parse(
            (await area.Http.Get(step, scene.Member)).Is(200).GetProperty("says").GetRawText())!;
        says["text"] = $"A bus stop and a bench {RunningArea.Canary}";
        (await area.Http.Put(step, scene.Member, says, "*")).Is(200);
        var changed = (await lead.Submit(wish, $"{written.Path}/owner")).Is(422).Says("Somebody has changed this")
            .Says("and a bench");
        var open = (await lead.Submit(changed, $"{written.Path}/owner")).Is(200).Says("It is moving");
        (await lead.Submit(open, $"{written.Path}/news", ("text", " "))).Is(422).Says("Enter something");
        var said = $"They came to look {RunningArea.Canary}";
        (await lead.Submit(open, $"{written.Path}/news", ("text", said))).Is(200).Says(said);
        (await lead.Submit(open, $"{written.Path}/news", ("text", said))).Is(200);
        var done = (await lead.Submit(open, $"{written.Path}/done")).Is(200).Says("It is done.");
        done.DoesNotSay("It was kept, says");

        using var other = Browser.At(area.East, scene.Other);
        var asked = (await other.Get(written.Path)).Is(200).Says("It was kept, says");
        (await other.Submit(asked, $"{written.Path}/kept")).Is(200).Says("said that it was kept");
        (await other.Get($"/groups/{second}/steps")).Is(200).Says("It was kept.");
        (await other.Get("/steps")).Is(200).Says("were kept").DoesNotSay("Take a name out");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var read = (await coordinator.Get(written.Path)).Is(200);
        (await coordinator.Submit(read, $"{written.Path}/take-out", ("words", "Robin"))).Is(422)
            .Says("These words are not in it.");
        (await coordinator.Submit(read, $"{written.Path}/take-out", ("words", "look"))).Is(200)
            .Says("They came to [taken out]");
        (await lead.Submit(done, $"{written.Path}/news", ("text", "Late"))).Is(422).Says("Somebody has changed this")
            .Says("What you wrote, which was not saved").Says("Late");
    }

    [Fact]
    public async Task A_group_says_that_it_likes_a_wish_which_is_then_listed_as_one_that_needs_an_owner()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AWishOfAnother(area.Http);
        var path = at.Replace("next-steps", "/steps", StringComparison.Ordinal);
        using var member = Browser.At(area.East, scene.Member);
        var wish = (await member.Get(path)).Is(200).Says("Nobody has taken it on yet.");
        (await member.Submit(wish, $"{path}/likes")).Is(200)
            .Says("Liked, needs an owner.").Says("A few groups like it.").DoesNotSay("likes it");
        (await member.Get($"/{scene.At}/steps")).Is(200)
            .Says("Liked, needs an owner").Says("A few groups like it.").DoesNotSay("Wishes that nobody");
        var text = (await area.Http.Get(at, scene.Other)).Is(200).GetRawText();
        Assert.DoesNotContain("likedBy", text, StringComparison.Ordinal);
        (await area.Http.Put($"{at}/likes/{scene.Group}", scene.Stranger)).Refuses(403, "next-step.own-groups-only");
    }

    [Theory]
    [InlineData(13, "Liked, needs an owner.")]
    [InlineData(14, "Liked since {0}, and it still needs an owner. Could your group take it on?")]
    public void After_fourteen_days_without_an_owner_it_asks_for_one(int days, string said)
    {
        var liked = new NextStepDetails
        {
            Id = new(Guid.CreateVersion7()), State = NextStepState.Wish, Likes = new(true, 4),
            LikedOn = RunningArea.Today.AddDays(-days), Says = StepsInAScene.AStep(default, default),
        };
        Assert.Equal(said, StepWords.Standing(liked, RunningArea.Today).Text);
        Assert.Equal("4 groups like it.", $"{StepWords.Likes(liked)}");
        var unliked = liked with { Likes = FewOrMore.None, LikedOn = null };
        Assert.Equal("Nobody has taken it on yet.", StepWords.Standing(unliked, RunningArea.Today).Text);
    }

    [Fact]
    public async Task What_is_wrong_with_it_is_said_and_what_was_typed_is_kept()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        using var member = Browser.At(area.East, scene.Member);
        var at = $"/{scene.At}/steps/new";
        var form = (await member.Get(at)).Is(200);
        var wrong = (await member.Submit(form, at, ("text", "A bus stop"))).Is(422)
            .Says("Choose a group.").Says("Enter the day.").Says("Choose what has to change.");
        Assert.Equal("A bus stop", wrong.Document.QuerySelector("textarea")!.TextContent);
        (await member.Submit(form, at, Typed(second, ("dueOn", "2099-01-01")))).Is(422)
            .Says("Enter a day in the last year or the next two.");
        (await member.Submit(form, at, Typed(scene.Group, ("ownerId", "us")))).Is(422)
            .Says("Choose another group.");
        (await member.Submit(form, at, Typed(second))).Is(200);
        (await member.Submit(form, at, Typed(second, ("cost", "money")))).Is(422)
            .Says("You have already sent this.");
    }

    [Fact]
    public async Task A_lead_gives_it_up_with_a_reason_and_nobody_else_can()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.AnOpenStep(area.Http)}";
        var path = $"/steps/{at.Split('/')[^1]}";
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get(path)).Is(200).DoesNotSay("Give it up");
        (await stranger.Get($"{path}/drop")).Is(403);
        (await stranger.Get($"/{scene.At}/steps/new")).Is(403);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get((await lead.Get(path)).Link("Give it up"))).Is(200);
        (await lead.Submit(form, $"{path}/drop", ("reason", ""))).Is(422).Says("Enter something");
        var reason = $"The hall moves {RunningArea.Canary}";
        (await lead.Submit(form, $"{path}/drop", ("reason", reason))).Is(200).Says("It was given up.").Says(reason);
        (await lead.Submit(form, $"{path}/drop", ("reason", reason))).Is(200);
        (await lead.Submit(form, $"{path}/drop", ("reason", "Another"))).Is(422).Says("Somebody has changed this");
        using var visitor = Browser.At(area.East.Url);
        Assert.StartsWith("/sign-in?to=", (await visitor.Get(path)).Path, StringComparison.Ordinal);
    }

    private static (string, string)[] Typed(GroupId other, params (string Name, string Value)[] instead)
    {
        (string Name, string Value)[] usual =
        [
            ("text", $"A bus stop {RunningArea.Canary}"), ("for", $"{other}"), ("layer", "system"), ("cost", "time"),
            ("dueOn", RunningArea.Today.AddDays(90).ToString("yyyy-MM-dd", null)),
        ];
        return [.. usual.Where(one => instead.All(typed => typed.Name != one.Name)), .. instead];
    }
}
