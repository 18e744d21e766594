using PeerNet.Grains.Areas;
using PeerNet.Grains.Lenses;

namespace PeerNet.Silo.Storage;

/// <summary>Queries across the rows of lenses; the same SQL on both engines.</summary>
internal sealed class LensRows(AreaDatabase database) : ILensRows
{
    /// <summary>The newest lenses.</summary>
    public const string NewestLenses =
        "SELECT id, payload FROM peernet_row WHERE kind = 'lens' ORDER BY id DESC LIMIT @limit";

    public Task<IReadOnlyList<AreaRow>> Newest(int limit) =>
        database.Views.Read(NewestLenses, AreaRows.Row, ("limit", limit));
}
