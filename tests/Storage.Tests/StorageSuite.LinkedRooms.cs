using Orleans.Runtime;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.LinkedRooms;
using PeerNet.Grains.Durability;
using PeerNet.Grains.LinkedRooms;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    private static readonly DateOnly Asking = new(2026, 11, 23);

    [Fact]
    public async Task What_each_area_asks_is_listed_until_it_is_answered_or_its_day_has_passed()
    {
        await Empty();
        var far = await ALinkedRoom(North, days: 9);
        await ALinkedRoom(South, days: 3);
        var near = await ALinkedRoom(South, days: 1);
        var today = await ALinkedRoom(South, days: 0);
        await ALinkedRoom(South, days: -1);
        await ALinkedRoom(South, days: 0, LinkedRoomState.Joined);
        await ALinkedRoom(South, days: 0, LinkedRoomState.Declined);
        var rows = new LinkedRoomRows(Area.Database);
        var listed = (await rows.ListInvitations(Asking, ofEach: 2)).Select(row => row.Id);
        Assert.Equal(new[] { far, near, today }.Order(), listed.Order());
        Assert.Equal(3, await rows.CountInvitations(South, Asking));
        Assert.Equal(1, await rows.CountInvitations(North, Asking));
        Assert.Equal(0, await rows.CountInvitations(AreaUnderTest.Home, Asking));
    }

    private async Task<Guid> ALinkedRoom(AreaId host, int days, LinkedRoomState state = LinkedRoomState.Asked)
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("linked-room", $"{AreaUnderTest.Home}/linked-room/{id}");
        var plan = new LinkedPlan("A big room", Asking.AddDays(days), new(14, 0), 150);
        var room = new LinkedRoom { Id = new(id), Host = host, Plan = plan, State = state };
        await Area.Storage.WriteStateAsync(
            "linked-room", grain, new GrainState<Row<LinkedRoom>>(new() { Version = 1, Record = room }));
        return id;
    }
}
