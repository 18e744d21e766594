using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Practices;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of practices; the same SQL on both engines.</summary>
internal sealed class PracticeRows(AreaDatabase database) : IPracticeRows
{
    // An empty group is all of them.
    private const string Concerns = "(@group = '' OR document ->> 'groups' LIKE '%' || @group || '%')";

    /// <summary>Those of a group that wait for one of their groups.</summary>
    public const string WaitingPractices =
        $"""
        SELECT id, payload FROM peernet_row
        WHERE kind = 'practice' AND document ->> 'state' = 'told' AND {Concerns}
        ORDER BY document ->> 'toldAt' DESC, id DESC LIMIT @limit
        """;

    /// <summary>Those of a group or of the area that are shown.</summary>
    public const string ShownPractices =
        $"""
        SELECT id, payload FROM peernet_row
        WHERE kind = 'practice' AND document ->> 'state' = 'shown' AND {Concerns}
        ORDER BY document ->> 'shownAt' DESC, id DESC LIMIT @limit
        """;

    public Task<IReadOnlyList<AreaRow>> Waiting(GroupId group, int limit) =>
        database.Views.Read(WaitingPractices, AreaRows.Row, ("group", $"{group}"), ("limit", limit));

    public Task<IReadOnlyList<AreaRow>> Shown(GroupId? group, int limit) =>
        database.Views.Read(ShownPractices, AreaRows.Row, ("group", $"{group}"), ("limit", limit));
}
