using System.Data.Common;
using System.Globalization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Areas;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the area's rows; the same SQL on both engines.</summary>
internal sealed class AreaRows(AreaDatabase database) : IAreaRows
{
    /// <summary>One group by its id.</summary>
    public const string GroupById = "SELECT id, payload FROM peernet_row WHERE kind = 'group' AND id = @id";

    /// <summary>Groups in the order of their IDs.</summary>
    public const string GroupsAfter =
        "SELECT id, payload FROM peernet_row WHERE kind = 'group' AND id > @afterId ORDER BY id LIMIT @limit";

    /// <summary>Records of one kind by their ids, which take the place of <c>@ids</c>.</summary>
    public const string ById = "SELECT id, payload FROM peernet_row WHERE kind = @kind AND id IN (@ids)";

    /// <summary>Groups by the tag that the IDs of their occurrences begin with.</summary>
    public const string GroupsByTag =
        "SELECT id FROM peernet_row WHERE kind = 'group' AND document ->> 'occurrenceTag' = @tag ORDER BY id LIMIT 100";

    /// <summary>
    /// A group's meetings by day, including those that were moved away from one of the days. With OR in place of the
    /// union, SQLite reads all meetings of the group.
    /// </summary>
    public const string MeetingsByDay =
        """
        SELECT id, payload, document ->> 'heldOn' AS held_on FROM peernet_row
        WHERE kind = 'meeting' AND document ->> 'groupId' = @group AND document ->> 'heldOn' BETWEEN @from AND @to
        UNION ALL
        SELECT id, payload, document ->> 'heldOn' FROM peernet_row
        WHERE kind = 'meeting' AND document ->> 'groupId' = @group AND document ->> 'originalDay' BETWEEN @from AND @to
          AND coalesce(document ->> 'heldOn', '') NOT BETWEEN @from AND @to
        ORDER BY held_on, id
        """;

