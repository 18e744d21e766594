using System.Globalization;
using System.Text;
using System.Text.Json;
using Npgsql;
using NpgsqlTypes;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Index;
using PeerNet.Gateway.Finder.Query;

namespace PeerNet.Bench.Finding;

/// <summary>
/// The same cards in PostgreSQL: full text and lists under GIN, meetings worked out beforehand, the next one a column.
/// </summary>
internal sealed class PostgresFinder(NpgsqlDataSource source) : IAsyncDisposable
{
    private const string Schema = """
        CREATE TABLE card(num integer, id uuid, area text, format text, newcomers boolean, needs text[], whom text[],
        topics text[], languages text[], north float8, east float8, next timestamptz, said text, card text,
        words tsvector GENERATED ALWAYS AS (to_tsvector('simple', said)) STORED);
        CREATE TABLE slot(num integer, weekday integer, part integer, minute integer);
        CREATE TABLE dated(num integer, held date, weekday integer, part integer, minute integer);
        """;

    private const string Indexes = """
        CREATE UNIQUE INDEX ON card(num); CREATE INDEX ON card(next,
        id); CREATE INDEX ON card(area); CREATE INDEX ON card(format); CREATE INDEX ON card(north, east);
        CREATE INDEX ON card USING gin(needs); CREATE INDEX ON card USING gin(topics); CREATE INDEX ON card USING
        gin(whom); CREATE INDEX ON card USING gin(languages); CREATE INDEX ON card USING gin(words);
        CREATE INDEX ON slot(weekday, part, minute, num); CREATE INDEX ON slot(num); CREATE INDEX ON dated(held, part,
        minute, num);
        ANALYZE;
        """;

    public static async Task<PostgresFinder> Fill(string database, int size)
    {
        var finder = new PostgresFinder(NpgsqlDataSource.Create(database + ";Command Timeout=0"));
        await finder.Execute(Schema);
        var cards = Cards.Make(size).ToArray();
        var timetables = new Timetables();
        var today = London.DayOf(Cards.Now);
        var meetings = cards.Select(card => timetables.Find(
            card.Id,
            card.Schedule,
            card.Pauses,
            card.ClosesOn,
            today)!.Times.Minutes.Where(moment => moment / LocalMinute.PerDay >= today.DayNumber).ToArray()).ToArray();
        await using var connection = await finder.Source.OpenConnectionAsync();
        await using (var rows =
            await connection.BeginBinaryImportAsync(
                "COPY card(num, id, area, format, newcomers, needs, whom, topics, languages, north, east, next, "
                    + "said, card) FROM STDIN (FORMAT binary)"))
        {
            for (var num = 0; num < cards.Length; num++) await Write(rows, num, cards[num], meetings[num]);
            await rows.CompleteAsync();
        }
        await using (var rows = await connection.BeginBinaryImportAsync("COPY slot FROM STDIN (FORMAT binary)"))
        {
            for (var num = 0; num < cards.Length; num++)
            {
                foreach (var slot in meetings[num].Select(moment =>
                    (LocalMinute.WeekdayOf(moment / LocalMinute.PerDay), moment % LocalMinute.PerDay)).Distinct())
                    await rows.WriteRowAsync(default, num, slot.Item1, (int)DayParts.Of(slot.Item2), slot.Item2);
            }
            await rows.CompleteAsync();
        }
        await using (var rows = await connection.BeginBinaryImportAsync("COPY dated FROM STDIN (FORMAT binary)"))
        {
            for (var num = 0; num < cards.Length; num++)
            {
                foreach (var moment in meetings[num].TakeWhile(
                    moment => moment / LocalMinute.PerDay <= today.DayNumber + 60))
                    await rows.WriteRowAsync(
                        default,
                        num,
                        LocalMinute.DayOf(moment),
                        LocalMinute.WeekdayOf(moment / LocalMinute.PerDay),
                        (int)DayParts.Of(moment % LocalMinute.PerDay),
                        moment % LocalMinute.PerDay);
            }
            await rows.CompleteAsync();
        }
        await finder.Execute(Indexes);
        return finder;
    }

    private NpgsqlDataSource Source => source;

    /// <summary>Total, counts and page in one statement.</summary>
    public async Task<(int Total, int Bytes)> Ask(FinderQuery query)
    {
        await using var command = source.CreateCommand(Sql(query));
        await using var row = await command.ExecuteReaderAsync();
        var total = 0;
        var bytes = 0;
        while (await row.ReadAsync())
        {
            if (row.GetString(0) == "total") total = (int)row.GetInt64(2);
            bytes += row.IsDBNull(1) ? 0 : row.GetString(1).Length;
        }
        return (total, bytes);
    }

    /// <summary>Ends the run when it does not find as many as the finder.</summary>
    public async Task Agree(FinderQuery query, int expected)
    {
        var (total, _) = await Ask(query);
        if (total != expected)
            throw new InvalidOperationException($"PostgreSQL finds {total} and the finder {expected}.");
    }

    public ValueTask DisposeAsync() => source.DisposeAsync();

