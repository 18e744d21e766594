using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>The feed of one area and its state.</summary>
internal sealed class AreaFeed(AreaId area, string name, string url)
{
    public AreaId Area => area;

    public string Name => name;

    /// <summary>Its public address without a slash at the end; empty for this Gateway's area.</summary>
    public string Url => url;

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
        yield return new(new(options.Area), Or(options.AreaName, options.Area), "");
        foreach (var neighbour in options.Neighbours)
        {
            var url = neighbour.Url!.AbsoluteUri.TrimEnd('/');
            yield return new(new(neighbour.Area), Or(neighbour.Name, neighbour.Area), url);
        }
    }

    private static string Or(string? name, string other) => name is { Length: > 0 } ? name : other;
}
