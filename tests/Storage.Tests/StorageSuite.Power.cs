using Orleans.Runtime;
using PeerNet.Calendar;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Power;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

/// <summary>In how many groups roles are shared.</summary>
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
        Assert.Equal(new PowerCheck(2, 4), await rows.Power(today));
        await AGroupWith(new() { IsKnown = true }, closedOn: today.AddDays(1));
        Assert.Equal(new PowerCheck(2, 5), await rows.Power(today));
    }

    private async Task AGroupWith(GroupPower? power, DateOnly? closedOn = null)
    {
        var group = new Group { Power = power, Closure = closedOn is { } day ? new(null, day) : null };
        var grain = GrainId.Create("group", $"{AreaUnderTest.Home}/group/{Guid.CreateVersion7()}");
        var state = new GrainState<Row<Group>>(new() { Version = 1, Record = group });
        await Area.Storage.WriteStateAsync("group", grain, state);
    }
}
