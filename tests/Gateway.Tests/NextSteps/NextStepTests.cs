using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Gatherings;
using static PeerNet.Gateway.Tests.NextSteps.StepsInAScene;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>A next step over HTTP, from the wish to what became of it.</summary>
public sealed class NextStepTests(RunningArea area)
{
    [Fact]
    public async Task A_wish_is_taken_on_done_and_kept_and_names_groups_alone()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var at = await scene.AWish(area.Http, second);
        var says = AStep(scene.Group, second);
        (await area.Http.Put(at, scene.Member, says)).Is(200);
        (await area.Http.Put(at, scene.Member, says with { Cost = StepCost.None })).Refuses(428, "version.needed");
        (await area.Http.Put($"{at}/done", scene.Lead)).Refuses(409, "next-step.state");
        (await area.Http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        (await area.Http.Put($"{at}/owner", scene.Other, new TakeOnNextStep(second))).Refuses(409, "next-step.state");
        var news = $"{at}/news/{Guid.CreateVersion7()}";
        var tell = new TellNews(second, $"A stop {RunningArea.Canary}");
        (await area.Http.Put(news, scene.Other, tell)).Is(201);
        (await area.Http.Put(news, scene.Other, tell)).Is(200);
        (await area.Http.Put(news, scene.Other, tell with { Text = "Two" })).Refuses(409, "next-step.news-differs");
        (await area.Http.Put($"{at}/done", scene.Lead)).Is(200);
        (await area.Http.Put($"{at}/kept", scene.Lead, new KeepNextStep(scene.Group)))
            .Refuses(403, "next-step.own-voice");
        var kept = (await area.Http.Put($"{at}/kept", scene.Other, new KeepNextStep(second))).Is(200);
        Assert.Equal("kept", kept.GetProperty("momentum").GetString());
        var read = (await area.Http.Get(at, scene.Stranger)).Is(200).GetRawText();
        foreach (var person in new[] { scene.Lead, scene.Member, scene.Other })
            Assert.DoesNotContain($"{person.Id}", read, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_dropped_one_says_why_and_is_in_no_list()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AnOpenStep(area.Http);
        var list = $"{scene.At}/next-steps";
        var id = at.Split('/')[1];
        Assert.Contains(id, (await area.Http.Get(list, scene.Member)).Text, StringComparison.Ordinal);
        var drop = new DropNextStep($"The hall moves {RunningArea.Canary}");
        (await area.Http.Put($"{at}/dropped", scene.CoLead, drop)).Is(200);
        (await area.Http.Put($"{at}/dropped", scene.CoLead, drop)).Is(200);
        Assert.DoesNotContain(id, (await area.Http.Get(list, scene.Member)).Text, StringComparison.Ordinal);
        var entries = (await area.Http.Get(at, scene.Stranger)).Is(200).GetProperty("entries");
        Assert.Equal(drop.Reason, entries[1].GetProperty("text").GetString());
        (await area.Http.Put($"{at}/done", scene.Lead)).Refuses(409, "next-step.state");
    }

    [Fact]
    public async Task What_a_gathering_follows_is_another_one_of_its_groups()
    {
        var scene = await (await Scene.Make(area)).Known();
        var stranger = $"gatherings/{Guid.CreateVersion7()}";
        var own = await scene.ASecondGroup(area.Http);
        var plan = GatheringAccess.APlan(own, new(Guid.CreateVersion7()));
        (await area.Http.Put(stranger, scene.Other, plan)).Is(201);
        var at = await scene.AGathering(area.Http);
        foreach (var previous in new[] { stranger, at, $"gatherings/{Guid.CreateVersion7()}" })
        {
            var after = GatheringAccess.APlan(scene.Group, new(Guid.CreateVersion7())) with
            {
                Previous = new(new(previous.Split('/')[1])),
            };
            (await area.Http.Put(at, scene.Lead, after, "*")).Refuses(422, "gathering.field", "previous");
        }
    }

    [Fact]
    public async Task What_is_not_there_is_not_found()
    {
        var scene = await (await Scene.Make(area)).Known();
        var nowhere = $"next-steps/{Guid.CreateVersion7()}";
        (await area.Http.Get(nowhere, scene.Lead)).Refuses(404, "next-step.not-found");
        (await area.Http.Put($"{nowhere}/done", scene.Lead)).Refuses(404, "next-step.not-found");
        (await area.Http.Get($"groups/{Guid.CreateVersion7()}/next-steps", scene.Lead))
            .Refuses(404, "group.not-found");
    }
}
