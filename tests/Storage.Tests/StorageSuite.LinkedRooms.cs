using Orleans.Runtime;
using PeerNet.Grains.Durability;
using PeerNet.Grains.LinkedRooms;
using PeerNet.Silo.Storage;

namespace PeerNet.Storage.Tests;

public abstract partial class StorageSuite
{
    [Fact]
    public async Task Linked_gatherings_are_listed_the_newest_first()
    {
        await Empty();
        var early = await ALinkedRoom();
        var late = await ALinkedRoom();
        var rows = new LinkedRoomRows(Area.Database);
        Assert.Equal([late, early], (await rows.Newest(10)).Select(row => row.Id));
        Assert.Equal([late], (await rows.Newest(1)).Select(row => row.Id));
    }

    private async Task<Guid> ALinkedRoom()
    {
        var id = Guid.CreateVersion7();
        var grain = GrainId.Create("linked-room", $"{AreaUnderTest.Home}/linked-room/{id}");
        var state = new GrainState<Row<LinkedRoom>>(
            new() { Version = 1, Record = new() { Id = new(id), Host = AreaUnderTest.Home } });
        await Area.Storage.WriteStateAsync("linked-room", grain, state);
        return id;
    }
}
