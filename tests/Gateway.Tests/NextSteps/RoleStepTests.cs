using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>A role that is asked for a next step, in a browser without JavaScript.</summary>
public sealed class RoleStepTests(RunningArea area)
{
    [Fact]
    public async Task A_group_asks_a_role_which_finds_it_at_home_and_does_it_and_another_says_that_it_was_kept()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var role = await scene.ARole(area.Http);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{scene.At}/steps/new")).Is(200).Says($"Housing lead {RunningArea.Canary}");
        var wish = (await lead.Submit(
            form, $"/{scene.At}/steps/new", ("text", "A bus stop"), ("for", $"{second}"), ("ownerId", $"{role}"),
            ("dueOn", $"{RunningArea.Today.AddDays(9):yyyy-MM-dd}"), ("layer", "system"), ("cost", "time"))).Is(200)
            .Says($"Housing lead {RunningArea.Canary} is asked to do it").DoesNotSay("Take it on for");

        using var holder = Browser.At(area.East, scene.Stranger);
        (await holder.Get("/home")).Is(200).Says("Put to you").Says("A bus stop");
        (await holder.Get("/steps")).Is(200).Says("Put to you");
        (await lead.Get("/home")).Is(200).DoesNotSay("Put to you");
        var asked = (await holder.Get(wish.Path)).Is(200).Says("You are asked to do this");
        (await holder.Submit(asked, $"{wish.Path}/declined", ("reason", " "))).Is(422).Says("Enter something");
        var open = (await holder.Submit(asked, $"{wish.Path}/role-owner")).Is(200)
            .Says($"Housing lead {RunningArea.Canary} took it on");
        (await holder.Submit(open, $"{wish.Path}/role-news", ("text", "We measured it"))).Is(200)
            .Says("We measured it");
        var done = (await holder.Submit(open, $"{wish.Path}/done")).Is(200).Says("It is done.");
        done.DoesNotSay("It was kept, says");
        var step = wish.Path.Replace("/steps", "next-steps", StringComparison.Ordinal);
        (await area.Http.Put($"{step}/kept", scene.Stranger, new KeepNextStep(second)))
            .Refuses(403, "next-step.own-voice");
        using var other = Browser.At(area.East, scene.Other);
        var kept = (await other.Get(wish.Path)).Is(200);
        (await other.Submit(kept, $"{wish.Path}/kept")).Is(200).Says("said that it was kept");
        (await holder.Get("/home")).Is(200).DoesNotSay("A bus stop");
    }

    [Fact]
    public async Task A_role_says_no_and_why_and_a_group_takes_it_on()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AWishForARole(area.Http);
        (await area.Http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group)))
            .Refuses(409, "next-step.asked-of-another");
        var path = at.Replace("next-steps", "/steps", StringComparison.Ordinal);
        using var holder = Browser.At(area.East, scene.Stranger);
        var asked = (await holder.Get(path)).Is(200);
        var why = $"The road is not ours {RunningArea.Canary}";
        (await holder.Submit(asked, $"{path}/declined", ("reason", why))).Is(200)
            .Says(why).Says("was asked and said no. Any group can take it on.").DoesNotSay("Say no");
        using var lead = Browser.At(area.East, scene.Lead);
        var wish = (await lead.Get(path)).Is(200).Says(why);
        (await lead.Submit(wish, $"{path}/owner")).Is(200).Says("took it on");
    }
}
