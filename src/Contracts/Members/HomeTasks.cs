using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Contracts.Members;

/// <summary>What waits for a person. Each list has up to 20 items, the longest waiting first.</summary>
[GenerateSerializer, Immutable, Alias("peernet.home-tasks")]
public sealed record HomeTasks
{
    /// <summary>How many there are in all of each, also beyond the lists.</summary>
    [Id(0)] public required HomeCounts Counts { get; init; }

    /// <summary>People and guests who have asked to join a group that they lead.</summary>
    [Id(1)] public required ImmutableArray<JoinRequest> Requests { get; init; }

    /// <summary>Meetings of the last eight weeks that nobody has logged, of groups that they lead.</summary>
    [Id(2)] public required ImmutableArray<UnloggedMeeting> NotLogged { get; init; }

    /// <summary>Groups that have invited them.</summary>
    [Id(3)] public required ImmutableArray<GroupTask> Invitations { get; init; }

    /// <summary>Their seats that were answered in the last 30 days.</summary>
    [Id(4)] public required ImmutableArray<SeatId> SeatsAnswered { get; init; }

    /// <summary>Connections that groups of other areas propose to groups that they lead.</summary>
    [Id(5)] public required ImmutableArray<ConnectionRequest> Connections { get; init; }

    /// <summary>Groups that they lead whose description nobody has confirmed for six months.</summary>
    [Id(6)] public required ImmutableArray<GroupTask> ToConfirm { get; init; }

    /// <summary>Offers and requests of theirs that somebody has taken up and that wait for their answer.</summary>
    [Id(7)] public required ImmutableArray<OfferTask> OffersTakenUp { get; init; }
}

/// <summary>How many things of each kind wait for a person.</summary>
[GenerateSerializer, Immutable, Alias("peernet.home-counts")]
public sealed record HomeCounts(
    [property: Id(0)] int Requests,
    [property: Id(1)] int NotLogged,
    [property: Id(2)] int Invitations,
    [property: Id(3)] int SeatsAnswered,
    [property: Id(4)] int Connections,
    [property: Id(5)] int ToConfirm,
    [property: Id(6)] int OffersTakenUp);

/// <summary>Somebody who has asked to join a group.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="MemberId">The person, or a guest as rosters would know them.</param>
/// <param name="SeatId">The seat, of a guest from another area.</param>
/// <param name="Name">Their name; null if the caller may not see it.</param>
/// <param name="Since">When they asked.</param>
[GenerateSerializer, Immutable, Alias("peernet.join-request")]
public sealed record JoinRequest(
    [property: Id(0)] GroupId GroupId,
    [property: Id(1)] MemberId MemberId,
    [property: Id(2)] SeatId? SeatId,
    [property: Id(3), JsonIgnore(Condition = JsonIgnoreCondition.Never)] string? Name,
    [property: Id(4)] DateTimeOffset Since);

/// <summary>A meeting that has begun, was not cancelled, and is not logged.</summary>
[GenerateSerializer, Immutable, Alias("peernet.unlogged-meeting")]
public sealed record UnloggedMeeting(
    [property: Id(0)] GroupId GroupId,
    [property: Id(1)] MeetingId MeetingId,
    [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] TimeOnly StartsAt);

/// <summary>A group that waits for the person.</summary>
/// <param name="GroupId">The group.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Since">The day it was last confirmed, or that of the invitation.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-task")]
public sealed record GroupTask(
    [property: Id(0)] GroupId GroupId, [property: Id(1)] string Name, [property: Id(2)] DateOnly Since);

/// <summary>A connection that a group of another area proposes.</summary>
/// <param name="GroupId">The group at home.</param>
/// <param name="Area">The other group's area.</param>
/// <param name="With">The other group.</param>
/// <param name="Since">When it asked.</param>
[GenerateSerializer, Immutable, Alias("peernet.connection-request")]
public sealed record ConnectionRequest(
    [property: Id(0)] GroupId GroupId,
    [property: Id(1)] AreaId Area,
    [property: Id(2)] GroupId With,
    [property: Id(3)] DateTimeOffset Since)
{
    /// <summary>What the other group is called, from its card; null without one.</summary>
    [Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Name { get; init; }
}

/// <summary>Somebody who has taken up an offer or a request of the person's, or of a group that they lead.</summary>
/// <param name="OfferId">The offer or request.</param>
/// <param name="MatchId">The match.</param>
/// <param name="OtherName">The name that they have chosen for it.</param>
/// <param name="Since">When they took it up.</param>
[GenerateSerializer, Immutable, Alias("peernet.offer-task")]
public sealed record OfferTask(
    [property: Id(0)] SupportOfferId OfferId,
    [property: Id(1)] MatchId MatchId,
    [property: Id(2)] string? OtherName,
    [property: Id(3)] DateTimeOffset Since);
