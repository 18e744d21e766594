using System.Collections.Concurrent;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>Counts the cards of each area that could not be read since this Gateway started.</summary>
internal sealed class FeedFaults
{
    private readonly ConcurrentDictionary<AreaId, long> unreadable = new();

    /// <summary>The number of an area's cards that could not be read.</summary>
    public long CountOf(AreaId area) => unreadable.GetValueOrDefault(area);

    /// <summary>Adds to that number.</summary>
    public void Add(AreaId area, int cards) => unreadable.AddOrUpdate(area, cards, (_, before) => before + cards);
}
