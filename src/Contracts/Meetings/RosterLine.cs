using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Meetings;

/// <summary>One person's mark.</summary>
[GenerateSerializer, Immutable, Alias("peernet.roster-mark")]
public sealed record RosterMark([property: Id(0)] MemberId MemberId, [property: Id(1)] Mark Mark);

/// <summary>One line of a meeting's roster.</summary>
/// <param name="MemberId">The person.</param>
/// <param name="Mark">Their mark.</param>
/// <param name="Visitor">True for someone who did not belong to the group when the roster was frozen.</param>
/// <param name="CountedAs">Set for someone who was first counted without a name.</param>
[GenerateSerializer, Immutable, Alias("peernet.roster-line")]
public sealed record RosterLine(
    [property: Id(0)] MemberId MemberId,
    [property: Id(1)] Mark Mark,
    [property: Id(2)] bool Visitor,
    [property: Id(3)] UnnamedKind? CountedAs = null);
