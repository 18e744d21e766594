using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

/// <summary>The body of PUT members/me/seats/{seatId}: asks a group of another area for a seat.</summary>
[GenerateSerializer, Immutable, Alias("peernet.ask-for-seat")]
public sealed record AskForSeat
{
    /// <summary>The group's area.</summary>
    [Id(0)] public required AreaId Area { get; init; }

    /// <summary>The group.</summary>
    [Id(1)] public required GroupId GroupId { get; init; }

    /// <summary>The name they want to be called there, 1 to 60 characters; any name will do.</summary>
    [Id(2)] public required string ShownAs { get; init; }

    /// <summary>
    /// True: I agree that this name and my area are shown to the people of that group. Nothing is sent without it.
    /// </summary>
    [Id(3)] public required bool Consent { get; init; }

    /// <summary>My own group, when I come as a guest of it to one meeting of a group connected with mine.</summary>
    [Id(4)] public GroupId? GuestOf { get; init; }

    /// <summary>That meeting.</summary>
    [Id(5)] public MeetingId? MeetingId { get; init; }
}

/// <summary>A seat as the member sees it at home.</summary>
[GenerateSerializer, Immutable, Alias("peernet.seat-details")]
public sealed record SeatDetails
{
    /// <summary>The token.</summary>
    [Id(0)] public required SeatId Id { get; init; }

    /// <summary>The group's area.</summary>
    [Id(1)] public required AreaId Area { get; init; }

    /// <summary>The group.</summary>
    [Id(2)] public required GroupId GroupId { get; init; }

    /// <summary>Its state.</summary>
    [Id(3)] public required SeatState State { get; init; }

    /// <summary>When this state began.</summary>
    [Id(4)] public required DateTimeOffset Since { get; init; }

    /// <summary>Why the group declined, as a code from problems.md.</summary>
    [Id(5)] public string? Because { get; init; }

    /// <summary>Whether the other area has acknowledged what was last sent.</summary>
    [Id(6)] public bool Acknowledged { get; init; }

    /// <summary>Set for a seat at one meeting only.</summary>
    [Id(7)] public MeetingId? MeetingId { get; init; }

    /// <summary>Meetings there and what was marked, oldest first.</summary>
    [Id(8)] public ImmutableArray<AttendanceLine> Attendance { get; init; } = [];

    /// <summary>What the group tells its members so that they can come; for as long as the seat lasts.</summary>
    [Id(9)] public GuestWelcome? Welcome { get; init; }

    /// <summary>
    /// Why what was last sent still waits, as a code from problems.md: <c>link.border-closed</c> or
    /// <c>link.not-yet</c>.
    /// </summary>
    [Id(10)] public string? WaitsBecause { get; init; }
}

/// <summary>What a group tells a guest who has a seat, so that they can come.</summary>
/// <param name="Place">Where it meets, as its members see it.</param>
/// <param name="OnlineLink">Where it meets online (https).</param>
/// <param name="FirstTime">What happens the first time you come.</param>
/// <param name="GuestContact">How to reach a lead who agreed to it.</param>
[GenerateSerializer, Immutable, Alias("peernet.guest-welcome")]
public sealed record GuestWelcome(
    [property: Id(0)] Place? Place = null,
    [property: Id(1)] string? OnlineLink = null,
    [property: Id(2)] string? FirstTime = null,
    [property: Id(3), JsonPropertyName("contact")] string? GuestContact = null)
{
    /// <summary>What a group of that description tells its guests.</summary>
    public static GuestWelcome Of(GroupDescription group) =>
        new(group.Place, group.OnlineLink, group.FirstTime, group.GuestContact);
}

/// <summary>The state of a seat.</summary>
[GenerateSerializer, Alias("peernet.seat-state")]
public enum SeatState
{
    /// <summary>The group has not answered yet.</summary>
    Asked,
    /// <summary>The group accepted the guest.</summary>
    Seated,
    /// <summary>The group declined.</summary>
    Declined,
    /// <summary>Given up, taken back or ended by the group.</summary>
    Ended,
}

/// <summary>A seat as the group sees it: a token, a name and an area, and nothing else about the person.</summary>
/// <param name="Id">The token.</param>
/// <param name="Home">The guest's area.</param>
/// <param name="ShownAs">The name they want to be called here; removed when the seat ends.</param>
/// <param name="State">Asked, seated or ended.</param>
/// <param name="Since">When this state began.</param>
/// <param name="GuestOf">The connected group they come from, for a guest of one meeting.</param>
/// <param name="MeetingId">That meeting, or null for a guest of the group.</param>
[GenerateSerializer, Immutable, Alias("peernet.guest-seat")]
public sealed record GuestSeat(
    [property: Id(0)] SeatId Id,
    [property: Id(1)] AreaId Home,
    [property: Id(2)] string? ShownAs,
    [property: Id(3)] SeatState State,
    [property: Id(4)] DateTimeOffset Since,
    [property: Id(5)] GroupId? GuestOf = null,
    [property: Id(6)] MeetingId? MeetingId = null)
{
    // Sent although it can be derived, because readers cannot be expected to derive it; what arrives is ignored.
    /// <summary>The ID that represents the guest on rosters and in marks, as <c>memberId</c>.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.Never)]
    public MemberId RosterId => Id.OnRosters(Home);
}

/// <summary>The body of PUT groups/{id}/seats/{seatId}: a lead's answer to a guest who asks.</summary>
/// <param name="Welcome">True to accept the guest; declining needs no reason.</param>
[GenerateSerializer, Immutable, Alias("peernet.answer-seat")]
public sealed record AnswerSeat([property: Id(0)] bool Welcome);

/// <summary>A seat as stored in its member's record.</summary>
/// <param name="SeatId">The token.</param>
/// <param name="Area">The group's area.</param>
/// <param name="GroupId">The group.</param>
/// <param name="State">Its state.</param>
/// <param name="MeetingId">Set for a seat at one meeting only.</param>
[GenerateSerializer, Immutable, Alias("peernet.seat-part")]
public sealed record SeatPart(
    [property: Id(0)] SeatId SeatId,
    [property: Id(1)] AreaId Area,
    [property: Id(2)] GroupId GroupId,
    [property: Id(3)] SeatState State,
    [property: Id(4)] MeetingId? MeetingId = null);
