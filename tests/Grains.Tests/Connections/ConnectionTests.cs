using PeerNet.Contracts;
using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Connections;

public sealed class ConnectionTests
{
    private static readonly DateOnly Next = Tuesday.AddDays(7);
    private static readonly MeetingId NextTuesday = AGroup().Calendar.Planned(Next, Next).Single().Id;

    [Fact]
    public void Groups_are_connected_while_both_say_yes()
    {
        var proposed = Connect(Unconnected());
        Assert.Equal(ConnectionState.Proposed, State(proposed));
        Assert.Same(proposed, Connect(proposed));
        Assert.Equal(ConnectionState.Connected, State(Hear(proposed, true, 1)));
        var asked = Hear(Unconnected(), true, 1);
        Assert.Equal(ConnectionState.Asked, State(asked));
        Assert.Equal(ConnectionState.Connected, State(Connect(asked)));
    }

    [Fact]
    public void A_refusal_ends_our_consent_and_the_other_group_learns_of_it()
    {
        var ended = Hear(AConnectedGroup(), false, 2);
        Assert.Equal(ConnectionState.Ended, State(ended));
        Assert.False(ended.Outbox.Sent<ConnectionSaid>().Single().Yes);
        Assert.Same(ended, ended.Receives(TheirWord(false, 2)));
    }

