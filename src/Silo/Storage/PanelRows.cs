using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Panels;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of panels; the same SQL on both engines.</summary>
internal sealed class PanelRows(AreaDatabase database) : IPanelRows
{
    /// <summary>Those of a group.</summary>
    public const string PanelsOfGroup =
        """
        SELECT id, payload FROM peernet_row
        WHERE kind = 'panel' AND document -> 'says' ->> 'heldOn' > ''
          AND document -> 'says' ->> 'groups' LIKE '%' || @group || '%'
        ORDER BY document -> 'says' ->> 'heldOn' DESC, id DESC LIMIT @limit
        """;

    /// <summary>Those that were held on a day or earlier.</summary>
    public const string HeldPanels =
        """
        SELECT grain_key FROM peernet_row WHERE kind = 'panel' AND document -> 'says' ->> 'heldOn' <= @to
        ORDER BY document -> 'says' ->> 'heldOn', id LIMIT @limit
        """;

    public Task<IReadOnlyList<AreaRow>> OfGroup(GroupId group, int limit) =>
        database.Views.Read(PanelsOfGroup, AreaRows.Row, ("group", $"{group}"), ("limit", limit));

    public Task<IReadOnlyList<string>> HeldBy(DateOnly day, int limit) =>
        database.Views.Read(HeldPanels, row => row.GetString(0), ("to", Sql.Day(day)), ("limit", limit));
}
