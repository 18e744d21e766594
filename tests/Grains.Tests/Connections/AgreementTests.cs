using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Connections;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Connections;

/// <summary>What two groups have told each other, and what they share, at the edges.</summary>
public sealed class AgreementTests
{
    private static readonly DateOnly Today = new(2026, 11, 18);
    private static readonly DateOnly Next = Tuesday.AddDays(7);
    private static readonly MeetingId NextTuesday = AGroup().Calendar.Planned(Next, Next).Single().Id;
    private static readonly GroupAddress Us = new(East, GroupOfEast);

    [Theory]
    [InlineData(true, true, false, ConnectionState.Connected)]
    [InlineData(true, null, false, ConnectionState.Proposed)]
    [InlineData(true, false, false, ConnectionState.Proposed)]
    [InlineData(null, true, false, ConnectionState.Asked)]
    [InlineData(false, true, true, ConnectionState.Asked)]
    [InlineData(false, true, false, ConnectionState.Ended)]
    [InlineData(null, null, true, ConnectionState.Ended)]
    [InlineData(null, false, true, ConnectionState.Ended)]
    public void The_last_answers_of_both_make_the_state(bool? ours, bool? theirs, bool awaitsUs, ConnectionState state)
    {
        var agreement = With(1, ours, theirs) with { AwaitsUs = awaitsUs };
        Assert.Equal(state, agreement.State);
        Assert.Equal(state == ConnectionState.Connected, agreement.IsConnected);
        Assert.Equal(state != ConnectionState.Ended, agreement.IsLive);
    }

    [Theory]
    [InlineData(true, null, true)]
    [InlineData(null, true, true)]
    [InlineData(true, true, false)]
    public void A_proposal_lapses_after_ninety_days_and_a_connection_does_not(bool? ours, bool? theirs, bool lapses)
    {
        var agreement = With(1, ours, theirs);
        Assert.False(agreement.HasLapsed(Now.AddDays(90)));
        Assert.Equal(lapses, agreement.HasLapsed(Now.AddDays(90).AddTicks(1)));
    }

    [Fact]
    public void A_group_has_fifty_connections_and_no_more()
    {
        var full = new GroupConnections { Agreements = [.. Enumerable.Range(1, 50).Select(n => With(n, true, true))] };
        var asked = full with { Agreements = full.Agreements.Add(With(51, null, true)) };
        Assert.Equal("group.connections-full", asked.Accept(Us, Other(51), 1, Now).No());
        var almost = asked with { Agreements = asked.Agreements.RemoveAt(0) };
        Assert.True(almost.Accept(Us, Other(51), 1, Now).Yes().AgreementWith(Other(51)).IsConnected);
        var proposed = full with { Agreements = full.Agreements.Add(With(51, true, null)) };
        var said = TheirWord(yes: true, 7) with { Group = Other(51).Id };
        Assert.Equal("group.connections-full", proposed.Receive(said, Us, 1, Now).No());
        Assert.NotNull(proposed.Receive(said with { Yes = false }, Us, 1, Now).Yes());
        Assert.Equal(
            ConnectionState.Proposed, full.Accept(Us, Other(51), 1, Now).Yes().AgreementWith(Other(51)).State);
    }

    [Fact]
    public void A_refusal_is_noted_however_many_proposals_wait()
    {
        var full = new GroupConnections { Agreements = [.. Enumerable.Range(1, 20).Select(n => With(n, null, true))] };
        var noted = full.Receive(TheirWord(yes: false, 1) with { Group = Other(99).Id }, Us, 1, Now).Yes();
        Assert.Equal(21, noted.Agreements.Length);
    }

