using System.Data.Common;
using System.Globalization;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;

namespace PeerNet.Silo.Storage;

/// <summary>Reads the views; the same SQL on both engines.</summary>
internal sealed class AreaRows(AreaDatabase database) : IAreaRows
{
    public async Task<AreaRow?> Group(Guid id) =>
        await Read("SELECT id, payload FROM peernet_group WHERE id = @id", Row, ("id", id.ToString())) is [var row, ..] ? row : null;

    public Task<IReadOnlyList<AreaRow>> Meetings(Guid group, DateOnly from, DateOnly to) => Read(
        "SELECT id, payload FROM peernet_meeting WHERE group_id = @group AND held_on BETWEEN @from AND @to ORDER BY held_on, id", Row,
        ("group", group.ToString()), ("from", Day(from)), ("to", Day(to)));

    public Task<IReadOnlyList<AreaRow>> MeetingsNaming(Guid person) => Read(
        "SELECT id, payload FROM peernet_meeting_people WHERE people LIKE @person ORDER BY held_on, id", Row, ("person", $"%{person}%"));

    public Task<IReadOnlyList<AreaRow>> SeatsOf(Guid member) => Read(
        "SELECT id, payload FROM peernet_seat WHERE member_id = @member", Row, ("member", member.ToString()));

    public async Task<AreaSummary> Summary()
    {
        var summaries = await Read(
            "SELECT (SELECT count(*) FROM peernet_group), (SELECT count(*) FROM peernet_member WHERE NOT erased), (SELECT count(*) FROM peernet_meeting WHERE logged)",
            row => new AreaSummary((int)row.GetInt64(0), (int)row.GetInt64(1), (int)row.GetInt64(2)));
        return summaries[0];
    }

    public Task<IReadOnlyList<WaitingOutbox>> WaitingOutboxes(int limit) => Read(
        "SELECT kind, grain_key, since FROM peernet_outbox ORDER BY since LIMIT @limit",
        row => new WaitingOutbox(row.GetString(0), row.GetString(1), DateTimeOffset.Parse(row.GetString(2), CultureInfo.InvariantCulture)),
        ("limit", limit));

    private static AreaRow Row(DbDataReader row) => new(Guid.Parse(row.GetString(0)), row.GetFieldValue<byte[]>(1));

    private static string Day(DateOnly day) => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private Task<IReadOnlyList<T>> Read<T>(string sql, Func<DbDataReader, T> read, params (string Name, object? Value)[] parameters) =>
        database.Views.Read(sql, read, parameters);
}
