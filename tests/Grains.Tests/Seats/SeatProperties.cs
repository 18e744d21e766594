using CsCheck;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using PeerNet.Grains.Meetings;
using PeerNet.Grains.Seats;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Seats;

/// <summary>
/// Whatever the two areas do and whatever the way between them does to their letters: in the end both say the same.
/// </summary>
public sealed class SeatProperties
{
    private static readonly Gen<int> SomeChance = Gen.Int[0, 100_000];

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (2, Gen.Bool.Select(erased => new Step(
            $"end at home {erased}", w => w.Home.Do(seat => seat.End(West, erased ? Caller.Area : BySam, Now))))),
        (3, Gen.Bool.Select(yes => new Step(
            $"answer {yes}", w => w.There.Do(group => group.AnswerSeat(TheSeat, new(yes), East, ByLead, Now))))),
        (1, Gen.Const(new Step("end there", w => w.There.Do(group => group.EndSeat(TheSeat, East, ByLead, Now))))),
        (1, Gen.Const(new Step("ask again", w => w.Home.Do(
            (seat, row) => seat.Ask(TheSeat, Asking, row.Waiting<SeatAsked>(), West, SamAtHome, BySam, Now))))),
        (1, Gen.Bool.Select(open => new Step(
            $"close or reopen {open}",
            w => w.There.Do(group => open ? group.Reopen(ByLead, Now) : group.Close(new(), ByLead, Now))))),
        (1, Gen.Int[1, 5].Select(capacity => new Step($"capacity {capacity}", w => w.There.Do(group => group.Describe(
            GroupOfEast, group.Description! with { Capacity = capacity }, IfMatch.Any, 1, ByLead, Now))))),
        (4, Gen.Enum<Mark>().Select(mark => new Step(
            $"mark {mark}",
            w => w.Mark(meeting => meeting.Attend(TheMeeting, TheGuest, new(mark), w.Standing, ByLead, Now))))),
        (1, Gen.Bool.Select(off => new Step($"correct {off}", w =>
            w.Mark(meeting => meeting.Correct(Correction(off ? 1 : 2), ACorrection(off), w.Standing, ByLead, Now))))),
        (8, SomeChance.Select(chance => new Step($"carry {chance}", w => w.Post.Carry(chance)))),
        (4, SomeChance.Select(chance => new Step($"late {chance}", w => w.Post.BringLate(chance)))));

    [Fact]
    public void In_the_end_both_areas_say_the_same_of_a_seat() => Walk(w =>
    {
        var home = w.Home.Record;
        var there = w.Seat;
        Assert.Equal(home.State == SeatState.Seated, there?.State == SeatState.Seated);
        Assert.Equal(home.State == SeatState.Asked, there?.State == SeatState.Asked);
        Assert.True(
            there is null or { State: SeatState.Seated or SeatState.Asked } || there.ShownAs is null,
            "A name outlived its seat.");
    });

    [Fact]
    public void A_seat_that_has_ended_never_comes_back()
    {
        Walk(
            w => Assert.False(w.CameBack),
            w => w.CameBack |= (w.EndedThere && w.Seat?.State != SeatState.Ended)
                || (w.EndedAtHome && w.Home.Record.State != SeatState.Ended));
    }

    [Fact]
    public void The_history_at_home_is_what_was_marked_there() => Walk(w =>
    {
        var line = w.Meeting.Record.Attendance.LineOf(TheGuest);
        var history = w.Home.Record.History().SingleOrDefault();
        if (w.Home.Record is { State: SeatState.Seated or SeatState.Ended, Left: false, Member: not null })
            Assert.Equal(
                (line?.Mark, line is null ? null : (DateOnly?)w.Meeting.Record.HeldOn),
                (history?.Mark, history?.HeldOn));
    });

    [Fact]
    public void The_name_stands_at_home_only_in_the_letter_that_asks_and_for_nobody_erased() => Walk(w => { }, w =>
    {
        var bare = w.Home.Row with { Outbox = w.Home.Row.Outbox.RemoveAll(posted => posted.Message is SeatAsked) };
        Assert.DoesNotContain(
            "Robin", System.Text.Json.JsonSerializer.Serialize(bare, PeerNetJson.Options), StringComparison.Ordinal);
        Assert.True(
            w.Home.Record.State == SeatState.Asked || w.Home.Row.Waiting<SeatAsked>() is null,
            "The asking is sent on after the answer.");
    });

    private static CorrectMeeting ACorrection(bool off)
    {
        return off
            ? new() { Why = "It was off", DidNotHappen = new(NotHeldReason.Other) }
            : new() { Why = "A day early", HeldOn = Tuesday.AddDays(-1) };
    }

    private static void Walk(Action<World> inTheEnd, Action<World>? always = null)
    {
        Gen.Select(Gen.Enum<Joining>(), SomeStep.Array[1, 40]).Sample(
            (joining, steps) =>
            {
                var world = new World(joining);
                foreach (var step in steps)
                {
                    step.Do(world);
                    always?.Invoke(world);
                    world.Note();
                }
                world.Post.Empty();
                always?.Invoke(world);
                inTheEnd(world);
            },
            iter: 1000,
            print: run => $"{run.Item1}: {string.Join("; ", run.Item2.Select(s => s.Name))}");
    }

    private sealed record Step(string Name, Action<World> Do);

    private sealed class World
    {
        public World(Joining joining)
        {
            Home = new(AnAskedSeat(), West, letter => letter.To == West);
            There = new(AGroup(joining: joining).InARow(), East, letter => letter.To == East);
            Meeting = new(APlannedMeeting(There.Record).InARow(), East, _ => false);
            Post = new(Home, There, Meeting);
        }

        public Postbox<Seat> Home { get; }

        public Postbox<Group> There { get; }

        public Postbox<Meeting> Meeting { get; }

        public Post Post { get; }

        public bool EndedThere { get; private set; }

        public bool EndedAtHome { get; private set; }

        public bool CameBack { get; set; }

        public GroupStanding Standing => There.Record.Standing;

        public GuestSeat? Seat => There.Record.Seats.FirstOrDefault(s => s.Id == TheSeat);

        public void Mark(Func<Meeting, Next<Meeting>> transition)
        {
            // The area's own people know who is a guest before they mark them.
            if (Seat?.State == SeatState.Seated)
                Meeting.Do(meeting => transition(meeting).Then(next => next.TellGuests(meeting, Standing, East)));
        }

        public void Note()
        {
            EndedThere |= Seat?.State == SeatState.Ended;
            EndedAtHome |= Home.Record.State == SeatState.Ended;
        }
    }
}
