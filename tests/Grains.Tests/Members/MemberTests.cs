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
        var me = AMember().SeenBy(BySam, Known, 1, Now).Yes();
        Assert.Equal(("Sam", "01632 960001", "A chair by the door"), (me.Name, me.Contact!.Phone, me.Helps));
        Assert.NotNull(me.ConsentReceipts);
    }

    [Fact]
    public void For_strangers_and_leads_of_other_groups_nobody_is_there()
    {
        Assert.Equal("member.not-found", InGroup(AMember()).SeenBy(ByStranger, Known, 1, Now).No());
        Assert.Equal("member.not-found", AMember().SeenBy(ByLead, ALead, 1, Now).No());
        Assert.Equal("member.not-found", AMember().SeenBy(Caller.Visitor, MemberStanding.None, 1, Now).No());
    }

    [Fact]
    public void People_of_the_same_group_see_what_was_agreed_to_and_no_more()
    {
        var agreed = InGroup(AMember(consents: new() { NameToGroups = true, ContactToLeads = true }));
        var byLead = agreed.SeenBy(ByLead, ALead, 1, Now).Yes();
        Assert.Equal(("Sam", true, null), (byLead.Name, byLead.Contact is not null, byLead.Helps));
        var byFellow = agreed.SeenBy(By(Person(3)), AFellow, 1, Now).Yes();
        Assert.Equal(("Sam", false), (byFellow.Name, byFellow.Contact is not null));
        Assert.Null(
            InGroup(AMember(consents: new() { NameToGroups = false })).SeenBy(ByLead, ALead, 1, Now).Yes().Name);
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
        var toNotices = new PersonErased(Sam, "notices", Sam.Value);
        var toWorries = new PersonErased(Sam, "worries-of", Sam.Value);
        var toSessions = new PersonErased(Sam, "sessions", Sam.Value);
        Assert.Equal([toGroup, toNotices, toWorries, toSessions], erasing.Outbox.Sent<PersonErased>());
        Assert.Same(erased, erased.Erase(BySam, Now.AddDays(1)).Yes());
        var settled = erasing.Settled(toGroup.Operation, null).Settled(toNotices.Operation, null);
        Assert.Empty(settled.Settled(toWorries.Operation, null).Settled(toSessions.Operation, null).Outbox);
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
        Assert.Same(erased, erased.Note(new(Sam, TheGroup, Part.Member, 9), Now).Yes());
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
            var member = order.Aggregate(AMember(), (m, n) => m.Note(news[n], Now).Yes());
            Assert.Empty(member.Standing.Groups);
        }
    }

    [Fact]
    public void An_invitation_opens_nothing_to_those_who_sent_it()
    {
        var agreed = AMember(consents: new() { NameToGroups = true, ContactToLeads = true, HelpsToLeads = true })
            .Note(AnInvitation, Now)
            .Yes();
        Assert.Equal("member.not-found", agreed.SeenBy(ByLead, ALead, 1, Now).No());
        Assert.Equal("member.not-found", agreed.SeenBy(By(Person(3)), AFellow, 1, Now).No());
        Assert.Empty(agreed.Standing.Groups);
    }

    [Fact]
    public void A_person_sees_their_invitations_until_they_expire()
    {
        var invited = AMember().Note(AnInvitation, Now).Yes();
        Assert.Equal([new(TheGroup, Part.Invited)], invited.SeenBy(BySam, Known, 1, Now).Yes().Groups!.Value);
        Assert.Empty(invited.SeenBy(BySam, Known, 1, AnInvitation.Until!.Value).Yes().Groups!.Value);
        Assert.Empty(
            invited.Note(new(Sam, TheGroup, null, 5), Now).Yes().SeenBy(BySam, Known, 1, Now).Yes().Groups!.Value);
    }

    [Fact]
    public void Nothing_is_kept_of_an_invitation_to_nobody()
    {
        var nobody = new Member();
        Assert.Same(nobody, nobody.Receive(AnInvitation, Abroad.West, 1, Now).Yes());
        Assert.Same(nobody, nobody.Receive(AnInvitation with { Part = null, Version = 9 }, Abroad.West, 1, Now).Yes());
        var erased = AMember().Erase(BySam, Now).Yes();
        Assert.Same(erased, erased.Receive(AnInvitation, Abroad.West, 1, Now).Yes());
    }

    [Fact]
    public void Invitations_and_groups_that_were_left_cannot_make_a_record_grow_without_end()
    {
        var invited = Enumerable.Range(1, 150).Aggregate(
            AMember(), (member, n) => member.Note(AnInvitation with { Group = AGroupId(n) }, Now).Yes());
        Assert.Equal(100, invited.Groups.Length);
        Assert.Equal(AGroupId(150), invited.Groups[^1].GroupId);
        var left = Enumerable.Range(1, 250).Aggregate(
            InGroup(AMember()),
            (member, n) => member.Note(new(Sam, AGroupId(n), Part.Member, 1), Now).Yes()
                .Note(new(Sam, AGroupId(n), null, 2), Now).Yes());
        Assert.Equal(201, left.Groups.Length);
        Assert.Equal([TheGroup], left.Standing.Groups);
    }

    [Theory]
    [InlineData(Part.Asked)]
    [InlineData(Part.Invited)]
    public void Erasure_reaches_groups_that_were_only_asked_or_only_invite(Part part)
    {
        var erasing = AMember().Note(new(Sam, TheGroup, part, 3), Now).Yes()
            .InARow().Stored(member => member.Erase(BySam, Now));
        Assert.Equal(
            [
                new(Sam, "group", TheGroup.Value),
                new(Sam, "notices", Sam.Value),
                new(Sam, "worries-of", Sam.Value),
                new(Sam, "sessions", Sam.Value),
            ],
            erasing.Outbox.Sent<PersonErased>());
    }

    private static MembershipChanged AnInvitation { get; } =
        new(Sam, TheGroup, Part.Invited, 4) { Until = Now.AddDays(30) };

    private static GroupId AGroupId(int number) => new(Person(1000 + number).Value);

    private static Member InGroup(Member member) => member.Note(new(member.Id, TheGroup, Part.Member, 3), Now).Yes();
}
