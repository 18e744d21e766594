using System.Collections.Immutable;

namespace PeerNet.Contracts.Growth;

/// <summary>How a group has grown. It names nobody.</summary>
/// <param name="SharedWithCoordinators">Whether the area's coordinators can see it, too.</param>
/// <param name="Items">The milestones that it has reached, oldest first.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-timeline")]
public sealed record GroupTimeline(
    [property: Id(0)] bool SharedWithCoordinators, [property: Id(1)] ImmutableArray<ReachedMilestone> Items);

/// <summary>A milestone, and when it was reached.</summary>
/// <param name="Milestone">The milestone.</param>
/// <param name="On">The day, in Europe/London.</param>
[GenerateSerializer, Immutable, Alias("peernet.reached-milestone")]
public sealed record ReachedMilestone([property: Id(0)] Milestone Milestone, [property: Id(1)] DateOnly On);

/// <summary>The milestones of a group.</summary>
[GenerateSerializer, Alias("peernet.milestone")]
public enum Milestone
{
    /// <summary>It was founded.</summary>
    Founded,
    /// <summary>It held its first meeting.</summary>
    FirstMeeting,
    /// <summary>Somebody who first came after the first meeting came again.</summary>
    NewcomerCameBack,
    /// <summary>Somebody became its first co-lead.</summary>
    FirstCoLead,
    /// <summary>Somebody took up an offer or a request of the group, and both sides agreed.</summary>
    FirstOfferTakenUp,
    /// <summary>A guest from another area came to a meeting.</summary>
    FirstVisit,
    /// <summary>It held its tenth meeting.</summary>
    TenthMeeting,
    /// <summary>It had been there for a year.</summary>
    OneYear,
    /// <summary>Somebody took over a role that somebody else had offered. It can be reached more than once.</summary>
    RoleHandedOn,
}
