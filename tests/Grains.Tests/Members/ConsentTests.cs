using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Members;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Members;

public sealed class ConsentTests
{
    private static readonly MemberStanding ALead = new(true, false, [TheGroup], [TheGroup], []);

    [Fact]
    public void Silence_is_no_consent()
    {
        var silent = AMember();
        Assert.Equal(new(false, false, false), silent.Profile!.Consents);
        Assert.Empty(silent.Receipts);
    }

    [Fact]
    public void Consents_given_and_withdrawn_leave_receipts()
    {
        var given = AMember(consents: new() { NameToGroups = true });
        var changed = Says(given, new() { NameToGroups = false, ContactToLeads = true }, BySam, Now.AddHours(1));
        Assert.Equal(
            [
                new("nameToGroups", true, Now, Sam, ConsentChannel.SignedIn),
                new("nameToGroups", false, Now.AddHours(1), Sam, ConsentChannel.SignedIn),
                new("contactToLeads", true, Now.AddHours(1), Sam, ConsentChannel.SignedIn),
            ],
            changed.Receipts);
    }

    [Fact]
    public void What_is_left_out_stays_as_it_is()
    {
        var agreed = AMember(consents: Each(true));
        Assert.Same(agreed, Says(agreed, new(), BySam, name: "Sam"));
        Assert.Same(agreed, Says(agreed, new(), BySam));
        Assert.Equal(new(true, false, true), Says(agreed, new() { ContactToLeads = false }, BySam).Profile!.Consents);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Nobody_switches_another_person_s_consent_on_or_off(bool agreed)
    {
        var member = AMember(consents: Each(agreed));
        var renamed = Says(member, Each(!agreed), ByCoordinator, name: "Samira");
        Assert.Equal(
            ("Samira", member.Profile!.Consents, member.Receipts),
            (renamed.Profile!.Name, renamed.Profile.Consents, renamed.Receipts));
    }

    [Fact]
    public void Whoever_writes_somebody_down_says_whom_they_heard()
    {
        foreach (var (by, standing) in new[] { (ByLead, ALead), (ByCoordinator, MemberStanding.None) })
        {
            var says = new MemberProfile { Name = "T.", Consents = new() { NameToGroups = true } };
            var written = new Member().Describe(Stranger, says, IfMatch.None, 0, by, standing, Now).Yes();
            Assert.Equal([new("nameToGroups", true, Now, by.Member, ConsentChannel.Heard)], written.Receipts);
        }
    }

    [Fact]
    public void Belonging_to_a_group_without_a_sign_in_leaves_a_receipt_of_who_heard_it_and_of_its_end()
    {
        var joined = AMember().Note(new(Sam, TheGroup, Part.Member, 3) { HeardBy = Lead }, Now).Yes();
        var left = joined.Note(new(Sam, TheGroup, null, 4), Now.AddDays(1)).Yes();
        Assert.Equal(
            [
                new($"group/{TheGroup}", true, Now, Lead, ConsentChannel.Heard),
                new($"group/{TheGroup}", false, Now.AddDays(1), null, ConsentChannel.Ended),
            ],
            left.Receipts);
        var byThemselves = joined.Note(new(Sam, TheGroup, null, 4) { IsOwnWish = true }, Now.AddDays(1)).Yes();
        Assert.Equal(
            new($"group/{TheGroup}", false, Now.AddDays(1), Sam, ConsentChannel.SignedIn), byThemselves.Receipts[^1]);
        Assert.Equal(2, left.Note(new(Sam, TheGroup, null, 5), Now).Yes().Receipts.Length);
        Assert.Empty(AMember().Note(new(Sam, TheGroup, Part.Member, 3), Now).Yes().Receipts);
    }

    [Fact]
    public void A_record_keeps_five_hundred_receipts_and_the_latest_word_on_each_consent()
    {
        var member = AMember(consents: new() { NameToGroups = true });
        for (var n = 0; n < 600; n++) member =
            Says(member, new() { ContactToLeads = n % 2 == 0 }, BySam, Now.AddMinutes(n));
        Assert.Equal(500, member.Receipts.Length);
        Assert.Equal(new("nameToGroups", true, Now, Sam), member.Receipts[0]);
        Assert.Equal(Now.AddMinutes(599), member.Receipts[^1].At);
    }

    private static ConsentChanges Each(bool given) =>
        new() { NameToGroups = given, ContactToLeads = given, HelpsToLeads = given };

    private static Member Says(
        Member member, ConsentChanges changes, Caller by, DateTimeOffset? now = null, string name = "Sam")
    {
        var says = new MemberProfile { Name = name, Consents = changes };
        return member.Describe(Sam, says, IfMatch.Any, 1, by, Known, now ?? Now).Yes();
    }
}