    [Fact]
    public void The_oldest_agreements_that_have_ended_or_lapsed_are_forgotten_beyond_two_hundred_and_fifty()
    {
        Agreement[] ended =
            [.. Enumerable.Range(1, 249).Select(n => With(n, false, false) with { Since = Now.AddMinutes(-n) })];
        var connections =
            new GroupConnections { Agreements = [.. ended, With(300, true, true) with { Since = default }] };
        var more = connections.Accept(Us, Other(400), 1, Now).Yes();
        Assert.Equal(250, more.Agreements.Length);
        Assert.Equal((false, true), (Knows(more, 249), Knows(more, 248)));
        Assert.True(Knows(more, 300));
        var lapsed = connections with
        {
            Agreements = connections.Agreements.Replace(ended[4], With(5, true, null) with { Since = Now.AddDays(-91) })
        };
        Assert.False(Knows(lapsed.Accept(Us, Other(400), 1, Now).Yes(), 5));

        static bool Knows(GroupConnections one, int number) => one.Agreements.Any(a => a.With == Other(number));
    }

    [Fact]
    public void Their_yes_repeated_keeps_since_when_and_a_change_does_not()
    {
        var asked = new GroupConnections().Receive(TheirWord(true, 1), Us, 1, Now).Yes();
        var again = asked.Receive(TheirWord(true, 2), Us, 1, Now.AddDays(1)).Yes();
        Assert.Equal((Now, 2), (again.Agreements[0].Since, again.Agreements[0].TheirsNumber));
        var ended = again.Receive(TheirWord(false, 3), Us, 1, Now.AddDays(2)).Yes();
        Assert.Equal(Now.AddDays(2), ended.Agreements[0].Since);
    }

    [Fact]
    public void Only_coming_meetings_of_the_next_four_hundred_days_are_shared_and_old_ones_make_room()
    {
        var group = AGroup();
        var days = group.Calendar.Planned(Today, Today.AddDays(410)).ToList();
        var last = days.Last(one => one.On <= Today.AddDays(400));
        Assert.NotNull(group.Share(last.Id, new(), East, ByLead, Now).Yes());
        Assert.Equal(
            "meeting.not-found", group.Share(days[days.IndexOf(last) + 1].Id, new(), East, ByLead, Now).No());
        var old = Enumerable.Range(1, 49).Select(n => Shared(n, Today.AddDays(-60)));
        Assert.Equal(50, Sharing([.. old]).Shared.Length);
        var older = Enumerable.Range(1, 49).Select(n => Shared(n, Today.AddDays(-61)));
        Assert.Single(Sharing([.. older]).Shared);

        GroupConnections Sharing(SharedMeeting[] shared)
        {
            return (group with { Connections = new() { Shared = [.. shared] } })
                .Share(NextTuesday, new(), East, ByLead, Now).Yes().Connections;
        }
    }

    [Fact]
    public void A_meeting_is_open_to_connected_groups_until_its_day_is_over_and_not_if_it_is_cancelled()
    {
        var connections = new GroupConnections
        {
            Agreements = [With(1, true, true), With(2, true, null)],
            Shared =
                [Shared(1, Today), Shared(2, Today) with { Cancelled = true }, Shared(3, Today) with { Open = false }]
        };
        Assert.True(connections.IsOpen(Id(1), Other(1), Today));
        Assert.False(connections.IsOpen(Id(1), Other(1), Today.AddDays(1)));
        Assert.False(connections.IsOpen(Id(1), Other(2), Today));
        Assert.False(connections.IsOpen(Id(2), Other(1), Today));
        Assert.False(connections.IsOpen(Id(3), Other(1), Today));
        Assert.False(connections.IsOpen(Id(4), Other(1), Today));
    }

