using CsCheck;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Connections;

/// <summary>
/// Two groups propose, accept, end and share at once over an unreliable connection: in the end both see the same
/// connection and the same meetings.
/// </summary>
public sealed class ConnectionProperties
{
    private static readonly Gen<int> SomeChance = Gen.Int[0, 100_000];
    private static readonly Gen<int> SomeWeek = Gen.Int[1, 3];

    private static readonly Gen<Step> SomeStep = Gen.Frequency(
        (4, Gen.Bool.Select(east => new Step($"connect {east}", w => w.Do(
            east,
            (group, side, number) => group.Connect(side.OtherArea, side.Other, side.Home, number, ByLead, Now))))),
        (2, Gen.Bool.Select(east => new Step($"disconnect {east}", w => w.Do(
            east,
            (group, side, number) => group.Disconnect(side.OtherArea, side.Other, side.Home, number, ByLead, Now))))),
        (4, Gen.Select(
            Gen.Bool, SomeWeek, Gen.Bool, (east, week, open) => new Step($"share {east} {week} {open}", w => w.Do(
                east,
                (group, side, _) => group.Share(World.Meeting(group, week), new(open), side.Home, ByLead, Now))))),
        (1, Gen.Select(Gen.Bool, SomeWeek, (east, week) => new Step(
            $"unshare {east} {week}",
            w => w.Do(east, (group, side, _) => group.Unshare(World.Meeting(group, week), side.Home, ByLead, Now))))),
        (1, Gen.Select(Gen.Bool, SomeWeek, Gen.Bool, (east, week, off) => new Step(
            $"announce {east} {week} {off}",
            w => w.Do(east, (group, side, number) => World.Announce(group, side, number, week, off))))),
        (2, Gen.Bool.Select(east => new Step($"a guest of the other comes {east}", w => w.Guest(east)))),
        (8, SomeChance.Select(chance => new Step($"carry {chance}", w => w.Post.Carry(chance)))),
        (4, SomeChance.Select(chance => new Step($"late {chance}", w => w.Post.BringLate(chance)))));

    [Fact]
    public void In_the_end_both_groups_see_the_same_connection() =>
        Walk(w => Assert.Equal(w.East.State, Mirrored(w.West.State)));

    [Fact]
    public void In_the_end_only_connected_groups_know_each_other_s_meetings() => Walk(w =>
    {
        if (w.AnyParked) return;
        foreach (var (one, other) in (ReadOnlySpan<(Side, Side)>)[(w.East, w.West), (w.West, w.East)])
        {
            var connected = one.State == ConnectionState.Connected;
            Assert.Equal(
                connected ? InOrder(one.Box.Record.Connections.Shared) : [],
                InOrder(other.Box.Record.Connections.Received.Where(received => !received.Withdrawn)
                    .Select(received => received.Meeting)));
        }
    });

    [Fact]
    public void Guests_who_came_through_a_connection_do_not_outlive_it() => Walk(w => { }, w =>
    {
        foreach (var side in (ReadOnlySpan<Side>)[w.East, w.West])
        {
            if (side.State != ConnectionState.Connected)
                Assert.DoesNotContain(side.Box.Record.Seats, seat => seat.State == SeatState.Seated);
        }
    });

    [Fact]
    public void A_connection_renewed_at_once_after_it_ended_is_proposed_and_not_ended() =>
        Gen.Select(SomeChance.Array[0, 4], SomeChance.Array[0, 4]).Sample((between, after) =>
    {
        var w = new World();
        foreach (var east in (ReadOnlySpan<bool>)[true, false]) w.Do(
            east, (group, side, number) => group.Connect(side.OtherArea, side.Other, side.Home, number, ByLead, Now));
        w.Post.Empty();
        w.Do(
            true,
            (group, side, number) => group.Disconnect(side.OtherArea, side.Other, side.Home, number, ByLead, Now));
        foreach (var chance in between) w.Post.Carry(chance);
        w.Do(true, (group, side, number) => group.Connect(side.OtherArea, side.Other, side.Home, number, ByLead, Now));
        foreach (var chance in after) w.Post.Carry(chance);
        w.Post.Empty();
        Assert.NotEqual(ConnectionState.Ended, w.East.State);
        Assert.Equal(w.East.State, Mirrored(w.West.State));
    });

