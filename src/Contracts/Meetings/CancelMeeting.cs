using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// The body of PUT meetings/{id}/cancellation. Group, day and time are needed only for a one-off meeting that was never
/// planned here.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.cancel-meeting")]
public sealed record CancelMeeting
{
    /// <summary>The reason, for people who would have come; up to 500 characters.</summary>
    [Id(0)] public string? Reason { get; init; }

    /// <summary>The group that would have met.</summary>
    [Id(1)] public GroupId? GroupId { get; init; }

    /// <summary>The day.</summary>
    [Id(2)] public DateOnly? HeldOn { get; init; }

    /// <summary>The local start time.</summary>
    [Id(3)] public TimeOnly? StartsAt { get; init; }
}
