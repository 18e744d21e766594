namespace PeerNet.Contracts.Groups;

/// <summary>A span of days without meetings.</summary>
/// <param name="From">The first day without a meeting.</param>
/// <param name="Until">The first day the group meets again.</param>
[GenerateSerializer, Immutable, Alias("peernet.pause")]
public sealed record Pause([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly Until);
