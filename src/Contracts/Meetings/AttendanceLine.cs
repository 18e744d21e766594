using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>One meeting in a person's own history, in any area.</summary>
/// <param name="Area">The group's area.</param>
/// <param name="GroupId">The group.</param>
/// <param name="MeetingId">The meeting.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it started.</param>
/// <param name="Mark">The person's mark.</param>
[GenerateSerializer, Immutable, Alias("peernet.attendance-line")]
public sealed record AttendanceLine(
    [property: Id(0)] AreaId Area,
    [property: Id(1)] GroupId GroupId,
    [property: Id(2)] MeetingId MeetingId,
    [property: Id(3)] DateOnly HeldOn,
    [property: Id(4)] TimeOnly StartsAt,
    [property: Id(5)] Mark Mark);
