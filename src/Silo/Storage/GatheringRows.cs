using PeerNet.Grains.Areas;
using PeerNet.Grains.Gatherings;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of gatherings; the same SQL on both engines.</summary>
internal sealed class GatheringRows(AreaDatabase database) : IGatheringRows
{
    /// <summary>The gatherings that a group holds with others.</summary>
    public const string GatheringsByGroup =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'gathering' AND id IN (SELECT gathering FROM peernet_gathering_group WHERE held_by = @group)
        ORDER BY document -> 'plan' ->> 'heldOn' DESC, id DESC LIMIT 100
        """;

    /// <summary>The gatherings of any of the groups <c>@ids</c> from a day on, the first day first.</summary>
    public const string GatheringsFrom =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'gathering' AND id IN (SELECT gathering FROM peernet_gathering_group WHERE held_by IN (@ids))
          AND document -> 'plan' ->> 'heldOn' >= @from
        ORDER BY document -> 'plan' ->> 'heldOn', id LIMIT 60
        """;

    public Task<IReadOnlyList<AreaRow>> OfGroup(Guid group) =>
        database.Views.Read(GatheringsByGroup, AreaRows.Row, ("group", group.ToString()));

    public Task<IReadOnlyList<AreaRow>> OfGroupsFrom(IReadOnlyCollection<Guid> groups, DateOnly from)
    {
        var (sql, ids) = Sql.OfIds(GatheringsFrom, groups);
        return database.Views.Read(sql, AreaRows.Row, [.. ids, ("from", Sql.Day(from))]);
    }
}
