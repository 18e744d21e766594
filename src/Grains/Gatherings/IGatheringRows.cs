using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Gatherings;

/// <summary>Queries across the rows of gatherings.</summary>
internal interface IGatheringRows
{
    /// <summary>The gatherings that a group holds with others, the latest day first; at most 100.</summary>
    Task<IReadOnlyList<AreaRow>> OfGroup(Guid group);

    /// <summary>
    /// The gatherings that any of these groups holds from a day on, the first day first; at most 60. There must be at
    /// least one group.
    /// </summary>
    Task<IReadOnlyList<AreaRow>> OfGroupsFrom(IReadOnlyCollection<Guid> groups, DateOnly from);

    /// <summary>
    /// The IDs of gatherings that were to be held on a day or earlier and still know who comes, with higher IDs than
    /// that one; the lowest ID first.
    /// </summary>
    Task<IReadOnlyList<Guid>> ComingBy(DateOnly day, Guid after, int limit);
}
