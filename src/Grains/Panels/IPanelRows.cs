using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Panels;

/// <summary>Queries across the rows of panels.</summary>
internal interface IPanelRows
{
    /// <summary>Those of a group, the latest day first.</summary>
    Task<IReadOnlyList<AreaRow>> OfGroup(GroupId group, int limit);

    /// <summary>The keys of those that were held on that day or earlier.</summary>
    Task<IReadOnlyList<string>> HeldBy(DateOnly day, int limit);
}
