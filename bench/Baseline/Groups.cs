using System.Collections.Immutable;
using System.Security.Claims;
using System.Text.Json;
using Npgsql;
using PeerNet.Bench.Load;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Bench.Baseline;

/// <summary>A group's page: two statements, one round trip.</summary>
internal static class Groups
{
    private const string Group =
        "SELECT name, about, first_time, whom, topics, languages, needs, format, place, online_link, schedule, "
        + "joining, capacity, welcomes_newcomers, "
            +
        "last_confirmed, version, next_meeting_id, next_meeting_at, next_meeting_minutes FROM peer_group WHERE id = $1";

    private const string Roster =
        "SELECT member_id, part, since, CASE WHEN name_to_groups OR member_id = $2 THEN name END FROM membership "
        + "JOIN member ON member.id = member_id WHERE group_id = $1 ORDER BY place";

    public static async Task<IResult> Get(
        Guid id, ClaimsPrincipal user, NpgsqlDataSource source, CancellationToken cancel)
    {
        var caller = user.Caller();
        await using var batch = source.Batch(
            Sql.Command(Group, Sql.P(id)), Sql.Command(Roster, Sql.P(id), Sql.P(caller ?? default)));
        await using var reader = await batch.ExecuteReaderAsync(cancel);
        if (!await reader.ReadAsync(cancel)) return Results.NotFound();
        var group = Read(reader, id);
        await reader.NextResultAsync(cancel);
        var roster = ImmutableArray.CreateBuilder<Membership>();
        var people = ImmutableArray.CreateBuilder<NamedPerson>();
        while (await reader.ReadAsync(cancel))
        {
            roster.Add(new(new(reader.GetGuid(0)), (Part)reader.GetInt32(1), reader.GetFieldValue<DateTimeOffset>(2)));
            people.Add(new(roster[^1].MemberId, reader.IsDBNull(3) ? null : reader.GetString(3)));
        }
        return Results.Ok(SeenBy(group, roster, people.ToImmutable(), caller));
    }

    // No load here has people who have only asked, so everyone on the roster belongs, and all names are of them.
    private static GroupDetails SeenBy(
        GroupDetails group, ImmutableArray<Membership>.Builder roster, ImmutableArray<NamedPerson> people, Guid? caller)
    {
        var yours = roster.FirstOrDefault(m => m.MemberId.Value == caller);
        var part = yours?.Part;
        return part is not >= Part.Member
            ? group with { Place = group.Place?.ForStrangers(), OnlineLink = null, Yours = yours }
            : group with
            {
                Roster = [.. roster.Where(m => m.Part >= Part.Member)],
                Asked = Having(Part.Asked),
                Invited = Having(Part.Invited),
                // No load here has guests of other areas, so the baseline is spared a table of seats and a third
                // statement.
                Seats = [],
                People = people,
                Yours = yours,
            };

        ImmutableArray<MemberId>? Having(Part wanted) =>
            part >= Part.CoLead ? [.. roster.Where(m => m.Part == wanted).Select(m => m.MemberId)] : null;
    }

    private static GroupDetails Read(NpgsqlDataReader row, Guid id)
    {
        var description = new GroupDescription
        {
            Name = row.GetString(0),
            About = row.IsDBNull(1) ? null : row.GetString(1),
            FirstTime = row.IsDBNull(2) ? null : row.GetString(2),
            For = [.. row.GetFieldValue<string[]>(3)],
            Topics = [.. row.GetFieldValue<string[]>(4)],
            Languages = [.. row.GetFieldValue<string[]>(5)],
            Needs = [.. row.GetFieldValue<int[]>(6).Select(need => (AccessNeed)need)],
            Format = (MeetingFormat)row.GetInt32(7),
            Place = row.IsDBNull(8) ? null : JsonSerializer.Deserialize<Place>(row.GetString(8), PeerNetJson.Options),
            OnlineLink = row.IsDBNull(9) ? null : row.GetString(9),
            Schedule =
                row.IsDBNull(10) ? null : JsonSerializer.Deserialize<Schedule>(row.GetString(10), PeerNetJson.Options),
            Joining = (Joining)row.GetInt32(11),
            Capacity = row.IsDBNull(12) ? null : row.GetInt32(12),
            WelcomesNewcomers = row.GetBoolean(13),
        };
        return new(description, new(World.Area), new(id))
        {
            Status = GroupStatus.Active,
            LastConfirmed = row.GetFieldValue<DateOnly>(14),
            Version = row.GetInt32(15),
            NextMeeting = row.IsDBNull(16)
                ? null
                : new(new(row.GetGuid(16)), row.GetFieldValue<DateTimeOffset>(17), row.GetInt32(18)),
        };
    }
}
