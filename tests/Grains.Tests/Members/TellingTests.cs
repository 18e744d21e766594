using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

/// <summary>What a person is told about their groups and seats.</summary>
public sealed class TellingTests
{
    private static readonly NoticeAbout Invited = new(NoticeKind.Invitation) { GroupId = TheGroup };
    private static readonly SeatId Seat = new(new("5ea70000-0000-4000-8000-000000000001"));

    [Fact]
    public void An_invitation_is_told_until_it_is_answered()
    {
        var invited = AMember().InARow().Receives(News(Part.Invited, 3));
        Assert.Equal([new NoticeTold(Sam, Invited, 3, Now.AddDays(30))], Sent(invited));
        Assert.Equal(Sent(invited), Sent(invited.Receives(News(Part.Invited, 3))));
        var accepted = Delivered(invited).Receives(News(Part.Member, 4));
        Assert.Equal([new NoticeWithdrawn(Sam, Invited, 4)], Sent(accepted));
        Assert.Equal([new NoticeWithdrawn(Sam, Invited, 5)], Sent(Delivered(invited).Receives(News(null, 5))));
    }

    [Fact]
    public void Joining_and_leaving_tell_nobody_anything()
    {
        var joined = AMember().InARow().Receives(News(Part.Member, 3));
        Assert.Empty(Sent(joined.Receives(News(null, 4))));
    }

    [Theory]
    [InlineData(Part.Member, NoticeKind.JoinAccepted)]
    [InlineData(null, NoticeKind.JoinDeclined)]
    public void The_answer_to_a_request_to_join_is_told_for_thirty_days(Part? answer, NoticeKind kind)
    {
        var asked = AMember().InARow().Receives(News(Part.Asked, 3));
        Assert.Empty(Sent(asked));
        var answered = asked.Receives(News(answer, 4));
        NoticeAbout about = new(kind) { GroupId = TheGroup };
        Assert.Equal([new NoticeTold(Sam, about, 4, Now.AddDays(30))], Sent(answered));
        Assert.Equal(Sent(answered), Sent(answered.Receives(News(answer, 4))));
    }

    [Fact]
    public void Asking_again_and_withdrawing_a_request_tell_nobody_anything()
    {
        var asked = AMember().InARow().Receives(News(Part.Asked, 3)).Receives(News(Part.Asked, 4));
        Assert.Empty(Sent(asked));
        Assert.Empty(Sent(asked.Receives(News(null, 5) with { IsOwnWish = true })));
    }

    [Fact]
    public void Whoever_joins_by_themselves_after_they_have_asked_is_not_told_that_somebody_said_yes()
    {
        var asked = AMember().InARow().Receives(News(Part.Asked, 3));
        Assert.Empty(Sent(asked.Receives(News(Part.Member, 4) with { IsOwnWish = true })));
    }

    [Fact]
    public void Whoever_is_invited_after_their_request_has_expired_is_told_so()
    {
        var invited = AMember().InARow().Receives(News(Part.Asked, 3)).Receives(News(Part.Invited, 4));
        Assert.Equal([new NoticeTold(Sam, Invited, 4, Now.AddDays(30))], Sent(invited));
    }

    [Theory]
    [InlineData(SeatState.Seated)]
    [InlineData(SeatState.Declined)]
    public void The_answer_to_a_request_for_a_seat_is_told_until_the_seat_ends(SeatState answer)
    {
        var asked = AMember().InARow().Receives(Changed(SeatState.Asked, 1));
        Assert.Empty(Sent(asked));
        var answered = asked.Receives(Changed(answer, 2));
        var about = new NoticeAbout(NoticeKind.SeatAnswered)
        {
            Area = Abroad.East, GroupId = TheGroup, SeatId = Seat,
        };
        Assert.Equal([new NoticeTold(Sam, about, 2)], Sent(answered));
        Assert.Empty(Sent(Delivered(answered).Receives(Changed(answer, 3))));
        Assert.Equal(
            [new NoticeWithdrawn(Sam, about, 4)], Sent(Delivered(answered).Receives(Changed(SeatState.Ended, 4))));
    }

    private static MembershipChanged News(Part? part, int version) =>
        new(Sam, TheGroup, part, version) { Until = Now.AddDays(30) };

    private static SeatChanged Changed(SeatState state, int version) =>
        new(Sam, new(Seat, Abroad.East, TheGroup, state), version);

    private static IEnumerable<Message> Sent(Row<Member> row) => row.Outbox.Select(posted => posted.Message);

    private static Row<Member> Delivered(Row<Member> row) =>
        row.Outbox.Aggregate(row, (left, posted) => left.Settled(posted.Message.Operation, null));
}
