using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

public sealed class ViewTests
{
    private static readonly MemberStanding ALead = new(true, false, [TheGroup], [TheGroup], []);

    [Fact]
    public void Whoever_reads_somebody_s_contact_or_needs_leaves_a_trace()
    {
        var seen = Looked(Looked(AMember(consents: Everything), ByLead, Now), ByCoordinator, Now.AddHours(1));
        MemberView[] looks = [
            new($"{Lead}", Now, [PrivateField.Contact, PrivateField.Helps]),
            new("coordinator", Now.AddHours(1), [PrivateField.Contact])];
        Assert.Equal(
            looks.Select(look => (look.By, look.At, string.Join(' ', look.Saw))),
            Views(seen, Now).Select(look => (look.By, look.At, string.Join(' ', look.Saw))));
    }

    [Fact]
    public void Looking_again_that_day_writes_nothing_and_the_next_day_counts_again()
    {
        var once = Looked(AMember(consents: Everything), ByLead, Now);
        Assert.Same(once, Looked(once, ByLead, Now.AddHours(14)));
        // The day is London's: in November that is UTC's.
        Assert.Equal(2, Views(Looked(once, ByLead, Now.AddHours(15)), Now).Length);
    }

    [Fact]
    public void More_seen_on_the_same_day_is_added_to_the_look()
    {
        var some = Looked(AMember(consents: new() { HelpsToLeads = true }), ByLead, Now);
        var says = new MemberProfile { Name = "Sam", Consents = new() { ContactToLeads = true } };
        var more = Looked(some.Describe(Sam, says, IfMatch.Any, 1, BySam, Known, Now).Yes(), ByLead, Now.AddHours(1));
        var look = Assert.Single(Views(more, Now));
        Assert.Equal((Now, 2), (look.At, look.Saw.Length));
    }

    [Fact]
    public void Looks_at_oneself_and_looks_that_show_nothing_private_leave_no_trace()
    {
        var member = AMember(consents: new() { NameToGroups = true });
        Assert.Same(member, Looked(member, BySam, Now));
        Assert.Same(member, Looked(member, ByLead, Now));
    }

    [Fact]
    public void A_look_is_kept_for_a_year_and_four_hundred_of_them_at_most()
    {
        var member = Looked(AMember(consents: Everything), ByLead, Now);
        Assert.Single(Views(member, Now.AddDays(366)));
        Assert.Empty(Views(member, Now.AddDays(366).AddMinutes(1)));
        Assert.Single(Looked(member, ByLead, Now.AddDays(367)).Views);
        for (var lead = 1; lead < 450; lead++) member = Looked(member, By(Person(1000 + lead)), Now.AddMinutes(lead));
        Assert.Equal(400, member.Views.Length);
        Assert.Equal($"{Person(1449)}", member.Views[^1].By);
    }

    [Fact]
    public void Only_the_person_reads_who_looked_and_erasure_wipes_it()
    {
        var member = Looked(AMember(consents: Everything), ByLead, Now);
        foreach (var by in new[] { ByLead, ByCoordinator, ByStranger, Caller.Visitor })
            Assert.Equal("member.not-found", member.ViewsSeenBy(by, Now).No());
        var erased = member.Erase(BySam, Now).Yes();
        Assert.Empty(erased.Views);
        Assert.Equal("member.erased", erased.ViewsSeenBy(BySam, Now).No());
    }

    private static ConsentChanges Everything { get; } =
        new() { NameToGroups = true, ContactToLeads = true, HelpsToLeads = true };

    /// <summary>The person in a group that the caller leads, after the caller has read their record.</summary>
    private static Member Looked(Member member, Caller by, DateTimeOffset now)
    {
        var belongs = member.Note(new(Sam, TheGroup, Part.Member, 3), Now).Yes();
        return belongs.ViewedBy(by, belongs.SeenBy(by, ALead, 1, now).Yes(), now) is var looked
            && ReferenceEquals(looked, belongs) ? member : looked;
    }

    private static System.Collections.Immutable.ImmutableArray<MemberView> Views(Member member, DateTimeOffset now) =>
        member.ViewsSeenBy(BySam, now).Yes();
}
