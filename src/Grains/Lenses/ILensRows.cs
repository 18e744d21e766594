using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Lenses;

/// <summary>Queries across the rows of lenses.</summary>
internal interface ILensRows
{
    /// <summary>The newest.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(int limit);
}
