using System.Security.Claims;
using System.Text.Json;
using Npgsql;
using PeerNet.Contracts;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Bench.Baseline;

/// <summary>
/// One person's mark: one round trip to check that it is allowed and needed, and one to write the line, the audit entry
/// and the version in one transaction.
/// </summary>
internal static class Marking
{
    private const string Look =
        "SELECT (SELECT a.mark FROM attendance a WHERE a.meeting_id = meeting.id AND a.member_id = $2), " +
        "EXISTS(SELECT 1 FROM membership m WHERE m.group_id = meeting.group_id AND m.member_id = $3 AND m.part >= 3) "
        + "FROM meeting WHERE id = $1";

    private const string Line =
        "INSERT INTO attendance(meeting_id, member_id, place, mark, visitor) " +
        "SELECT $1, $2, (SELECT max(place) + 1 FROM attendance WHERE meeting_id = $1), $3, true " +
        "ON CONFLICT (meeting_id, member_id) DO UPDATE SET mark = excluded.mark";

    // The row of the meeting is locked from here to the end, so it comes after all that can be done before.
    private const string Bump = $"UPDATE meeting SET version = version + 1 WHERE id = $1 RETURNING {Meetings.Columns}";

    public static async Task<IResult> Mark(
        Guid id, Guid memberId, MarkAttendance mark, ClaimsPrincipal user, NpgsqlDataSource source, TimeProvider clock)
    {
        var by = user.Caller()!.Value;
        if (await See(source, id, memberId, by) is not (var current, var leads)) return Results.NotFound();
        if (!leads && (by != memberId || current is null)) return Results.StatusCode(StatusCodes.Status403Forbidden);
        if (current == (int)mark.Mark) return await Meetings.Written(id, user, source);
        await using var batch = source.Batch(
            Sql.Command(Line, Sql.P(id), Sql.P(memberId), Sql.P((int)mark.Mark)),
            Sql.Command(
                Logging.Audit,
                Sql.P(id),
                Sql.P(by),
                Sql.P(clock.GetUtcNow()),
                Sql.Json(JsonSerializer.Serialize(mark, PeerNetJson.Options))),
            Sql.Command(Bump, Sql.P(id)),
            Meetings.OfLines(id));
        await using var reader = await batch.ExecuteReaderAsync();
        await reader.ReadAsync();
        return Results.Ok(await Meetings.WithLines(Meetings.Row(reader), reader, CancellationToken.None));
    }

    private static async Task<(int? Mark, bool Leads)?> See(NpgsqlDataSource source, Guid id, Guid member, Guid by)
    {
        await using var batch = source.Batch(Sql.Command(Look, Sql.P(id), Sql.P(member), Sql.P(by)));
        await using var reader = await batch.ExecuteReaderAsync();
        return await reader.ReadAsync() ? (reader.IsDBNull(0) ? null : reader.GetInt32(0), reader.GetBoolean(1)) : null;
    }
}
