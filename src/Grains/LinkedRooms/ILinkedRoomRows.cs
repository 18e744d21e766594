using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.LinkedRooms;

/// <summary>Queries across the rows of linked gatherings: what nobody has answered and is still to come.</summary>
internal interface ILinkedRoomRows
{
    /// <summary>Those of each area, the next days first, with a maximum for each.</summary>
    Task<IReadOnlyList<AreaRow>> ListInvitations(DateOnly today, int ofEach);

    /// <summary>How many one area asks about.</summary>
    Task<int> CountInvitations(AreaId host, DateOnly today);
}
