namespace PeerNet.Contracts.Worries;

/// <summary>A coordinator's answer: the body of PUT worries/{id}/answer.</summary>
/// <param name="Answer">For its writer, 1 to 4,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.answer-worry")]
public sealed record AnswerWorry([property: Id(0)] string Answer);
