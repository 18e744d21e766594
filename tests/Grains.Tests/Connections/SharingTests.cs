using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Connections;

/// <summary>When shared meetings are sent, and when they are forgotten.</summary>
public sealed class SharingTests
{
    private static readonly DateOnly Next = Tuesday.AddDays(7);
    private static readonly MeetingId NextTuesday = AGroup().Calendar.Planned(Next, Next).Single().Id;

    [Fact]
    public void Whoever_accepts_a_proposal_sends_what_the_group_shares()
    {
        var asked = Shared(AGroup().InARow()).Receives(TheirWord(yes: true, 1));
        Assert.Empty(asked.Outbox.Sent<MeetingShared>());
        var connected = asked.Stored((g, row) => g.Connect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, Now));
        var sent = connected.Outbox.Sent<MeetingShared>().Single();
        Assert.Equal((NextTuesday, false), (sent.Meeting, sent.Withdrawn));
    }

    [Fact]
    public void A_proposal_alone_sends_nothing_that_is_shared()
    {
        var proposed = Shared(AGroup().InARow())
            .Stored((g, row) => g.Connect(West, GroupOfWest, East, row.NumberAt(Now), ByLead, Now));
        Assert.Empty(proposed.Outbox.Sent<MeetingShared>());
    }

    [Fact]
    public void A_yes_that_comes_again_ends_what_was_shared_before_it()
    {
        var heard = AConnectedGroup().Receives(TheirMeeting(5));
        Assert.Same(heard, heard.Receives(TheirMeeting(5)));
        Assert.Single(heard.Receives(TheirWord(yes: true, 5)).Record.Connections.Received);
        Assert.Empty(heard.Receives(TheirWord(yes: true, 6)).Record.Connections.Received);
    }

    [Fact]
    public void A_meeting_that_moves_on_its_own_day_is_sent_again_and_is_not_withdrawn()
    {
        var shared = Shared(AConnectedGroup());
        var moved = new MeetingAnnouncement(NextTuesday, TheGroup, Next, new(20, 0), Cancelled: false, Version: 1);
        var day = new DateTimeOffset(Next, new(9, 0), TimeSpan.Zero);
        var sent = shared.Record.Receive(moved, East, day).Messages.OfType<MeetingShared>().Single();
        Assert.Equal((new(20, 0), false), (sent.StartsAt, sent.Withdrawn));
        Assert.Empty(shared.Record.Receive(moved, East, day.AddDays(1)).Messages);
    }

    private static Row<Group> Shared(Row<Group> row) =>
        row.Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now));
}
