using System.Data.Common;
using PeerNet.Calendar;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Silo.Storage;

namespace PeerNet.Bench.Reading;

/// <summary>Every group at a glance, in two statements.</summary>
internal static class PlainOverview
{
    private const string Groups =
        """
        SELECT g.id, g.name, g.last_confirmed, g.founded_on, g.capacity,
          (SELECT count(*) FROM membership WHERE group_id = g.id AND part > 1),
          latest.id, latest.held_on, upcoming.id, upcoming.held_on, upcoming.starts_at, upcoming.minutes,
          (SELECT count(*) FROM meeting WHERE group_id = g.id AND state = 0
             AND (held_on BETWEEN @from AND @yesterday OR (held_on = @today AND ends_at <= @time)))
        FROM peer_group g
        LEFT JOIN meeting latest ON latest.id = (
          SELECT id FROM meeting WHERE group_id = g.id AND state = 1 ORDER BY held_on DESC, starts_at DESC LIMIT 1)
        LEFT JOIN meeting upcoming ON upcoming.id = (
          SELECT id FROM meeting WHERE group_id = g.id AND state = 0 AND held_on >= @today
            AND (held_on > @today OR starts_at > @time) ORDER BY held_on, starts_at LIMIT 1)
        ORDER BY g.name
        """;

    private const string Leads =
        """
        SELECT group_id, member.id, member.name FROM membership JOIN member ON member.id = member_id
        WHERE part > 2 ORDER BY part DESC
        """;

    public static async Task<AreaOverview> Get(DbDataSource source, TimeProvider clock)
    {
        var (today, time) = PlainReads.Now(clock);
        var leads = (await source.Read(
            Leads, row => (Group: row.GetGuid(0), Lead: new NamedPerson(new(row.GetGuid(1)), row.GetString(2)))))
            .ToLookup(one => one.Group, one => one.Lead);
        var items = await source.Read(
            Groups, row => Line(row, leads, today),
            ("from", today.AddDays(-56)), ("yesterday", today.AddDays(-1)), ("today", today), ("time", time));
        return new(today, 0, [.. items]);
    }

    private static GroupOverview Line(DbDataReader row, ILookup<Guid, NamedPerson> leads, DateOnly today)
    {
        var line = new GroupOverview
        {
            Id = new(row.GetGuid(0)),
            Name = row.GetString(1),
            Status = GroupStatus.Active,
            Leads = [.. leads[row.GetGuid(0)]],
            People = row.GetInt32(5),
            LastConfirmed = row.GetFieldValue<DateOnly>(2),
            LastMeeting = row.IsDBNull(6) ? null : new(new(row.GetGuid(6)), row.GetFieldValue<DateOnly>(7)),
            NextMeeting = row.Next(8),
            NotLogged = row.GetInt32(12),
            Attention = [],
        };
        var isFounded = row.GetFieldValue<DateOnly>(3) <= today.AddDays(-28);
        return line with { Attention = [.. AttentionOf(line, isFounded, row.GetInt32(4), today)] };
    }

    private static IEnumerable<Attention> AttentionOf(GroupOverview line, bool isFounded, int capacity, DateOnly today)
    {
        if (line.NotLogged > 0) yield return Attention.NotLogged;
        if (isFounded && !(line.LastMeeting?.HeldOn > today.AddDays(-28))) yield return Attention.Quiet;
        if (line.Leads.IsEmpty) yield return Attention.WithoutLead;
        if (line.LastConfirmed <= today.AddMonths(-6)) yield return Attention.NotConfirmed;
        if (line.People >= capacity) yield return Attention.Full;
    }

    /// <summary>A group's next meeting, from four columns.</summary>
    public static NextMeeting? Next(this DbDataReader row, int column)
    {
        if (row.IsDBNull(column)) return null;
        var at = London.At(row.GetFieldValue<DateOnly>(column + 1), row.GetFieldValue<TimeOnly>(column + 2));
        return new(new(row.GetGuid(column)), at!.Value, row.GetInt32(column + 3));
    }
}
