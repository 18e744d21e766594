using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

public sealed class MemberTests
{
    private static readonly MemberStanding ALead = new(true, false, [TheGroup], [TheGroup], []);
    private static readonly MemberStanding AFellow = new(true, false, [TheGroup], [], []);

    [Fact]
    public void A_person_sees_everything_of_themselves()
    {
        var me = AMember().SeenBy(BySam, Known, 1).Yes();
        Assert.Equal(("Sam", "01632 960001", "A chair by the door"), (me.Name, me.Contact!.Phone, me.Helps));
        Assert.NotNull(me.ConsentReceipts);
    }

    [Fact]
    public void For_strangers_and_leads_of_other_groups_nobody_is_there()
    {
        Assert.Equal("member.not-found", InGroup(AMember()).SeenBy(ByStranger, Known, 1).No());
        Assert.Equal("member.not-found", AMember().SeenBy(ByLead, ALead, 1).No());
        Assert.Equal("member.not-found", AMember().SeenBy(Caller.Visitor, MemberStanding.None, 1).No());
    }

    [Fact]
    public void People_of_the_same_group_see_what_was_agreed_to_and_no_more()
    {
        var agreed = InGroup(AMember(consents: new(NameToGroups: true, ContactToLeads: true, HelpsToLeads: false)));
        var byLead = agreed.SeenBy(ByLead, ALead, 1).Yes();
        Assert.Equal(("Sam", true, null), (byLead.Name, byLead.Contact is not null, byLead.Helps));
        var byFellow = agreed.SeenBy(By(Person(3)), AFellow, 1).Yes();
        Assert.Equal(("Sam", false), (byFellow.Name, byFellow.Contact is not null));
        Assert.Null(InGroup(AMember(consents: new(NameToGroups: false))).SeenBy(ByLead, ALead, 1).Yes().Name);
    }

    [Fact]
    public void A_lead_writes_a_newcomer_down_and_may_send_it_again_but_not_change_it()
    {
        var profile = new MemberProfile { Name = "Blue jumper, T." };
        var written = new Member().Describe(Stranger, profile, IfMatch.None, 0, ByLead, ALead, Now).Yes();
        Assert.Same(written, written.Describe(Stranger, profile, IfMatch.None, 0, ByLead, ALead, Now).Yes());
        Assert.Equal(
            "member.not-found",
            written.Describe(Stranger, profile with { Name = "T." }, IfMatch.Any, 1, ByLead, ALead, Now).No());
        Assert.Equal(
            "access.not-yours", new Member().Describe(Stranger, profile, IfMatch.None, 0, BySam, AFellow, Now).No());
    }

    [Fact]
    public void Consents_given_and_withdrawn_leave_receipts()
    {
        var given = AMember();
        var profile = given.Profile! with { Consents = new(NameToGroups: false, ContactToLeads: true) };
        var changed = given.Describe(Sam, profile, IfMatch.Any, 1, BySam, Known, Now.AddHours(1)).Yes();
        Assert.Equal(
            [("nameToGroups", true), ("nameToGroups", false), ("contactToLeads", true)],
            changed.Receipts.Select(r => (r.What, r.Given)));
    }

    [Fact]
    public void Erasure_leaves_nothing_personal_and_asks_the_groups_to_let_go()
    {
        var erasing = InGroup(AMember()).InARow().Stored(member => member.Erase(BySam, Now));
        var erased = erasing.Record;
        Assert.Null(erased.Profile);
        Assert.Empty(erased.Receipts);
        Assert.Empty(erased.Groups);
        var toGroup = new PersonErased(Sam, "group", TheGroup.Value);
        Assert.Equal([toGroup], erasing.Outbox.Sent<PersonErased>());
        Assert.Same(erased, erased.Erase(BySam, Now.AddDays(1)).Yes());
        Assert.Empty(erasing.Settled(toGroup.Operation, null).Outbox);
        var row = System.Text.Json.JsonSerializer.Serialize(erasing, PeerNetJson.Options);
        Assert.DoesNotContain("Sam", row, StringComparison.Ordinal);
        Assert.DoesNotContain("01632", row, StringComparison.Ordinal);
    }

    [Fact]
    public void Who_is_erased_stays_erased()
    {
        var erased = AMember().Erase(BySam, Now).Yes();
        Assert.Equal(
            "member.erased", erased.Describe(Sam, new() { Name = "Sam" }, IfMatch.Any, 1, BySam, Known, Now).No());
        Assert.Same(erased, erased.Note(new(Sam, TheGroup, Part.Member, 9)).Yes());
        Assert.True(erased.Standing is { Known: true, Erased: true });
    }

    [Fact]
    public void Nobody_erases_somebody_else_but_a_coordinator()
    {
        Assert.Equal("member.not-found", AMember().Erase(ByLead, Now).No());
        Assert.NotNull(AMember().Erase(ByCoordinator, Now).Yes().ErasedAt);
    }

    [Fact]
    public void News_of_a_group_counts_by_its_version_whatever_the_order()
    {
        MembershipChanged[] news =
            [new(Sam, TheGroup, Part.Member, 3), new(Sam, TheGroup, Part.CoLead, 5), new(Sam, TheGroup, null, 8)];
        foreach (var order in (int[][])[[0, 1, 2], [2, 1, 0], [1, 2, 0], [2, 2, 1]])
        {
            var member = order.Aggregate(AMember(), (m, n) => m.Note(news[n]).Yes());
            Assert.Empty(member.Standing.Groups);
        }
    }

    private static Member InGroup(Member member) => member.Note(new(member.Id, TheGroup, Part.Member, 3)).Yes();
}
