namespace PeerNet.Contracts.Seats;

/// <summary>The body of PUT groups/{id}/seats/{seatId}: a lead's answer to a guest who asks.</summary>
/// <param name="Welcome">True to accept the guest; declining needs no reason.</param>
[GenerateSerializer, Immutable, Alias("peernet.answer-seat")]
public sealed record AnswerSeat([property: Id(0)] bool Welcome);
