using System.Collections.Immutable;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts.Gatherings;

/// <summary>What other records need to know of a gathering.</summary>
[GenerateSerializer, Immutable, Alias("peernet.gathering-standing")]
public sealed record GatheringStanding
{
    /// <summary>There is no such gathering.</summary>
    public static GatheringStanding None { get; } = new();

    /// <summary>Its state; null if nobody has planned it.</summary>
    [Id(0)] public GatheringState? State { get; init; }

    /// <summary>The day, in Europe/London.</summary>
    [Id(1)] public DateOnly HeldOn { get; init; }

    /// <summary>Whether the caller is one of its keepers.</summary>
    public bool IsKeeper => KeptFor is not null;

    /// <summary>Whether the caller can take words out: a keeper, or a coordinator.</summary>
    [Id(5)] public bool CanTakeOut { get; init; }

    /// <summary>The group for which the caller keeps it; null if they do not.</summary>
    [Id(7)] public GroupId? KeptFor { get; init; }

    /// <summary>Its tables.</summary>
    [Id(3)] public ImmutableArray<TableId> Tables { get; init; } = [];

    /// <summary>The sentences that people voted for, in the last closed vote that named each.</summary>
    [Id(4)] public ImmutableArray<VotedSentence> Voted { get; init; } = [];

    /// <summary>The sentences of questions that two keepers have said are ready, whatever became of them.</summary>
    [Id(6)] public ImmutableArray<SentenceId> Asked { get; init; } = [];
}
