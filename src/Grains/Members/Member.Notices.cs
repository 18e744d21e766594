using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Members;

/// <summary>What the person is told about their groups and seats.</summary>
internal sealed partial record Member
{
    private const int DaysTold = 30;

    /// <summary>
    /// Tells them of an invitation, until it is answered, taken back or expires, and of the answer to their request.
    /// </summary>
    private Next<Member> Tell(Member before, MembershipChanged news, DateTimeOffset now)
    {
        if (ReferenceEquals(this, before)) return this;
        var was = before.Groups.FirstOrDefault(g => g.GroupId == news.Group)?.Part;
        if (was == Part.Asked && news.Part != Part.Invited) return TellAnswer(news, now);
        var about = new NoticeAbout(NoticeKind.Invitation) { GroupId = news.Group };
        if (news.Part == Part.Invited) return this.Send(new NoticeTold(Id, about, news.Version, news.Until));
        return was == Part.Invited ? this.Send(new NoticeWithdrawn(Id, about, news.Version)) : this;
    }

    // Whoever withdraws a request, or joins by themselves once there is room, knows of it.
    private Next<Member> TellAnswer(MembershipChanged news, DateTimeOffset now)
    {
        if (news.Part < Part.Member || news.IsOwnWish) return this;
        var answer = news.Part is null ? NoticeKind.JoinDeclined : NoticeKind.JoinAccepted;
        var about = new NoticeAbout(answer) { GroupId = news.Group };
        return this.Send(new NoticeTold(Id, about, news.Version, now.AddDays(DaysTold)));
    }

    /// <summary>Tells them of the answer to their request for a seat, until the seat ends.</summary>
    private Next<Member> Tell(Member before, SeatChanged news)
    {
        if (ReferenceEquals(this, before)) return this;
        var seat = news.Seat;
        var was = before.Seats.FirstOrDefault(one => one.Seat.SeatId == seat.SeatId)?.Seat.State;
        if (seat.State == was || seat.State == SeatState.Asked) return this;
        var about = new NoticeAbout(NoticeKind.SeatAnswered)
        {
            Area = seat.Area, GroupId = seat.GroupId, MeetingId = seat.MeetingId, SeatId = seat.SeatId,
        };
        return seat.State == SeatState.Ended
            ? this.Send(new NoticeWithdrawn(Id, about, news.Version))
            : this.Send(new NoticeTold(Id, about, news.Version));
    }
}
