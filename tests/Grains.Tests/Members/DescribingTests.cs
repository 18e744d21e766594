using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

public sealed class DescribingTests
{
    private static readonly MemberProfile Newcomer = new() { Name = "Blue jumper, T.", Helps = "A lift home" };
    private static readonly MemberStanding ALead = new(true, false, [TheGroup], [TheGroup], []);
    private static readonly MemberStanding AFellow = new(true, false, [TheGroup], [], []);
    private static readonly Caller ByAnotherLead = By(Person(3));

    [Fact]
    public void Null_clears_what_the_caller_can_see_and_leaving_it_out_does_not()
    {
        var member = AMember();
        Assert.Same(member, Describe(member, new() { Name = "Sam" }, BySam).Yes());
        Assert.Null(Describe(member, new() { Name = "Sam", Helps = null }, BySam).Yes().Profile!.Helps);
        var cleared = Describe(member, new() { Name = "Sam", Contact = null }, ByCoordinator).Yes();
        Assert.Null(cleared.Profile!.Contact);
        Assert.Equal(member.Profile!.Helps, cleared.Profile.Helps);
    }

    [Fact]
    public void A_coordinator_neither_clears_nor_sets_what_helps_somebody_else()
    {
        var member = AMember();
        var read = member.SeenBy(ByCoordinator, Known, 1, Now).Yes();
        var sent = new MemberProfile { Name = "Samira", Contact = read.Contact, Helps = read.Helps };
        var renamed = Describe(member, sent, ByCoordinator).Yes().Profile!;
        Assert.Equal(
            ("Samira", member.Profile!.Contact, member.Profile.Helps), (renamed.Name, renamed.Contact, renamed.Helps));
        Assert.Same(member, Describe(member, new() { Name = "Sam", Helps = "Nothing" }, ByCoordinator).Yes());
    }

    [Fact]
    public void Whoever_wrote_a_newcomer_down_may_send_it_again_but_not_change_it()
    {
        var written = Create(ByLead);
        Assert.Same(written, Describe(written, Newcomer, ByLead, ALead).Yes());
        Assert.Equal("member.not-found", Describe(written, Newcomer with { Name = "T." }, ByLead, ALead).No());
        var answer = written.AnsweredTo(ByLead, Newcomer, 1, Now).Yes();
        Assert.Equal((Newcomer.Name, Newcomer.Helps), (answer.Name, answer.Helps));
    }

    [Fact]
    public void What_the_person_has_changed_since_does_not_reach_whoever_wrote_them_down()
    {
        var changed = Create(ByLead).Recognise(ByStranger, Now).Yes();
        changed = Describe(changed, new() { Name = "Theo", Helps = "Quiet" }, By(Stranger)).Yes();
        Assert.Same(changed, Describe(changed, Newcomer, ByLead, ALead).Yes());
        var answer = changed.AnsweredTo(ByLead, Newcomer, 7, Now).Yes();
        Assert.Equal((Newcomer.Name, Newcomer.Helps, 1), (answer.Name, answer.Helps, answer.Version));
        Assert.Equal((null, null, null), (answer.Groups, answer.Seats, answer.ConsentReceipts));
        Assert.Equal(
            "member.not-found", Describe(changed, new() { Name = "Theo", Helps = "Quiet" }, ByLead, ALead).No());
    }

    [Fact]
    public void For_every_other_lead_a_right_guess_and_a_wrong_one_are_the_same()
    {
        Member[] people = [Create(ByLead), Create(By(Stranger)), Create(By(Stranger)).Erase(By(Stranger), Now).Yes()];
        foreach (var person in people)
        {
            Assert.Equal("member.not-found", Describe(person, Newcomer, ByAnotherLead, ALead).No());
            Assert.Equal("member.not-found", Describe(person, new() { Name = "Robin" }, ByAnotherLead, ALead).No());
        }
    }

    [Fact]
    public void No_refusal_tells_somebody_who_does_not_lead_who_is_here()
    {
        foreach (var person in new[] { new Member(), Create(ByLead), AMember(99).Erase(By(Stranger), Now).Yes() })
            Assert.Equal("access.not-yours", Describe(person, Newcomer, BySam, AFellow).No());
    }

    [Fact]
    public void Neither_a_slip_nor_a_version_tells_a_lead_who_is_here()
    {
        foreach (var person in new[] { new Member(), Create(ByLead), AMember(99).Erase(By(Stranger), Now).Yes() })
        {
            Assert.Equal("member.profile", Describe(person, new() { Name = "" }, ByAnotherLead, ALead).No());
            Assert.Equal(
                "member.not-found",
                person.Describe(Stranger, Newcomer, IfMatch.Exactly(1), 1, ByAnotherLead, ALead, Now).No());
        }
    }

    [Fact]
    public void A_record_belongs_to_whoever_created_it_until_the_person_first_calls()
    {
        var written = Create(ByLead);
        Assert.Equal(Lead, written.Standing.KeptBy);
        Assert.Same(written, written.Recognise(ByLead, Now).Yes());
        var claimed = written.Recognise(By(Stranger), Now.AddDays(1)).Yes();
        Assert.Null(claimed.Standing.KeptBy);
        Assert.Same(claimed, claimed.Recognise(By(Stranger), Now.AddDays(2)).Yes());
        Assert.Null(AMember().Standing.KeptBy);
        Assert.Equal("member.erased", claimed.Erase(By(Stranger), Now).Yes().Recognise(By(Stranger), Now).No());
    }

    private static Member Create(Caller by) => Describe(new(), Newcomer, by, ALead).Yes();

    private static Result<Member> Describe(
        Member member, MemberProfile says, Caller by, MemberStanding? standing = null)
    {
        return member.Describe(
            member.Profile is null && member.ErasedAt is null ? Stranger : member.Id,
            says,
            standing is null ? IfMatch.Any : IfMatch.None,
            member.Profile is null ? 0 : 1,
            by,
            standing ?? Known,
            Now);
    }
}
