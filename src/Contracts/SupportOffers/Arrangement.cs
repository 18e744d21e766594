namespace PeerNet.Contracts.SupportOffers;

/// <summary>When and where they meet: the body of PUT offers/{id}/matches/{matchId}/arrangement.</summary>
/// <param name="On">The day, in Europe/London: today or up to 366 days ahead.</param>
/// <param name="At">The local time, if it is settled.</param>
/// <param name="Where">The place, or how they meet online, up to 250 characters on one line.</param>
[GenerateSerializer, Immutable, Alias("peernet.arrangement")]
public sealed record Arrangement(
    [property: Id(0)] DateOnly On, [property: Id(1)] TimeOnly? At = null, [property: Id(2)] string? Where = null);
