using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.NextSteps;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.NextSteps.StepsInAScene;

namespace PeerNet.Gateway.Tests.NextSteps;

/// <summary>What people of one area read of what groups of another have set themselves to do.</summary>
public sealed class StepsAbroadTests(RunningArea area)
{
    [Fact]
    public async Task A_step_that_a_group_took_on_for_all_areas_to_read_is_read_in_another_until_it_is_dropped()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var reader = await area.AWesterner();
        var mark = $"{Guid.CreateVersion7()}";
        var says = AStep(scene.Group, second) with { Text = $"A bus stop {mark}", Readers = Readers.AllAreas };
        var at = $"next-steps/{Guid.CreateVersion7()}";
        var atHome = $"next-steps/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, scene.Member, says)).Is(201);
        (await area.Http.Put(atHome, scene.Member, says with { Readers = Readers.MyArea })).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/steps/{atHome[^36..]}")).Is(200).Says("People in this area")
            .DoesNotSay("Once it is taken on");
        var asked = (await lead.Get($"/steps/{at[^36..]}")).Is(200).Says("Anybody, on the web")
            .Says("Once it is taken on, anybody can read it, on the web and without signing in.");
        (await area.Http.Put($"{atHome}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        Assert.Null(await Found(reader, at));
        (await lead.Submit(asked, $"/steps/{at[^36..]}/owner")).Is(200);
        JsonElement? card = null;
        await RunningArea.Until(async () => (card = await Found(reader, at)) is not null);
        Assert.Equal(
            ["area", "id", "text", "layer", "dueOn", "cost", "state", "lastSaidOn"],
            card!.Value.EnumerateObject().Select(field => field.Name));
        Assert.Null(await Found(reader, atHome));
        using var western = Browser.At(area.West, reader);
        (await western.Get("/steps")).Is(200).Says("From other areas").Says($"A bus stop {mark}").Says("East Sussex")
            .Says("Something was last said about it on");
        (await area.Http.Put($"{at}/done", scene.Lead)).Is(200);
        await RunningArea.Until(
            async () => $"{(await Found(reader, at))!.Value.GetProperty("state")}" == "done");
        (await area.Http.Put($"{at}/dropped", scene.Lead, new DropNextStep("No"))).Is(200);
        await RunningArea.Until(async () => await Found(reader, at) is null);
        (await western.Get("/steps")).Is(200).DoesNotSay(mark);
    }

    [Fact]
    public async Task A_step_that_was_kept_is_taken_back_from_other_areas_and_stays_at_home()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var reader = await area.AWesterner();
        var at = $"next-steps/{Guid.CreateVersion7()}";
        (await area.Http.Put(
            at, scene.Member, AStep(scene.Group, second) with { Readers = Readers.AllAreas })).Is(201);
        (await area.Http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        (await area.Http.Put($"{at}/done", scene.Lead)).Is(200);
        (await area.Http.Put($"{at}/kept", scene.Other, new KeepNextStep(second))).Is(200);
        await RunningArea.Until(async () => await Found(reader, at) is not null);
        var page = $"/steps/{at[^36..]}";
        using var stranger = Browser.At(area.East, scene.Stranger);
        Assert.False((await stranger.Get(page)).Is(200).Has("Change who can read it"));
        using var lead = Browser.At(area.East, scene.Lead);
        var shared = (await lead.Get(page)).Is(200).Says("Anybody, on the web")
            .Says("Change who can read it");
        (await lead.Submit(shared, $"{page}/readers")).Is(200).Says("People in this area")
            .DoesNotSay("Change who can read it");
        (await lead.Submit(shared, $"{page}/readers")).Is(200);
        await RunningArea.Until(async () => await Found(reader, at) is null);
    }

    [Fact]
    public void A_card_that_no_step_could_have_is_not_kept()
    {
        var card = new NextStepCard
        {
            Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Text = "A bus stop", Layer = Layer.System,
            DueOn = RunningArea.Today, Cost = StepCost.None, State = NextStepState.Kept, LastSaidOn = RunningArea.Today,
        };
        Assert.Null(NextStepCardValidation.FindFault(card));
        Assert.Null(NextStepCardValidation.FindFault(card with { Text = TakenOut.Of(new('!', 500), "!") }));
        Assert.Equal("text", NextStepCardValidation.FindFault(card with { Text = new('x', 5501) }));
        Assert.Null(NextStepCardValidation.FindFault(card with { DueOn = RunningArea.Today.AddDays(731) }));
        Assert.Equal(
            "dueOn", NextStepCardValidation.FindFault(card with { DueOn = RunningArea.Today.AddDays(732) }));
        Assert.Equal("text", NextStepCardValidation.FindFault(card with { Text = " " }));
        foreach (var state in (NextStepState[])[NextStepState.Wish, NextStepState.Dropped])
            Assert.Equal("state", NextStepCardValidation.FindFault(card with { State = state }));
        var costs = JsonSerializer.Serialize(card, LinkJson.Sending).Replace("none", "love", StringComparison.Ordinal);
        Assert.Equal(StepCost.Unknown, JsonSerializer.Deserialize<NextStepCard>(costs, LinkJson.Receiving)!.Cost);
    }

    private async Task<JsonElement?> Found(Person reader, string at)
    {
        var items = (await area.WestHttp.Get("next-steps/elsewhere", reader)).Is(200).GetProperty("items")
            .EnumerateArray().Where(card => $"{card.GetProperty("id")}" == at[^36..]).ToList();
        return items.Count == 0 ? null : items.Single();
    }
}
