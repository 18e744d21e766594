using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Seats;
using static PeerNet.Cluster.Tests.Cluster;

namespace PeerNet.Cluster.Tests;

/// <summary>
/// Seats in one area's grains, over storage that fails; the letters of the other area are handed over by hand.
/// </summary>
public sealed class SeatTests(Cluster cluster)
{
    private static readonly AreaId West = new("west-sussex");

    [Fact]
    public async Task A_seat_whose_first_write_failed_is_asked_for_again_and_its_letter_waits_once()
    {
        var person = await cluster.APerson();
        var seat = SeatId.Random();
        var request = Asking();
        var grain = cluster.Grains.Seat(East, seat);
        cluster.Storage.FailBefore(grain.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => grain.Ask(request, By(person)));
        Assert.Null(cluster.Storage.Row(grain.GetGrainId()));
        Assert.True(Yes(await grain.Ask(request, By(person))).Created);
        Assert.False(Yes(await grain.Ask(request, By(person))).Created);
        Assert.Equal(1, Count(grain.GetGrainId(), "seatAsked"));
        Assert.Equal(1, Count(grain.GetGrainId(), "Robin"));
    }

    [Fact]
    public async Task A_letter_whose_settling_was_lost_is_settled_again_and_the_name_goes_with_it()
    {
        var person = await cluster.APerson();
        var seat = SeatId.Random();
        var grain = cluster.Grains.Seat(East, seat);
        Yes(await grain.Ask(Asking(), By(person)));
        await cluster.Delivered(grain.GetGrainId());
        var asked = Delivery.Of(
            new SeatAsked { From = East, To = West, Group = default, Seat = seat, ShownAs = "" }.Operation, 0, null);
        cluster.Storage.FailBefore(grain.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => grain.AsReference<IMessageSender>().Settle(asked));
        Assert.Equal(1, Count(grain.GetGrainId(), "Robin"));
        await grain.AsReference<IMessageSender>().Settle(asked);
        Assert.Equal(0, Count(grain.GetGrainId(), "Robin"));
        Assert.True(Yes(await grain.Get(By(person))).Acknowledged);
    }

    [Fact]
    public async Task A_letter_to_another_area_is_left_to_the_Gateway()
    {
        var person = await cluster.APerson();
        var grain = cluster.Grains.Seat(East, SeatId.Random());
        Yes(await grain.Ask(Asking(), By(person)));
        await cluster.Delivered(grain.GetGrainId());
        await grain.AsReference<IMessageSender>().Deliver();
        var row = JsonSerializer.Deserialize<Row<Seat>>(
            cluster.Storage.Row(grain.GetGrainId())!, PeerNetJson.Options)!;
        var letter = Assert.Single(row.Outbox);
        Assert.Equal((West, 0, null), (letter.To.Area, letter.Attempts, letter.NotBefore));
    }

    [Fact]
    public async Task The_seats_of_somebody_erased_end_and_nothing_there_leads_to_them()
    {
        var person = await cluster.APerson();
        var request = Asking();
        var seat = SeatId.Random();
        var token = SeatId.Random();
        var grain = cluster.Grains.Seat(East, seat);
        Yes(await grain.Ask(request, By(person)));
        await Until(async () => !(await cluster.Grains.Member(East, person).GetStanding()).Seats.IsEmpty);
        Assert.True((await cluster.Grains.Seat(East, token).Ask(request, By(person))).Refused(out var no, out _));
        Assert.Equal("seat.taken", no!.Code);
        Yes(await cluster.Grains.Member(East, person).Erase(By(person)));
        await Until(() => Task.FromResult(Count(grain.GetGrainId(), "seatLeft") == 1));
        Assert.Equal((0, 0), (Count(grain.GetGrainId(), person.ToString()), Count(grain.GetGrainId(), "Robin")));
    }

    [Fact]
    public async Task A_guest_s_asking_that_was_taken_in_and_came_again_seats_them_once_and_their_mark_is_written_home()
    {
        var (group, people) = await cluster.AGroup();
        var seat = SeatId.Random();
        var asking = new SeatAsked { From = West, To = East, Group = group, Seat = seat, ShownAs = "Robin" };
        var grain = cluster.Grains.Group(East, group);
        cluster.Storage.FailAfter(grain.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => grain.AsReference<IMessageReceiver>().Receive(asking));
        Yes(await grain.AsReference<IMessageReceiver>().Receive(asking));
        Assert.Equal(1, Count(grain.GetGrainId(), "seatAnswered"));

        var meeting = cluster.Grains.Meeting(East, new(Guid.CreateVersion7()));
        var log = new RecordMeeting
        {
            GroupId = group, HeldOn = Yesterday, StartsAt = Seven, Present = [seat.OnRosters(West)]
        };
        cluster.Storage.FailBefore(meeting.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => meeting.Record(log, By(people[0])));
        Assert.Equal(1, Yes(await meeting.Record(log, By(people[0]))).Answer.Named);
        Assert.Equal(1, Count(meeting.GetGrainId(), "seatMarked"));
        await Assert.ThrowsAnyAsync<Exception>(() => meeting.AsReference<IMessageReceiver>().Receive(asking));
    }

