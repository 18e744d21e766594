using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Groups;

/// <summary>
/// A group with the details one caller may see. Strangers see its card; members also see the place, the link and who
/// belongs; leads also see who has asked to join and who is invited.
/// </summary>
[GenerateSerializer, Immutable, Alias("peernet.group-details")]
public sealed record GroupDetails : GroupDescription, IVersioned
{
    /// <summary>Copies the group's description; the other properties are set separately.</summary>
    [SetsRequiredMembers]
    public GroupDetails(GroupDescription description, AreaId area, GroupId id) : base(description)
    {
        Area = area;
        Id = id;
    }

    /// <summary>The area it belongs to.</summary>
    [Id(0)] public AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    [Id(1)] public GroupId Id { get; init; }

    /// <summary>Active, paused or closed today.</summary>
    [Id(2)] public GroupStatus Status { get; init; }

    /// <summary>
    /// From which day it is closed, and why, which strangers do not see; null if it is open.
    /// </summary>
    [Id(3)] public GroupClosure? Closure { get; init; }

    /// <summary>The day a lead last confirmed the description.</summary>
    [Id(4)] public DateOnly LastConfirmed { get; init; }

    /// <summary>The next meeting, if one is planned within a year.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public NextMeeting? NextMeeting { get; init; }

    /// <summary>The version; it increases with every change to the group.</summary>
    [Id(6)] public int Version { get; init; }

    /// <summary>Who belongs; for members and coordinators only.</summary>
    [Id(7)] public ImmutableArray<Membership>? Roster { get; init; }

    /// <summary>Who has asked to join; for leads and coordinators only.</summary>
    [Id(8)] public ImmutableArray<MemberId>? Asked { get; init; }

    /// <summary>
    /// Guests from other areas. Members see those who are seated; leads and coordinators also see those who have asked.
    /// </summary>
    [Id(9)] public ImmutableArray<GuestSeat>? Seats { get; init; }

    /// <summary>
    /// Whether it has lost its only lead. Then it takes nobody new until a coordinator has made somebody its lead.
    /// </summary>
    [Id(11)] public bool NeedsLead { get; init; }

    /// <summary>Who is invited and has not accepted yet; for leads and coordinators only.</summary>
    [Id(10)] public ImmutableArray<MemberId>? Invited { get; init; }

    /// <summary>Whether people in other areas can find it.</summary>
    [Id(14)] public WelcomeState Welcome { get; init; }

    /// <summary>
    /// The names of everyone whom a read mentions, guests too, so that a page needs no other request; for members and
    /// coordinators only.
    /// </summary>
    [Id(15)] public ImmutableArray<NamedPerson>? People { get; init; }

    /// <summary>The caller's own part, even when they have only asked to join or are invited.</summary>
    [Id(16)] public Membership? Yours { get; init; }
}

/// <summary>Whether a coordinator has welcomed a group, so that people in other areas can find it.</summary>
[GenerateSerializer, Alias("peernet.welcome-state")]
public enum WelcomeState
{
    /// <summary>People in all areas can find it.</summary>
    Welcomed,
    /// <summary>Only people in its own area can find it.</summary>
    New,
}

