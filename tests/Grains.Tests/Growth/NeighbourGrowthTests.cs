using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Growth;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Growth;

/// <summary>What crosses between an area and its neighbours, as both sides count it.</summary>
public sealed class NeighbourGrowthTests
{
    private static readonly DateOnly Day1 = new(2026, 2, 3), Day2 = new(2026, 2, 20), InMarch = new(2026, 3, 4);

    private static readonly Gen<(int Act, int Number, int Days)[]> SomeLife =
        Gen.Select(Gen.Int[0, 5], Gen.Int[1, 6], Gen.Int[0, 5]).Array[0, 60];

    [Fact]
    public void A_guest_counts_when_they_are_seated_and_when_they_leave()
    {
        var asked = AGroup(joining: Joining.Ask).Receive(TheAsking(), East, At(Day1)).Yes();
        Assert.Empty(Neighbours(asked));
        var seated = asked.AnswerSeat(TheSeat, new(true), East, ByLead, At(Day2)).Yes();
        Assert.Equal([(Month(2), new(West, Guests: 1))], Neighbours(seated));
        var left = seated.Receive(TheLeaving(), East, At(InMarch)).Yes();
        Assert.Equal([(Month(2), new(West, Guests: 1)), (Month(3), new(West, GuestsLeft: 1))], Neighbours(left));
        Assert.Equal(Neighbours(left), Neighbours(left.Receive(TheLeaving(), East, At(InMarch)).Yes()));
    }

    [Fact]
    public void A_guest_of_one_day_or_who_was_declined_has_not_been()
    {
        var seated = AGroup().Receive(TheAsking(), East, At(Day1)).Yes();
        Assert.Empty(Neighbours(seated.EndSeat(TheSeat, East, ByLead, At(Day1)).Yes()));
        var asked = AGroup(joining: Joining.Ask).Receive(TheAsking(), East, At(Day1)).Yes();
        Assert.Empty(Neighbours(asked.AnswerSeat(TheSeat, new(false), East, ByLead, At(Day2)).Yes()));
    }

    [Fact]
    public void Guests_of_several_areas_count_apart_and_stay_counted_when_their_seats_are_forgotten()
    {
        var fromBrighton = TheAsking(2) with { From = Brighton };
        var both = AGroup().Receive(TheAsking(), East, At(Day1)).Yes().Receive(fromBrighton, East, At(Day1)).Yes();
        Assert.Equal(
            [(Month(2), new(Brighton, Guests: 1)), (Month(2), new(West, Guests: 1))], Neighbours(both));
        var later = both.Receive(TheLeaving(), East, At(InMarch)).Yes()
            .Receive(TheAsking(3), East, At(InMarch.AddDays(500))).Yes();
        Assert.DoesNotContain(later.Seats, seat => seat.Id == TheSeat);
        Assert.Contains((Month(3), new(West, GuestsLeft: 1)), Neighbours(later));
    }

