using System.Collections.Immutable;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using PeerNet.Contracts;
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
        Guid[] ninth = [.. new[] { late, again }.Order()];
        var rows = new GatheringRows(Area.Database);
        Assert.Equal([again, early], await Found(north));
        Assert.Equal([.. ninth.Reverse(), early], await Found(south));
        Assert.Equal([late], await Found(other));
        Assert.Empty(await Found(AGroupId()));
        Assert.Equal([early, again], await From(5, north));
        Assert.Equal([again], await From(6, north));
        Assert.Equal([early, .. ninth], await From(5, other, north, south));
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

    [Fact]
    public async Task Gatherings_that_know_who_comes_are_found_by_their_day_and_in_the_order_of_their_IDs()
    {
        await Empty();
        var coming = new PeopleComing { People = 6 };
        var planned = await AGathering(Kept(coming), 5, AGroupId(), AGroupId());
        var open = await AGathering(
            Kept(coming) with { State = GatheringState.Open }, 4, AGroupId(), AGroupId());
        var later = await AGathering(Kept(coming), 6, AGroupId(), AGroupId());
        await AGathering(Kept(null), 4, AGroupId(), AGroupId());
        var rows = new GatheringRows(Area.Database);
        Guid[] early = [.. new[] { planned, open }.Order()];
        Guid[] all = [.. early.Append(later).Order()];
        Assert.Equal(early, await rows.ComingBy(new(2026, 12, 5), Guid.Empty, 9));
        Assert.Equal(early[..1], await rows.ComingBy(new(2026, 12, 5), Guid.Empty, 1));
        Assert.Equal(all[1..], await rows.ComingBy(new(2026, 12, 6), all[0], 9));
        Assert.Empty(await rows.ComingBy(new(2026, 12, 3), Guid.Empty, 9));
    }

    [Fact]
    public async Task A_morning_forgets_who_comes_two_days_after_a_gathering_that_nobody_has_closed()
    {
        var options = await Area.FreshDatabase();
        var clock = new FakeTimeProvider(Wednesday.AddHours(2));
        await using var silo = await Silo(options, clock);
        await using var database = AreaDatabase.Open(options);
        // More than are forgotten at once. One that cannot be read keeps no other.
        await database.Rows.Write(
            """
            INSERT INTO OrleansStorage(ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString,
            PayloadBinary, ModifiedOn, Version)
            VALUES ('peernet', 'gathering', 0, 0, @key, @payload, CURRENT_TIMESTAMP, 1)
            """,
            Enumerable.Range(0, 120).Select(number => new (string, object?)[]
            {
                ("key", $"{AreaUnderTest.Home}/gathering/01990000-0000-7000-8000-{number:x12}"),
                ("payload", Encoding.UTF8.GetBytes(AnAwaitedGathering(number == 0 ? "torn" : "asked"))),
            }));
        var rows = new GatheringRows(database);
        await silo.Client.Morning(AreaUnderTest.Home).Start();
        clock.Advance(TimeSpan.FromDays(1));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        Assert.Equal(120, await Known());
        clock.Advance(TimeSpan.FromDays(1));
        await silo.Client.Morning(AreaUnderTest.Home).Continue();
        Assert.Equal(1, await Known());

        async Task<int> Known() => (await rows.ComingBy(new(2026, 11, 18), Guid.Empty, 200)).Count;
    }

    private static Gathering Kept(PeopleComing? coming)
    {
        var keeper = new Keeper(AGroupId(), null, KeeperState.Erased) { Coming = coming };
        return new() { Keepers = [keeper] };
    }

    private static string AnAwaitedGathering(string keeper) => $$$"""
        {"version":1,"edition":1,"record":{"plan":{"title":"A big room","heldOn":"2026-11-18","startsAt":"14:00",
        "minutes":90,"groups":["{{{Guid.CreateVersion7()}}}"]},"state":"open",
        "keepers":[{"group":"{{{Guid.CreateVersion7()}}}","state":"{{{keeper}}}","coming":{"people":6,"needs":[]}}]} }
        """;

    private static GroupId AGroupId() => new(Guid.CreateVersion7());

    private static GrainId GrainOf(Guid gathering) =>
        GrainId.Create("gathering", $"{AreaUnderTest.Home}/gathering/{gathering}");

    private Task<Guid> AGathering(int day, params ImmutableArray<GroupId> groups) =>
        AGathering(new(), day, groups);

    private async Task<Guid> AGathering(Gathering gathering, int day, params ImmutableArray<GroupId> groups)
    {
        var id = Guid.CreateVersion7();
        var plan = new PlanGathering
        {
            Title = "A big room", HeldOn = new(2026, 12, day), StartsAt = new(14, 0), Minutes = 90, Groups = groups,
        };
        var state = new GrainState<Row<Gathering>>(
            new() { Version = 1, Record = gathering with { Id = new(id), Plan = plan } });
        await Area.Storage.WriteStateAsync("gathering", GrainOf(id), state);
        return id;
    }

    private static string AStoredGathering(int number) => $$$"""
        {"record":{"state":"{{{(number % 20 == 0 ? "open" : "closed")}}}",
        "plan":{"heldOn":"2026-12-{{{1 + number % 28:00}}}",
        "groups":["{{{Guid.CreateVersion7()}}}","{{{Guid.CreateVersion7()}}}"]} } }
        """;
}