    [Fact]
    public async Task A_guest_of_another_meeting_is_nobody_here()
    {
        var (group, people) = await cluster.AGroup();
        var other = new GroupId(Guid.CreateVersion7());
        var seat = SeatId.Random();
        var grain = cluster.Grains.Connections(East, group);
        var receiver = cluster.Grains.Group(East, group).AsReference<IMessageReceiver>();
        var day = Yesterday.AddDays(1);
        var opened = new MeetingId(Guid.CreateVersion7());
        Yes(await cluster.Grains.Meeting(East, opened)
            .Plan(new() { GroupId = group, HeldOn = day, StartsAt = new(0, 0) }, IfMatch.None, By(people[0])));
        await cluster.Delivered(cluster.Grains.Meeting(East, opened).GetGrainId());
        Assert.True(Yes(await grain.Connect(West, other, By(people[0]))).Created);
        Yes(await receiver.Receive(
            new ConnectionSaid { From = West, To = East, Group = other, With = group, Yes = true, Version = 1 }));
        Yes(await grain.Share(opened, new(Open: true), By(people[0])));
        Yes(await receiver.Receive(new SeatAsked
        {
            From = West, To = East, Group = group, Seat = seat, ShownAs = "Robin", GuestOf = other, Meeting = opened
        }));
        var marked = await cluster.Grains.Meeting(East, opened)
            .Mark(seat.OnRosters(West), new(Mark.Present), By(people[0]));
        Assert.Equal(1, Yes(marked).Named);
        var elsewhere = await cluster.APlannedMeeting(group, people[0]);
        Assert.True((await cluster.Grains.Meeting(East, elsewhere)
            .Mark(seat.OnRosters(West), new(Mark.Present), By(people[0]))).Refused(out var no, out _));
        Assert.Equal("meeting.person-unknown", no!.Code);
    }

    [Fact]
    public async Task Of_two_requests_for_one_group_at_the_same_instant_one_wins()
    {
        var person = await cluster.APerson();
        var request = Asking();
        var first = cluster.Grains.Seat(East, SeatId.Random());
        var second = cluster.Grains.Seat(East, SeatId.Random());
        var held = cluster.Storage.Hold(first.GetGrainId());
        var asking = first.Ask(request, By(person));
        await Until(() => Task.FromResult(held.State is not null));
        Assert.Equal("seat.taken", No(await second.Ask(request, By(person))));
        held.LetGo();
        Assert.True(Yes(await asking).Created);
        await cluster.Delivered(first.GetGrainId());
        Yes(await first.End(By(person)));
        await cluster.Delivered(first.GetGrainId());
        Yes(await second.Ask(request, By(person)));
    }

    [Fact]
    public async Task Of_many_requests_for_one_group_at_once_one_wins()
    {
        var person = await cluster.APerson();
        var request = Asking();
        var answers = await Task.WhenAll(Enumerable.Range(0, 20)
            .Select(_ => cluster.Grains.Seat(East, SeatId.Random()).Ask(request, By(person))));
        Assert.Single(answers, answer => !answer.Refused(out var _, out var _));
    }

    [Fact]
    public async Task A_claim_to_a_seat_that_was_never_stored_can_be_given_up()
    {
        var person = await cluster.APerson();
        var request = Asking();
        var lost = cluster.Grains.Seat(East, SeatId.Random());
        cluster.Storage.FailBefore(lost.GetGrainId());
        await Assert.ThrowsAnyAsync<Exception>(() => lost.Ask(request, By(person)));
        var other = cluster.Grains.Seat(East, SeatId.Random());
        Assert.Equal("seat.taken", No(await other.Ask(request, By(person))));
        Yes(await lost.End(By(person)));
        await cluster.Delivered(lost.GetGrainId());
        Yes(await other.Ask(request, By(person)));
        Assert.Equal("seat.over", No(await lost.Ask(request, By(person))));
    }

    [Fact]
    public async Task An_id_that_someone_else_uses_claims_nothing()
    {
        var people = await Task.WhenAll(cluster.APerson(), cluster.APerson());
        var request = Asking();
        var seat = cluster.Grains.Seat(East, SeatId.Random());
        var held = cluster.Storage.Hold(seat.GetGrainId());
        var asking = seat.Ask(request, By(people[0]));
        await Until(() => Task.FromResult(held.State is not null));
        var also = seat.Ask(request, By(people[1]));
        held.LetGo();
        Yes(await asking);
        Assert.Equal("seat.differs", No(await also));
        Yes(await cluster.Grains.Seat(East, SeatId.Random()).Ask(request, By(people[1])));
    }

    private static AskForSeat Asking() =>
        new() { Area = West, GroupId = new(Guid.CreateVersion7()), ShownAs = "Robin", Consent = true };

    private int Count(GrainId grain, string words) => (cluster.Storage.Row(grain) ?? "").Split(words).Length - 1;
}
