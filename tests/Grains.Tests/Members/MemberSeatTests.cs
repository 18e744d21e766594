using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
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
        Assert.Equal([($"seat/{East}/{GroupOfEast}", true), ($"seat/{East}/{GroupOfEast}", false)], ended.Receipts.Skip(1).Select(r => (r.What, r.Given)));
        Assert.Same(ended, Note(ended, SeatState.Seated, 3));
    }

    [Fact]
    public void A_seat_turned_down_takes_the_consent_back_once()
    {
        var ended = Note(Note(Note(AMember(), SeatState.Asked, 1), SeatState.Declined, 2), SeatState.Ended, 3);
        Assert.Equal([true, false], ended.Receipts.Skip(1).Select(r => r.Given));
    }

    [Fact]
    public void Erasure_ends_every_seat_also_those_that_ended_for_their_history_is_the_person_s()
    {
        var member = Note(AMember().Note(new(Sam, TheGroup, Part.Member, 3)).Yes(), SeatState.Ended, 4).NoteSeat(new(Sam, new(Token(2), East, GroupOfWest, SeatState.Seated), 1), Now).Yes();
        var erased = member.Erase(BySam, Now).Yes();
        Assert.Equal([LetGo.Of(TheGroup), LetGo.Of(TheSeat), LetGo.Of(Token(2))], erased.Outbox.Select(p => p.Fact));
        Assert.Empty(erased.Seats);
        Assert.Equal([LetGo.Of(TheGroup), LetGo.Of(Token(2))], erased.Delivered(LetGo.Of(TheSeat)).Outbox.Select(p => p.Fact));
        Assert.Same(erased, Note(erased, SeatState.Seated, 9));
    }

    [Fact]
    public void Rows_from_before_there_were_seats_name_groups_by_their_bare_ids()
    {
        Assert.Equal(LetGo.Of(TheGroup), JsonSerializer.Deserialize<LetGo>($"\"{TheGroup}\"", PeerNetJson.Options));
        foreach (var fact in (LetGo[])[LetGo.Of(TheGroup), LetGo.Of(TheSeat)])
        {
            Assert.Equal(fact, JsonSerializer.Deserialize<LetGo>(JsonSerializer.Serialize(fact, PeerNetJson.Options), PeerNetJson.Options));
        }
        Assert.Equal($"\"{TheGroup}\"", JsonSerializer.Serialize(LetGo.Of(TheGroup), PeerNetJson.Options));
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<LetGo>("\"seat/x\"", PeerNetJson.Options));
    }

    private static Member Note(Member member, SeatState state, int version) => member.NoteSeat(new(Sam, new(TheSeat, East, GroupOfEast, state), version), Now).Yes();
}
