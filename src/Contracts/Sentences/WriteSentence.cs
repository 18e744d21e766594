using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;

namespace PeerNet.Contracts.Sentences;

/// <summary>
/// What a table says, or what tables say together: the body of PUT gatherings/{id}/sentences/{sentenceId}.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.write-sentence")]
public sealed record WriteSentence
{
    /// <summary>What it says, 1 to 250 characters on one line; without names of people.</summary>
    [Id(0)] public required string Text { get; init; }

    /// <summary>Whether it is a word, a sentence or a definition.</summary>
    [Id(1)] public required SentenceKind Kind { get; init; }

    /// <summary>The table that says it; null if it is joined from others. It stays the same.</summary>
    [Id(2)] public TableId? TableId { get; init; }

    /// <summary>The sentences that it is joined from, 2 to 20; empty if a table says it. They stay the same.</summary>
    [Id(3)] public ImmutableArray<SentenceId> From { get; init; } = [];
}

/// <summary>Whether something is a word, a sentence or a definition.</summary>
[GenerateSerializer, Alias("peernet.sentence-kind")]
public enum SentenceKind
{
    /// <summary>A word, or a few.</summary>
    Word,
    /// <summary>A sentence.</summary>
    Sentence,
    /// <summary>What something is, in a sentence; one of several.</summary>
    Definition,
}

/// <summary>
/// What a table has agreed to: the body of PUT gatherings/{id}/sentences/{sentenceId}/agreements/{tableId}.
/// </summary>
/// <param name="Text">The text that was read back to it, on one line.</param>
[GenerateSerializer, Immutable, Alias("peernet.agree-to-sentence")]
public sealed record AgreeToSentence([property: Id(0)] string Text)
{
    /// <summary>
    /// Who can read it once people can vote on it, as far as the table is concerned. <c>allAreas</c> is
    /// public, on the web, too.
    /// </summary>
    [Id(1)] public Readers Readers { get; init; }
}
