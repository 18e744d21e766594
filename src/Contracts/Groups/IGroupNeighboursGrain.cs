using Orleans.Concurrency;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;

namespace PeerNet.Contracts.Groups;

/// <summary>The side of a group that faces other areas: guests, connections, shared meetings. The same grain as <see cref="IGroupGrain"/>.</summary>
[GrainInterfaceType("peernet.group.neighbours"), Alias("peernet.group.neighbours")]
public interface IGroupNeighboursGrain : IGrainWithStringKey
{
    /// <summary>A lead's answer to a guest who asks for a seat (codes <c>seat.not-found</c>, <c>seat.over</c>, <c>group.full</c>).</summary>
    [Alias("answer-seat")]
    Task<Result<GuestSeat>> AnswerSeat(SeatId seat, AnswerSeat answer, Caller by);

    /// <summary>Ends a guest's seat; done also when there is none.</summary>
    [Alias("end-seat")]
    Task<Result<Done>> EndSeat(SeatId seat, Caller by);

    /// <summary>Proposes a connection to a group of another area, or accepts its.</summary>
    [Alias("connect")]
    Task<Result<Written<Connection>>> Connect(AreaId area, GroupId other, Caller by);

    /// <summary>Declines or ends a connection.</summary>
    [Alias("disconnect")]
    Task<Result<Done>> Disconnect(AreaId area, GroupId other, Caller by);

    /// <summary>The connections and shared meetings, for people of the group and coordinators.</summary>
    [Alias("connections"), ReadOnly]
    Task<Result<Connections>> GetConnections(Caller by);

    /// <summary>Tells connected groups of a meeting to come, and whether their people may join it (code <c>meeting.not-found</c>).</summary>
    [Alias("share")]
    Task<Result<SharedMeeting>> Share(MeetingId meeting, ShareMeeting request, Caller by);

    /// <summary>Takes a meeting back from connected groups; done also when it was not shared.</summary>
    [Alias("unshare")]
    Task<Result<Done>> Unshare(MeetingId meeting, Caller by);
}