    private static ConnectionState Mirrored(ConnectionState state) => state switch
    {
        ConnectionState.Proposed => ConnectionState.Asked,
        ConnectionState.Asked => ConnectionState.Proposed,
        _ => state,
    };

    private static IEnumerable<SharedMeeting> InOrder(IEnumerable<SharedMeeting> meetings) =>
        meetings.OrderBy(meeting => meeting.MeetingId.Value);

    private static void Walk(Action<World> inTheEnd, Action<World>? always = null)
    {
        SomeStep.Array[1, 40].Sample(
            steps =>
            {
                var world = new World();
                foreach (var step in steps)
                {
                    step.Do(world);
                    always?.Invoke(world);
                }
                world.Post.Empty();
                always?.Invoke(world);
                inTheEnd(world);
            },
            iter: 300,
            print: steps => string.Join("; ", steps.Select(s => s.Name)));
    }

    private sealed record Step(string Name, Action<World> Do);

    private sealed record Side(AreaId Home, AreaId OtherArea, GroupId Other, Postbox<Group> Box)
    {
        public ConnectionState State => Box.Record.ConnectionWith(OtherArea, Other).State;
    }

    private sealed class World
    {
        private int guests;

        public World() => Post = new(East.Box, West.Box, new Silence());

        public Side East { get; } = new(Abroad.East, Abroad.West, GroupOfWest, Box(GroupOfEast, Abroad.East));

        public Side West { get; } = new(Abroad.West, Abroad.East, GroupOfEast, Box(GroupOfWest, Abroad.West));

        public Post Post { get; }

        public bool AnyParked => East.Box.Waiting.Concat(West.Box.Waiting).Any(posted => posted.Parked is not null);

        public static MeetingId Meeting(Group group, int week) => Slot(group, week).Id;

        public static Next<Group> Announce(Group group, Side side, int number, int week, bool off)
        {
            var slot = Slot(group, week);
            var version = group.Announced.FirstOrDefault(a => a.Meeting == slot.Id)?.Version ?? 0;
            var now = group.Announced.FirstOrDefault(a => a.Meeting == slot.Id);
            if (now?.Cancelled == off) return group;
            return group.Receive(
                new MeetingAnnouncement(slot.Id, group.Id, slot.On, slot.StartsAt, off, version + 1),
                side.Home,
                number,
                Now);
        }

        public void Do(bool east, Func<Group, Side, int, Next<Group>> transition) =>
            (east ? East : West).Box.Do((group, row) => transition(group, east ? East : West, row.NumberAt(Now)));

        public void Guest(bool east)
        {
            var side = east ? East : West;
            if (side.Box.Record.Connections.Shared is not [var shared, ..]) return;
            var asking = TheAskingFor(shared.MeetingId, ++guests) with
            {
                From = side.OtherArea, To = side.Home, Group = side.Box.Record.Id, GuestOf = side.Other
            };
            side.Box.Do((group, row) => group.Receive(asking, side.Home, row.NumberAt(Now), Now));
        }

        private static PlannedMeeting Slot(Group group, int week)
        {
            var day = Tuesday.AddDays(7 * week);
            return group.Calendar.Planned(day, day).Single();
        }

        private static Postbox<Group> Box(GroupId id, AreaId home)
        {
            return new(
                new Group().Describe(id, Description(), IfMatch.None, 0, ByLead, Now)
                    .Then(group => group.LetIn(Caller.Area))
                    .Yes()
                    .InARow(),
                home,
                letter => letter.To == home && letter is (ConnectionSaid or MeetingShared));
        }
    }

    /// <summary>The homes of guests, who have nothing to say here.</summary>
    private sealed class Silence : IPostbox
    {
        public IEnumerable<Posted> Waiting => [];

        public bool IsFor(Letter letter) => letter is not (ConnectionSaid or MeetingShared);

        public string? Receive(Letter letter) => null;

        public void Settle(Posted posted, string? refused)
        {
        }
    }
}
