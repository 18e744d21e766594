using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;
using PeerNet.Grains.NextSteps;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of next steps; the same SQL on both engines.</summary>
internal sealed class NextStepRows(AreaDatabase database) : INextStepRows
{
    // Owned by a group, asked of it, written down by it or for it; an empty group is all of them.
    private const string Concerns =
        """
        (@group = '' OR document ->> 'owner' = @group OR document -> 'says' ->> 'ownerId' = @group
          OR document -> 'says' ->> 'groupId' = @group OR document -> 'says' ->> 'for' LIKE '%' || @group || '%')
        """;

    /// <summary>Wishes, and those that are under way, of a group or of the area.</summary>
    public const string UnfinishedSteps =
        $"""
        SELECT id, payload FROM peernet_row
        WHERE kind = 'next-step' AND document ->> 'state' IN ('wish', 'open', 'done') AND {Concerns}
        ORDER BY document -> 'says' ->> 'dueOn', id LIMIT @limit
        """;

    /// <summary>Those that were kept, of a group or of the area.</summary>
    public const string KeptSteps =
        $"""
        SELECT id, payload FROM peernet_row WHERE kind = 'next-step' AND document ->> 'state' = 'kept' AND {Concerns}
        ORDER BY document -> 'says' ->> 'dueOn' DESC, id DESC LIMIT @limit
        """;

    /// <summary>Those that come from a gathering.</summary>
    public const string StepsOfGathering =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'next-step' AND document -> 'says' ->> 'gatheringId' = @gathering
        ORDER BY id LIMIT @limit
        """;

    /// <summary>How many were kept on each layer, of those that were, were dropped, or are overdue.</summary>
    public const string KeptOfAll =
        """
        SELECT document -> 'says' ->> 'layer', sum(CASE WHEN document ->> 'state' = 'kept' THEN 1 ELSE 0 END), count(*)
        FROM peernet_row
        WHERE kind = 'next-step' AND (document ->> 'state' IN ('kept', 'dropped')
          OR (document ->> 'state' = 'open' AND document -> 'says' ->> 'dueOn' < @today))
        GROUP BY document -> 'says' ->> 'layer'
        """;

    public Task<IReadOnlyList<AreaRow>> Unfinished(GroupId? group, int limit) =>
        database.Views.Read(UnfinishedSteps, AreaRows.Row, ("group", $"{group}"), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Kept(GroupId? group, int limit) =>
        database.Views.Read(KeptSteps, AreaRows.Row, ("group", $"{group}"), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit) =>
        database.Views.Read(StepsOfGathering, AreaRows.Row, ("gathering", gathering.ToString()), ("limit", limit));

    public async Task<IReadOnlyList<KeptShare>> Shares(DateOnly today)
    {
        var shares = await database.Views.Read(
            KeptOfAll,
            row => new KeptShare(
                Words<Layer>.Find(row.GetString(0))!.Value, (int)row.GetInt64(1), (int)row.GetInt64(2)),
            ("today", Sql.Day(today)));
        return [.. shares.OrderBy(share => share.Layer)];
    }
}
