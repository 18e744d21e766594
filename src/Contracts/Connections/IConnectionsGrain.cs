using Orleans.Concurrency;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Contracts.Connections;

/// <summary>
/// A group's connections with groups of other areas, and the meetings they share. A side of the same grain as
/// <see cref="IGroupGrain"/>: whether a guest is admitted depends on a connection, so both are decided in one commit.
/// </summary>
[GrainInterfaceType("peernet.group.connections"), Alias("peernet.group.connections")]
public interface IConnectionsGrain : IGrainWithStringKey
{
    /// <summary>Proposes a connection to a group of another area, or accepts its proposal.</summary>
    [Alias("connect")]
    Task<Result<Written<Connection>>> Connect(AreaId area, GroupId other, Caller by);

    /// <summary>Declines or ends a connection.</summary>
    [Alias("disconnect")]
    Task<Result<Done>> Disconnect(AreaId area, GroupId other, Caller by);

    /// <summary>The connections and shared meetings, for people of the group and coordinators.</summary>
    [Alias("connections"), ReadOnly]
    Task<Result<ConnectionsDetails>> GetConnections(Caller by);

    /// <summary>
    /// Shares a coming meeting with connected groups, whose people may or may not join it (code
    /// <c>meeting.not-found</c>).
    /// </summary>
    [Alias("share")]
    Task<Result<SharedMeeting>> Share(MeetingId meeting, ShareMeeting request, Caller by);

    /// <summary>Stops sharing a meeting. Succeeds even if it was not shared.</summary>
    [Alias("unshare")]
    Task<Result<Done>> Unshare(MeetingId meeting, Caller by);
}
