using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.Connections;

/// <summary>What groups of other areas are called; only their cards say so.</summary>
internal sealed class OtherGroups(GroupSearch finder, Neighbours neighbours, TimeProvider clock)
{
    /// <summary>The group as pages name it.</summary>
    public OtherGroup Find(AreaId area, GroupId id)
    {
        if (neighbours.Find(area) is not { } neighbour) return new(area, $"{area}", id, null);
        return new(area, neighbour.Name, id, finder.FindCard(area, id, clock.GetUtcNow())?.Name);
    }
}

/// <summary>A group of another area.</summary>
/// <param name="Area">Its area.</param>
/// <param name="AreaName">What that area is called.</param>
/// <param name="Id">The group.</param>
/// <param name="Name">What it is called; null if it has closed or cannot be found here.</param>
public sealed record OtherGroup(AreaId Area, string AreaName, GroupId Id, string? Name)
{
    /// <summary>The address of its page here.</summary>
    public string Url => $"/areas/{Area}/groups/{Id}";
}
