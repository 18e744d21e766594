using System.Data.Common;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;

namespace PeerNet.Silo.Storage;

/// <summary>
/// Keeps what the overview shows of each group in step with its rows, in the transaction that counts the group's
/// figures. Only one such transaction runs at a time, so the numbers of changes are committed in order.
/// </summary>
internal sealed class OverviewCount(UnreadableRows unreadable)
{
    /// <summary>The last meeting of a group that was held.</summary>
    public const string LastHeld =
        """
        SELECT id, document ->> 'heldOn' FROM peernet_row
        WHERE kind = 'meeting' AND document ->> 'groupId' = @group AND document -> 'isHeld' = 'true'
        ORDER BY document ->> 'heldOn' DESC, document ->> 'startsAt' DESC, id LIMIT 1
        """;

    private const string Known = "SELECT facts FROM peernet_overview WHERE group_id = @group";

    private const string Put =
        """
        INSERT INTO peernet_overview(group_id, change, facts)
        VALUES (@group, (SELECT coalesce(max(change), 0) + 1 FROM peernet_overview), @facts)
        ON CONFLICT (group_id) DO UPDATE SET change = excluded.change, facts = excluded.facts
        """;

    /// <summary>
    /// Works the facts of a group out again, and writes them if they have changed; any other scope has none.
    /// </summary>
    public async Task Follow(DbTransaction transaction, string scope, GroupRecords? records)
    {
        if (!Guid.TryParse(scope, out _)) return;
        var known = await transaction.Read(Known, row => row.IsDBNull(0) ? null : row.GetString(0), ("group", scope));
        var facts = records is null ? null : await Facts(transaction, scope, records);
        var json = facts is null ? null : JsonSerializer.Serialize(facts, PeerNetJson.Options);
        if (known is [var before] && before == json) return;
        await transaction.Run(Put, ("group", scope), ("facts", json));
    }

    private async Task<GroupFacts?> Facts(DbTransaction transaction, string group, GroupRecords records)
    {
        var last = await transaction.Read(
            LastHeld, row => new LastMeeting(new(Sql.Id(row.GetString(0))), Sql.Day(row.GetString(1))),
            ("group", group));
        return unreadable.Read("group", records.Row.Id, records.Row.Payload, (Group read) =>
            GroupFacts.Of(read, records.Meetings, last is [var held] ? held : null, records.Today));
    }
}
