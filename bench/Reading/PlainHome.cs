using System.Data.Common;
using System.Security.Claims;
using System.Text.Json;
using PeerNet.Bench.Baseline;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Silo.Storage;

namespace PeerNet.Bench.Reading;

/// <summary>A person's groups and what waits for them, in three statements.</summary>
internal static class PlainHome
{
    private const string Groups =
        """
        SELECT g.id, g.name, part, g.place, g.online_link, g.last_confirmed,
          upcoming.id, upcoming.held_on, upcoming.starts_at, upcoming.minutes
        FROM membership mine JOIN peer_group g ON g.id = mine.group_id
        LEFT JOIN meeting upcoming ON upcoming.id = (
          SELECT id FROM meeting WHERE group_id = g.id AND state = 0 AND held_on >= @today
            AND (held_on > @today OR starts_at > @time) ORDER BY held_on, starts_at LIMIT 1)
        WHERE mine.member_id = @me AND part > 1 ORDER BY upcoming.held_on, upcoming.starts_at, g.name
        """;

    private const string Asking =
        """
        SELECT asking.group_id, asking.member_id, CASE WHEN name_to_groups THEN name END, asking.since
        FROM membership mine JOIN membership asking ON asking.group_id = mine.group_id AND asking.part = 0
        JOIN member ON member.id = asking.member_id
        WHERE mine.member_id = @me AND mine.part > 2 ORDER BY asking.since
        """;

    private const string NotLogged =
        """
        SELECT meeting.group_id, meeting.id, held_on, starts_at
        FROM membership mine JOIN meeting ON meeting.group_id = mine.group_id AND state = 0
        WHERE mine.member_id = @me AND part > 2
          AND (held_on BETWEEN @from AND @yesterday OR (held_on = @today AND ends_at <= @time)) ORDER BY held_on
        """;

    public static async Task<MemberHome> Get(ClaimsPrincipal user, DbDataSource source, TimeProvider clock)
    {
        var me = user.Caller();
        var (today, time) = PlainReads.Now(clock);
        var groups = await source.Read(Groups, Line, ("me", me), ("today", today), ("time", time));
        var asking = await source.Read(Asking, Request, ("me", me));
        var late = await source.Read(
            NotLogged, Unlogged, ("me", me), ("from", today.AddDays(-56)), ("yesterday", today.AddDays(-1)),
            ("today", today), ("time", time));
        var stale = groups.Where(one => one.Line.Part > Part.Member && one.Confirmed <= today.AddMonths(-6))
            .Select(one => new GroupTask(one.Line.Id, one.Line.Name, one.Confirmed))
            .ToList();
        return new()
        {
            Groups = [.. groups.Select(one => one.Line)],
            Seats = [],
            Offers = [],
            Waiting = new()
            {
                Counts = new(asking.Count, late.Count, 0, 0, 0, stale.Count, 0),
                Requests = [.. asking.Take(20)],
                NotLogged = [.. late.Take(20)],
                Invitations = [],
                SeatsAnswered = [],
                Connections = [],
                ToConfirm = [.. stale.Take(20)],
                OffersTakenUp = [],
            },
        };
    }

    private static (HomeGroup Line, DateOnly Confirmed) Line(DbDataReader row)
    {
        var place = row.IsDBNull(3) ? null : JsonSerializer.Deserialize<Place>(row.GetString(3), PeerNetJson.Options);
        var line = new HomeGroup(
            new(row.GetGuid(0)), row.GetString(1), (Part)row.GetInt32(2), GroupStatus.Active, row.Next(6), place,
            row.IsDBNull(4) ? null : row.GetString(4));
        return (line, row.GetFieldValue<DateOnly>(5));
    }

    private static JoinRequest Request(DbDataReader row)
    {
        return new(
            new(row.GetGuid(0)), new(row.GetGuid(1)), null, row.IsDBNull(2) ? null : row.GetString(2),
            row.GetFieldValue<DateTimeOffset>(3));
    }

    private static UnloggedMeeting Unlogged(DbDataReader row)
    {
        return new(
            new(row.GetGuid(0)), new(row.GetGuid(1)), row.GetFieldValue<DateOnly>(2), row.GetFieldValue<TimeOnly>(3));
    }
}
