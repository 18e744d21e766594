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

    /// <summary>
    /// Those of a day or earlier that know who comes; one that is over does not. Materialised, because SQLite would
    /// otherwise look for them among all that there ever were, by ID.
    /// </summary>
    public const string GatheringsWithComing =
        """
        WITH known AS MATERIALIZED (
          SELECT id FROM peernet_row
          WHERE kind = 'gathering' AND document ->> 'state' IN ('planned', 'open')
            AND document -> 'plan' ->> 'heldOn' <= @to AND document ->> 'keepers' LIKE '%"coming"%')
        SELECT id FROM known WHERE id > @afterId ORDER BY id LIMIT @limit
        """;

    public Task<IReadOnlyList<AreaRow>> OfGroup(Guid group) =>
        database.Views.Read(GatheringsByGroup, AreaRows.Row, ("group", group.ToString()));

    public Task<IReadOnlyList<AreaRow>> OfGroupsFrom(IReadOnlyCollection<Guid> groups, DateOnly from)
    {
        var (sql, ids) = Sql.OfIds(GatheringsFrom, groups);
        return database.Views.Read(sql, AreaRows.Row, [.. ids, ("from", Sql.Day(from))]);
    }

    public Task<IReadOnlyList<Guid>> ComingBy(DateOnly day, Guid after, int limit)
    {
        return database.Views.Read(
            GatheringsWithComing,
            row => Sql.Id(row.GetString(0)),
            ("to", Sql.Day(day)), ("afterId", after.ToString()), ("limit", limit));
    }
}
