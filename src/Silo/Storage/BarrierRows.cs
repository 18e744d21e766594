using System.Data.Common;
using PeerNet.Contracts.Barriers;
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

    /// <summary>
    /// What became of those that were raised in a year, and from how many groups they are. A year begins in winter
    /// time, so the stored instant begins with the year in London.
    /// </summary>
    public const string AnswersOfYear =
        """
        SELECT count(DISTINCT said_by), count(*),
          count(CASE WHEN answered <= was_due THEN 1 END), count(CASE WHEN answered > was_due THEN 1 END),
          count(CASE WHEN owed_by < @today THEN 1 END), count(CASE WHEN owed_by >= @today THEN 1 END),
          count(CASE WHEN was_due IS NULL AND owed_by IS NULL THEN 1 END),
          count(answered), count(CASE WHEN answered IS NOT NULL AND state = 'settled' THEN 1 END)
        FROM (
          SELECT document ->> 'group' AS said_by, document ->> 'state' AS state,
            document ->> 'answeredOn' AS answered, document ->> 'wasDueOn' AS was_due,
            CASE WHEN document ->> 'answeredOn' IS NULL AND document ->> 'state' <> 'settled'
              THEN coalesce(document ->> 'missed', document ->> 'dueOn') END AS owed_by
          FROM peernet_row
          WHERE kind = 'barrier' AND document ->> 'state' IN ('raised', 'heard', 'answered', 'settled', 'reopened')
            AND document ->> 'raisedAt' LIKE @year) counted
        """;

    public Task<IReadOnlyList<AreaRow>> Open(int limit) =>
        database.Views.Read(OpenBarriers, AreaRows.Row, ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Settled(int limit) =>
        database.Views.Read(SettledBarriers, AreaRows.Row, ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit) =>
        database.Views.Read(BarriersOfGathering, AreaRows.Row, ("gathering", gathering.ToString()), ("limit", limit));

    public async Task<AnswerShares> Answers(DateOnly today)
    {
        var counted = await database.Views.Read(
            AnswersOfYear,
            row => AnswerShares.Of(today.Year, Number(row, 0), new()
            {
                Raised = Number(row, 1),
                ByDate = Number(row, 2),
                Late = Number(row, 3),
                Over = Number(row, 4),
                Ahead = Number(row, 5),
                WithoutDay = Number(row, 6),
                Answered = Number(row, 7),
                Helped = Number(row, 8),
            }),
            ("today", Sql.Day(today)), ("year", $"{Sql.Day(today)[..5]}%"));
        return counted[0];
    }

    public Task<IReadOnlyList<AreaRow>> Newest(string kind, int limit) =>
        database.Views.Read(NewestOfKind, AreaRows.Row, ("kind", kind), ("limit", limit));

    private static int Number(DbDataReader row, int column) => (int)row.GetInt64(column);
}
