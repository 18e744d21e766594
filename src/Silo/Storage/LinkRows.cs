using System.Data.Common;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Link;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Reads the change log and the messages for other areas, and keeps the ledger; the same SQL on both engines.
/// </summary>
internal sealed class LinkRows(AreaDatabase database, UnreadableRows unreadable) : ILinkRows
{
    /// <summary>The change log's name and a kind's newest number.</summary>
    public const string NewestChange =
        """
        SELECT id, (SELECT coalesce(max(change), 0) FROM peernet_change WHERE kind = @kind) FROM peernet_feed
        """;

    /// <summary>A page of the change log.</summary>
    public const string ChangesAfter =
        """
        SELECT changed.id, changed.change, found.payload
        FROM peernet_change changed
        LEFT JOIN peernet_row found ON found.kind = changed.kind AND found.id = changed.id
        WHERE changed.kind = @kind AND changed.change > @after ORDER BY changed.change LIMIT @limit
        """;

    /// <summary>A page of the change log, backwards.</summary>
    public const string ChangesBefore =
        """
        SELECT changed.id, changed.change, found.payload
        FROM peernet_change changed
        LEFT JOIN peernet_row found ON found.kind = changed.kind AND found.id = changed.id
        WHERE changed.kind = @kind AND changed.change < @below ORDER BY changed.change DESC LIMIT @limit
        """;

    /// <summary>Letters to an area that are due, of the kinds listed between commas.</summary>
    public const string DueLetters =
        """
        SELECT found.kind, found.grain_key, found.messages -> due.place
        FROM peernet_message due JOIN peernet_row found ON found.kind = due.kind AND found.id = due.id
        WHERE due.to_area = @to AND due.parked IS NULL AND (due.not_before IS NULL OR due.not_before <= @now)
          AND @kinds LIKE '%,' || due.message_kind || ',%'
          AND NOT EXISTS (
            SELECT 1 FROM peernet_message ahead
            WHERE ahead.kind = due.kind AND ahead.id = due.id AND ahead.place < due.place AND ahead.addressee =
            due.addressee
              AND ahead.parked IS NULL AND @kinds NOT LIKE '%,' || ahead.message_kind || ',%')
        ORDER BY due.since, due.id, due.place LIMIT @limit
        """;

    /// <summary>Messages by the area they are addressed to and by kind.</summary>
    public const string MessagesByArea =
        """
        SELECT to_area, message_kind, sum(CASE WHEN parked IS NULL THEN 1 ELSE 0 END),
        sum(CASE WHEN parked IS NULL THEN 0 ELSE 1 END),
               min(CASE WHEN parked IS NULL THEN since END)
        FROM peernet_message GROUP BY to_area, message_kind
        """;

    /// <summary>Whether an area still has cards of a feed to acknowledge.</summary>
    public const string OpenCards = $"SELECT id FROM peernet_ledger WHERE {AreOpen} LIMIT 1";

    private const string AreOpen =
        "to_area = @to AND change BETWEEN 1 AND @upTo AND acknowledged_at IS NULL AND entry = @entries || change";

    public async Task<(string Feed, long Newest)> Feed(string kind) =>
        (await database.Views.Read(NewestChange, row => (row.GetString(0), row.GetInt64(1)), ("kind", kind)))[0];

    public Task<IReadOnlyList<ChangedRow>> Changes(string kind, long after, int limit) =>
        database.Views.Read(ChangesAfter, Changed, ("kind", kind), ("after", after), ("limit", limit));

    public Task<IReadOnlyList<ChangedRow>> NewestChanges(string kind, long before, int limit) =>
        database.Views.Read(ChangesBefore, Changed, ("kind", kind), ("below", before), ("limit", limit));

    public async Task<IReadOnlyList<WaitingLetter>> Letters(
        AreaId to, IEnumerable<string> kinds, DateTimeOffset now, int limit)
    {
        var due = await database.Views.Read(
            DueLetters,
            row => (Kind: row.GetString(0), Key: row.GetString(1), Json: row.GetString(2)),
            ("to", to.Value), ("now", Sql.Instant(now)), ("kinds", $",{string.Join(',', kinds)},"), ("limit", limit));
        return [.. due.Select(one => Letter(one.Kind, one.Key, one.Json)).OfType<WaitingLetter>()];
    }

