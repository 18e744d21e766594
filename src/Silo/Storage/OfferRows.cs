using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of offers; the same SQL on both engines.</summary>
internal sealed class OfferRows(AreaDatabase database) : IOfferRows
{
    /// <summary>
    /// Offers that may be open; one that is withdrawn has no terms. Materialised, because most offers have expired, and
    /// SQLite would otherwise look for open ones among all of them, by ID.
    /// </summary>
    public const string OpenOffers =
        """
        WITH offer AS MATERIALIZED (
          SELECT id FROM peernet_row
          WHERE kind = 'support-offer' AND document -> 'terms' ->> 'expiresOn' >= @today
            AND document ->> 'isPaused' IS NULL AND document ->> 'hiddenBecause' IS NULL)
        SELECT found.id, found.payload
        FROM offer JOIN peernet_row found ON found.kind = 'support-offer' AND found.id = offer.id
        WHERE offer.id < @before ORDER BY offer.id DESC LIMIT @limit
        """;

    /// <summary>The offers made for a group.</summary>
    public const string OffersByGroup =
        """
        SELECT id FROM peernet_row
        WHERE kind = 'support-offer' AND document ->> 'group' = @group AND document ->> 'withdrawnAt' IS NULL
        ORDER BY id DESC LIMIT 100
        """;

    /// <summary>Offers that end soon, whose makers do not know yet.</summary>
    public const string EndingOffers =
        """
        SELECT id FROM peernet_row
        WHERE kind = 'support-offer' AND document -> 'terms' ->> 'expiresOn' BETWEEN @from AND @to
          AND document ->> 'hiddenBecause' IS NULL
          AND coalesce(document ->> 'remindedOf', '') <> document -> 'terms' ->> 'expiresOn'
        ORDER BY id
        """;

    /// <summary>Offers, and matches with offers of other areas, that have been taken up and not answered.</summary>
    public const string TakeUpsWithoutAnswer =
        """
        SELECT grain_key FROM peernet_take_up WHERE since < @before
        GROUP BY grain_key ORDER BY min(since), grain_key LIMIT @limit
        """;

    /// <summary>The take-ups of one other area among them.</summary>
    public const string TakeUpsOfHome = "SELECT count(*) FROM peernet_take_up WHERE home = @home";

    // Higher than every UUID.
    private const string End = "g";

    public Task<IReadOnlyList<AreaRow>> Open(DateOnly today, Guid? before, int limit)
    {
        return database.Views.Read(
            OpenOffers,
            AreaRows.Row,
            ("today", Sql.Day(today)),
            ("before", before?.ToString() ?? End), ("limit", limit));
    }

    public Task<IReadOnlyList<Guid>> Ending(DateOnly from, DateOnly to)
    {
        return database.Views.Read(
            EndingOffers, row => Sql.Id(row.GetString(0)), ("from", Sql.Day(from)), ("to", Sql.Day(to)));
    }

    public Task<IReadOnlyList<string>> UnansweredTakeUps(DateTimeOffset takenUpBefore, int limit)
    {
        return database.Views.Read(
            TakeUpsWithoutAnswer,
            row => row.GetString(0),
            ("before", Sql.Instant(takenUpBefore)), ("limit", limit));
    }

    public async Task<int> CountTakeUps(AreaId home) =>
        (await database.Views.Read(TakeUpsOfHome, row => row.GetInt32(0), ("home", home.Value)))[0];

    public Task<IReadOnlyList<Guid>> OfGroup(Guid group) =>
        database.Views.Read(OffersByGroup, row => Sql.Id(row.GetString(0)), ("group", group.ToString()));
}