    [Fact]
    public void Meetings_that_others_share_are_kept_for_sixty_days_fifty_of_each_group()
    {
        var connections = new GroupConnections { Agreements = [With(1, true, true) with { TheirsNumber = 3 }] };
        Assert.Same(connections, connections.Receive(Theirs(1, Today, version: 2), Now).Yes());
        var one = connections.Receive(Theirs(1, Today.AddDays(-60), version: 3), Now).Yes();
        Assert.Single(one.Received);
        var two = one.Receive(Theirs(2, Today), Now).Yes();
        Assert.Equal(2, two.Received.Length);
        Assert.Equal(
            [Id(2), Id(3)],
            two.Receive(Theirs(3, Today), Now.AddDays(1)).Yes().Received.Select(m => m.Meeting.MeetingId));
        var full = Enumerable.Range(1, 50).Aggregate(connections, (c, n) => c.Receive(Theirs(n, Today), Now).Yes());
        Assert.Equal("group.shared-full", full.Receive(Theirs(51, Today), Now).No());
        Assert.Equal(50, full.Receive(Theirs(5, Today, version: 9), Now).Yes().Received.Length);
        Assert.Single(full.Receive(Theirs(51, Today), Now.AddDays(61)).Yes().Received);
    }

    [Fact]
    public void People_of_the_group_see_coming_meetings_and_agreements_that_have_not_lapsed()
    {
        var connections = new GroupConnections
        {
            Agreements = [
                With(1, true, true),
                With(2, false, null),
                With(3, null, false),
                With(4, true, null) with { Since = default }
            ],
            Shared = [Shared(1, Today), Shared(2, Today.AddDays(-1))],
            Received = [Heard(3, Today), Heard(4, Today.AddDays(-1)), Heard(5, Today) with { Withdrawn = true }],
        };
        var seen = connections.SeenOn(Now);
        Assert.Equal([Other(1).Id, Other(2).Id], seen.Items.Select(one => one.GroupId));
        Assert.Equal([Id(1)], seen.Shared.Select(one => one.MeetingId));
        Assert.Equal([Id(3)], seen.SharedWithUs.Select(one => one.MeetingId));

        static ReceivedMeeting Heard(int number, DateOnly day) =>
            new(Shared(number, day) with { Area = West, GroupId = Other(1).Id }, false, 1);
    }

    [Fact]
    public void Groups_that_do_not_exist_or_are_closed_connect_with_nobody_new()
    {
        var nobody = new Group();
        Assert.Equal("group.not-found", nobody.Connect(West, GroupOfWest, East, 1, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", nobody.Disconnect(West, GroupOfWest, East, 1, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", nobody.Share(NextTuesday, new(), East, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", nobody.Unshare(NextTuesday, East, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", nobody.ConnectionsSeenBy(ByCoordinator, Now).No());
        Assert.Equal("access.leads-only", AGroup().Unshare(NextTuesday, East, BySam, Now).No());
        var other = PeerNet.Calendar.OccurrenceId.Derive(new(Person(7).Value), "tuesday-evening", Next);
        Assert.Equal("meeting.other-group", AGroup().Share(other, new(), East, ByLead, Now).No());
        var closed = AGroup().Close(new(), ByLead, Now).Yes();
        Assert.Equal("group.closed", closed.Connect(West, GroupOfWest, East, 1, ByLead, Now).No());
        var connected = AConnectedGroup().Record.Close(new(), ByLead, Now).Yes();
        Assert.Same(connected, connected.Connect(West, GroupOfWest, East, 9, ByLead, Now).Yes());
    }

    private static GroupAddress Other(int number) => new(West, new(Person(5000 + number).Value));

    private static Agreement With(int number, bool? ours, bool? theirs) =>
        new(Other(number), ours, 0, theirs, 0, false, Now);

    private static MeetingId Id(int number) => new(Person(number).Value);

    private static SharedMeeting Shared(int number, DateOnly day) =>
        new(East, GroupOfEast, Id(number), day, Seven, Open: true, Cancelled: false);

    private static MeetingShared Theirs(int number, DateOnly day, int version = 4) => TheirMeeting(version) with
    {
        Group = Other(1).Id, Meeting = Id(number), HeldOn = day, LastReceived = int.MaxValue
    };
}
