using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class ConnectionTests
{
    private static readonly DateOnly Next = Tuesday.AddDays(7);
    private static readonly MeetingId NextTuesday = AGroup().Calendar.Planned(Next, Next).Single().Id;

    [Fact]
    public void Groups_are_connected_while_both_say_yes()
    {
        var proposed = Connect(AGroup());
        Assert.Equal(ConnectionState.Proposed, State(proposed));
        Assert.Same(proposed, proposed.Connect(West, GroupOfWest, East, ByLead, Now).Yes());
        Assert.Equal(ConnectionState.Connected, State(Hear(proposed, true, 1)));
        var asked = Hear(AGroup(), true, 1);
        Assert.Equal(ConnectionState.Asked, State(asked));
        Assert.Equal(ConnectionState.Connected, State(Connect(asked)));
    }

    [Fact]
    public void A_no_makes_our_yes_lapse_and_they_hear_of_it()
    {
        var ended = Hear(AConnectedGroup(), false, 2);
        Assert.Equal(ConnectionState.Ended, State(ended));
        Assert.False(ended.Letters.Letters<ConnectionSaid>().Single().Yes);
        Assert.Same(ended, ended.Receive(TheirWord(false, 2), East, Now).Yes());
    }

    [Fact]
    public void A_no_that_had_not_heard_our_latest_yes_leaves_it_asking_and_ends_what_came_through()
    {
        var again = Connect(Disconnect(AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))));
        var said = again.Letters.Letters<ConnectionSaid>().Single();
        Assert.Equal((true, ConnectionState.Connected), (said.Yes, State(again)));
        var asking = again.Stored(g => g.Receive(TheirWord(false, 2, heard: said.Version - 1), East, Now));
        Assert.Equal((ConnectionState.Proposed, said), (State(asking), asking.Letters.Letters<ConnectionSaid>().Single()));
        Assert.Empty(asking.Letters.Letters<MeetingShared>());
        Assert.Equal(ConnectionState.Ended, State(again.Stored(g => g.Receive(TheirWord(false, 2, heard: said.Version), East, Now))));
    }

    [Fact]
    public void What_was_said_earlier_and_arrives_later_changes_nothing()
    {
        var ended = Hear(AConnectedGroup(), false, 3);
        Assert.Same(ended, ended.Receive(TheirWord(true, 2), East, Now).Yes());
        var unheardOf = Hear(AGroup(), false, 3);
        Assert.Same(unheardOf, unheardOf.Receive(TheirWord(true, 2), East, Now).Yes());
        Assert.Empty(unheardOf.ConnectionsSeenBy(ByLead, East, Now).Yes().Items);
    }

    [Fact]
    public void A_connection_declined_is_ended_until_they_ask_again()
    {
        var declined = Disconnect(Hear(AGroup(), true, 1));
        Assert.Equal(ConnectionState.Ended, State(declined));
        Assert.Same(declined, declined.Disconnect(West, GroupOfWest, East, ByLead, Now).Yes());
        Assert.Equal(ConnectionState.Asked, State(Hear(Hear(declined, false, 2), true, 3)));
    }

    [Fact]
    public void A_no_of_the_other_area_to_our_yes_ends_it()
    {
        var proposed = Connect(AGroup());
        var refused = proposed.Settle(proposed.Letters[^1].Letter.Operation, "group.not-found", East, Now);
        Assert.Equal((ConnectionState.Ended, 0), (State(refused), refused.Letters.Length));
        Assert.Same(proposed, proposed.Settle(proposed.Letters[^1].Letter.Operation, "link.border-closed", East, Now));
    }

    [Fact]
    public void Only_leads_and_coordinators_connect_and_only_with_other_areas()
    {
        Assert.Equal("access.leads-only", AGroup().Connect(West, GroupOfWest, East, BySam, Now).No());
        Assert.Equal("access.leads-only", AConnectedGroup().Disconnect(West, GroupOfWest, East, BySam, Now).No());
        Assert.Equal("group.connection-at-home", AGroup().Connect(East, GroupOfWest, East, ByLead, Now).No());
        Assert.Equal("access.not-yours", AConnectedGroup().ConnectionsSeenBy(ByStranger, East, Now).No());
        Assert.Single(AConnectedGroup().ConnectionsSeenBy(BySam, East, Now).Yes().Items);
    }

    [Fact]
    public void Fifty_connections_are_as_many_as_a_group_can_have()
    {
        var full = Enumerable.Range(0, 50).Aggregate(AGroup(), (group, n) => group.Stored(g => g.Connect(West, new(Person(n + 100).Value), East, ByLead, Now)));
        Assert.Equal("group.connections-full", full.Connect(West, GroupOfWest, East, ByLead, Now).No());
        Assert.Equal("group.connections-full", full.Receive(TheirWord(true, 1), East, Now).No());
    }

    [Fact]
    public void A_meeting_shared_is_told_to_every_connected_group_and_to_one_that_connects_later()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now));
        Assert.Equal((Next, true, false), Told(shared, m => (m.HeldOn, m.Open, m.Withdrawn)));
        Assert.Same(shared, shared.Share(NextTuesday, new(Open: true), East, ByLead, Now).Yes());
        var later = Hear(Connect(AGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))), true, 1);
        Assert.Equal(Next, Told(later, m => m.HeldOn));
    }

    [Fact]
    public void Only_meetings_that_the_group_plans_are_shared_and_fifty_at_most()
    {
        Assert.Equal("meeting.not-found", AGroup().Share(TheMeeting, new(), East, ByLead, Now).No());
        Assert.Equal("access.leads-only", AGroup().Share(NextTuesday, new(), East, BySam, Now).No());
        var weeks = AGroup().Calendar.Planned(Next, Next.AddDays(7 * 50)).Select(p => p.Id).ToList();
        var full = weeks.Take(50).Aggregate(AGroup(), (group, id) => group.Share(id, new(), East, ByLead, Now).Yes());
        Assert.Equal("group.shared-full", full.Share(weeks[50], new(), East, ByLead, Now).No());
    }

    [Fact]
    public void Connected_groups_hear_that_a_shared_meeting_is_moved_called_off_or_not_in_the_pattern_any_more()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(), East, ByLead, Now));
        var moved = shared.Announce(new(NextTuesday, TheGroup, Next.AddDays(1), Seven, Cancelled: false, Version: 1), Now).Yes().Retold(East, Now);
        Assert.Equal((Next.AddDays(1), false), Told(moved, m => (m.HeldOn, m.Cancelled)));
        var off = shared.Announce(new(NextTuesday, TheGroup, Next, Seven, Cancelled: true, Version: 1), Now).Yes().Retold(East, Now);
        Assert.True(Told(off, m => m.Cancelled));
        var closed = shared.Close(new(), ByLead, Now).Yes().Retold(East, Now);
        Assert.True(Told(closed, m => m.Cancelled));
        Assert.Same(shared, shared.Retold(East, Now));
    }

    [Fact]
    public void A_meeting_taken_back_is_withdrawn_once()
    {
        var back = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(), East, ByLead, Now)).Stored(g => g.Unshare(NextTuesday, East, ByLead, Now));
        Assert.True(Told(back, m => m.Withdrawn));
        Assert.Same(back, back.Unshare(NextTuesday, East, ByLead, Now).Yes());
    }

    [Fact]
    public void What_a_connected_group_tells_is_kept_at_its_latest_version_and_nobody_else_is_believed()
    {
        Assert.Equal("link.misdirected", AGroup().Receive(TheirMeeting(5), East, Now).No());
        Assert.Equal("link.misdirected", AConnectedGroup().Receive(TheirMeeting(5) with { From = Brighton }, East, Now).No());
        var heard = AConnectedGroup().Stored(g => g.Receive(TheirMeeting(5), East, Now));
        Assert.Single(heard.ConnectionsSeenBy(BySam, East, Now).Yes().SharedWithUs);
        var withdrawn = heard.Stored(g => g.Receive(TheirMeeting(6, withdrawn: true), East, Now));
        Assert.Same(withdrawn, withdrawn.Receive(TheirMeeting(5), East, Now).Yes());
        Assert.Empty(withdrawn.ConnectionsSeenBy(BySam, East, Now).Yes().SharedWithUs);
    }

    [Fact]
    public void With_a_connection_end_its_guests_seats_and_what_each_was_told()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now)).Stored(g => g.Receive(TheirMeeting(5), East, Now))
            .Stored(g => g.Receive(TheAskingFor(NextTuesday), East, Now)).Stored(g => g.Receive(TheAsking(2), East, Now));
        var ended = Disconnect(shared);
        Assert.Equal([SeatState.Ended, SeatState.Seated], ended.Seats.Select(s => s.State));
        Assert.Equal([TheEnd()], ended.Letters.Letters<SeatEnded>());
        Assert.Empty(ended.SharedWithUs);
        Assert.Empty(ended.Letters.Letters<MeetingShared>());
    }

    private static Group Connect(Group group) => group.Stored(g => g.Connect(West, GroupOfWest, East, ByLead, Now));

    private static Group Disconnect(Group group) => group.Stored(g => g.Disconnect(West, GroupOfWest, East, ByLead, Now));

    private static Group Hear(Group group, bool yes, int version) => group.Stored(g => g.Receive(TheirWord(yes, version), East, Now));

    private static ConnectionState State(Group group) => group.ConnectionWith(West, GroupOfWest).State;

    private static T Told<T>(Group group, Func<MeetingShared, T> of) => of(group.Letters.Letters<MeetingShared>().Single());
}
