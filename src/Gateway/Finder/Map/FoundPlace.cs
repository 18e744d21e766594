using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder.Map;

/// <summary>Where a group meets, as strangers may know it.</summary>
public sealed record FoundPlace
{
    /// <summary>The area the group belongs to.</summary>
    public required AreaId Area { get; init; }

    /// <summary>The group.</summary>
    public required GroupId Group { get; init; }

    /// <summary>The name of the group.</summary>
    public required string Name { get; init; }

    /// <summary>The town or neighbourhood, if it is known.</summary>
    public string? Town { get; init; }

    internal GeoPoint At { get; init; }
}
