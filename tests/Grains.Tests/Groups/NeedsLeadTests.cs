using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class NeedsLeadTests
{
    public static TheoryData<string> Ways => ["erased", "removed by a coordinator", "left as the only one"];

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_group_that_has_lost_its_only_lead_takes_nobody_and_says_so(string way)
    {
        var group = WithoutLead(way);
        Assert.Equal(Now, group.WithoutLeadSince);
        Assert.True(group.SeenBy(Caller.Visitor, East, null, 1, Now).Yes().NeedsLead);
        Assert.Equal("group.needs-lead", group.Join(Stranger, new(), Known, ByStranger, Now).No());
        Assert.Equal("group.needs-lead", group.Receive(TheAsking(), East, Now).No());
        var asking = group with { Description = group.Description! with { Joining = Joining.Ask } };
        Assert.Equal("group.needs-lead", asking.Join(Stranger, new(), Known, ByStranger, Now).No());
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public void A_coordinator_finds_it_a_lead_and_then_it_takes_people_again(string way)
    {
        var invited = WithoutLead(way).Join(Stranger, new(), Known, ByCoordinator, Now).Yes();
        var accepted = invited.Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.NotNull(accepted.WithoutLeadSince);
        var led = accepted.Join(Stranger, new(Part.Lead), Known, ByCoordinator, Now).Yes();
        Assert.Null(led.WithoutLeadSince);
        Assert.False(led.SeenBy(Caller.Visitor, East, null, 1, Now).Yes().NeedsLead);
        Assert.Contains(
            Person(50), led.Join(Person(50), new(), Known, By(Person(50)), Now).Yes().Standing.Roster);
    }

    [Fact]
    public void Somebody_invited_before_comes_in_once_it_has_a_lead_or_a_coordinator_invites_them_again()
    {
        var invited = AGroup().Join(Stranger, new(), Known, ByLead, Now).Yes();
        var orphaned = invited.Forget(Lead, East, Now.AddDays(1)).Yes();
        Assert.Equal("group.needs-lead", orphaned.Join(Stranger, new(), Known, ByStranger, Now.AddDays(2)).No());
        Assert.Null(orphaned.Leave(Stranger, ByStranger, Now.AddDays(2)).Yes().MembershipOf(Stranger));
        Group[] open =
        [
            orphaned.Join(Sam, new(Part.Lead), Known, ByCoordinator, Now.AddDays(2)).Yes(),
            orphaned.Join(Stranger, new(), Known, ByCoordinator, Now.AddDays(2)).Yes(),
        ];
        Assert.All(open, group => Assert.Contains(
            Stranger, group.Join(Stranger, new(), Known, ByStranger, Now.AddDays(3)).Yes().Standing.Roster));
    }

    [Fact]
    public void A_group_with_somebody_left_to_lead_goes_on()
    {
        var shared = AGroup().Join(Sam, new(Part.CoLead), Known, ByLead, Now).Yes();
        Assert.Null(shared.Leave(Lead, ByLead, Now).Yes().WithoutLeadSince);
        Assert.Null(shared.Forget(Lead, East, Now).Yes().WithoutLeadSince);
    }

    [Fact]
    public void It_stays_the_same_group_without_a_lead_whoever_else_leaves()
    {
        var group = WithoutLead("erased").Leave(Sam, BySam, Now.AddDays(1)).Yes();
        Assert.Equal(Now, group.WithoutLeadSince);
        var seated = AGroup().Receive(TheAsking(), East, Now).Yes().Forget(Lead, East, Now).Yes();
        Assert.Equal(SeatState.Seated, seated.SeatOf(TheSeat)!.State);
    }

    [Fact]
    public void A_group_that_a_coordinator_has_started_takes_people_before_it_has_a_lead()
    {
        var started = new Group().Describe(TheGroup, Description(), IfMatch.None, 0, ByCoordinator, Now).Yes();
        Assert.Contains(Stranger, started.Join(Stranger, new(), Known, ByStranger, Now).Yes().Standing.Roster);
    }

    private static Group WithoutLead(string way) => way switch
    {
        "erased" => AGroup().Forget(Lead, East, Now).Yes(),
        "removed by a coordinator" => AGroup().Leave(Lead, ByCoordinator, Now).Yes(),
        _ => AGroup(people: 1).Leave(Lead, ByLead, Now).Yes(),
    };
}
