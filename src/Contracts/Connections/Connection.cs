using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Connections;

/// <summary>A connection with a group in another area. It lasts for as long as both say yes.</summary>
/// <param name="Area">The other group's area.</param>
/// <param name="GroupId">The other group.</param>
/// <param name="State">Its state.</param>
/// <param name="Since">When this state began.</param>
/// <param name="WaitsBecause">
/// Why what this group said last still waits, as a code from problems.md: <c>link.border-closed</c> or
/// <c>link.not-yet</c>.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.connection")]
public sealed record Connection(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] GroupId GroupId,
    [property: Id(2)] ConnectionState State,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] string? WaitsBecause = null);

/// <summary>The state of a connection.</summary>
[GenerateSerializer, Alias("peernet.connection-state")]
public enum ConnectionState
{
    /// <summary>We said yes; they have not answered.</summary>
    Proposed,
    /// <summary>They said yes; we have not answered.</summary>
    Asked,
    /// <summary>Both said yes.</summary>
    Connected,
    /// <summary>One of the two said no, or ended it.</summary>
    Ended,
}

/// <summary>A meeting that connected groups know about.</summary>
/// <param name="Area">The area of the group that meets.</param>
/// <param name="GroupId">The group that meets.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Open">Whether people of connected groups may come as guests.</param>
/// <param name="Cancelled">Whether it is cancelled.</param>
[GenerateSerializer, Immutable, Alias("peernet.shared-meeting")]
public sealed record SharedMeeting(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] GroupId GroupId,
    [property: Id(2)] MeetingId MeetingId,
    [property: Id(3)] DateOnly HeldOn,
    [property: Id(4)] TimeOnly StartsAt,
    [property: Id(5)] bool Open,
    [property: Id(6)] bool Cancelled);

/// <summary>A group's connections and the meetings shared over them.</summary>
/// <param name="Items">The connections.</param>
/// <param name="Shared">Meetings of this group that connected groups know about.</param>
/// <param name="SharedWithUs">Meetings of connected groups that this group knows about.</param>
[GenerateSerializer, Immutable, Alias("peernet.connections-details")]
public sealed record ConnectionsDetails(
    [property: Id(0)] ImmutableArray<Connection> Items,
    [property: Id(1)] ImmutableArray<SharedMeeting> Shared,
    [property: Id(2)] ImmutableArray<SharedMeeting> SharedWithUs);

/// <summary>The body of PUT groups/{id}/shared/{meetingId}.</summary>
/// <param name="Open">
/// Whether people of connected groups may come as guests. Default: false, so they only know about the meeting.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.share-meeting")]
public sealed record ShareMeeting([property: Id(0)] bool Open = false);
