using System.Collections.Immutable;
using Orleans.Runtime;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task Gatherings_are_found_by_each_of_their_groups_the_latest_day_first()
    {
        await Empty();
        var north = AGroupId();
        var south = AGroupId();
        var other = AGroupId();
        var early = await AGathering(5, north, south);
        var late = await AGathering(9, other, south);
        var again = await AGathering(9, south, north);
        var rows = new GatheringRows(Area.Database);
        Assert.Equal([again, early], await Found(north));
        Assert.Equal([again, late, early], await Found(south));
        Assert.Equal([late], await Found(other));
        Assert.Empty(await Found(AGroupId()));
        Assert.Equal([early, again], await From(5, north));
        Assert.Equal([again], await From(6, north));
        Assert.Equal([early, late, again], await From(5, other, north, south));
        Assert.Empty(await From(10, north, south, other));

        var grain = GrainOf(late);
        var state = new GrainState<Row<Gathering>>();
        await Area.Storage.ReadStateAsync("gathering", grain, state);
        await Area.Storage.ClearStateAsync("gathering", grain, state);
        Assert.Empty(await Found(other));

        async Task<IEnumerable<Guid>> Found(GroupId group) =>
            (await rows.OfGroup(group.Value)).Select(row => row.Id);

        async Task<IEnumerable<Guid>> From(int day, params GroupId[] groups)
        {
            var found = await rows.OfGroupsFrom([.. groups.Select(group => group.Value)], new(2026, 12, day));
            return found.Select(row => row.Id);
        }
    }

    private static GroupId AGroupId() => new(Guid.CreateVersion7());

    private static GrainId GrainOf(Guid gathering) =>
        GrainId.Create("gathering", $"{AreaUnderTest.Home}/gathering/{gathering}");

    private async Task<Guid> AGathering(int day, params ImmutableArray<GroupId> groups)
    {
        var id = Guid.CreateVersion7();
        var plan = new PlanGathering
        {
            Title = "A big room", HeldOn = new(2026, 12, day), StartsAt = new(14, 0), Minutes = 90, Groups = groups,
        };
        var state = new GrainState<Row<Gathering>>(new() { Version = 1, Record = new() { Id = new(id), Plan = plan } });
        await Area.Storage.WriteStateAsync("gathering", GrainOf(id), state);
        return id;
    }

    private static string AStoredGathering(int number) => $$$"""
        {"record":{"plan":{"heldOn":"2026-12-{{{1 + number % 28:00}}}",
        "groups":["{{{Guid.CreateVersion7()}}}","{{{Guid.CreateVersion7()}}}"]} } }
        """;
}
