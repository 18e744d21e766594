using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Contracts.Members;

/// <summary>A person's groups, at home and in other areas, and what waits for them; in one request.</summary>
[GenerateSerializer, Immutable, Alias("peernet.member-home")]
public sealed record MemberHome
{
    /// <summary>The groups they belong to, the next to meet first; up to 50.</summary>
    [Id(0)] public required ImmutableArray<HomeGroup> Groups { get; init; }

    /// <summary>
    /// Their seats in groups of other areas that are asked for or taken, and those answered with no in the last 30
    /// days, the latest first; up to 20.
    /// </summary>
    [Id(1)] public required ImmutableArray<HomeSeat> Seats { get; init; }

    /// <summary>What waits for them.</summary>
    [Id(2)] public required HomeTasks Waiting { get; init; }

    /// <summary>
    /// Their offers and requests, those of groups that they lead, and those that they have taken up, the latest first;
    /// up to 20.
    /// </summary>
    [Id(3)] public required ImmutableArray<HomeOffer> Offers { get; init; }

    /// <summary>
    /// Groups that they have asked to join and that have not answered, the first asked first; up to 20.
    /// </summary>
    [Id(4)] public ImmutableArray<GroupTask> Asked { get; init; } = [];
}

/// <summary>One of a person's groups in their own area.</summary>
/// <param name="Id">The group.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Part">Their part in it.</param>
/// <param name="Status">Active, paused or closed today.</param>
/// <param name="NextMeeting">The next meeting, if one is planned within a year.</param>
/// <param name="Place">Where that meeting is, or else where the group usually meets; null if it is online.</param>
/// <param name="OnlineLink">Where it meets online.</param>
[GenerateSerializer, Immutable, Alias("peernet.home-group")]
public sealed record HomeGroup(
    [property: Id(0)] GroupId Id,
    [property: Id(1)] string Name,
    [property: Id(2)] Part Part,
    [property: Id(3)] GroupStatus Status,
    [property: Id(4), JsonIgnore(Condition = JsonIgnoreCondition.Never)] NextMeeting? NextMeeting,
    [property: Id(5)] Place? Place,
    [property: Id(6)] string? OnlineLink)
{
    /// <summary>Whether the next meeting is of a series that meets online, and has no place of its own.</summary>
    [Id(7)] public bool IsOnline { get; init; }
}

/// <summary>One of a person's seats in a group of another area.</summary>
/// <param name="Id">The token.</param>
/// <param name="Area">The group's area.</param>
/// <param name="GroupId">The group.</param>
/// <param name="State">The seat's state.</param>
/// <param name="Since">When this state began.</param>
/// <param name="MeetingId">Set for a seat at one meeting only.</param>
/// <param name="Place">Where the group meets, once the person is seated.</param>
/// <param name="OnlineLink">Where it meets online, once the person is seated.</param>
[GenerateSerializer, Immutable, Alias("peernet.home-seat")]
public sealed record HomeSeat(
    [property: Id(0)] SeatId Id,
    [property: Id(1)] AreaId Area,
    [property: Id(2)] GroupId GroupId,
    [property: Id(3)] SeatState State,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] MeetingId? MeetingId,
    [property: Id(6)] Place? Place,
    [property: Id(7)] string? OnlineLink)
{
    /// <summary>What the group is called, from its card; null without one.</summary>
    [Id(8), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public string? Name { get; init; }

    /// <summary>The group's next meeting, from its card.</summary>
    [Id(9), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public NextMeeting? NextMeeting { get; init; }

    /// <summary>Whether that meeting is of a series that meets online, from its card.</summary>
    [Id(10)] public bool IsOnline { get; init; }
}

/// <summary>An offer or a request in which a person has a part.</summary>
/// <param name="Id">The offer or request.</param>
/// <param name="Side">Whether it is an offer or a request.</param>
/// <param name="Kind">The kind of support.</param>
/// <param name="GroupId">The group that it is made for.</param>
/// <param name="IsMine">Whether the person made it, or leads that group; otherwise they have taken it up.</param>
/// <param name="State">Its state.</param>
/// <param name="ExpiresOn">The last day on which it can be taken up.</param>
/// <param name="Matches">How many of its matches they can see; of one that they have taken up, theirs.</param>
/// <param name="Match">The state of the match that began last.</param>
/// <param name="Area">The area that it was made in, if that is another one.</param>
[GenerateSerializer, Immutable, Alias("peernet.home-offer")]
public sealed record HomeOffer(
    [property: Id(0)] SupportOfferId Id,
    [property: Id(1)] SupportSide Side,
    [property: Id(2)] SupportKind Kind,
    [property: Id(3)] GroupId? GroupId,
    [property: Id(4)] bool IsMine,
    [property: Id(5)] SupportOfferState State,
    [property: Id(6)] DateOnly ExpiresOn,
    [property: Id(7)] int Matches,
    [property: Id(8)] MatchState? Match,
    [property: Id(9)] AreaId? Area);
