using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Durability;
using PeerNet.Grains.NextSteps;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly DateOnly StepDay = new(2026, 11, 23);

    private static WriteNextStep SomeStep { get; } = new()
    {
        Text = "Ask for a bus stop", Layer = Layer.System, DueOn = StepDay, Cost = StepCost.Time,
        GroupId = new(Guid.CreateVersion7()), For = [new(Guid.CreateVersion7())],
    };

    [Fact]
    public async Task Next_steps_are_listed_by_their_day_and_by_the_gathering_they_come_from()
    {
        await Empty();
        var gathering = new GatheringId(Guid.CreateVersion7());
        var late = await AStep(new() { Says = SomeStep with { DueOn = StepDay.AddDays(9) } });
        var early = await AStep(new()
        {
            Says = SomeStep with { GatheringId = gathering }, State = NextStepState.Open,
        });
        var keptFirst = await AStep(new() { Says = SomeStep, State = NextStepState.Kept });
        var keptLast = await AStep(new()
        {
            Says = SomeStep with { DueOn = StepDay.AddDays(1), GatheringId = gathering }, State = NextStepState.Kept,
        });
        await AStep(new() { Says = SomeStep, State = NextStepState.Dropped });
        var rows = new NextStepRows(Area.Database);
        Assert.Equal([early, late], (await rows.Unfinished(10)).Select(row => row.Id));
        Assert.Equal([early], (await rows.Unfinished(1)).Select(row => row.Id));
        Assert.Equal([keptLast, keptFirst], (await rows.Kept(10)).Select(row => row.Id));
        Guid[] gathered = [early, keptLast];
        Assert.Equal(gathered.Order(), (await rows.OfGathering(gathering.Value, 10)).Select(row => row.Id).Order());
    }

    [Fact]
    public async Task How_many_next_steps_were_kept_equals_a_recount()
    {
        await Empty();
        // Every layer and state, on the day before, on the day and after it.
        var steps = (from layer in Enum.GetValues<Layer>()
                     from state in Enum.GetValues<NextStepState>()
                     from days in Enumerable.Range(-1, 3)
                     let dueOn = StepDay.AddDays(days)
                     select new NextStep { Says = SomeStep with { Layer = layer, DueOn = dueOn }, State = state })
            .ToList();
        foreach (var step in steps) await AStep(step);
        var recounted = steps
            .Where(step => step.State is NextStepState.Kept or NextStepState.Dropped || step.IsOverdueOn(StepDay))
            .GroupBy(step => step.Says!.Layer)
            .OrderBy(layer => layer.Key)
            .Select(layer => new KeptShare(
                layer.Key, layer.Count(step => step.State == NextStepState.Kept), layer.Count()));
        Assert.Equal(recounted, await new NextStepRows(Area.Database).Shares(StepDay));
    }

    private async Task<Guid> AStep(NextStep step)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("next-step", $"{AreaUnderTest.Home}/next-step/{id}");
        var state = new GrainState<Row<NextStep>>(new() { Version = 1, Record = step with { Id = new(id) } });
        await Area.Storage.WriteStateAsync("next-step", grain, state);
        return id;
    }

    // Most are over.
    private static string AStoredStep(int number) => $$$"""
        {"record":{"state":"{{{(number % 20 == 0 ? "open" : "dropped")}}}",
        "says":{"layer":"system","gatheringId":"{{{Guid.CreateVersion7()}}}",
        "dueOn":"{{{Sql.Day(StepDay.AddDays(number))}}}"}
        }}
        """;
}
