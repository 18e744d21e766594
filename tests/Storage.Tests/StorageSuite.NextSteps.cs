using Orleans.Runtime;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;
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
        Assert.Equal([early, late], Ids(await rows.Unfinished(null, 10)));
        Assert.Equal([early], Ids(await rows.Unfinished(null, 1)));
        Assert.Equal([keptLast, keptFirst], Ids(await rows.Kept(null, 10)));
        Guid[] gathered = [early, keptLast];
        Assert.Equal(gathered.Order(), Ids(await rows.OfGathering(gathering.Value, 10)).Order());
    }

    [Fact]
    public async Task A_group_s_next_steps_are_those_it_owns_is_asked_for_wrote_down_or_that_are_for_it()
    {
        await Empty();
        var group = new GroupId(Guid.CreateVersion7());
        var owned = await AStep(new() { Says = SomeStep, Owner = group, State = NextStepState.Open });
        var asked = await AStep(new() { Says = SomeStep with { OwnerId = group } });
        var written = await AStep(new() { Says = SomeStep with { GroupId = group } });
        var forIt = await AStep(new() { Says = SomeStep with { For = [SomeStep.For[0], group] } });
        var kept = await AStep(new() { Says = SomeStep, Owner = group, State = NextStepState.Kept });
        // Those of others come first, and do not push its own off the list.
        foreach (var _ in Enumerable.Range(0, 5))
            await AStep(new() { Says = SomeStep with { DueOn = StepDay.AddDays(-9) } });
        var rows = new NextStepRows(Area.Database);
        Guid[] its = [owned, asked, written, forIt];
        Assert.Equal(its.Order(), Ids(await rows.Unfinished(group, 4)).Order());
        Assert.Equal([kept], Ids(await rows.Kept(group, 4)));
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

    private static IEnumerable<Guid> Ids(IEnumerable<AreaRow> found) => found.Select(row => row.Id);

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
