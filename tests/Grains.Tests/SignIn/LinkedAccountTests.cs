using PeerNet.Contracts;
using PeerNet.Contracts.SignIn;
using PeerNet.Grains.SignIn;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.SignIn;

public sealed class LinkedAccountTests
{
    private static readonly AccountDigest One = AccountDigest.Of("https://login.example.invalid", "1");
    private static readonly AccountDigest Other = AccountDigest.Of("https://login.example.invalid", "2");
    private static readonly MemberSessions Linked = new MemberSessions().LinkAccount(One, Caller.Area, Now);

    [Fact]
    public void An_account_is_linked_by_the_area_alone_in_place_of_an_earlier_one()
    {
        Assert.True(Linked.HasAccount(One));
        Assert.Same(Linked, Linked.LinkAccount(One, Caller.Area, Now.AddDays(1)));
        foreach (var by in new[] { BySam, ByStranger, ByCoordinator, Caller.Visitor })
            Assert.Same(Linked, Linked.LinkAccount(Other, by, Now));
        var other = Linked.LinkAccount(Other, Caller.Area, Now);
        Assert.False(other.HasAccount(One));
        Assert.True(other.HasAccount(Other));
    }

    [Fact]
    public void The_person_alone_sees_and_ends_the_link_and_when_it_was_used()
    {
        var used = Linked.UseAccount(One, Now.AddDays(1));
        Assert.Equal(new(Now, Now.AddDays(1)), used.AccountSeenBy(BySam, Sam));
        Assert.Equal(new(Now, null), Linked.AccountSeenBy(BySam, Sam));
        Assert.Same(Linked, Linked.UseAccount(Other, Now));
        foreach (var by in new[] { ByStranger, ByCoordinator, Caller.Visitor, Caller.Area })
        {
            Assert.Null(Linked.AccountSeenBy(by, Sam));
            Assert.Same(Linked, Linked.UnlinkAccount(Sam, by));
        }
        var ended = used.UnlinkAccount(Sam, BySam);
        Assert.False(ended.HasAccount(One));
        Assert.Null(ended.AccountSeenBy(BySam, Sam));
        Assert.Same(ended, ended.UnlinkAccount(Sam, BySam));
        Assert.Same(ended, ended.UseAccount(One, Now));
    }

    [Fact]
    public void Ending_everything_and_being_erased_end_the_link()
    {
        var none = Linked.EndAll(Sam, BySam, Now);
        Assert.False(none.HasAccount(One));
        Assert.Same(none, none.EndAll(Sam, BySam, Now));
        Assert.Null(Linked.Forget(Sam, new("east-sussex"), Now).Yes().Account);
    }

    [Fact]
    public void A_digest_tells_issuers_and_their_accounts_apart()
    {
        Assert.NotEqual(One, Other);
        Assert.NotEqual(One, AccountDigest.Of("https://another.example.invalid", "1"));
        Assert.Equal(One, AccountDigest.Of("https://login.example.invalid", "1"));
        Assert.DoesNotContain("login", One.Text, StringComparison.Ordinal);
    }
}
