namespace PeerNet.Contracts.Meetings;

/// <summary>The body of PUT meetings/{id}/attendance/{memberId}.</summary>
/// <param name="Mark">The mark.</param>
/// <param name="CountedAs">
/// Set if this person was counted without a name: they become the name of one unnamed person of that kind.
/// </param>
/// <param name="Word">
/// Set if this person was logged by that word: they take its place. People of the group can claim a word for
/// themselves, even at a meeting before they belonged.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.mark-attendance")]
public sealed record MarkAttendance(
    [property: Id(0)] Mark Mark,
    [property: Id(1)] UnnamedKind? CountedAs = null,
    [property: Id(2)] string? Word = null);
