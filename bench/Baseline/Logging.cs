using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Npgsql;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Bench.Baseline;

/// <summary>
/// Logging a whole meeting: one round trip to read who belongs, one to write everything in one transaction.
/// </summary>
internal static class Logging
{
    private const string Roster =
        "SELECT member_id, part FROM membership WHERE group_id = $1 AND part > 1 ORDER BY place";

    private const string Meeting =
        "INSERT INTO meeting(id, group_id, held_on, starts_at, newcomers, visitors, carers, children, notes, "
        + "request, version) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, 1)";

    private const string Lines =
        "INSERT INTO attendance(meeting_id, member_id, place, mark, visitor) " +
        "SELECT $1, line.member_id, line.place, line.mark, line.visitor FROM unnest($2, $3, $4) WITH ORDINALITY AS "
        + "line(member_id, mark, visitor, place)";

    public const string Audit = "INSERT INTO audit(meeting_id, by, at, what) VALUES ($1, $2, $3, $4)";

    public static async Task<IResult> Record(
        Guid id,
        RecordMeeting record,
        ClaimsPrincipal user,
        NpgsqlDataSource source,
        TimeProvider clock,
        HttpRequest http)
    {
        var now = clock.GetUtcNow();
        var by = user.Caller()!.Value;
        var roster = await RosterOf(source, record.GroupId);
        if (roster.Count == 0) return Results.NotFound();
        if (!roster.Any(m => m.Member == by && m.Part >= Part.CoLead))
            return Results.StatusCode(StatusCodes.Status403Forbidden);
        var marks = Marks(record);
        if (marks is null || record.Notes is { Length: > 4000 }
            || record.HeldOn > DateOnly.FromDateTime(now.UtcDateTime)) return Results.UnprocessableEntity();
        var lines = roster.Select(m => new RosterLine(
            new(m.Member), marks.Remove(m.Member, out var mark) ? mark : Mark.NotRecorded, Visitor: false)).ToList();
        if (marks.Count > 0 && !await Known(source, [.. marks.Keys])) return Results.UnprocessableEntity();
        lines.AddRange(marks.Select(visitor => new RosterLine(new(visitor.Key), visitor.Value, Visitor: true)));
        var request = JsonSerializer.SerializeToUtf8Bytes(record, PeerNetJson.Options);
        try
        {
            await Write(source, id, record, request, lines, by, now);
        }
        catch (PostgresException fault) when (fault.SqlState == PostgresErrorCodes.UniqueViolation)
        {
            return await SentBefore(source, id, request)
                ? await Meetings.Written(id, user, source)
                : Results.Conflict();
        }
        return Results.Created(http.Path.Value, Meetings.Sum(Details(id, record), [.. lines]));
    }

    private static async Task Write(
        NpgsqlDataSource source,
        Guid id,
        RecordMeeting record,
        byte[] request,
        List<RosterLine> lines,
        Guid by,
        DateTimeOffset now)
    {
        var unnamed = record.Unnamed;
        await using var batch = source.Batch(
            Sql.Command(Meeting, Sql.P(id), Sql.P(record.GroupId.Value), Sql.P(record.HeldOn), Sql.P(record.StartsAt),
                Sql.P(unnamed.Newcomers), Sql.P(unnamed.Visitors), Sql.P(unnamed.Carers), Sql.P(unnamed.Children),
                Sql.P(record.Notes), Sql.P(request)),
            Sql.Command(
                Lines,
                Sql.P(id),
                Sql.P(lines.Select(l => l.MemberId.Value).ToArray()),
                Sql.P(lines.Select(l => (int)l.Mark).ToArray()),
                Sql.P(lines.Select(l => l.Visitor).ToArray())),
            Sql.Command(
                Audit, Sql.P(id), Sql.P(by), Sql.P(now), Sql.Json(System.Text.Encoding.UTF8.GetString(request))));
        await batch.ExecuteNonQueryAsync();
    }

    private static async Task<List<(Guid Member, Part Part)>> RosterOf(NpgsqlDataSource source, GroupId group)
    {
        await using var batch = source.Batch(Sql.Command(Roster, Sql.P(group.Value)));
        await using var reader = await batch.ExecuteReaderAsync();
        var roster = new List<(Guid, Part)>();
        while (await reader.ReadAsync()) roster.Add((reader.GetGuid(0), (Part)reader.GetInt32(1)));
        return roster;
    }

    private static async Task<bool> Known(NpgsqlDataSource source, Guid[] people)
    {
        await using var batch =
            source.Batch(Sql.Command("SELECT count(*) FROM member WHERE id = ANY($1)", Sql.P(people)));
        return (long?)await batch.ExecuteScalarAsync() == people.Length;
    }

    private static async Task<bool> SentBefore(NpgsqlDataSource source, Guid id, byte[] request)
    {
        await using var batch = source.Batch(Sql.Command("SELECT request FROM meeting WHERE id = $1", Sql.P(id)));
        return await batch.ExecuteScalarAsync() is byte[] stored && stored.AsSpan().SequenceEqual(request);
    }

    /// <summary>Each person's mark, or null when somebody has two.</summary>
    private static Dictionary<Guid, Mark>? Marks(RecordMeeting record)
    {
        var marks = new Dictionary<Guid, Mark>();
        foreach (var (people, mark) in ((ImmutableArray<Contracts.Members.MemberId>, Mark)[])[
            (record.Present, Mark.Present), (record.Apologies, Mark.Apologies), (record.Absent, Mark.Absent)
        ])
        {
            foreach (var person in people)
            {
                if (!marks.TryAdd(person.Value, mark)) return null;
            }
        }
        return marks;
    }

    private static MeetingDetails Details(Guid id, RecordMeeting record) => new()
    {
        Id = new(id),
        GroupId = record.GroupId,
        HeldOn = record.HeldOn,
        StartsAt = record.StartsAt,
        Minutes = Meetings.Minutes,
        State = MeetingState.Held,
        Logged = true,
        Recorded = true,
        Unnamed = record.Unnamed,
        Notes = record.Notes,
        Version = 1,
    };
}
