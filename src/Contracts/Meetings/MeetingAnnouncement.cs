using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;

namespace PeerNet.Contracts.Meetings;

/// <summary>
/// Meeting to group: a meeting outside the pattern, or one that replaces a meeting of the pattern with the same ID.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Group">The group.</param>
/// <param name="HeldOn">The day, in Europe/London.</param>
/// <param name="StartsAt">The local time it starts.</param>
/// <param name="Cancelled">Whether it is cancelled.</param>
/// <param name="Version">The version of the meeting's row; the higher of two is the later.</param>
[GenerateSerializer, Immutable, Alias("peernet.meeting-announcement")]
public sealed record MeetingAnnouncement(
    [property: Id(0)] MeetingId Meeting,
    [property: Id(1)] GroupId Group,
    [property: Id(2)] DateOnly HeldOn,
    [property: Id(3)] TimeOnly StartsAt,
    [property: Id(4)] bool Cancelled,
    [property: Id(5)] int Version = 0) : Message
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
