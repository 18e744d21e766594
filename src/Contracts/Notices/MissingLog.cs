using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Notices;

/// <summary>A meeting that is over and not logged, which never means that nobody came.</summary>
/// <param name="MeetingId">The meeting.</param>
/// <param name="HeldOn">The day it was planned for.</param>
[GenerateSerializer, Immutable, Alias("peernet.missing-log")]
public sealed record MissingLog([property: Id(0)] MeetingId MeetingId, [property: Id(1)] DateOnly HeldOn);
