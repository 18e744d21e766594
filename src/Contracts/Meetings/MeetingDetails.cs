using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// A meeting and its attendance. Always, named + unnamed = headCount, and present + apologies + absent + notRecorded =
/// the roster. Someone who does not belong to the group sees when it is, and their own mark if they were there.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.meeting-details")]
public sealed record MeetingDetails : IVersioned
{
    /// <summary>The id.</summary>
    [Id(0)] public required MeetingId Id { get; init; }

    /// <summary>The group.</summary>
    [Id(1)] public required GroupId GroupId { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(2)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local time it starts.</summary>
    [Id(3)] public required TimeOnly StartsAt { get; init; }

    /// <summary>The series it belongs to; null for a one-off meeting.</summary>
    [Id(18), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Series { get; init; }

    /// <summary>The day its series planned; null for a one-off meeting.</summary>
    [Id(19), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DateOnly? OriginalDay { get; init; }

    /// <summary>Its length in minutes.</summary>
    [Id(20)] public int Minutes { get; init; }

    /// <summary>What it is called, if it has a title of its own.</summary>
    [Id(21)] public string? Title { get; init; }

    /// <summary>Where it is, if not where the group usually meets; as much as the caller may see.</summary>
    [Id(22)] public Place? Place { get; init; }

    /// <summary>Planned, held, cancelled, or did not happen.</summary>
    [Id(4)] public required MeetingState State { get; init; }

    /// <summary>Whether its attendance is recorded.</summary>
    [Id(23)] public bool Logged { get; init; }

    /// <summary>
    /// Whether a lead has logged it as a whole, so that a change is a correction; false while people have only marked
    /// themselves. For people of the group and coordinators only.
    /// </summary>
    [Id(27)] public bool? Recorded { get; init; }

    /// <summary>The number of people who came and are named, or known by a word until they claim it.</summary>
    [Id(5)] public int? Named { get; init; }

    /// <summary>The total number of people who came; null if that is not recorded, or not for the caller.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? HeadCount { get; init; }

    /// <summary>The number of people who came and are still not named.</summary>
    [Id(7)] public Unnamed? Unnamed { get; init; }

    /// <summary>
    /// Everyone on the frozen roster and every visitor, with their marks; for someone who has left the group, their own
    /// line only.
    /// </summary>
    [Id(8)] public ImmutableArray<RosterLine> Roster { get; init; } = [];

    /// <summary>
    /// The words for people who came and whom nobody can name yet; for people of the group and coordinators only.
    /// </summary>
    [Id(25)] public ImmutableArray<string>? Words { get; init; }

    /// <summary>The number of people on the roster who came.</summary>
    [Id(9)] public int? Present { get; init; }

    /// <summary>The number of people who sent apologies.</summary>
    [Id(10)] public int? Apologies { get; init; }

    /// <summary>The number of people who are known not to have come.</summary>
    [Id(11)] public int? Absent { get; init; }

    /// <summary>The number of people about whom nothing is recorded.</summary>
    [Id(12)] public int? NotRecorded { get; init; }

    /// <summary>The note for the group.</summary>
    [Id(13)] public string? Notes { get; init; }

    /// <summary>Why it did not happen.</summary>
    [Id(14)] public DidNotHappen? DidNotHappen { get; init; }

    /// <summary>Why it was cancelled.</summary>
    [Id(15)] public string? CancelledBecause { get; init; }

    /// <summary>Every correction, oldest first.</summary>
    [Id(16)] public ImmutableArray<CorrectionMade> Corrections { get; init; } = [];

    /// <summary>What people of the group intend; for them and coordinators only.</summary>
    [Id(24)] public ImmutableArray<IntentionLine>? Intentions { get; init; }

    /// <summary>
    /// The names of everyone whom a read mentions, guests too, so that a page needs no other request.
    /// </summary>
    [Id(26)] public ImmutableArray<NamedPerson>? People { get; init; }

    /// <summary>The version; it rises with every change.</summary>
    [Id(17)] public int Version { get; init; }
}

/// <summary>The state of a meeting.</summary>
[GenerateSerializer, Alias("peernet.meeting-state")]
public enum MeetingState
{
    /// <summary>In the future, or in the past and not logged yet, depending on its date.</summary>
    Planned,
    /// <summary>Logged.</summary>
    Held,
    /// <summary>Logged as not having happened.</summary>
    DidNotHappen,
    /// <summary>Called off in advance.</summary>
    Cancelled,
}

/// <summary>Who corrected what, when and why.</summary>
[GenerateSerializer, Immutable, Alias("peernet.correction-made")]
public sealed record CorrectionMade(
    [property: Id(0)] CorrectionId Id,
    [property: Id(1)] MemberId? By,
    [property: Id(2)] DateTimeOffset At,
    [property: Id(3)] string Why);

/// <summary>
/// A meeting in a group's list. One that is known only from its series has no record yet: a past one is "not logged",
/// never "nobody came".
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.meeting-line")]
public sealed record MeetingLine
{
    /// <summary>The ID to read, plan, cancel or log it with.</summary>
    [Id(0)] public required MeetingId Id { get; init; }

    /// <summary>The series it belongs to; null for a one-off meeting.</summary>
    [Id(6), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Series { get; init; }

    /// <summary>The day its series planned; null for a one-off meeting.</summary>
    [Id(7), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public DateOnly? OriginalDay { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(1)] public required DateOnly HeldOn { get; init; }

    /// <summary>The local start time.</summary>
    [Id(2)] public required TimeOnly StartsAt { get; init; }

    /// <summary>Its length in minutes.</summary>
    [Id(8)] public required int Minutes { get; init; }

    /// <summary>Its state.</summary>
    [Id(3)] public required MeetingState State { get; init; }

    /// <summary>Whether its attendance is recorded.</summary>
    [Id(4)] public required bool Logged { get; init; }

    /// <summary>The number of people who came; for members only, and only if it was held.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public int? HeadCount { get; init; }

    /// <summary>What it is called, if it has a title of its own.</summary>
    [Id(9)] public string? Title { get; init; }

    /// <summary>Where it is, if not where the group usually meets; as much as the caller may see.</summary>
    [Id(10)] public Place? Place { get; init; }
}