    public Task<IReadOnlyList<MessageCount>> CountMessages()
    {
        return database.Views.Read(
            MessagesByArea,
            row => new MessageCount(
                new(row.GetString(0)), row.GetString(1), (int)row.GetInt64(2), (int)row.GetInt64(3), Instant(row, 4)));
    }

    public Task Enter(IReadOnlyCollection<Leaving> leaving)
    {
        return leaving.Count == 0 ? Task.CompletedTask : database.Rows.Write(
        """
        INSERT INTO peernet_ledger(entry, to_area, kind, subject, change, left_at)
        VALUES (@entry, @to, @kind, @subject, @change, @at) ON CONFLICT (entry) DO NOTHING
        """,
        leaving.Select(one => new (string, object?)[]
        {
            ("entry", one.Entry), ("to", one.To.Value), ("kind", one.Kind), ("subject", one.Subject.ToString()),
            ("change", one.Change ?? 0), ("at", Sql.Instant(one.At)),
        }));
    }

    public async Task AcknowledgeCards(string kind, AreaId to, CardCursor upTo, DateTimeOffset now)
    {
        (string, object?)[] cards =
            [("to", to.Value), ("upTo", upTo.After), ("entries", Leaving.CardEntries(kind, to, upTo.Feed!))];
        var open = await database.Views.Read(OpenCards, row => row.GetInt64(0), cards);
        if (open.Count == 0) return;
        await database.Rows.Write(
            $"UPDATE peernet_ledger SET acknowledged_at = @at WHERE {AreOpen}", [[("at", Sql.Instant(now)), .. cards]]);
    }

    public Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now)
    {
        return database.Rows.Write(
        """
        UPDATE peernet_ledger SET acknowledged_at = @at, refused = @refused
        WHERE entry = @entry AND (acknowledged_at IS NULL OR refused <> '')
        """,
        [[
            ("at", refused == LinkRefusals.NotYet.Code ? null : Sql.Instant(now)),
            ("refused", refused ?? ""),
            ("entry", letter.ToString())
        ]]);
    }

    public Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to)
    {
        return database.Views.Read(
        """
        SELECT id, to_area, kind, subject, left_at, acknowledged_at, refused FROM peernet_ledger
        WHERE id < @before AND (@to = '' OR to_area = @to) ORDER BY id DESC LIMIT @limit
        """,
        row => new LedgerEntry(
            row.GetInt64(0), new(row.GetString(1)), row.GetString(2), Guid.Parse(row.GetString(3)),
            Sql.Instant(row.GetString(4)), Instant(row, 5), Refusal(row)),
        ("before", before ?? long.MaxValue), ("to", to?.Value ?? ""), ("limit", limit));
    }

    private static ChangedRow Changed(DbDataReader row) =>
        new(Sql.Id(row.GetString(0)), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2));

    // A newer silo of this area may have posted a letter that this one does not know; it will send it itself.
    private WaitingLetter? Letter(string kind, string key, string json)
    {
        try
        {
            var element = JsonDocument.Parse(json).RootElement;
            if (!RowJson.IsKnown(element)) return null;
            var posted = element.Deserialize<Posted>(PeerNetJson.Options)!;
            return new(kind, key, (Letter)posted.Message, posted.Attempts);
        }
        catch (Exception fault)
        {
            unreadable.Add(kind, GrainKey.TryParse(key, out var known) ? known.Id : default, fault);
            return null;
        }
    }

    private static DateTimeOffset? Instant(DbDataReader row, int column) =>
        row.IsDBNull(column) ? null : Sql.Instant(row.GetString(column));

    private static string? Refusal(DbDataReader row) =>
        row.IsDBNull(6) || row.GetString(6).Length == 0 ? null : row.GetString(6);
}
