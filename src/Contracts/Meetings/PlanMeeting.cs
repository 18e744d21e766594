using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// The body of PUT meetings/{id}: a meeting outside the group's series, or one of a series that is moved or otherwise
/// different this time.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.plan-meeting")]
public sealed record PlanMeeting
{
    /// <summary>The group that meets.</summary>
    [Id(0)] public required GroupId GroupId { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(1)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local time it starts.</summary>
    [Id(2)] public required TimeOnly StartsAt { get; init; }

    /// <summary>Its length in minutes, from 5 to 1,440. If left out, that of the group's other meetings.</summary>
    [Id(3)] public int? Minutes { get; init; }

    /// <summary>What it is called, 1 to 120 characters on one line, if not by the group's name.</summary>
    [Id(4)] public string? Title { get; init; }

    /// <summary>Where it is, if not where the group usually meets.</summary>
    [Id(5)] public Place? Place { get; init; }
}
