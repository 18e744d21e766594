namespace PeerNet.Contracts.Groups;

/// <summary>
/// A meeting outside the group's series, or one that replaces a meeting of a series with the same ID.
/// </summary>
/// <param name="Id">The meeting's ID.</param>
/// <param name="On">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Cancelled">Whether it is cancelled.</param>
/// <param name="Minutes">Its length in minutes, if it is not that of the group's other meetings.</param>
[GenerateSerializer, Immutable, Alias("peernet.one-off")]
public sealed record OneOff(
    [property: Id(0)] Meetings.MeetingId Id,
    [property: Id(1)] DateOnly On,
    [property: Id(2)] TimeOnly StartsAt,
    [property: Id(3)] bool Cancelled,
    [property: Id(4)] int? Minutes = null);
