using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

/// <summary>How many people a group takes.</summary>
public sealed class RoomTests
{
    private static readonly MeetingId NextTuesday =
        AGroup().Calendar.Planned(Tuesday.AddDays(7), Tuesday.AddDays(7)).Single().Id;

    [Fact]
    public void Guests_of_one_meeting_take_no_place_in_the_group()
    {
        var group = AGroup(3, capacity: 4);
        var guest = new GuestSeat(TheSeat, West, "Robin", SeatState.Seated, Now, GroupOfWest, NextTuesday);
        var joined = (group with { Seats = [guest] }).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(Part.Member, joined.MembershipOf(Stranger)!.Part);
        var full = (group with { Seats = [guest with { MeetingId = null, GuestOf = null }] })
            .Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(Part.Asked, full.MembershipOf(Stranger)!.Part);
    }

    [Theory]
    [InlineData(null)]
    [InlineData(600)]
    public void A_group_takes_five_hundred_people_and_no_more_whatever_its_capacity(int? capacity)
    {
        var almost = OfPeople(499);
        almost = almost with { Description = almost.Description! with { Capacity = capacity } };
        var full = almost.Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(500, full.Standing.Roster.Length);
        Assert.Equal("group.full", full.Join(Person(998), new(), Known, ByLead, Now).No());
    }

    [Fact]
    public void A_meeting_open_to_guests_takes_five_hundred_people_in_all()
    {
        Assert.NotNull(Opened(OfPeople(499)).Receive(TheAskingFor(NextTuesday), East, Now).Yes().SeatOf(TheSeat));
        Assert.Equal("seat.not-open", Opened(OfPeople(500)).Receive(TheAskingFor(NextTuesday), East, Now).No());
        var seated = Opened(OfPeople(499)).Receive(TheAskingFor(NextTuesday), East, Now).Yes();
        Assert.Equal("seat.not-open", seated.Receive(TheAskingFor(NextTuesday, 2), East, Now).No());
    }

    [Theory]
    [InlineData(Part.Asked)]
    [InlineData(Part.Invited)]
    public void Nobody_is_given_the_part_of_somebody_who_only_waits(Part part) =>
        Assert.Equal("group.part", AGroup().Join(Sam, new(part), Known, ByLead, Now).No());

    [Fact]
    public void Nobody_joins_or_leaves_a_group_that_does_not_exist()
    {
        Assert.Equal("group.not-found", new Group().Join(Sam, new(), Known, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", new Group().Leave(Sam, ByCoordinator, Now).No());
    }

    [Fact]
    public void Parts_do_not_change_in_a_group_that_is_closed()
    {
        var closed = AGroup().Close(new(), ByLead, Now).Yes();
        Assert.Equal("group.closed", closed.Join(Sam, new(Part.CoLead), Known, ByLead, Now).No());
        Assert.Same(closed, closed.Join(Sam, new(Part.Member), Known, ByLead, Now).Yes());
        Assert.Same(closed, closed.Join(Sam, new(), Known, ByLead, Now).Yes());
    }

    [Fact]
    public void A_coordinator_takes_the_part_of_the_only_lead_and_joins_whatever_the_way_to_join()
    {
        var demoted = AGroup().Join(Lead, new(Part.Member), Known, ByCoordinator, Now).Yes();
        Assert.Equal((Part.Member, Now), (demoted.MembershipOf(Lead)!.Part, demoted.WithoutLeadSince));
        var coordinator = ByCoordinator.Member!.Value;
        var joined = AGroup(joining: Joining.Invite).Join(coordinator, new(), Known, ByCoordinator, Now).Yes();
        Assert.Equal(Part.Member, joined.MembershipOf(coordinator)!.Part);
    }

    [Fact]
    public void The_only_lead_may_become_the_only_co_lead()
    {
        var group = AGroup().Join(Lead, new(Part.CoLead), Known, ByLead, Now).Yes();
        Assert.Equal((Part.CoLead, null), (group.MembershipOf(Lead)!.Part, group.WithoutLeadSince));
    }

    [Fact]
    public void A_person_keeps_their_place_in_the_roster_whatever_their_part()
    {
        var group = AGroup(4).Join(Sam, new(Part.CoLead), Known, ByLead, Now).Yes();
        Assert.Equal([Lead, Sam, Person(3), Person(4)], group.Roster.Select(one => one.MemberId));
        Assert.Equal([Lead, Sam], group.Standing.Leads);
    }

    [Fact]
    public void The_standing_of_a_group_names_who_has_asked()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal([Stranger], asked.Standing.Asked);
        Assert.Equal([Stranger], asked.SeenBy(ByLead, East, null, 1, Now).Yes().Asked!.Value);
        Assert.Null(asked.SeenBy(BySam, East, null, 1, Now).Yes().Asked);
        Assert.False(new Group().Standing.Exists);
        Assert.True(asked.Standing.Exists);
    }

    [Fact]
    public void Erasing_a_person_leaves_no_trace_of_when_they_belonged_and_of_nobody_else()
    {
        var group = AGroup().Leave(Sam, BySam, Now).Yes().Leave(Person(3), ByLead, Now).Yes();
        var forgotten = group.Forget(Sam, East, Now).Yes();
        Assert.Equal([Person(3)], forgotten.Departed.Select(term => term.MemberId));
        Assert.Same(forgotten, forgotten.Forget(Sam, East, Now).Yes());
    }

    private static Group OfPeople(int count)
    {
        var group = AGroup(1);
        var others = Enumerable.Range(2, count - 1).Select(n => new Membership(Person(n), Part.Member, Now));
        return group with { Roster = group.Roster.AddRange(others.Where(one => one.MemberId != Stranger)
            .Append(new(Person(997), Part.Member, Now)).Take(count - 1)) };
    }

    private static Group Opened(Group group)
    {
        var connections = AConnectedGroup().Stored(g => g.Share(NextTuesday, new(Open: true), East, ByLead, Now))
            .Record.Connections;
        return group with { Connections = connections };
    }
}
