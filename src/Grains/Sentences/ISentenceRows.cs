using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Sentences;

/// <summary>Queries across the rows of sentences.</summary>
internal interface ISentenceRows
{
    /// <summary>Those of the newest gatherings.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(int limit);
}
