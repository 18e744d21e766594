using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Panels;

/// <summary>
/// What a panel asks every candidate, and when: the body of PUT panels/{id}. Candidates are letters, and no field holds
/// a name.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.set-up-panel")]
public sealed record SetUpPanel
{
    /// <summary>What it is called, 1 to 120 characters.</summary>
    [Id(0)] public required string Title { get; init; }

    /// <summary>The groups whose leads see it, 1 to 4, first the one that sets it up; they stay the same.</summary>
    [Id(1)] public required ImmutableArray<GroupId> Groups { get; init; }

    /// <summary>The day. All of it is gone six months later.</summary>
    [Id(2)] public required DateOnly HeldOn { get; init; }

    /// <summary>The questions, 1 to 12, the same for every candidate.</summary>
    [Id(3)] public required ImmutableArray<string> Questions { get; init; }

    /// <summary>How many candidates there are, 1 to 8: A, B, C and so on.</summary>
    [Id(4)] public required int Candidates { get; init; }
}