/// <summary>Whether a group currently meets.</summary>
[GenerateSerializer, Alias("peernet.group-status")]
public enum GroupStatus
{
    /// <summary>It meets.</summary>
    Active,
    /// <summary>It pauses until a certain day.</summary>
    Paused,
    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>A future meeting.</summary>
/// <param name="Id">The ID to plan, cancel or log it with.</param>
/// <param name="StartsAt">When it starts, with the offset of Europe/London on that day (RFC 3339).</param>
/// <param name="Minutes">Its length in minutes.</param>
[GenerateSerializer, Immutable, Alias("peernet.next-meeting")]
public sealed record NextMeeting(
    [property: Id(0)] MeetingId Id, [property: Id(1)] DateTimeOffset StartsAt, [property: Id(2)] int Minutes);

/// <summary>The end of a group.</summary>
/// <param name="Reason">The reason in the group's own words; up to 500 characters.</param>
/// <param name="On">The first day it is closed. Default: today.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-closure")]
public sealed record GroupClosure([property: Id(0)] string? Reason = null, [property: Id(1)] DateOnly? On = null)
{
    /// <summary>The closure without its reason, which only the group's people and coordinators can read.</summary>
    public GroupClosure ForStrangers() => this with { Reason = null };
}

/// <summary>What the group's meetings need to know about it.</summary>
/// <param name="Exists">Whether the group exists.</param>
/// <param name="Roster">Everyone who belongs, including leads, and guests by their tokens.</param>
/// <param name="Leads">Who leads or co-leads.</param>
/// <param name="Seats">
/// Guests from other areas, including those of one meeting and those whose seat has ended, without their names.
/// </param>
[GenerateSerializer, Immutable, Alias("peernet.group-standing")]
public sealed record GroupStanding(
    [property: Id(0)] bool Exists,
    [property: Id(1)] ImmutableArray<MemberId> Roster,
    [property: Id(2)] ImmutableArray<MemberId> Leads,
    [property: Id(3)] ImmutableArray<GuestSeat> Seats)
{
    /// <summary>The standing of a group that does not exist.</summary>
    public static GroupStanding None { get; } = new(false, [], [], []);

    /// <summary>The occurrence that the meeting's ID is derived from, if it is one of this group's.</summary>
    [Id(4)] public OccurrenceStanding? Occurrence { get; init; }

    /// <summary>The first day the group is closed, if it is going to be.</summary>
    [Id(5)] public DateOnly? ClosesOn { get; init; }

    /// <summary>The length in minutes of a meeting that has none of its own.</summary>
    [Id(6)] public int Minutes { get; init; } = 90;

    /// <summary>Who has asked to belong.</summary>
    [Id(7)] public ImmutableArray<MemberId> Asked { get; init; } = [];

    /// <summary>
    /// From when to when people belonged, including some who have left; empty when nobody needs to know, because the
    /// roster of the meeting is already frozen.
    /// </summary>
    [Id(8)] public ImmutableArray<MembershipTerm> Terms { get; init; } = [];

    /// <summary>Everyone who belonged on that day.</summary>
    public ImmutableArray<MemberId> RosterOn(DateOnly day) =>
        Terms.IsEmpty ? Roster : [.. Terms.Where(term => term.Includes(day)).Select(term => term.MemberId).Distinct()];

    /// <summary>
    /// Whether a lead may mark that person at a meeting: they belong, or did on that day, have asked to, or are a
    /// guest.
    /// </summary>
    public bool MayBeMarked(MemberId member, MeetingId meeting, DateOnly day)
    {
        return Roster.Contains(member) || Asked.Contains(member) || RosterOn(day).Contains(member)
            || GuestsAt(meeting).Any(seat => seat.RosterId == member);
    }

    /// <summary>Whether the caller may act for the group.</summary>
    public bool LedBy(Caller by) => by.Coordinates || (by.Member is { } member && Leads.Contains(member));

    /// <summary>The guests who may come to a meeting: those who belong, and those of that meeting only.</summary>
    public IEnumerable<GuestSeat> GuestsAt(MeetingId meeting) =>
        Seats.Where(seat => seat.State == SeatState.Seated && (seat.MeetingId ?? meeting) == meeting);

    /// <summary>Whether the caller may see what only the group's people can see.</summary>
    public bool SeenBy(Caller by) => by.Coordinates || (by.Member is { } member && Roster.Contains(member));
}

/// <summary>What a group's schedule says about one occurrence.</summary>
/// <param name="Group">The group.</param>
/// <param name="Series">The series.</param>
/// <param name="OriginalDay">The day that its ID is derived from.</param>
/// <param name="StartsAt">The local start time; null if the series does not meet that day, or no longer.</param>
/// <param name="Minutes">Its length in minutes.</param>
[GenerateSerializer, Immutable, Alias("peernet.occurrence-standing")]
public sealed record OccurrenceStanding(
    [property: Id(0)] GroupId Group,
    [property: Id(1)] string Series,
    [property: Id(2)] DateOnly OriginalDay,
    [property: Id(3)] TimeOnly? StartsAt,
    [property: Id(4)] int Minutes);

/// <summary>From when to when a person belonged to a group.</summary>
/// <param name="MemberId">The person, or a guest's token.</param>
/// <param name="From">The first day.</param>
/// <param name="Until">The first day they no longer belonged; null while they do.</param>
[GenerateSerializer, Immutable, Alias("peernet.membership-term")]
public sealed record MembershipTerm(
    [property: Id(0)] MemberId MemberId, [property: Id(1)] DateOnly From, [property: Id(2)] DateOnly? Until)
{
    /// <summary>Whether they belonged on that day.</summary>
    public bool Includes(DateOnly day) => From <= day && !(Until <= day);
}
