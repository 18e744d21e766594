using System.Collections.Immutable;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// The body of PUT meetings/{id}/corrections/{correctionId}: what was wrong, and why. Fields that are left out stay as
/// they are.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.correct-meeting")]
public sealed record CorrectMeeting
{
    /// <summary>The reason for the correction, 1 to 500 characters.</summary>
    [Id(0)] public required string Why { get; init; }

    /// <summary>The right marks of people whose mark was wrong.</summary>
    [Id(1)] public ImmutableArray<RosterMark> Marks { get; init; } = [];

    /// <summary>The right number of people without a name.</summary>
    [Id(2)] public Unnamed? Unnamed { get; init; }

    /// <summary>The right day.</summary>
    [Id(3)] public DateOnly? HeldOn { get; init; }

    /// <summary>The right start time.</summary>
    [Id(4)] public TimeOnly? StartsAt { get; init; }

    /// <summary>The right note.</summary>
    [Id(5)] public string? Notes { get; init; }

    /// <summary>Set if the meeting did not happen.</summary>
    [Id(6)] public DidNotHappen? DidNotHappen { get; init; }

    /// <summary>The right words for people whom nobody can name yet.</summary>
    [Id(7)] public ImmutableArray<string>? Words { get; init; }
}
