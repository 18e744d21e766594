using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Groups;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Groups;

public sealed class PartsTests
{
    private static readonly Caller ByCoLead = By(Person(3));

    [Fact]
    public void Nobody_promotes_themselves()
    {
        Assert.Equal("access.leads-only", AGroup().Join(Sam, new(Part.Lead), Known, BySam, Now).No());
        Assert.Equal("access.leads-only", AGroup().Join(Stranger, new(Part.CoLead), Known, ByStranger, Now).No());
        Assert.Equal("access.leads-only", WithACoLead().Join(Person(3), new(Part.Lead), Known, ByCoLead, Now).No());
        var joined = AGroup().Join(ByCoordinator.Member!.Value, new(Part.Lead), Known, ByCoordinator, Now).Yes();
        Assert.Equal(Part.Member, joined.MembershipOf(ByCoordinator.Member!.Value)!.Part);
        Assert.Equal(
            "access.leads-only",
            joined.Join(ByCoordinator.Member!.Value, new(Part.Lead), Known, ByCoordinator, Now).No());
    }

    [Theory]
    [InlineData(1, Part.Member)]
    [InlineData(2, Part.CoLead)]
    [InlineData(2, Part.Lead)]
    [InlineData(4, Part.Member)]
    public void A_co_lead_gives_and_takes_no_parts(int person, Part part) =>
        Assert.Equal("access.leads-only", WithACoLead().Join(Person(person), new(part), Known, ByCoLead, Now).No());

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    public void A_co_lead_removes_no_lead_and_no_co_lead(int person) =>
        Assert.Equal("access.leads-only", WithACoLead().Leave(Person(person), ByCoLead, Now).No());

    [Fact]
    public void A_co_lead_invites_answers_requests_and_removes_members()
    {
        var invited = WithACoLead().Join(Stranger, new(), Known, ByCoLead, Now).Yes();
        Assert.Equal(Part.Invited, invited.MembershipOf(Stranger)!.Part);
        Assert.Null(invited.Leave(Stranger, ByCoLead, Now).Yes().MembershipOf(Stranger));
        var asked = WithACoLead(Joining.Ask).Join(Stranger, new(), Known, ByStranger, Now).Yes();
        Assert.Contains(Stranger, asked.Join(Stranger, new(), Known, ByCoLead, Now).Yes().Standing.Roster);
        Assert.DoesNotContain(Sam, WithACoLead().Leave(Sam, ByCoLead, Now).Yes().Standing.Roster);
    }

    [Fact]
    public void A_lead_and_a_coordinator_give_parts_and_take_them_from_other_leads()
    {
        foreach (var by in new[] { ByLead, ByCoordinator })
        {
            var shared = WithACoLead().Join(Sam, new(Part.Lead), Known, by, Now).Yes();
            Assert.Equal(Part.Lead, shared.MembershipOf(Sam)!.Part);
            Assert.Equal(Part.Member, shared.Join(Sam, new(Part.Member), Known, by, Now).Yes().MembershipOf(Sam)!.Part);
            Assert.Null(shared.Leave(Sam, by, Now).Yes().MembershipOf(Sam));
        }
    }

    [Fact]
    public void Whoever_leads_may_step_down_and_leave()
    {
        Assert.Equal(
            Part.Member,
            WithACoLead().Join(Person(3), new(Part.Member), Known, ByCoLead, Now).Yes().MembershipOf(Person(3))!.Part);
        Assert.Null(WithACoLead().Leave(Person(3), ByCoLead, Now).Yes().MembershipOf(Person(3)));
    }

    [Fact]
    public void A_new_part_does_not_change_since_when_a_person_belongs()
    {
        var promoted = AGroup().Join(Sam, new(Part.CoLead), Known, ByLead, Now.AddDays(9)).Yes();
        Assert.Equal(Now, promoted.MembershipOf(Sam)!.Since);
    }

    /// <summary>Led by the first of four people, with the third and the fourth to help.</summary>
    [Fact]
    public void What_the_group_s_leads_are_told_reaches_each_of_them_and_nobody_else()
    {
        var group = WithACoLead();
        var about = new NoticeAbout(NoticeKind.OfferTakenUp) { GroupId = TheGroup };
        var told = group.Receive(new LeadsTold(TheGroup, about, 1, Until: Now), Abroad.East, 1, Now);
        Assert.Equal(group.Standing.Leads.Select(lead => new NoticeTold(lead, about, 1, Now)), told.Messages);
        Assert.Contains(Person(3), group.Standing.Leads);
        Assert.Same(group, told.Yes());
        var over = group.Receive(new LeadsTold(TheGroup, about, 1, IsWithdrawn: true), Abroad.East, 1, Now);
        Assert.Equal(group.Standing.Leads.Select(lead => new NoticeWithdrawn(lead, about, 1)), over.Messages);
        var other = new LeadsTold(new(Guid.CreateVersion7()), about, 1);
        Assert.Equal("link.misdirected", group.Receive(other, Abroad.East, 1, Now).No());
    }

    private static Group WithACoLead(Joining joining = Joining.Open)
    {
        return Enumerable.Range(3, 2).Aggregate(
            AGroup(4, joining), (group, n) => group.Join(Person(n), new(Part.CoLead), Known, ByLead, Now).Yes());
    }
}
