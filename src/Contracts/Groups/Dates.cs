namespace PeerNet.Contracts.Groups;

/// <summary>A meeting outside the pattern, or one that stands in for a meeting of the pattern by the same id.</summary>
/// <param name="Id">The meeting's id.</param>
/// <param name="On">The day, in Europe/London.</param>
/// <param name="StartsAt">The local wall time it starts.</param>
/// <param name="Cancelled">Whether it is called off.</param>
[GenerateSerializer, Immutable, Alias("peernet.one-off")]
public sealed record OneOff([property: Id(0)] Meetings.MeetingId Id, [property: Id(1)] DateOnly On, [property: Id(2)] TimeOnly StartsAt, [property: Id(3)] bool Cancelled);

/// <summary>Days without meetings.</summary>
/// <param name="From">The first day without.</param>
/// <param name="Until">The first day it meets again.</param>
[GenerateSerializer, Immutable, Alias("peernet.pause")]
public sealed record Pause([property: Id(0)] DateOnly From, [property: Id(1)] DateOnly Until);