    [Fact]
    public void A_connection_counts_once_both_say_yes_and_once_one_says_no()
    {
        var proposed = AGroup().InARow()
            .Stored((group, row) => group.Connect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, At(Day1)));
        Assert.Empty(Neighbours(proposed.Record));
        var connected = Hear(proposed.Record, TheirWord(yes: true, 1), Day2);
        Assert.Equal([(Month(2), new(West, Connected: 1))], Neighbours(connected));
        Assert.Equal(Neighbours(connected), Neighbours(Hear(connected, TheirWord(yes: true, 2), InMarch)));
        var ended = Hear(connected, TheirWord(yes: false, 3), InMarch);
        Assert.Equal(
            [(Month(2), new(West, Connected: 1)), (Month(3), new(West, Disconnected: 1))], Neighbours(ended));
        Assert.Empty(Neighbours(Hear(connected, TheirWord(yes: false, 3), Day2)));
    }

    [Fact]
    public void The_guests_of_a_connection_leave_with_it()
    {
        var meeting = AGroup().Calendar.Planned(Tuesday.AddDays(7), Tuesday.AddDays(7)).Single().Id;
        var open = AConnectedGroup().Stored(group => group.Share(meeting, new(Open: true), East, ByLead, Now));
        var guest = open.Record.Receive(TheAskingFor(meeting), East, Now).Yes();
        var ended = Hear(guest, TheirWord(yes: false, 9), London.DayOf(Now).AddDays(1));
        Assert.Equal(
            [(Month(11), new(West, Guests: 1, GuestsLeft: 1, Connected: 1, Disconnected: 1))], Neighbours(ended));
    }

    [Fact]
    public void A_seat_counts_at_home_from_the_answer_to_the_end_whoever_ends_it()
    {
        var asked = new Seat().Ask(TheSeat, Asking, null, West, SamAtHome, BySam, At(Day1)).Yes();
        Assert.Empty(SeatGrowth.Of(asked, GrowthBy.Month));
        Assert.Empty(SeatGrowth.Of(asked.Receive(TheAnswer(welcome: false), At(Day1)).Yes(), GrowthBy.Month));
        Assert.Empty(SeatGrowth.Of(asked.End(West, BySam, At(Day2)).Yes(), GrowthBy.Month));
        var seated = asked.Receive(TheAnswer(), At(Day2)).Yes();
        var begins = (Month(2), new NeighbourFigures(East, Seats: 1));
        var ends = (Month(3), new NeighbourFigures(East, SeatsLeft: 1));
        Assert.Equal([begins], Neighbours(seated));
        foreach (var ended in new[]
        {
            seated.Receive(TheEnd(), At(InMarch)).Yes(), seated.End(West, BySam, At(InMarch)).Yes(),
            seated.Forget(Sam, West, At(InMarch)).Yes(),
        }) Assert.Equal([begins, ends], Neighbours(ended));
        Assert.Empty(Neighbours(seated.Receive(TheEnd(), At(Day2)).Yes()));
    }

    [Fact]
    public void Figures_are_equal_if_every_neighbour_s_are()
    {
        var one = Figures.None with { Neighbours = [new(West, Guests: 1)] };
        Assert.Equal(one, Figures.None with { Neighbours = [new(West, Guests: 1)] });
        Assert.NotEqual(one, Figures.None with { Neighbours = [new(West, Guests: 2)] });
        Assert.NotEqual(one, Figures.None);
        Assert.Equal(Figures.None, one.Minus(one));
        var other = Figures.None with { Neighbours = [new(Brighton, Seats: 3), new(West, Guests: 2, Connected: 1)] };
        Assert.Equal([new(Brighton, Seats: 3), new(West, Guests: 3, Connected: 1)], one.Plus(other).Neighbours);
        Assert.Equal(one, one.Plus(other).Minus(other));
        Assert.Equal([new(East), new(West, Guests: 1)], one.With([East, West]).Neighbours);
    }

    [Fact]
    public void Those_who_came_less_those_who_left_are_those_who_are_here_whatever_happened()
    {
        SomeLife.Sample(
            life =>
            {
                var group = AGroup(joining: Joining.Ask);
                var version = 0;
                var day = Day1;
                foreach (var (act, number, days) in life)
                {
                    day = day.AddDays(days);
                    group = Act(group, act, number, ++version, At(day));
                }
                var sums = group.NeighbourTurnover.Where(one => one.Area == West).ToList();
                Assert.Equal(
                    group.Seats.Count(seat => seat.State == SeatState.Seated),
                    sums.Sum(one => one.Guests - one.GuestsLeft));
                Assert.Equal(
                    group.ConnectionWith(West, GroupOfWest).State == ConnectionState.Connected ? 1 : 0,
                    sums.Sum(one => one.Connected - one.Disconnected));
                Assert.All(sums, one => Assert.True(one is
                {
                    Guests: >= 0, GuestsLeft: >= 0, Connected: >= 0, Disconnected: >= 0,
                }));
            },
            iter: 300);
    }

    private static Group Act(Group group, int act, int number, int version, DateTimeOffset now)
    {
        var next = act switch
        {
            0 => group.Receive(TheAsking(number), East, version, now),
            1 => group.AnswerSeat(Token(number), new(true), East, ByLead, now),
            2 => group.EndSeat(Token(number), East, ByLead, now),
            3 => group.Receive(TheLeaving(number), East, version, now),
            4 => group.Connect(West, GroupOfWest, East, version, ByLead, now),
            _ => group.Receive(TheirWord(yes: number > 2, version), East, version, now),
        };
        return next.Refused(out _, out var record) ? group : record;
    }

    private static Group Hear(Group group, ConnectionSaid said, DateOnly day) =>
        group.Receive(said, East, 20, At(day)).Yes();

    private static List<(DateOnly, NeighbourFigures)> Neighbours(Group group) =>
        Listed(GroupGrowth.Of(group, [], London.DayOf(Now), GrowthBy.Month));

    private static List<(DateOnly, NeighbourFigures)> Neighbours(Seat seat) =>
        Listed(SeatGrowth.Of(seat, GrowthBy.Month));

    private static List<(DateOnly, NeighbourFigures)> Listed(IEnumerable<KeyValuePair<DateOnly, Figures>> months) =>
        [.. months.SelectMany(month => month.Value.Neighbours.Select(one => (month.Key, one)))];

    private static DateOnly Month(int month) => new(2026, month, 1);

    private static DateTimeOffset At(DateOnly day) => London.StartOf(day).AddHours(9);
}
