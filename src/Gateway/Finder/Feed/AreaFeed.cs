using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>The feed of one area and its state.</summary>
internal sealed class AreaFeed(AreaId area, string name, bool isHome)
{
    public AreaId Area => area;

    public string Name => name;

    /// <summary>Whether it is the feed of this Gateway's own area.</summary>
    public bool IsHome => isHome;

    /// <summary>Whether the area responded to the last request.</summary>
    public bool IsReachable { get; set; }

    public FeedPosition Position { get; set; } = FeedPosition.Start;

    /// <summary>When the position was last written to the file for its time alone.</summary>
    public DateTimeOffset AsOfStored { get; set; }

    /// <summary>The oldest generation that cards may have; null until the end is first reached.</summary>
    public int? SweptGeneration { get; set; }

    /// <summary>The feeds to follow: this Gateway's area first, then its neighbours.</summary>
    public static IEnumerable<AreaFeed> All(GatewayOptions options)
    {
        yield return new(new(options.Area), Or(options.AreaName, options.Area), isHome: true);
        foreach (var neighbour in options.Neighbours)
        {
            yield return new(new(neighbour.Area), Or(neighbour.Name, neighbour.Area), isHome: false);
        }
    }

    private static string Or(string? name, string other) => name is { Length: > 0 } ? name : other;
}
