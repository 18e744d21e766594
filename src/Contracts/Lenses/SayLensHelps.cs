namespace PeerNet.Contracts.Lenses;

/// <summary>Why a lens helps a group now: the body of PUT lenses/{id}/helped/{groupId}.</summary>
/// <param name="Why">For everybody, 1 to 500 characters.</param>
[GenerateSerializer, Immutable, Alias("peernet.say-lens-helps")]
public sealed record SayLensHelps([property: Id(0)] string Why);
