using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.LinkedRooms;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of linked gatherings; the same SQL on both engines.</summary>
internal sealed class LinkedRoomRows(AreaDatabase database) : ILinkedRoomRows
{
    private const string IsInvitation =
        "kind = 'linked-room' AND document ->> 'state' = 'asked' AND document -> 'plan' ->> 'heldOn' >= @today";

    /// <summary>What each area asks, the next days first; however many one asks, the others are on the list.</summary>
    public const string Invitations =
        $"""
        SELECT id, payload FROM (
          SELECT id, payload, row_number() OVER (
            PARTITION BY document ->> 'host' ORDER BY document -> 'plan' ->> 'heldOn', id) AS place
          FROM peernet_row WHERE {IsInvitation}) invited
        WHERE place <= @limit
        """;

    /// <summary>How many gatherings one area asks about.</summary>
    public const string InvitationsOfHost =
        $"SELECT count(*) FROM peernet_row WHERE {IsInvitation} AND document ->> 'host' = @host";

    public Task<IReadOnlyList<AreaRow>> ListInvitations(DateOnly today, int ofEach) =>
        database.Views.Read(Invitations, AreaRows.Row, ("today", Sql.Day(today)), ("limit", ofEach));

    public async Task<int> CountInvitations(AreaId host, DateOnly today)
    {
        var counts = await database.Views.Read(
            InvitationsOfHost, row => row.GetInt32(0), ("today", Sql.Day(today)), ("host", host.Value));
        return counts[0];
    }
}