    [Fact]
    public void A_refusal_that_predates_our_renewal_leaves_us_asking_and_ends_what_came_through()
    {
        var again = Connect(
            Disconnect(AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))));
        var said = again.Outbox.Sent<ConnectionSaid>().Single();
        Assert.Equal((true, ConnectionState.Connected), (said.Yes, State(again)));
        var asking = again.Receives(TheirWord(false, 2, heard: said.Version - 1));
        Assert.Equal((ConnectionState.Proposed, said), (State(asking), asking.Outbox.Sent<ConnectionSaid>().Single()));
        Assert.Empty(asking.Outbox.Sent<MeetingShared>());
        Assert.Equal(ConnectionState.Ended, State(again.Receives(TheirWord(false, 2, heard: said.Version))));
    }

    [Fact]
    public void A_meeting_shared_before_they_received_our_renewal_is_left_out()
    {
        var again = Connect(Disconnect(AConnectedGroup()));
        var ours = again.Outbox.Sent<ConnectionSaid>().Single().Version;
        Assert.Same(again, again.Receives(TheirMeeting(2) with { LastReceived = ours - 1 }));
        Assert.Single(again.Receives(TheirMeeting(2) with { LastReceived = ours }).Record.Connections.Received);
        Assert.Single(again.Receives(TheirMeeting(2)).Record.Connections.Received);
    }

    [Fact]
    public void What_was_said_earlier_and_arrives_later_changes_nothing()
    {
        var ended = Hear(AConnectedGroup(), false, 3);
        Assert.Same(ended, ended.Receives(TheirWord(true, 2)));
        var unheardOf = Hear(Unconnected(), false, 3);
        Assert.Same(unheardOf, unheardOf.Receives(TheirWord(true, 2)));
        Assert.Empty(unheardOf.Record.ConnectionsSeenBy(ByLead, Now).Yes().Items);
    }

    [Fact]
    public void A_connection_declined_is_ended_until_they_ask_again()
    {
        var declined = Disconnect(Hear(Unconnected(), true, 1));
        Assert.Equal(ConnectionState.Ended, State(declined));
        Assert.Same(declined, Disconnect(declined));
        Assert.Equal(ConnectionState.Asked, State(Hear(Hear(declined, false, 2), true, 3)));
    }

    [Fact]
    public void A_refusal_by_the_other_area_ends_our_proposal()
    {
        var proposed = Connect(Unconnected());
        var refused = proposed.Settled(proposed.Outbox[^1].Message.Operation, "group.not-found");
        Assert.Equal((ConnectionState.Ended, 0), (State(refused), refused.Outbox.Length));
        var held = proposed.Settled(proposed.Outbox[^1].Message.Operation, "link.border-closed");
        Assert.Same(proposed.Record, held.Record);
    }

    [Fact]
    public void Only_leads_and_coordinators_connect_and_only_with_other_areas()
    {
        Assert.Equal("access.leads-only", AGroup().Connect(West, GroupOfWest, East, 1, BySam, Now).No());
        Assert.Equal(
            "access.leads-only", AConnectedGroup().Record.Disconnect(West, GroupOfWest, East, 1, BySam, Now).No());
        Assert.Equal("group.connection-at-home", AGroup().Connect(East, GroupOfWest, East, 1, ByLead, Now).No());
        Assert.Equal("access.not-yours", AConnectedGroup().Record.ConnectionsSeenBy(ByStranger, Now).No());
        Assert.Single(AConnectedGroup().Record.ConnectionsSeenBy(BySam, Now).Yes().Items);
    }

    [Fact]
    public void A_group_can_have_no_more_than_fifty_connections()
    {
        var full = Enumerable.Range(0, 50).Aggregate(
            AGroup(), (group, n) => group.Connect(West, new(Person(n + 100).Value), East, n, ByLead, Now).Yes());
        Assert.Equal("group.connections-full", full.Connect(West, GroupOfWest, East, 51, ByLead, Now).No());
        // Their proposal has a place of its own, and ours lapse.
        Assert.Equal(ConnectionState.Asked, full.Receive(TheirWord(true, 1), East, Now).Yes()
            .ConnectionWith(West, GroupOfWest).State);
        Assert.Equal(ConnectionState.Proposed, full.Connect(West, GroupOfWest, East, 51, ByLead, Now.AddDays(91)).Yes()
            .ConnectionWith(West, GroupOfWest).State);
    }

    [Fact]
    public void Groups_of_one_area_cannot_fill_the_places_of_others_and_a_lead_can_clear_them()
    {
        var full = Enumerable.Range(0, 20).Aggregate(AGroup(), (group, n) => group.Receive(
            TheirWord(true, 1) with { Group = new(Person(n + 100).Value) }, East, Now).Yes());
        Assert.Equal("group.connections-full", full.Receive(TheirWord(true, 1), East, Now).No());
        Assert.Equal(
            ConnectionState.Asked,
            full.Receive(TheirWord(true, 1) with { From = Brighton }, East, Now).Yes()
                .ConnectionWith(Brighton, GroupOfWest).State);
        var cleared = full.Disconnect(West, new(Person(100).Value), East, 60, ByLead, Now).Yes();
        Assert.Equal(
            ConnectionState.Asked,
            cleared.Receive(TheirWord(true, 1), East, Now).Yes().ConnectionWith(West, GroupOfWest).State);
        var lapsed = full.Receive(TheirWord(true, 1), East, Now.AddDays(91)).Yes();
        Assert.Single(lapsed.ConnectionsSeenBy(ByLead, Now.AddDays(91)).Yes().Items);
    }

    [Fact]
    public void A_shared_meeting_reaches_every_connected_group_and_one_that_connects_later()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now));
        Assert.Equal((Next, true, false), Told(shared, m => (m.HeldOn, m.Open, m.Withdrawn)));
        Assert.Same(shared, shared.Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now)));
        var later =
            Hear(Connect(Unconnected().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))), true, 1);
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
    public void Connected_groups_learn_that_a_shared_meeting_was_moved_cancelled_or_left_the_pattern()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(), East, ByLead, Now));
        var moved = shared.Receives(
            new MeetingAnnouncement(NextTuesday, TheGroup, Next.AddDays(1), Seven, Cancelled: false, Version: 1));
        Assert.Equal((Next.AddDays(1), false), Told(moved, m => (m.HeldOn, m.Cancelled)));
        var off =
            shared.Receives(new MeetingAnnouncement(NextTuesday, TheGroup, Next, Seven, Cancelled: true, Version: 1));
        Assert.True(Told(off, m => m.Cancelled));
        var closed = shared.Stored(g => g.Close(new(), ByLead, Now).Yes().CalendarChanged(East, Now));
        Assert.True(Told(closed, m => m.Cancelled));
        Assert.Same(shared, shared.Stored(g => g.CalendarChanged(East, Now)));
    }

    [Fact]
    public void A_meeting_taken_back_is_withdrawn_once()
    {
        var back = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(), East, ByLead, Now))
            .Stored(g => g.Unshare(NextTuesday, East, ByLead, Now));
        Assert.True(Told(back, m => m.Withdrawn));
        Assert.Same(back, back.Stored(g => g.Unshare(NextTuesday, East, ByLead, Now)));
    }

    [Fact]
    public void A_connected_group_s_meeting_is_kept_at_its_latest_version_and_others_are_refused()
    {
        Assert.Equal("link.misdirected", AGroup().Receive(TheirMeeting(5), East, Now).No());
        Assert.Equal(
            "link.misdirected",
            AConnectedGroup().Record.Receive(TheirMeeting(5) with { From = Brighton }, East, Now).No());
        var heard = AConnectedGroup().Receives(TheirMeeting(5));
        Assert.Single(heard.Record.ConnectionsSeenBy(BySam, Now).Yes().SharedWithUs);
        var withdrawn = heard.Receives(TheirMeeting(6, withdrawn: true));
        Assert.Same(withdrawn, withdrawn.Receives(TheirMeeting(5)));
        Assert.Empty(withdrawn.Record.ConnectionsSeenBy(BySam, Now).Yes().SharedWithUs);
    }

    [Fact]
    public void A_refusal_that_arrives_late_keeps_the_meetings_that_were_shared_after_it()
    {
        var renewed = Connect(Disconnect(AConnectedGroup()));
        var shared = renewed.Receives(TheirMeeting(9));
        var late = shared.Receives(TheirWord(false, 8, heard: 0));
        Assert.Equal(shared.Record.Connections.Received, late.Record.Connections.Received);
        Assert.Empty(shared.Receives(TheirWord(false, 10, heard: 0)).Record.Connections.Received);
    }

    [Fact]
    public void Ending_a_connection_ends_its_guests_seats_and_removes_what_was_shared()
    {
        var shared = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))
            .Receives(TheirMeeting(5))
            .Receives(TheAskingFor(NextTuesday)).Receives(TheAsking(2));
        var ended = Disconnect(shared);
        Assert.Equal([SeatState.Ended, SeatState.Seated], ended.Record.Seats.Select(s => s.State));
        Assert.Equal([TheEnd()], ended.Outbox.Sent<SeatEnded>());
        Assert.Empty(ended.Record.Connections.Received);
        Assert.Empty(ended.Outbox.Sent<MeetingShared>());
    }

    private static Row<Group> Unconnected() => AGroup().InARow();

    private static Row<Group> Connect(Row<Group> group) =>
        group.Stored((g, row) => g.Connect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, Now));

    private static Row<Group> Disconnect(Row<Group> group) =>
        group.Stored((g, row) => g.Disconnect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, Now));

    private static Row<Group> Hear(Row<Group> group, bool yes, int version) => group.Receives(TheirWord(yes, version));

    private static ConnectionState State(Row<Group> group) => group.Record.ConnectionWith(West, GroupOfWest).State;

    private static T Told<T>(Row<Group> group, Func<MeetingShared, T> of) =>
        of(group.Outbox.Sent<MeetingShared>().Single());
}
