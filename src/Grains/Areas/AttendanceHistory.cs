using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Areas;

/// <summary>A person's own attendance, in this area and, through their seats, in others.</summary>
internal sealed record AttendanceHistory(
    AreaId Area, MemberId Member, ImmutableArray<Meeting> Here, ImmutableArray<Seat> Elsewhere)
{
    /// <summary>The history, oldest first, for the person only (code <c>member.not-found</c>).</summary>
    public Result<ImmutableArray<AttendanceLine>> SeenBy(Caller by)
    {
        if (!by.Is(Member)) return MemberRefusals.NotFound;
        var here =
            from meeting in Here
            let line = meeting.Attendance.LineOf(Member)
            where line is not null
            select new AttendanceLine(
                Area, meeting.GroupId!.Value, meeting.Id, meeting.HeldOn, meeting.StartsAt, line.Mark);
        return here.Concat(Elsewhere.SelectMany(seat => seat.History()))
            .OrderBy(line => line.HeldOn)
            .ThenBy(line => line.StartsAt)
            .ToImmutableArray();
    }
}
