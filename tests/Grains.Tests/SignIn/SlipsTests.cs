using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Grains.SignIn;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.SignIn;

public sealed class SlipsTests
{
    private static readonly Guid Attempt = Guid.CreateVersion7();

    private static readonly MemberStanding Kept = Known with { KeptBy = Lead };

    private static readonly Slips One = Made(new(), "aa", Sam, Now);

    [Fact]
    public void A_slip_is_made_only_by_whoever_created_a_record_that_nobody_has_claimed()
    {
        Assert.Equal(Sam, One.Find("aa", Now));
        Assert.Same(One, Made(One, "aa", Sam, Now.AddDays(1)));
        foreach (var by in new[] { ByStranger, ByCoordinator, BySam, Caller.Visitor, Caller.Area })
            Assert.Equal("member.not-found", One.Make("bb", Sam, Kept, by, Now).No());
        foreach (var standing in new[] { Kept with { KeptBy = null }, MemberStanding.None })
            Assert.Equal("member.not-found", One.Make("bb", Sam, standing, ByLead, Now).No());
    }

    [Fact]
    public void A_new_slip_ends_the_one_before_and_no_other()
    {
        var other = Made(One, "bb", Person(3), Now);
        var next = Made(other, "cc", Sam, Now);
        Assert.Null(next.Find("aa", Now));
        Assert.Equal(Person(3), next.Find("bb", Now));
        Assert.Equal(Sam, next.Find("cc", Now));
    }

    [Fact]
    public void A_slip_works_for_28_days_and_is_then_forgotten()
    {
        var end = Now.AddDays(28);
        Assert.Equal(Sam, One.Find("aa", end.AddTicks(-1)));
        Assert.Null(One.Find("aa", end));
        Assert.Same(One, One.Use("aa", Attempt, end));
        Assert.Equal(["bb"], Made(One, "bb", Person(3), end).All.Select(slip => slip.Digest));
    }

    [Fact]
    public void A_slip_is_used_once_and_only_the_same_attempt_gets_the_answer_again()
    {
        var used = One.Use("aa", Attempt, Now);
        Assert.Equal(Sam, used.ClaimedBy("aa", Attempt, Now));
        Assert.Null(used.Find("aa", Now));
        Assert.Same(used, used.Use("aa", Guid.CreateVersion7(), Now));
        Assert.Null(used.ClaimedBy("aa", Guid.CreateVersion7(), Now));
        Assert.Same(used, used.Use("aa", Attempt, Now));
        Assert.Equal(Sam, used.ClaimedBy("aa", Attempt, Now + Slip.Repeat - TimeSpan.FromTicks(1)));
        Assert.Null(used.ClaimedBy("aa", Attempt, Now + Slip.Repeat));
        Assert.Same(One, One.Use("bb", Attempt, Now));
    }

    [Fact]
    public void However_many_slips_are_made_the_row_stays_small()
    {
        var many = Enumerable.Range(10, Slips.MaxSlips + 1)
            .Aggregate(new Slips(), (all, number) => Made(all, $"{number}", Person(number), Now));
        Assert.Equal(Slips.MaxSlips, many.All.Length);
        Assert.Null(many.Find("10", Now));
        Assert.Equal(Person(11), many.Find("11", Now));
    }

    [Fact]
    public void Whoever_makes_the_most_slips_ends_their_own_oldest_and_nobody_else_s()
    {
        var many = Enumerable.Range(10, Slips.MaxSlips + 50)
            .Aggregate(One, (all, number) => Made(all, $"{number}", Person(number), Now, Stranger));
        Assert.Equal(Slips.MaxSlips, many.All.Length);
        Assert.Equal(Sam, many.Find("aa", Now));
        Assert.Null(many.Find("60", Now));
        Assert.Equal(Person(61), many.Find("61", Now));
        var others = Made(many, "bb", Person(3), Now);
        Assert.Equal((Sam, Person(3)), (others.Find("aa", Now), others.Find("bb", Now)));
        Assert.Null(others.Find("61", Now));
    }

    private static Slips Made(
        Slips slips, string digest, MemberId member, DateTimeOffset now, MemberId? keeper = null)
    {
        var by = keeper ?? Lead;
        return slips.Make(digest, member, Known with { KeptBy = by }, By(by), now).Yes();
    }
}
