using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Seats;

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