    /// <summary>The meetings that name a person.</summary>
    public const string MeetingsByPerson =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'meeting' AND id IN (SELECT meeting FROM peernet_meeting_person WHERE person = @person)
        ORDER BY document ->> 'heldOn', id
        """;

    /// <summary>A member's seats.</summary>
    public const string SeatsByMember =
        "SELECT id, payload FROM peernet_row WHERE kind = 'seat' AND document ->> 'member' = @member";

    /// <summary>Seats that nobody has answered.</summary>
    public const string SeatsWithoutAnswer =
        """
        SELECT grain_key FROM peernet_row
        WHERE kind = 'seat' AND document ->> 'state' = 'asked' AND document ->> 'since' < @before
        ORDER BY document ->> 'since', id LIMIT @limit
        """;

    /// <summary>The area's counts.</summary>
    public const string Counts =
        """
        SELECT (SELECT count(*) FROM peernet_row WHERE kind = 'group' AND document -> 'description' IS NOT NULL
                AND (document -> 'closure' ->> 'on' IS NULL OR document -> 'closure' ->> 'on' > @today)),
               (SELECT count(*) FROM peernet_row WHERE kind = 'member' AND document ->> 'erasedAt' IS NULL),
               (SELECT count(*) FROM peernet_row WHERE kind = 'meeting' AND document -> 'isHeld' = 'true')
        """;

    /// <summary>Groups that have lost their only lead, the longest without one first.</summary>
    public const string GroupsWithoutLead =
        """
        SELECT id FROM peernet_row
        WHERE kind = 'group' AND document ->> 'withoutLeadSince' IS NOT NULL AND document ->> 'closure' IS NULL
        ORDER BY document ->> 'withoutLeadSince', id LIMIT 100
        """;

    /// <summary>The meetings that a group has held, up to a number of them.</summary>
    public const string HeldByGroup =
        """
        SELECT count(*) FROM (
          SELECT id FROM peernet_row
          WHERE kind = 'meeting' AND document ->> 'groupId' = @group AND document -> 'isHeld' = 'true'
          LIMIT @limit) held
        """;

    /// <summary>
    /// Groups that are not closed and say who holds a role, and those in which one is shared or was handed on.
    /// </summary>
    public const string SharedRoles =
        """
        SELECT count(*), count(CASE WHEN document -> 'power' -> 'isShared' = 'true' THEN 1 END),
          count(CASE WHEN document -> 'power' -> 'isOffered' = 'true' THEN 1 END)
        FROM peernet_row WHERE kind = 'group' AND document -> 'power' -> 'isKnown' = 'true'
          AND (document -> 'closure' ->> 'on' IS NULL OR document -> 'closure' ->> 'on' > @today)
        """;

    /// <summary>
    /// How many gatherings were closed, how many of them by one keeper alone, and how many groups have held them.
    /// </summary>
    public const string ClosedGatherings =
        """
        SELECT count(DISTINCT found.id),
          count(DISTINCT CASE WHEN document -> 'closedFor' -> 0 IS NOT NULL AND document -> 'closedFor' -> 1 IS NULL
                THEN found.id END),
          count(DISTINCT held.held_by)
        FROM peernet_row found JOIN peernet_gathering_group held ON held.gathering = found.id
        WHERE found.kind = 'gathering' AND document ->> 'state' = 'closed'
        """;

    /// <summary>Rows with messages that are due within the area.</summary>
    public const string DueMessages =
        """
        SELECT found.kind, found.grain_key, due.since
        FROM (SELECT kind, id, min(since) AS since FROM peernet_message
              WHERE to_area = (SELECT area FROM peernet_area) AND parked IS NULL
                AND (not_before IS NULL OR not_before <= @now)
              GROUP BY kind, id ORDER BY min(since) LIMIT @limit) due
        JOIN peernet_row found ON found.kind = due.kind AND found.id = due.id ORDER BY due.since
        """;

    public async Task<AreaRow?> Group(Guid id) =>
        await Read(GroupById, Row, ("id", id.ToString())) is [var row, ..] ? row : null;

    public Task<IReadOnlyList<AreaRow>> Groups(Guid after, int limit) =>
        Read(GroupsAfter, Row, ("afterId", after.ToString()), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Groups(IReadOnlyCollection<Guid> ids) => All("group", ids);

    public Task<IReadOnlyList<AreaRow>> Members(IReadOnlyCollection<Guid> ids) => All("member", ids);

    public Task<IReadOnlyList<AreaRow>> Offers(IReadOnlyCollection<Guid> ids) => All("support-offer", ids);

    public Task<IReadOnlyList<AreaRow>> MatchesAbroad(IReadOnlyCollection<Guid> ids) => All("match-abroad", ids);

    public Task<IReadOnlyList<Guid>> GroupsTagged(string tag) =>
        Read(GroupsByTag, row => Guid.Parse(row.GetString(0)), ("tag", tag));

    public Task<IReadOnlyList<AreaRow>> Meetings(Guid group, DateOnly from, DateOnly to) =>
        Read(MeetingsByDay, Row, ("group", group.ToString()), ("from", Sql.Day(from)), ("to", Sql.Day(to)));

    public Task<IReadOnlyList<AreaRow>> MeetingsNaming(Guid person) =>
        Read(MeetingsByPerson, Row, ("person", person.ToString()));

    public Task<IReadOnlyList<AreaRow>> SeatsOf(Guid member) => Read(SeatsByMember, Row, ("member", member.ToString()));

    public Task<IReadOnlyList<string>> UnansweredSeats(DateTimeOffset askedBefore, int limit) =>
        Read(SeatsWithoutAnswer, row => row.GetString(0), ("before", Sql.Instant(askedBefore)), ("limit", limit));

    public async Task<AreaSummary> Summary(DateOnly today)
    {
        var counts = await Read(
            Counts,
            row => new AreaSummary((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2)),
            ("today", Sql.Day(today)));
        var needLead = await Read(GroupsWithoutLead, row => new GroupId(Guid.Parse(row.GetString(0))));
        return counts[0] with { NeedLead = [.. needLead] };
    }

    public async Task<bool> HasHeld(Guid group, int meetings)
    {
        var held = await Read(
            HeldByGroup, row => row.GetInt64(0), ("group", group.ToString()), ("limit", meetings));
        return held[0] >= meetings;
    }

    public async Task<PowerCheck> Power(DateOnly today)
    {
        var counted = await Read(
            SharedRoles,
            row => PowerCheck.Of((int)row.GetInt64(1), (int)row.GetInt64(2), (int)row.GetInt64(0)),
            ("today", Sql.Day(today)));
        var checks = await Read(
            ClosedGatherings,
            row => counted[0].With((int)row.GetInt64(1), (int)row.GetInt64(0), (int)row.GetInt64(2)));
        return checks[0];
    }

    public Task<IReadOnlyList<WaitingOutbox>> WaitingOutboxes(DateTimeOffset now, int limit)
    {
        return Read(
            DueMessages,
            row => new WaitingOutbox(row.GetString(0), row.GetString(1), Sql.Instant(row.GetString(2))),
            ("now", Sql.Instant(now)), ("limit", limit));
    }

    private async Task<IReadOnlyList<AreaRow>> All(string kind, IReadOnlyCollection<Guid> ids)
    {
        if (ids.Count == 0) return [];
        var (sql, each) = Sql.OfIds(ById, ids);
        return await Read(sql, Row, [("kind", kind), .. each]);
    }

    /// <summary>The ID and the stored text, in the first two columns.</summary>
    public static AreaRow Row(DbDataReader row) => new(Sql.Id(row.GetString(0)), row.GetFieldValue<byte[]>(1));

    private Task<IReadOnlyList<T>> Read<T>(
        string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters) =>
        database.Views.Read(sql, read, parameters);
}