    private async Task Execute(string sql)
    {
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    private static async Task Write(NpgsqlBinaryImporter rows, int num, Card card, int[] moments)
    {
        await rows.StartRowAsync();
        await rows.WriteAsync(num);
        await rows.WriteAsync(card.Id.Value);
        await rows.WriteAsync(card.Area.Value);
        await rows.WriteAsync(TermExtractor.NameOf(card.Format));
        await rows.WriteAsync(card.WelcomesNewcomers);
        foreach (var list in (IEnumerable<string>[])[
            card.Needs.Select(TermExtractor.NameOf), card.For, card.Topics, card.Languages
        ]) await rows.WriteAsync(list.ToArray());
        if (card.Place?.Latitude is { } north) await rows.WriteAsync(north); else await rows.WriteNullAsync();
        if (card.Place?.Longitude is { } east) await rows.WriteAsync(east); else await rows.WriteNullAsync();
        if (moments.FirstOrDefault(moment => moment >= SearchTime.At(Cards.Now).FirstMinute) is > 0 and var next)
            await rows.WriteAsync(
                London.At(LocalMinute.DayOf(next), LocalMinute.TimeOf(next))!.Value.UtcDateTime,
                NpgsqlDbType.TimestampTz);
        else await rows.WriteNullAsync();
        string?[] texts =
            [card.Name, card.About, card.FirstTime, card.Place?.Town, card.Place?.Name, .. card.Topics, .. card.For];
        await rows.WriteAsync(string.Join(' ', texts.SelectMany(Tokenizer.Tokenize)));
        await rows.WriteAsync(
            JsonSerializer.Serialize(card with { About = null, FirstTime = null }, PeerNetJson.Options));
    }

    private static string Sql(FinderQuery q)
    {
        var where = new StringBuilder("true");
        if (q.Words.Count > 0) where.Append(
            CultureInfo.InvariantCulture,
            $" AND words @@ to_tsquery('simple', '{string.Join(" & ", q.Words.Select(word => $"{word}:*"))}')");
        if (q.Needs.Count > 0) where.Append(
            CultureInfo.InvariantCulture,
            $" AND needs @> '{{{string.Join(',', q.Needs.Select(TermExtractor.NameOf))}}}'");
        if (q.Formats.Count > 0)
            where.Append(CultureInfo.InvariantCulture, $" AND format = '{TermExtractor.NameOf(q.Formats[0])}'");
        if (q.Newcomers is { } welcome) where.Append(CultureInfo.InvariantCulture, $" AND newcomers = {welcome}");
        if (q.Meeting.IsEmpty is false)
        {
            string Bits(int bits, int count) =>
                string.Join(',', Enumerable.Range(0, count).Where(bit => bits == 0 || (bits >> bit & 1) == 1));
            var which = $"weekday IN ({Bits(q.Meeting.Weekdays, 7)}) AND part IN ({Bits(q.Meeting.Parts, 3)})";
            where.Append(q.Meeting.WithinDays is { } days
                ? $" AND num IN (SELECT num FROM dated WHERE {which} AND held BETWEEN '2026-11-23' AND "
                    + $"'2026-11-23'::date + {days} AND (held > '2026-11-23' OR minute > 720))"
                : $" AND num IN (SELECT num FROM slot WHERE {which})");
        }
        var far =
            q.Origin is { } at
                ? string.Create(
                    CultureInfo.InvariantCulture,
                    $"12742.0176 * asin(sqrt(sin(radians(north - {at.Latitude}) / 2) ^ 2 + cos(radians(north)) "
                        + $"* {Math.Cos(
                        at.Latitude * Math.PI / 180)} * sin(radians(east - ({at.Longitude})) / 2) ^ 2))")
                : "0";
        if (q is { Origin: { } o, WithinKm: { } km })
            where.Append(
                CultureInfo.InvariantCulture,
                $" AND north BETWEEN {o.Latitude - km / 111} AND {o.Latitude
                    + km / 111} AND east BETWEEN {o.Longitude - km / 69} AND {o.Longitude
                        + km / 69} AND round({far} * 1000) <= {km * 1000}");
        return $"""
            WITH hit AS MATERIALIZED (SELECT num, id, area, format, newcomers, needs, whom, topics, languages, next,
            {far} AS far FROM card WHERE {where})
            SELECT 'total', NULL, count(*) FROM hit
            UNION ALL SELECT 'area', area, count(*) FROM hit GROUP BY area
            UNION ALL SELECT 'format', format, count(*) FROM hit GROUP BY format
            UNION ALL SELECT 'newcomers', newcomers::text, count(*) FROM hit GROUP BY newcomers
            UNION ALL SELECT 'need', word, count(*) FROM hit, unnest(needs) word GROUP BY word
            UNION ALL SELECT 'for', word, count(*) FROM hit, unnest(whom) word GROUP BY word
            UNION ALL SELECT 'topic', word, count(*) FROM hit, unnest(topics) word GROUP BY word
            UNION ALL SELECT 'language', word, count(*) FROM hit, unnest(languages) word GROUP BY word
            UNION ALL SELECT 'day', weekday::text,
            count(DISTINCT slot.num) FROM hit JOIN slot ON slot.num = hit.num GROUP BY weekday
            UNION ALL SELECT 'part', part::text,
            count(DISTINCT slot.num) FROM hit JOIN slot ON slot.num = hit.num GROUP BY part
            UNION ALL (SELECT 'item', card.card,
            0 FROM hit JOIN card ON card.num = hit.num ORDER BY {(q.Sort == FinderSort.Distance
                ? "far"
                : "hit.next NULLS LAST")}, hit.id LIMIT {q.Limit})
            """;
    }
}
