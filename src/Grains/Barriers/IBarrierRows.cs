using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Barriers;

/// <summary>Queries across the rows of barriers, limits and roles.</summary>
internal interface IBarrierRows
{
    /// <summary>Barriers that are not settled: first those with a day, the earliest first; then the oldest.</summary>
    Task<IReadOnlyList<AreaRow>> Open(int limit);

    /// <summary>The newest rows of a kind.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(string kind, int limit);
}
