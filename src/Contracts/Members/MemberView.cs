using System.Collections.Immutable;

namespace PeerNet.Contracts.Members;

/// <summary>
/// A look at a person's contact or needs by somebody else, kept for a year. Looks on one day count once.
/// </summary>
/// <param name="By">The ID of the lead who looked, or <c>coordinator</c>.</param>
/// <param name="At">When they first looked on that day.</param>
/// <param name="Saw">What they saw.</param>
[GenerateSerializer, Immutable, Alias("peernet.member-view")]
public sealed record MemberView(
    [property: Id(0)] string By,
    [property: Id(1)] DateTimeOffset At,
    [property: Id(2)] ImmutableArray<PrivateField> Saw);

/// <summary>What a person shows to few.</summary>
[GenerateSerializer, Alias("peernet.private-field")]
public enum PrivateField
{
    /// <summary>How to reach them.</summary>
    Contact,
    /// <summary>What helps them take part.</summary>
    Helps,
}
