namespace PeerNet.Contracts.SupportOffers;

/// <summary>How it went, as one side says: the body of PUT offers/{id}/matches/{matchId}/outcome.</summary>
/// <param name="Done">Whether it took place.</param>
/// <param name="Words">A word about it for the other side, up to 1,000 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.match-outcome")]
public sealed record MatchOutcome([property: Id(0)] bool Done, [property: Id(1)] string? Words = null);
