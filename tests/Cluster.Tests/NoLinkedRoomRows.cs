using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.LinkedRooms;

namespace PeerNet.Cluster.Tests;

/// <summary>The same as <see cref="NoAreaRows"/>, for linked gatherings.</summary>
internal sealed class NoLinkedRoomRows : ILinkedRoomRows
{
    public Task<IReadOnlyList<AreaRow>> ListInvitations(DateOnly today, int ofEach) =>
        Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<int> CountInvitations(AreaId host, DateOnly today) => Task.FromResult(0);
}
