using System.Collections.Immutable;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Practices;

/// <summary>What groups have done and what came of it: the body of PUT practices/{id}. It stays as it is.</summary>
[GenerateSerializer, Immutable, Alias("peernet.tell-practice")]
public sealed record TellPractice
{
    /// <summary>What they did, 1 to 1,000 characters.</summary>
    [Id(0)] public required string WeDid { get; init; }

    /// <summary>What changed, 1 to 1,000 characters.</summary>
    [Id(1)] public required string Changed { get; init; }

    /// <summary>What made it hard, up to 1,000 characters.</summary>
    [Id(2)] public string? WasHard { get; init; }

    /// <summary>Where something changed.</summary>
    [Id(3)] public required Layer Layer { get; init; }

    /// <summary>The groups that are part of it, 1 to 10, with the one that tells it.</summary>
    [Id(4)] public required ImmutableArray<GroupId> Groups { get; init; }

    /// <summary>
    /// Who can read it once every group has agreed: that is what they agree to. <c>allAreas</c> is public, on
    /// the web, too.
    /// </summary>
    [Id(5)] public Readers Readers { get; init; }
}
