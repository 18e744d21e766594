using PeerNet.Contracts.Connections;
using PeerNet.Contracts.Meetings;
using PeerNet.Grains.Connections;
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

    [Fact]
    public void However_much_one_group_shares_and_takes_back_what_another_shares_stays()
    {
        var both = AConnectedGroup().Receives(TheirMeeting(5))
            .Stored((g, row) => g.Connect(Brighton, GroupOfWest, East, row.NumberAt(Now), ByLead, Now))
            .Receives(TheirWord(yes: true, 1) with { From = Brighton });
        for (var number = 1; number <= 300; number++)
            both = both.Receives(FromBrighton(number)).Receives(FromBrighton(number) with
            {
                Withdrawn = true, Version = number + 2000,
            });
        Assert.Equal(60, both.Record.Connections.Received.Count(one => one.Withdrawn));
        Assert.Contains(both.Record.Connections.Received, one => one.From == new GroupAddress(West, GroupOfWest));
        for (var number = 401; number <= 450; number++) both = both.Receives(FromBrighton(number));
        Assert.Equal("group.shared-full", both.Receive(FromBrighton(451), East, Now).No());
        Assert.Equal(60, both.Record.Connections.Received.Count(one => one.From.Area == Brighton));
        var later = both.Receives(FromBrighton(450) with { StartsAt = new(20, 0), Version = 1450 });
        Assert.Equal(61, later.Record.Connections.Received.Length);
        var others = TheirMeeting(6) with { Meeting = new(Person(7).Value) };
        Assert.Equal(2, later.Receives(others).Record.Connections.Received.Count(one => one.From.Area == West));
        var back = later.Receives(FromBrighton(450) with { Withdrawn = true, Version = 1451 });
        Assert.Equal(new(Person(451).Value), back.Receives(FromBrighton(451)).Record.Connections.Received[^1]
            .Meeting.MeetingId);

        static MeetingShared FromBrighton(int number) =>
            TheirMeeting(number + 1000) with { From = Brighton, Meeting = new(Person(number).Value) };
    }

    [Fact]
    public void However_many_groups_of_one_area_say_no_what_another_s_have_said_is_remembered()
    {
        var group = AGroup().Receive(TheirWord(yes: false, 7), East, Now).Yes();
        for (var number = 1; number <= 400; number++)
        {
            var no = TheirWord(yes: false, 7) with { From = Brighton, Group = new(Person(number).Value) };
            group = group.Receive(no, East, Now.AddSeconds(number)).Yes();
        }
        Assert.Equal(250, group.Connections.Agreements.Count(one => one.With.Area == Brighton));
        Assert.Same(group, group.Receive(TheirWord(yes: true, 6), East, Now).Yes());
    }

    private static Row<Group> Shared(Row<Group> row) =>
        row.Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now));
}
