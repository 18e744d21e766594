using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

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
