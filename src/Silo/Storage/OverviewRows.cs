using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Grains.Areas;

namespace PeerNet.Silo.Storage;

/// <summary>Reads what the overview shows of groups; the same SQL on both engines.</summary>
internal sealed class OverviewRows(AreaDatabase database) : IOverviewRows
{
    /// <summary>What has changed since a change.</summary>
    public const string ChangedAfter =
        "SELECT group_id, change, facts FROM peernet_overview WHERE change > @change ORDER BY change";

    public Task<IReadOnlyList<OverviewChange>> After(long change)
    {
        return database.Views.Read(
            ChangedAfter,
            row => new OverviewChange(
                Sql.Id(row.GetString(0)), row.GetInt64(1), row.IsDBNull(2) ? null : FactsIn(row.GetString(2))),
            ("change", change));
    }

    private static GroupFacts FactsIn(string json) =>
        JsonSerializer.Deserialize<GroupFacts>(json, PeerNetJson.Options)!;
}
