using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Groups;

/// <summary>A group as far as one caller may see it: strangers see its card; members also the place, the link and who belongs; leads also who asks.</summary>
[GenerateSerializer, Immutable, Alias("peernet.group-details")]
public sealed record GroupDetails : GroupDescription, IVersioned
{
    /// <summary>What the group says of itself; the rest is set beside it.</summary>
    [SetsRequiredMembers]
    public GroupDetails(GroupDescription description, AreaId area, GroupId id) : base(description) => (Area, Id) = (area, id);

    /// <summary>The area it belongs to.</summary>
    [Id(0)] public AreaId Area { get; init; }

    /// <summary>Its id.</summary>
    [Id(1)] public GroupId Id { get; init; }

    /// <summary>Active, paused or closed today.</summary>
    [Id(2)] public GroupStatus Status { get; init; }

    /// <summary>Why and since when it is closed, if it is.</summary>
    [Id(3)] public GroupClosure? Closure { get; init; }

    /// <summary>The day a lead last said that all this is right.</summary>
    [Id(4)] public DateOnly LastConfirmed { get; init; }

    /// <summary>The next meeting, if one is planned within a year.</summary>
    [Id(5), JsonIgnore(Condition = JsonIgnoreCondition.Never)] public NextMeeting? NextMeeting { get; init; }

    /// <summary>Rises with every change of the group.</summary>
    [Id(6)] public int Version { get; init; }

    /// <summary>Who belongs; members and coordinators only.</summary>
    [Id(7)] public ImmutableArray<Membership>? Roster { get; init; }

    /// <summary>Who has asked to join; leads and coordinators only.</summary>
    [Id(8)] public ImmutableArray<MemberId>? Asked { get; init; }

    /// <summary>Guests of other areas: those seated, to members; those who ask as well, to leads and coordinators.</summary>
    [Id(9)] public ImmutableArray<GuestSeat>? Seats { get; init; }
}

/// <summary>Whether a group meets at present.</summary>
[GenerateSerializer, Alias("peernet.group-status")]
public enum GroupStatus
{
    /// <summary>It meets.</summary>
    Active,
    /// <summary>It rests until a day.</summary>
    Paused,
    /// <summary>It has ended.</summary>
    Closed,
}

/// <summary>A meeting to come.</summary>
/// <param name="Id">The id under which it can be planned, cancelled or logged.</param>
/// <param name="StartsAt">The instant, with the offset that Europe/London has then (RFC 3339).</param>
/// <param name="Minutes">How long it lasts.</param>
[GenerateSerializer, Immutable, Alias("peernet.next-meeting")]
public sealed record NextMeeting([property: Id(0)] MeetingId Id, [property: Id(1)] DateTimeOffset StartsAt, [property: Id(2)] int Minutes);

/// <summary>The end of a group.</summary>
/// <param name="Reason">Why, in the group's words; up to 500 characters.</param>
/// <param name="On">The first day it is closed; today when left out.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-closure")]
public sealed record GroupClosure([property: Id(0)] string? Reason = null, [property: Id(1)] DateOnly? On = null);

/// <summary>What the group's meetings need to know of it.</summary>
/// <param name="Founded">Whether there is such a group.</param>
/// <param name="Roster">Who belongs, leads included, and guests by their tokens.</param>
/// <param name="Leads">Who leads or co-leads.</param>
/// <param name="Seats">Guests of other areas, those of one meeting included, without their names.</param>
[GenerateSerializer, Immutable, Alias("peernet.group-standing")]
public sealed record GroupStanding([property: Id(0)] bool Founded, [property: Id(1)] ImmutableArray<MemberId> Roster, [property: Id(2)] ImmutableArray<MemberId> Leads, [property: Id(3)] ImmutableArray<GuestSeat> Seats)
{
    /// <summary>No group at all.</summary>
    public static GroupStanding Nowhere { get; } = new(false, [], [], []);

    /// <summary>Whether the caller may act for the group.</summary>
    public bool LedBy(Caller by) => by.Coordinates || (by.Member is { } member && Leads.Contains(member));

    /// <summary>The guests who may come to a meeting: those who belong, and those of that meeting alone.</summary>
    public IEnumerable<GuestSeat> GuestsAt(MeetingId meeting) => Seats.Where(seat => seat.MeetingId is null || seat.MeetingId == meeting);

    /// <summary>Whether the caller may see what is the group's own.</summary>
    public bool SeenBy(Caller by) => by.Coordinates || (by.Member is { } member && Roster.Contains(member));
}
