namespace PeerNet.Contracts.Gatherings;

/// <summary>An option of a question about voices, which a room may like.</summary>
/// <param name="QuestionId">The question.</param>
/// <param name="Box">Its box on the sheet: a letter.</param>
[GenerateSerializer, Immutable, Alias("peernet.voiced-option")]
public sealed record VoicedOption([property: Id(0)] QuestionId QuestionId, [property: Id(1)] string Box);
