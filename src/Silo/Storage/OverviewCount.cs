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
        var facts = records is null ? null : Facts(records);
        var json = facts is null ? null : JsonSerializer.Serialize(facts, PeerNetJson.Options);
        if (known is [var before] && before == json) return;
        await transaction.Run(Put, ("group", scope), ("facts", json));
    }

    private GroupFacts? Facts(GroupRecords records)
    {
        var held = records.Meetings.Where(meeting => meeting.IsHeld)
            .OrderByDescending(meeting => meeting.HeldOn)
            .ThenByDescending(meeting => meeting.StartsAt)
            .ThenBy(meeting => meeting.Id.ToString(), StringComparer.Ordinal)
            .FirstOrDefault();
        var last = held is null ? null : new LastMeeting(held.Id, held.HeldOn);
        return unreadable.Read("group", records.Row.Id, records.Row.Payload, (Group read) =>
            GroupFacts.Of(read, records.Meetings, last, records.Today));
    }
}
