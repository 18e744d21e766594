namespace PeerNet.Grains.Groups;

/// <summary>The area's settings for groups.</summary>
internal sealed class GroupOptions
{
    /// <summary>Whether a group that a member founds is welcomed at once, without a coordinator.</summary>
    public bool WelcomeNewGroups { get; set; }

    /// <summary>How many groups a member may lead and still found another.</summary>
    public int MaxLed { get; set; } = 15;
}
