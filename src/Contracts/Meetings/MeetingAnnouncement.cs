using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// Meeting to group: a meeting outside the group's series, or one that replaces a meeting of a series with the same ID.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Group">The group.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Cancelled">Whether it is cancelled, or logged as not having happened.</param>
/// <param name="Version">The version of the meeting's row; the higher of two is the later.</param>
/// <param name="Minutes">Its length in minutes, if it has one of its own.</param>
/// <param name="OriginalDay">The day its series planned, if it is in place of a meeting of a series.</param>
/// <param name="Withdrawn">Whether it follows its series again.</param>
[GenerateSerializer, Immutable, Alias("peernet.meeting-announcement")]
public sealed record MeetingAnnouncement(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] GroupId Group,
    [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] TimeOnly StartsAt,
    [property: Id(4)] bool Cancelled,
    [property: Id(5)] int Version = 0,
    [property: Id(6)] int? Minutes = null,
    [property: Id(7)] DateOnly? OriginalDay = null,
    [property: Id(8)] bool Withdrawn = false) : Message
{
    /// <inheritdoc/>
    public override OperationId Operation => Ids.Of<OperationId>($"meetingAnnouncement/{Meeting}/{Version}");

    /// <inheritdoc/>
    public override GrainKey Addressee(AreaId home) => GrainKey.For<IGroupGrain>(home, Group.Value);

    /// <inheritdoc/>
    public override Guid Subject() => Meeting.Value;

    /// <inheritdoc/>
    public override Message Numbered(int number) => this with { Version = number };
}
