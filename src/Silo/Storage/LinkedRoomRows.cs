using PeerNet.Grains.Areas;
using PeerNet.Grains.LinkedRooms;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of linked gatherings; the same SQL on both engines.</summary>
internal sealed class LinkedRoomRows(AreaDatabase database) : ILinkedRoomRows
{
    /// <summary>The newest ones.</summary>
    public const string NewestLinkedRooms =
        "SELECT id, payload FROM peernet_row WHERE kind = 'linked-room' ORDER BY id DESC LIMIT @limit";

    public Task<IReadOnlyList<AreaRow>> Newest(int limit) =>
        database.Views.Read(NewestLinkedRooms, AreaRows.Row, ("limit", limit));
}
