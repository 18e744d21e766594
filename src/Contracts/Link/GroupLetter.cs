using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Link;

/// <summary>A letter from, to or about a group.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-letter")]
public abstract record GroupLetter : Letter
{
    /// <summary>The group.</summary>
    [Id(0)] public required GroupId Group { get; init; }
}
