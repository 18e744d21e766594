using PeerNet.Grains.Areas;
using PeerNet.Grains.Barriers;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of barriers, limits and roles; the same SQL on both engines.</summary>
internal sealed class BarrierRows(AreaDatabase database) : IBarrierRows
{
    /// <summary>
    /// Barriers that are not settled, first those that have waited longest: since the day that a role named or, if
    /// none did, since the day that they were raised.
    /// </summary>
    public const string OpenBarriers =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'barrier' AND document ->> 'state' IN ('raised', 'heard', 'answered', 'reopened')
        ORDER BY coalesce(document ->> 'missed', document ->> 'dueOn', document ->> 'raisedAt'), id LIMIT @limit
        """;

    /// <summary>Barriers that are settled, those raised last first.</summary>
    public const string SettledBarriers =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'barrier' AND document ->> 'state' IN ('settled')
        ORDER BY document ->> 'raisedAt' DESC, id DESC LIMIT @limit
        """;

    /// <summary>Barriers that were raised at a gathering, which one that is withdrawn no longer says.</summary>
    public const string BarriersOfGathering =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'barrier' AND document -> 'raised' ->> 'gatheringId' = @gathering
        ORDER BY document ->> 'raisedAt', id LIMIT @limit
        """;

    /// <summary>The newest rows of a kind.</summary>
    public const string NewestOfKind =
        "SELECT id, payload FROM peernet_row WHERE kind = @kind ORDER BY id DESC LIMIT @limit";

    public Task<IReadOnlyList<AreaRow>> Open(int limit) =>
        database.Views.Read(OpenBarriers, AreaRows.Row, ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Settled(int limit) =>
        database.Views.Read(SettledBarriers, AreaRows.Row, ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit) =>
        database.Views.Read(BarriersOfGathering, AreaRows.Row, ("gathering", gathering.ToString()), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Newest(string kind, int limit) =>
        database.Views.Read(NewestOfKind, AreaRows.Row, ("kind", kind), ("limit", limit));
}
