using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;

namespace PeerNet.Contracts.Link;

/// <summary>
/// What other areas receive and visitors read of the sentences of a gathering: those that people can vote on, and of
/// which every table that they come from has agreed that anyone can read them. It names no group, no table and no day;
/// of the gathering it has the ID and the year.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.sentences-card")]
public sealed record SentencesCard : ISharedCard
{
    /// <summary>The area it belongs to.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>The ID of the gathering's sentences.</summary>
    [Id(1)] public required GatheringId Id { get; init; }

    /// <summary>The year of the gathering.</summary>
    [Id(2)] public required int Year { get; init; }

    /// <summary>The sentences, the shorter text first.</summary>
    [Id(3)] public required ImmutableArray<SentenceOnCard> Sentences { get; init; }

    Guid ISharedCard.Subject => Id.Value;

    DateOnly ISharedCard.Since => new(Year, 1, 1);
}

/// <summary>A sentence, on a card.</summary>
/// <param name="Text">What it says.</param>
/// <param name="Kind">Whether it is a word, a sentence or a definition.</param>
/// <param name="Breadth">How many tables' words are at its roots; null below four.</param>
[GenerateSerializer, Immutable, Alias("peernet.sentence-on-card")]
public sealed record SentenceOnCard(
    [property: Id(0)] string Text, [property: Id(1)] SentenceKind Kind, [property: Id(2)] int? Breadth = null);
