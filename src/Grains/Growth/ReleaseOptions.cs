using PeerNet.Contracts.Growth;

namespace PeerNet.Grains.Growth;

/// <summary>The area's settings for what it releases.</summary>
internal sealed class ReleaseOptions
{
    /// <summary>The thresholds.</summary>
    public DisclosureTerms Terms { get; set; } = new();
}
