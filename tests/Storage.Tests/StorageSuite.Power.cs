using System.Collections.Immutable;
using Orleans.Runtime;
using PeerNet.Calendar;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Gatherings;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Power;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>In how many groups roles are shared, and how many gatherings one keeper has closed.</summary>
public abstract partial class StorageSuite
{
    [Fact]
    public async Task Groups_that_say_who_holds_a_role_are_counted_once_there_are_four()
    {
        await Empty();
        await AGroupWith(null);
        await AGroupWith(new() { IsKnown = false, IsShared = false });
        foreach (var isShared in new[] { true, false, false })
            await AGroupWith(new() { IsKnown = true, IsShared = isShared });
        var rows = new AreaRows(Area.Database);
        var today = London.DayOf(Monday);
        await AGroupWith(new() { IsKnown = true, IsShared = true }, closedOn: today);
        Assert.Equal(new PowerCheck(null, null), await rows.Power(today));
        await AGroupWith(new() { IsKnown = true, IsShared = true });
        Assert.Equal(new PowerCheck(2, 4) { Offering = 0 }, await rows.Power(today));
        await AGroupWith(new() { IsKnown = true, IsOffered = true }, closedOn: today.AddDays(1));
        Assert.Equal(new PowerCheck(2, 5) { Offering = 1 }, await rows.Power(today));
    }

    [Fact]
    public async Task Gatherings_that_one_keeper_closed_alone_are_counted_once_four_groups_have_held_any()
    {
        await Empty();
        var rows = new AreaRows(Area.Database);
        var today = London.DayOf(Monday);
        var north = AGroupId();
        var south = AGroupId();
        var east = AGroupId();
        var west = AGroupId();
        await AClosedGathering([north, south, east], closedFor: [north, south]);
        await AClosedGathering([south, east], closedFor: [south]);
        await AGathering(9, north, west);
        Assert.Equal(new PowerCheck(null, null), await rows.Power(today));
        await AClosedGathering([east, west], closedFor: [west]);
        Assert.Equal(new PowerCheck(null, null) { ClosedAlone = 2, Closed = 3 }, await rows.Power(today));
    }

    private async Task AClosedGathering(ImmutableArray<GroupId> groups, ImmutableArray<GroupId> closedFor)
    {
        var plan = new PlanGathering
        {
            Title = "A big room", HeldOn = new(2026, 11, 20), StartsAt = new(14, 0), Minutes = 90, Groups = groups,
        };
        var id = Guid.CreateVersion7();
        var record = new Gathering
        {
            Id = new(id), Plan = plan, State = GatheringState.Closed, ClosedFor = closedFor,
        };
        var state = new GrainState<Row<Gathering>>(new() { Version = 1, Record = record });
        await Area.Storage.WriteStateAsync("gathering", GrainOf(id), state);
    }

    private async Task AGroupWith(GroupPower? power, DateOnly? closedOn = null)
    {
        var group = new Group { Power = power, Closure = closedOn is { } day ? new(null, day) : null };
        var grain = GrainId.Create("group", $"{AreaUnderTest.Home}/group/{Guid.CreateVersion7()}");
        var state = new GrainState<Row<Group>>(new() { Version = 1, Record = group });
        await Area.Storage.WriteStateAsync("group", grain, state);
    }
}
