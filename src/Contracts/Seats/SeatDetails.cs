using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Seats;

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
