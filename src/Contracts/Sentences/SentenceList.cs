using System.Collections.Immutable;

namespace PeerNet.Contracts.Sentences;

/// <summary>Sentences, with what they were joined from.</summary>
/// <param name="Items">The sentences.</param>
/// <param name="Roots">
/// Those that they were joined from, at any depth, and that are not among the items themselves.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.sentences-with-roots")]
public sealed record SentenceList(
    [property: Id(0)] ImmutableArray<SentenceDetails> Items, [property: Id(1)] ImmutableArray<SentenceDetails> Roots)
{
    /// <summary>Whether there are older gatherings, whose sentences are on their own pages.</summary>
    [Id(2)] public bool HasMore { get; init; }
}

/// <summary>A sentence that people voted for.</summary>
/// <param name="Id">The sentence.</param>
/// <param name="IsLikedByMost">Whether more than half liked it; otherwise it is one of those liked most.</param>
[GenerateSerializer, Immutable, Alias("peernet.voted-sentence")]
public sealed record VotedSentence([property: Id(0)] SentenceId Id, [property: Id(1)] bool IsLikedByMost);

/// <summary>What a sentence says that people can vote on. It stays as it is.</summary>
/// <param name="Id">The sentence.</param>
/// <param name="Text">What it says.</param>
[GenerateSerializer, Immutable, Alias("peernet.votable-sentence")]
public sealed record VotableSentence([property: Id(0)] SentenceId Id, [property: Id(1)] string Text);
