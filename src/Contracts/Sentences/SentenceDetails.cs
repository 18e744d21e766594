using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Sentences;

/// <summary>A sentence, as one caller sees it. It comes from tables, and never from a person.</summary>
[GenerateSerializer, Immutable, Alias("peernet.sentence-details")]
public sealed record SentenceDetails : IVersioned
{
    /// <summary>The ID.</summary>
    [Id(0)] public required SentenceId Id { get; init; }

    /// <summary>The gathering at which it was said.</summary>
    [Id(1)] public required GatheringId GatheringId { get; init; }

    /// <summary>What it says. Only keepers see which table says it.</summary>
    [Id(2)] public required WriteSentence Says { get; init; }

    /// <summary>Its state.</summary>
    [Id(3)] public required SentenceState State { get; init; }

    /// <summary>The year of the gathering.</summary>
    [Id(4)] public required int Year { get; init; }

    /// <summary>How many tables' words are at its roots: "a few" below four.</summary>
    [Id(5)] public required FewOrMore Breadth { get; init; }

    /// <summary>
    /// Whether more than half liked it; false if none was liked by that many, and it is one of those liked most. Null
    /// if it does not stand.
    /// </summary>
    [Id(6)] public bool? IsLikedByMost { get; init; }

    /// <summary>The sentences that it was joined into.</summary>
    [Id(7)] public ImmutableArray<SentenceId> JoinedInto { get; init; } = [];

    /// <summary>The tables whose yes it waits for; null for everybody but keepers.</summary>
    [Id(8)] public ImmutableArray<TableId>? WaitsFor { get; init; }

    /// <summary>Whether the caller can take words out of it.</summary>
    [Id(9)] public bool CanTakeOut { get; init; }

    /// <summary>The groups whose keepers have taken words out of it.</summary>
    [Id(10)] public ImmutableArray<GroupId> TakenOutFor { get; init; } = [];

    /// <summary>Whether a coordinator has taken words out of it.</summary>
    [Id(11)] public bool IsTakenOutByArea { get; init; }

    /// <summary>Increases with every change of what it says.</summary>
    [Id(12)] public int Version { get; init; }

    /// <summary>
    /// Who can read it once people can vote on it: anyone, if every table that it comes from has said so.
    /// </summary>
    [Id(13)] public Readers Readers { get; init; }

    /// <summary>The tables that have agreed to it; null for everybody but keepers.</summary>
    [Id(14)] public ImmutableArray<TableAgreement>? Agreed { get; init; }
}

/// <summary>A table's yes to a sentence.</summary>
/// <param name="TableId">The table.</param>
/// <param name="Readers">Who can read the sentence, as far as the table is concerned.</param>
[GenerateSerializer, Immutable, Alias("peernet.table-agreement")]
public sealed record TableAgreement([property: Id(0)] TableId TableId, [property: Id(1)] Readers Readers);

/// <summary>The state of a sentence.</summary>
[GenerateSerializer, Alias("peernet.sentence-state")]
public enum SentenceState
{
    /// <summary>It waits for the yes of a table. Only keepers see it.</summary>
    Draft,
    /// <summary>Every table that it comes from has agreed to it.</summary>
    Offered,
    /// <summary>It stays as it is, and people can vote on it.</summary>
    Votable,
    /// <summary>It stands this year, side by side with others.</summary>
    Standing,
    /// <summary>It stood in an earlier year.</summary>
    Earlier,
    /// <summary>It was withdrawn before a question about it was ready.</summary>
    Withdrawn,
}
