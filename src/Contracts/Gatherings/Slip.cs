using System.Collections.Immutable;

namespace PeerNet.Contracts.Gatherings;

/// <summary>How many slips a table has: the body of PUT gatherings/{id}/tables/{tableId}/slips.</summary>
/// <param name="Count">
/// At most as many as people sit at the table. Slips can be added and never taken away, because they may be in
/// somebody's hand.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.make-slips")]
public sealed record MakeSlips([property: Id(0)] int Count);

/// <summary>
/// What somebody answers with a slip: the body of PUT gatherings/{id}/questions/{questionId}/slips. The code is in the
/// body, because addresses get into logs.
/// </summary>
/// <param name="Code">The code on the slip: 8 signs, the last of which is a check.</param>
/// <param name="Choices">
/// The boxes that they choose, such as <c>A</c>, <c>itDepends</c> or <c>up</c>: one of a quiz and of thumbs, up to
/// three different ones for voices, and any of a vote.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.spend-slip")]
public sealed record SpendSlip([property: Id(0)] string Code, [property: Id(1)] ImmutableArray<string> Choices);

/// <summary>What a slip has answered.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Choices">The boxes that were chosen, in the order of the sheet.</param>
[GenerateSerializer, Immutable, Alias("peernet.slip-answer")]
public sealed record SlipAnswer(
    [property: Id(0)] QuestionId QuestionId, [property: Id(1)] ImmutableArray<string> Choices);

/// <summary>What whoever holds a slip can answer now. It says nothing about what was answered.</summary>
/// <param name="GatheringId">The gathering.</param>
/// <param name="Title">What it is called.</param>
/// <param name="Table">What the table of the slip is called.</param>
/// <param name="Questions">The questions that are open.</param>
[GenerateSerializer, Immutable, Alias("peernet.slip-details")]
public sealed record SlipDetails(
    [property: Id(0)] GatheringId GatheringId,
    [property: Id(1)] string Title,
    [property: Id(2)] Animal Table,
    [property: Id(3)] ImmutableArray<QuestionDetails> Questions);
