using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class InvitingTests
{
    private static readonly DateTimeOffset TooLate = Now.AddDays(30);

    [Theory]
    [InlineData(null)]
    [InlineData(Part.Member)]
    [InlineData(Part.CoLead)]
    [InlineData(Part.Lead)]
    public void Whom_a_lead_brings_in_is_only_invited_whatever_part_is_wished(Part? wanted)
    {
        var invited = AGroup().Join(Stranger, new(wanted), Known, ByLead, Now).Yes();
        Assert.Equal(Part.Invited, invited.MembershipOf(Stranger)!.Part);
        Assert.DoesNotContain(Stranger, invited.Standing.Roster);
        Assert.DoesNotContain(Stranger, invited.Standing.Leads);
        Assert.Same(invited, invited.Join(Stranger, new(wanted), Known, ByCoordinator, Now).Yes());
    }

    [Theory]
    [InlineData(Joining.Open)]
    [InlineData(Joining.Ask)]
    [InlineData(Joining.Invite)]
    public void Whoever_accepts_an_invitation_belongs_however_others_come_in(Joining joining)
    {
        var accepted = Invited(joining: joining).Join(Stranger, new(), Known, ByStranger, Now.AddDays(1)).Yes();
        Assert.Equal(new(Stranger, Part.Member, Now.AddDays(1)), accepted.MembershipOf(Stranger));
    }

    [Fact]
    public void Whoever_asked_or_is_invited_sees_that_until_it_expires_and_nobody_else_does()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Equal(Part.Asked, Yours(asked, ByStranger, Now));
        Assert.Equal(Part.Invited, Yours(Invited(), ByStranger, Now));
        Assert.Null(Yours(Invited(), ByStranger, TooLate));
        Assert.Equal(Part.Lead, Yours(Invited(), ByLead, Now));
        Assert.Null(Yours(AGroup(), ByStranger, Now));
        Assert.Null(Yours(asked, Caller.Visitor, Now));

        static Part? Yours(Group group, Caller by, DateTimeOffset now) =>
            group.SeenBy(by, new("east-sussex"), null, 1, now).Yes().Yours?.Part;
    }

    [Fact]
    public void Nobody_else_accepts_for_them() =>
        Assert.Equal("access.not-yours", Invited().Join(Stranger, new(), Known, BySam, Now).No());

    [Fact]
    public void Whoever_declines_leaves_no_trace()
    {
        var declined = Invited().Leave(Stranger, ByStranger, Now).Yes();
        Assert.Equal(AGroup().Roster, declined.Roster);
        Assert.Same(declined, declined.Leave(Stranger, ByStranger, Now).Yes());
    }

    [Fact]
    public void A_full_or_closed_group_takes_not_even_those_it_has_invited()
    {
        var full = Invited(capacity: 4).Join(Person(50), new(), Known, By(Person(50)), Now).Yes();
        Assert.Equal("group.full", full.Join(Stranger, new(), Known, ByStranger, Now).No());
        var closed = Invited().Close(new(), ByLead, Now).Yes();
        Assert.Equal("group.closed", closed.Join(Stranger, new(), Known, ByStranger, Now).No());
    }

    [Fact]
    public void An_invitation_says_nothing_of_whether_there_is_such_a_person()
    {
        var known = Answer(Known);
        Assert.Equal(known, Answer(MemberStanding.None));
        Assert.Equal(known, Answer(Known with { Erased = true }));
    }

    [Fact]
    public void An_invitation_expires_and_can_be_made_again()
    {
        Assert.Equal("group.by-invitation", Invited(joining: Joining.Invite)
            .Join(Stranger, new(), Known, ByStranger, TooLate).No());
        Assert.Empty(Invited().SeenBy(ByLead, Abroad.East, null, 1, TooLate).Yes().Invited!.Value);
        var again = Invited().Join(Stranger, new(), Known, ByLead, TooLate).Yes();
        Assert.Equal(TooLate, again.MembershipOf(Stranger)!.Since);
        Assert.Null(Invited().Join(Person(50), new(), Known, By(Person(50)), TooLate).Yes().MembershipOf(Stranger));
    }

    [Fact]
    public void A_group_invites_up_to_a_hundred_people_at_a_time()
    {
        var many = Enumerable.Range(200, 100)
            .Aggregate(AGroup(), (group, n) => group.Join(Person(n), new(), Known, ByLead, Now).Yes());
        Assert.Equal("group.invitations-full", many.Join(Stranger, new(), Known, ByLead, Now).No());
        Assert.NotNull(many.Join(Stranger, new(), Known, ByLead, TooLate).Yes().MembershipOf(Stranger));
        Assert.NotNull(many.Leave(Person(200), ByLead, Now).Yes().Join(Stranger, new(), Known, ByLead, Now).Yes());
    }

    [Fact]
    public void Only_leads_and_coordinators_see_who_is_invited_and_the_invited_see_what_strangers_see()
    {
        var group = Invited();
        ImmutableArray<MemberId>? Seen(Caller by) => group.SeenBy(by, Abroad.East, null, 1, Now).Yes().Invited;
        Assert.Equal([Stranger], Seen(ByLead)!.Value);
        Assert.Equal([Stranger], Seen(ByCoordinator)!.Value);
        Assert.Null(Seen(BySam));
        Assert.Null(Seen(ByStranger));
        Assert.Null(group.SeenBy(ByStranger, Abroad.East, null, 1, Now).Yes().Roster);
    }

    [Fact]
    public void Somebody_who_has_asked_and_is_invited_belongs_at_once()
    {
        var asked = AGroup(joining: Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        var both = asked.Join(Stranger, new(Part.Lead), Known, ByLead, Now).Yes();
        Assert.Equal(Part.Member, both.MembershipOf(Stranger)!.Part);
        var erased = asked.Join(Stranger, new(), Known with { Erased = true }, ByLead, Now).Yes();
        Assert.DoesNotContain(Stranger, erased.Standing.Roster);
    }

    [Fact]
    public void The_person_learns_of_the_invitation_and_when_it_expires()
    {
        var row = AGroup().InARow(7).Stored(group => group.Join(Stranger, new(), Known, ByLead, Now));
        Assert.Equal(
            new(Stranger, TheGroup, Part.Invited, 8) { Until = TooLate },
            row.Outbox.Sent<MembershipChanged>().Last());
    }

    [Fact]
    public void Somebody_without_a_sign_in_is_brought_in_by_whoever_wrote_them_down_and_nobody_else()
    {
        var kept = Known with { KeptBy = Lead };
        var brought = AGroup().Join(Stranger, new(Part.Lead), kept, ByLead, Now);
        Assert.Equal(Part.Member, brought.Yes().MembershipOf(Stranger)!.Part);
        Assert.Equal([new MembershipChanged(Stranger, TheGroup, Part.Member) { HeardBy = Lead }], brought.Messages);
        Assert.Equal(
            Part.Invited, AGroup().Join(Stranger, new(), kept, ByCoordinator, Now).Yes().MembershipOf(Stranger)!.Part);
        Assert.Equal("access.not-yours", AGroup().Join(Stranger, new(), Known with { KeptBy = Sam }, BySam, Now).No());
    }

    [Fact]
    public void The_area_itself_brings_in_people_who_have_said_yes_elsewhere()
    {
        var seeded = AGroup().Join(Stranger, new(Part.CoLead), Known, Caller.Area, Now).Yes();
        Assert.Contains(Stranger, seeded.Standing.Leads);
    }

    private static Membership? Answer(MemberStanding standing) =>
        AGroup().Join(Stranger, new(), standing, ByLead, Now).Yes().MembershipOf(Stranger);

    private static Group Invited(Joining joining = Joining.Open, int? capacity = null) =>
        AGroup(3, joining, capacity).Join(Stranger, new(), Known, ByLead, Now).Yes();
}
