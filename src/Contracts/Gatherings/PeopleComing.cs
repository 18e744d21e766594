using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Gatherings;

/// <summary>
/// How many people of a group mean to come, and what they need: the body of PUT
/// gatherings/{id}/keepers/{groupId}/coming. It has nothing about who they are.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.people-coming")]
public sealed record PeopleComing
{
    /// <summary>How many, 0 to 200.</summary>
    [Id(0)] public required int People { get; init; }

    /// <summary>What somebody among them needs, each need only once.</summary>
    [Id(1)] public ImmutableArray<AccessNeed> Needs { get; init; } = [];
}
