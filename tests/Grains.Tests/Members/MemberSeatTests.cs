using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

public sealed class MemberSeatTests
{
    [Fact]
    public void A_seat_is_a_consent_given_and_its_end_takes_it_back()
    {
        var asked = Note(AMember(), SeatState.Asked, 1);
        var seated = Note(asked, SeatState.Seated, 3);
        Assert.Equal([TheSeat], seated.Standing.Seats.Select(s => s.SeatId));
        var ended = Note(seated, SeatState.Ended, 4);
        Assert.Empty(ended.Standing.Seats);
        Assert.Equal(
            [($"seat/{East}/{GroupOfEast}", true), ($"seat/{East}/{GroupOfEast}", false)],
            ended.Receipts.Select(r => (r.What, r.Given)));
        Assert.Same(ended, Note(ended, SeatState.Seated, 3));
    }

    [Theory]
    [InlineData(true, ConsentChannel.SignedIn)]
    [InlineData(false, ConsentChannel.Ended)]
    public void The_receipt_says_whether_the_person_gave_the_seat_up(bool isOwnWish, ConsentChannel how)
    {
        var seated = Note(AMember(), SeatState.Seated, 1);
        var part = new SeatPart(TheSeat, East, GroupOfEast, SeatState.Ended);
        var ended = seated.NoteSeat(new(Sam, part, 2) { IsOwnWish = isOwnWish }, Now).Yes();
        Assert.Equal(
            new($"seat/{East}/{GroupOfEast}", false, Now, isOwnWish ? Sam : null, how), ended.Receipts[^1]);
    }

    [Fact]
    public void A_person_has_one_seat_in_a_group_at_a_time()
    {
        var part = new SeatPart(TheSeat, East, GroupOfEast, SeatState.Asked);
        var claimed = AMember().Claim(part, BySam).Yes();
        Assert.Same(claimed, claimed.Claim(part, BySam).Yes());
        Assert.Equal("seat.taken", claimed.Claim(part with { SeatId = Token(2) }, BySam).No());
        Assert.Equal("member.not-found", AMember().Claim(part, ByLead).No());
        claimed.Claim(part with { SeatId = Token(2), GroupId = GroupOfWest }, BySam).Yes();
        var guest = part with { SeatId = Token(2), State = SeatState.Seated, MeetingId = TheMeeting };
        var both = claimed.NoteSeat(new(Sam, guest, 1), Now).Yes();
        Assert.Equal("seat.taken", both.Claim(guest with { SeatId = Token(3) }, BySam).No());
        Note(claimed, SeatState.Ended, 1).Claim(part with { SeatId = Token(2) }, BySam).Yes();
    }

    [Fact]
    public void A_claim_is_no_consent_yet_and_is_withdrawn_only_until_the_seat_is_stored()
    {
        var claimed = AMember().Claim(new(TheSeat, East, GroupOfEast, SeatState.Asked), BySam).Yes();
        Assert.Equal(AMember().Receipts, claimed.Receipts);
        Assert.Empty(claimed.Withdraw(TheSeat, BySam).Yes().Seats);
        Assert.Same(claimed, claimed.Withdraw(TheSeat, ByLead).Yes());
        var asked = Note(claimed, SeatState.Asked, 1);
        Assert.Equal($"seat/{East}/{GroupOfEast}", asked.Receipts[^1].What);
        Assert.Same(asked, asked.Withdraw(TheSeat, BySam).Yes());
    }

    [Fact]
    public void A_declined_seat_withdraws_the_consent_once()
    {
        var ended = Note(Note(Note(AMember(), SeatState.Asked, 1), SeatState.Declined, 2), SeatState.Ended, 3);
        Assert.Equal([true, false], ended.Receipts.Select(r => r.Given));
    }

    [Fact]
    public void Erasure_ends_every_seat_including_ended_ones_whose_history_is_the_person_s()
    {
        var member = Note(AMember().Note(new(Sam, TheGroup, Part.Member, 3), Now).Yes(), SeatState.Ended, 4)
            .NoteSeat(new(Sam, new(Token(2), East, GroupOfWest, SeatState.Seated), 1), Now)
            .Yes();
        var row = member.InARow().Stored(m => m.Erase(BySam, Now));
        Assert.Equal(
            [OfGroup, OfSeat(TheSeat), OfSeat(Token(2)), OfNotices, OfWorries, OfSessions],
            row.Outbox.Sent<PersonErased>());
        Assert.Empty(row.Record.Seats);
        Assert.Equal(
            [OfGroup, OfSeat(Token(2)), OfNotices, OfWorries, OfSessions],
            row.Settled(OfSeat(TheSeat).Operation, null).Outbox.Sent<PersonErased>());
        Assert.Same(row.Record, Note(row.Record, SeatState.Seated, 9));
    }

    private static PersonErased OfGroup { get; } = new(Sam, "group", TheGroup.Value);

    private static PersonErased OfNotices { get; } = new(Sam, "notices", Sam.Value);

    private static PersonErased OfWorries { get; } = new(Sam, "worries-of", Sam.Value);

    private static PersonErased OfSessions { get; } = new(Sam, "sessions", Sam.Value);

    private static PersonErased OfSeat(SeatId seat) => new(Sam, "seat", seat.Value);

    private static Member Note(Member member, SeatState state, int version) =>
        member.NoteSeat(new(Sam, new(TheSeat, East, GroupOfEast, state), version), Now).Yes();
}
