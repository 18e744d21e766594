using PeerNet.Grains.Areas;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Queries across the rows of linked gatherings.</summary>
internal interface ILinkedRoomRows
{
    /// <summary>The newest ones.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(int limit);
}
