using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;

namespace PeerNet.Contracts.Seats;

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
