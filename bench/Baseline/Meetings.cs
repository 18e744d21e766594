using System.Collections.Immutable;
using System.Security.Claims;
using Npgsql;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Bench.Baseline;

/// <summary>Reading a meeting in full.</summary>
internal static class Meetings
{
    /// <summary>The length in minutes of a meeting that says nothing of its own.</summary>
    public const int Minutes = 90;

    public const string Columns =
        "id, group_id, held_on, starts_at, newcomers, visitors, carers, children, notes, version";

    private const string One =
        $"SELECT {Columns}, EXISTS(SELECT 1 FROM membership m WHERE m.group_id = meeting.group_id AND m.member_id = "
        + "$2 AND m.part > 1) FROM meeting WHERE id = $1";

    private const string Lines = "SELECT member_id, mark, visitor FROM attendance WHERE meeting_id = $1 ORDER BY place";

    // To people who share no group with them now, they have no name.
    private const string Named =
        "SELECT a.member_id, CASE WHEN a.member_id = $2 OR (name_to_groups AND EXISTS(SELECT 1 FROM membership mine "
        + "JOIN membership theirs ON theirs.group_id = mine.group_id AND theirs.member_id = a.member_id AND "
        + "theirs.part > 1 WHERE mine.member_id = $2 AND mine.part > 1)) THEN name END FROM attendance a "
        + "JOIN member ON member.id = a.member_id WHERE a.meeting_id = $1 ORDER BY a.place";

    public static Task<IResult> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource source, CancellationToken cancel) =>
        Get(id, user, source, hasNames: true, cancel);

    /// <summary>The same as the answer to a write, which has no names.</summary>
    public static Task<IResult> Written(Guid id, ClaimsPrincipal user, NpgsqlDataSource source) =>
        Get(id, user, source, hasNames: false, CancellationToken.None);

    private static async Task<IResult> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource source, bool hasNames, CancellationToken cancel)
    {
        var caller = user.Caller()!.Value;
        await using var batch = source.Batch(Sql.Command(One, Sql.P(id), Sql.P(caller)), OfLines(id));
        if (hasNames) batch.BatchCommands.Add(Sql.Command(Named, Sql.P(id), Sql.P(caller)));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return Results.NotFound();
        var meeting = Row(reader);
        var belongs = reader.GetBoolean(10);
        meeting = await WithLines(meeting, reader, cancel);
        if (hasNames) meeting = await WithNames(meeting, reader, cancel);
        return belongs || meeting.Roster.Any(line => line.MemberId.Value == caller)
            ? Results.Ok(meeting)
            : Results.NotFound();
    }

    private static async Task<MeetingDetails> WithNames(
        MeetingDetails meeting, NpgsqlDataReader reader, CancellationToken cancel)
    {
        await reader.NextResultAsync(cancel);
        var people = ImmutableArray.CreateBuilder<NamedPerson>();
        while (await reader.ReadAsync(cancel))
            people.Add(new(new(reader.GetGuid(0)), reader.IsDBNull(1) ? null : reader.GetString(1)));
        return meeting with { People = people.ToImmutable() };
    }

    public static NpgsqlBatchCommand OfLines(Guid id) => Sql.Command(Lines, Sql.P(id));

    /// <summary>The meeting of a row with <see cref="Columns"/>, still without its lines.</summary>
    public static MeetingDetails Row(NpgsqlDataReader row) => new()
    {
        Id = new(row.GetGuid(0)),
        GroupId = new(row.GetGuid(1)),
        HeldOn = row.GetFieldValue<DateOnly>(2),
        StartsAt = row.GetFieldValue<TimeOnly>(3),
        Minutes = Minutes,
        State = MeetingState.Held,
        Logged = true,
        Recorded = true,
        Unnamed = new(row.GetInt32(4), row.GetInt32(5), row.GetInt32(6), row.GetInt32(7)),
        Notes = row.IsDBNull(8) ? null : row.GetString(8),
        Version = row.GetInt32(9),
    };

    /// <summary>Reads the lines, which are the reader's next result.</summary>
    public static async Task<MeetingDetails> WithLines(
        MeetingDetails meeting, NpgsqlDataReader reader, CancellationToken cancel)
    {
        await reader.NextResultAsync(cancel);
        var lines = ImmutableArray.CreateBuilder<RosterLine>();
        while (await reader.ReadAsync(cancel))
            lines.Add(new(new(reader.GetGuid(0)), (Mark)reader.GetInt32(1), reader.GetBoolean(2)));
        return Sum(meeting, lines.ToImmutable());
    }

    /// <summary>Adds the lines up.</summary>
    public static MeetingDetails Sum(MeetingDetails meeting, ImmutableArray<RosterLine> lines)
    {
        Span<int> counts = stackalloc int[4];
        foreach (var line in lines) counts[(int)line.Mark]++;
        var present = counts[(int)Mark.Present];
        return meeting with
        {
            Roster = lines,
            Words = [],
            Intentions = [],
            Named = present,
            Present = present,
            HeadCount = present + meeting.Unnamed!.Total,
            Apologies = counts[(int)Mark.Apologies],
            Absent = counts[(int)Mark.Absent],
            NotRecorded = counts[(int)Mark.NotRecorded],
        };
    }
}
