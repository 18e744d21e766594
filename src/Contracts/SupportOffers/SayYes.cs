using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.SupportOffers;

/// <summary>A yes to a match: the body of PUT offers/{id}/matches/{matchId}, and of its agreement.</summary>
/// <param name="ShownAs">The name to be called in this match, 1 to 60 characters; any name will do.</param>
/// <param name="ShowContact">
/// Which part of my contact the other side may see once both have agreed; null shows none.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.say-yes")]
public sealed record SayYes([property: Id(0)] string ShownAs, [property: Id(1)] ContactPart? ShowContact = null);
