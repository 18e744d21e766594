using PeerNet.Contracts.Connections;

namespace PeerNet.Grains.Connections;

/// <summary>
/// A meeting that a connected group shares. A withdrawn one is kept, to recognise letters that arrive late.
/// </summary>
/// <param name="Meeting">The meeting.</param>
/// <param name="Withdrawn">Whether it is no longer shared.</param>
/// <param name="Number">The number of the latest letter about it.</param>
internal sealed record ReceivedMeeting(SharedMeeting Meeting, bool Withdrawn, int Number)
{
    /// <summary>The group that shares it.</summary>
    public GroupAddress From => new(Meeting.Area, Meeting.GroupId);
}
