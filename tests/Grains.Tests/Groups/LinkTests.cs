using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Abroad;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class LinkTests
{
    private const string Digest = "0123456789abcdef";

    private static readonly InvitationLinkId TheLink = Link(1);

    [Theory]
    [InlineData(Joining.Open)]
    [InlineData(Joining.Ask)]
    [InlineData(Joining.Invite)]
    public void A_link_lets_in_whoever_uses_it_first_however_others_come_in(Joining joining)
    {
        var joined = WithLink(AGroup(joining: joining)).JoinBy(Digest, Known, ByStranger, Now.AddDays(1)).Yes();
        Assert.Equal(new(Stranger, Part.Member, Now.AddDays(1)), joined.MembershipOf(Stranger));
        Assert.False(joined.OpensTo(Digest, Now.AddDays(1)));
        Assert.Same(joined, joined.JoinBy(Digest, Known, ByStranger, Now.AddDays(2)).Yes());
        Assert.Equal("group.link-not-found", joined.JoinBy(Digest, Known, By(Person(50)), Now.AddDays(1)).No());
    }

    [Fact]
    public void Whoever_has_asked_and_comes_by_a_link_has_joined_by_themselves()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        var joined = WithLink(asked).JoinBy(Digest, Known, ByStranger, Now);
        Assert.True(Assert.Single(joined.Messages.OfType<MembershipChanged>()).IsOwnWish);
    }

    [Fact]
    public void Whoever_belongs_already_does_not_use_it_up()
    {
        var group = WithLink(AGroup());
        Assert.Same(group, group.JoinBy(Digest, Known, BySam, Now).Yes());
    }

    [Fact]
    public void Somebody_who_has_asked_or_is_invited_belongs_by_it()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        var invited = AGroup().Join(Stranger, new(), Known, ByLead, Now).Yes();
        Assert.All([asked, invited], group => Assert.Equal(
            Part.Member, WithLink(group).JoinBy(Digest, Known, ByStranger, Now).Yes().MembershipOf(Stranger)!.Part));
    }

    [Fact]
    public void It_ends_after_14_days()
    {
        var group = WithLink(AGroup());
        var last = Now.AddDays(14).AddTicks(-1);
        Assert.True(group.OpensTo(Digest, last));
        Assert.Equal(Now.AddDays(14), group.LinksSeenBy(ByLead, last).Yes().Single().Until);
        Assert.False(group.OpensTo(Digest, Now.AddDays(14)));
        Assert.Empty(group.LinksSeenBy(ByLead, Now.AddDays(14)).Yes());
        Assert.Equal("group.link-not-found", group.JoinBy(Digest, Known, ByStranger, Now.AddDays(14)).No());
    }

    [Fact]
    public void Made_again_it_is_the_same_and_one_that_was_ended_does_not_come_back()
    {
        var group = WithLink(AGroup());
        Assert.Same(group, WithLink(group));
        var ended = group.EndLink(TheLink, ByLead, Now).Yes();
        Assert.False(ended.OpensTo(Digest, Now));
        Assert.Same(ended, ended.EndLink(TheLink, ByLead, Now).Yes());
        Assert.Same(ended, WithLink(ended));
        Assert.Same(ended, ended.EndLink(Link(2), ByLead, Now).Yes());
    }

    [Fact]
    public void Only_those_who_run_the_group_make_end_and_see_links()
    {
        var group = WithLink(AGroup());
        foreach (var by in new[] { BySam, ByStranger, Caller.Visitor })
        {
            Assert.Equal("access.leads-only", group.MakeLink(Link(2), Digest, by, Now).No());
            Assert.Equal("access.leads-only", group.EndLink(TheLink, by, Now).No());
            Assert.Equal("access.leads-only", group.LinksSeenBy(by, Now).No());
        }
        Assert.Equal(Lead, group.LinksSeenBy(ByCoordinator, Now).Yes().Single().MadeBy);
        Assert.Null(WithLink(AGroup(), ByCoordinator).LinksSeenBy(ByLead, Now).Yes().Single().MadeBy);
    }

    [Fact]
    public void A_full_group_lets_nobody_in_and_the_link_stays_for_when_there_is_room()
    {
        var full = WithLink(AGroup(people: 3, capacity: 3));
        Assert.Equal("group.full", full.JoinBy(Digest, Known, ByStranger, Now).No());
        var room = full.Leave(Sam, BySam, Now).Yes();
        Assert.Equal(Part.Member, room.JoinBy(Digest, Known, ByStranger, Now).Yes().MembershipOf(Stranger)!.Part);
    }

    [Fact]
    public void Nobody_comes_in_who_is_not_known_or_was_erased_and_nobody_at_all_into_a_closed_group()
    {
        var group = WithLink(AGroup());
        Assert.Equal("member.erased", group.JoinBy(Digest, Known with { Erased = true }, ByStranger, Now).No());
        Assert.Equal("group.person-unknown", group.JoinBy(Digest, Known with { Known = false }, ByStranger, Now).No());
        Assert.Equal("group.link-not-found", group.JoinBy(Digest, Known, Caller.Visitor, Now).No());
        var closed = group.Close(new(), ByLead, Now).Yes();
        Assert.Equal("group.link-not-found", closed.JoinBy(Digest, Known, ByStranger, Now).No());
        Assert.Equal("group.closed", closed.MakeLink(Link(2), Digest, ByLead, Now).No());
        Assert.Equal("group.not-found", new Group().MakeLink(TheLink, Digest, ByCoordinator, Now).No());
        Assert.Equal("group.not-found", new Group().LinksSeenBy(ByCoordinator, Now).No());
    }

    [Fact]
    public void It_ends_with_the_part_of_whoever_made_it()
    {
        var shared = AGroup().Join(Sam, new(Part.CoLead), Known, ByLead, Now).Yes();
        var group = WithLink(shared, BySam);
        Group[] after =
        [
            group.Join(Sam, new(Part.Member), Known, ByLead, Now).Yes(),
            group.Leave(Sam, BySam, Now).Yes(),
            group.Forget(Sam, East, Now).Yes(),
        ];
        Assert.All(after, one => Assert.Empty(one.Links));
        Assert.True(group.Join(Sam, new(Part.Lead), Known, ByLead, Now).Yes().OpensTo(Digest, Now));
    }

    [Fact]
    public void A_group_that_has_lost_its_lead_lets_in_only_whom_a_coordinator_invites_from_then_on()
    {
        var before = WithLink(AGroup(), ByCoordinator).Forget(Lead, East, Now.AddDays(1)).Yes();
        Assert.Equal("group.link-not-found", before.JoinBy(Digest, Known, ByStranger, Now.AddDays(2)).No());
        var after = before.MakeLink(Link(2), "another", ByCoordinator, Now.AddDays(2)).Yes();
        Assert.NotNull(after.JoinBy("another", Known, ByStranger, Now.AddDays(2)).Yes().MembershipOf(Stranger));
    }

    [Fact]
    public void A_group_has_20_links_at_a_time_and_remembers_60()
    {
        var group = Enumerable.Range(1, Group.MaxLinks).Aggregate(AGroup(), (one, n) => Made(one, n));
        Assert.Equal("group.links-full", group.MakeLink(Link(99), "d99", ByLead, Now).No());
        for (var n = Group.MaxLinks + 1; n <= 100; n++)
            group = Made(group.EndLink(Link(n - 1), ByLead, Now).Yes(), n);
        Assert.Equal(60, group.Links.Length);
        Assert.Equal(Group.MaxLinks, group.LinksSeenBy(ByLead, Now).Yes().Length);

        static Group Made(Group group, int n) => group.MakeLink(Link(n), $"d{n}", ByLead, Now).Yes();
    }

    private static Group WithLink(Group group, Caller? by = null) =>
        group.MakeLink(TheLink, Digest, by ?? ByLead, Now).Yes();

    private static InvitationLinkId Link(int number) => new(Person(number).Value);
}
