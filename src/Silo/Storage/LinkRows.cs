using System.Globalization;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Link;

namespace PeerNet.Silo.Storage;

/// <summary>Reads what is for other areas and keeps the ledger; the same SQL on both engines.</summary>
internal sealed class LinkRows(AreaDatabase database) : ILinkRows
{
    public async Task<(string Feed, long Newest)> Feed() =>
        (await database.Views.Read("SELECT id, (SELECT coalesce(max(change), 0) FROM peernet_card_change) FROM peernet_feed", row => (row.GetString(0), row.GetInt64(1))))[0];

    public Task<IReadOnlyList<ChangedCard>> Cards(long after, int limit) => database.Views.Read(
        "SELECT id, change, payload FROM peernet_card WHERE change > @after ORDER BY change LIMIT @limit",
        row => new ChangedCard(Guid.Parse(row.GetString(0)), row.GetInt64(1), row.IsDBNull(2) ? null : row.GetFieldValue<byte[]>(2)),
        ("after", after), ("limit", limit));

    public Task<IReadOnlyList<WaitingLetter>> Letters(AreaId to, int limit) => database.Views.Read(
        "SELECT kind, grain_key, letter FROM peernet_letter WHERE to_area = @to AND parked IS NULL ORDER BY since, grain_key, place LIMIT @limit",
        row => new WaitingLetter(row.GetString(0), row.GetString(1), JsonSerializer.Deserialize<Letter>(row.GetString(2), PeerNetJson.Options)!),
        ("to", to.Value), ("limit", limit));

    public Task<IReadOnlyList<LettersWaiting>> CountLetters() => database.Views.Read(
        "SELECT to_area, sum(CASE WHEN parked IS NULL THEN 1 ELSE 0 END), sum(CASE WHEN parked IS NULL THEN 0 ELSE 1 END) FROM peernet_letter GROUP BY to_area",
        row => new LettersWaiting(new(row.GetString(0)), (int)row.GetInt64(1), (int)row.GetInt64(2)));

    public Task Enter(IReadOnlyCollection<Leaving> leaving) => leaving.Count == 0 ? Task.CompletedTask : database.Rows.Write(
        "INSERT INTO peernet_ledger(entry, to_area, kind, subject, change, left_at) VALUES (@entry, @to, @kind, @subject, @change, @at) ON CONFLICT (entry) DO NOTHING",
        leaving.Select(one => new (string, object?)[]
        {
            ("entry", one.Entry), ("to", one.To.Value), ("kind", one.Kind), ("subject", one.Subject.ToString()), ("change", one.Change ?? 0), ("at", Instant(one.At)),
        }));

    public async Task AcknowledgeCards(AreaId to, long upTo, DateTimeOffset now)
    {
        var open = await database.Views.Read(
            "SELECT id FROM peernet_ledger WHERE to_area = @to AND change BETWEEN 1 AND @upTo AND acknowledged_at IS NULL LIMIT 1", row => row.GetInt64(0), ("to", to.Value), ("upTo", upTo));
        if (open.Count == 0) return;
        await database.Rows.Write(
            "UPDATE peernet_ledger SET acknowledged_at = @at WHERE to_area = @to AND change BETWEEN 1 AND @upTo AND acknowledged_at IS NULL",
            [[("at", Instant(now)), ("to", to.Value), ("upTo", upTo)]]);
    }

    public Task Acknowledge(OperationId letter, string? refused, DateTimeOffset now) => database.Rows.Write(
        "UPDATE peernet_ledger SET acknowledged_at = @at, refused = @refused WHERE entry = @entry",
        [[("at", Instant(now)), ("refused", refused ?? ""), ("entry", letter.ToString())]]);

    public Task<IReadOnlyList<LedgerEntry>> Ledger(long? before, int limit, AreaId? to) => database.Views.Read(
        """
        SELECT id, to_area, kind, subject, left_at, acknowledged_at, refused FROM peernet_ledger
        WHERE id < @before AND (@to = '' OR to_area = @to) ORDER BY id DESC LIMIT @limit
        """,
        row => new LedgerEntry(
            row.GetInt64(0), new(row.GetString(1)), row.GetString(2), Guid.Parse(row.GetString(3)), Instant(row.GetString(4)),
            row.IsDBNull(5) ? null : Instant(row.GetString(5)), row.IsDBNull(6) || row.GetString(6).Length == 0 ? null : row.GetString(6)),
        ("before", before ?? long.MaxValue), ("to", to?.Value ?? ""), ("limit", limit));

    private static string Instant(DateTimeOffset at) => at.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);

    private static DateTimeOffset Instant(string text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
}
