using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Gateway.Finder;

/// <summary>What the finder knows of one area.</summary>
internal sealed class Feed(AreaId area, string name, string url)
{
    public AreaId Area => area;

    public string Name => name;

    /// <summary>Its address to the public, without a slash at the end; empty for the own area.</summary>
    public string Url => url;

    public bool Reachable { get; set; }

    public KeptFeed Kept { get; set; } = KeptFeed.None;

    public DateTimeOffset AsOfKept { get; set; }

    /// <summary>Its cards, each with the round of the feed that last named it.</summary>
    public Dictionary<GroupId, int> Rounds { get; } = [];

    /// <summary>The own area first, then its neighbours.</summary>
    public static IEnumerable<Feed> Of(GatewayOptions options) =>
        options.Neighbours.Select(neighbour => new Feed(new(neighbour.Area), neighbour.Name is { Length: > 0 } name ? name : neighbour.Area, neighbour.Url!.AbsoluteUri.TrimEnd('/')))
            .Prepend(new(new(options.Area), options.AreaName is { Length: > 0 } own ? own : options.Area, ""));
}
