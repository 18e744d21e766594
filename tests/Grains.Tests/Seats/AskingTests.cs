using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Seats;

public sealed class AskingTests
{
    [Fact]
    public void Asking_sends_one_letter_with_the_name_and_updates_the_person_s_own_record()
    {
        var seat = AnAskedSeat();
        Assert.Equal(TheAsking(), seat.Outbox.Sent<SeatAsked>().Single());
        Assert.Equal(
            new(Sam, new(TheSeat, East, GroupOfEast, SeatState.Asked), 1), seat.Outbox.Sent<SeatChanged>().Single());
        Assert.DoesNotContain(
            "Robin",
            JsonSerializer.Serialize(seat.Settled(TheAsking().Operation, null), PeerNetJson.Options),
            StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_is_sent_without_consent() =>
        Assert.Equal("seat.consent-needed", Ask(Asking with { Consent = false }));

    [Theory]
    [InlineData("")]
    [InlineData("  ")]
    [InlineData("Robin\nLead of this group")]
    [InlineData("Robin\u2028Lead")]
    [InlineData("a name of sixty-one characters is longer than anybody is called")]
    public void A_name_is_one_short_line(string name) => Assert.Equal("seat.name", Ask(Asking with { ShownAs = name }));

    [Fact]
    public void A_token_is_random_and_not_the_member_s_own_id()
    {
        Assert.Equal(
            "seat.token", new Seat().Ask(new(Guid.CreateVersion7()), Asking, null, West, SamAtHome, BySam, Now).No());
        var member = new MemberId(TheSeat.Value);
        Assert.Equal("seat.token", new Seat().Ask(TheSeat, Asking, null, West, SamAtHome, By(member), Now).No());
    }

    [Fact]
    public void A_group_at_home_is_joined_there() => Assert.Equal("seat.at-home", Ask(Asking with { Area = West }));

    [Fact]
    public void A_guest_comes_from_a_group_of_their_own_to_a_meeting_that_they_name()
    {
        Assert.Equal("seat.not-open", Ask(Asking with { GuestOf = GroupOfWest }));
        Assert.Equal("seat.not-open", Ask(Asking with { MeetingId = TheMeeting }));
        Assert.Equal("seat.not-open", Ask(Asking with { GuestOf = GroupOfEast, MeetingId = TheMeeting }));
    }

    [Fact]
    public void Nobody_asks_for_others_and_only_people_with_a_record_ask()
    {
        Assert.Equal(
            "access.not-yours",
            new Seat().Ask(TheSeat, Asking, null, West, MemberStanding.None, Caller.Visitor, Now).No());
        Assert.Equal("member.not-found", Ask(Asking, MemberStanding.None));
        Assert.Equal("member.erased", Ask(Asking, SamAtHome with { Erased = true }));
    }

    [Fact]
    public void The_same_asking_again_is_the_same_seat_and_another_is_refused()
    {
        var row = AnAskedSeat();
        var seat = row.Record;
        var waiting = row.Waiting<SeatAsked>();
        Assert.Same(seat, seat.Ask(
            TheSeat,
            Asking,
            waiting,
            West,
            SamAtHome with { Seats = [new(TheSeat, East, GroupOfEast, SeatState.Asked)] },
            BySam,
            Now).Yes());
        Assert.Equal(
            "seat.differs",
            seat.Ask(TheSeat, Asking with { ShownAs = "Kit" }, waiting, West, SamAtHome, BySam, Now).No());
        Assert.Equal(
            "seat.differs",
            seat.Ask(TheSeat, Asking with { GroupId = GroupOfWest }, waiting, West, SamAtHome, BySam, Now).No());
        Assert.Equal("seat.differs", seat.Ask(TheSeat, Asking, waiting, West, SamAtHome, ByLead, Now).No());
        Assert.Equal(
            "seat.over",
            seat.End(West, BySam, Now).Yes().Ask(TheSeat, Asking, waiting, West, SamAtHome, BySam, Now).No());
    }

    [Fact]
    public void Only_the_member_sees_the_seat_or_gives_it_up()
    {
        var row = AnAskedSeat();
        var seat = row.Record;
        var seen = seat.SeenBy(BySam, acknowledged: !row.HasLetters).Yes();
        Assert.Equal((SeatState.Asked, false), (seen.State, seen.Acknowledged));
        foreach (var other in (Caller[])[ByStranger, ByCoordinator, Caller.Visitor])
        {
            Assert.Equal("seat.not-found", seat.SeenBy(other, acknowledged: true).No());
            Assert.Equal("seat.not-found", seat.End(West, other, Now).No());
        }
        Assert.Equal("seat.not-found", new Seat().SeenBy(BySam, acknowledged: true).No());
    }

    [Fact]
    public void A_seat_given_up_tells_the_group_and_never_sends_the_name_again()
    {
        var ended = AnAskedSeat().Stored(seat => seat.End(West, BySam, Now));
        Assert.Equal([TheLeaving()], ended.Outbox.Sent<SeatLetter>());
        Assert.Equal(SeatState.Ended, ended.Outbox.Sent<SeatChanged>().Last().Seat.State);
        Assert.True(ended.Outbox.Sent<SeatChanged>().Last().IsOwnWish);
        Assert.Same(ended, ended.Stored(seat => seat.End(West, BySam, Now.AddDays(1))));
    }

    [Fact]
    public void A_request_without_an_answer_ends_after_ninety_days_and_nothing_else_does()
    {
        var asked = AnAskedSeat();
        Assert.Same(asked, asked.Stored(seat => seat.Expire(West, Now.AddDays(90).AddSeconds(-1))));
        var expired = asked.Stored(seat => seat.Expire(West, Now.AddDays(90)));
        Assert.Equal(SeatState.Ended, expired.Record.State);
        Assert.Equal([TheLeaving()], expired.Outbox.Sent<SeatLetter>());
        Assert.False(expired.Outbox.Sent<SeatChanged>().Last().IsOwnWish);
        Assert.Same(expired, expired.Stored(seat => seat.Expire(West, Now.AddDays(900))));
        Assert.Equal(new Seat(), new Seat().Expire(West, Now.AddDays(900)).Yes());
    }

    [Fact]
    public void A_record_that_is_erased_ends_the_seat_that_had_just_been_asked_for()
    {
        var seat = AnAskedSeat();
        var news = seat.Outbox.Sent<SeatChanged>().Single().Operation;
        var ended = seat.Settled(news, "member.erased");
        Assert.Equal((SeatState.Ended, null), (ended.Record.State, ended.Record.Member));
        Assert.Equal([TheLeaving()], ended.Outbox.Sent<Message>());
        Assert.Same(ended, ended.Stored(one => one.End(West, Caller.Area, Now)));
        Assert.Empty(seat.Settled(news, null).Outbox.Sent<SeatChanged>());
    }

    private static string Ask(AskForSeat request, MemberStanding? standing = null) =>
        new Seat().Ask(TheSeat, request, null, West, standing ?? SamAtHome, BySam, Now).No();
}
