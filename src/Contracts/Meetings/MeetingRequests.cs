using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

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

/// <summary>The body of PUT meetings/{id}/record: the whole record of a meeting.</summary>
[GenerateSerializer, Immutable, Alias("peernet.record-meeting")]
public sealed record RecordMeeting
{
    /// <summary>The group that met.</summary>
    [Id(0)] public required GroupId GroupId { get; init; }

    /// <summary>The day it was held, in Europe/London; today or earlier.</summary>
    [Id(1)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local time it started.</summary>
    [Id(2)] public required TimeOnly StartsAt { get; init; }

    /// <summary>People who came.</summary>
    [Id(3)] public ImmutableArray<MemberId> Present { get; init; } = [];

    /// <summary>People who sent apologies.</summary>
    [Id(4)] public ImmutableArray<MemberId> Apologies { get; init; } = [];

    /// <summary>People who are known not to have come.</summary>
    [Id(5)] public ImmutableArray<MemberId> Absent { get; init; } = [];

    /// <summary>The number of people who came but are not named.</summary>
    [Id(6)] public Unnamed Unnamed { get; init; } = new();

    /// <summary>A note for the group, up to 4,000 characters.</summary>
    [Id(7)] public string? Notes { get; init; }

    /// <summary>Why the meeting did not happen; if set, nobody can be marked or counted.</summary>
    [Id(8)] public DidNotHappen? DidNotHappen { get; init; }

    /// <summary>
    /// Words for people who came and whom nobody can name yet, such as "Blue scarf"; one for each person, up to 50, all
    /// different. They count like names, until the person claims the word as theirs.
    /// </summary>
    [Id(9)] public ImmutableArray<string> Words { get; init; } = [];
}

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

/// <summary>The body of PUT meetings/{id}/attendance/{memberId}.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="CountedAs">
/// Set if this person was counted without a name: they become the name of one unnamed person of that kind.
/// </param>
/// <param name="Word">
/// Set if this person was logged by that word: they take its place. People of the group can claim a word for
/// themselves, even at a meeting before they belonged.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.mark-attendance")]
public sealed record MarkAttendance(
    [property: Id(0)] Mark Mark,
    [property: Id(1)] UnnamedKind? CountedAs = null,
    [property: Id(2)] string? Word = null);

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

/// <summary>Why a planned meeting did not happen.</summary>
/// <param name="Reason">The reason.</param>
/// <param name="Detail">Details in the group's own words, up to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.did-not-happen")]
public sealed record DidNotHappen([property: Id(0)] NotHeldReason Reason, [property: Id(1)] string? Detail = null);

/// <summary>Reasons a meeting did not happen.</summary>
[GenerateSerializer, Alias("peernet.not-held-reason")]
public enum NotHeldReason
{
    /// <summary>Some other reason.</summary>
    Other,
    /// <summary>The place was closed or in use.</summary>
    Venue,
    /// <summary>No lead could be there.</summary>
    Lead,
    /// <summary>The room was open and nobody came.</summary>
    NobodyCame,
    /// <summary>Weather or travel.</summary>
    Travel,
    /// <summary>A holiday.</summary>
    Holiday,
}
