using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>Raising a barrier, saying "us too", and withdrawing it.</summary>
public sealed class RaisingTests
{
    [Fact]
    public void Somebody_raises_it_for_their_group_and_nobody_sees_who()
    {
        var barrier = ABarrier();
        Assert.Same(barrier, barrier.Raised(WeWait).Yes());
        var seen = barrier.Seen();
        Assert.Equal((WeWait, Housing.Name, BarrierState.Raised), (seen.Raised, seen.RoleName, seen.State));
        Assert.Null(seen.DaysOver);
        Assert.Equal("barrier.differs", barrier.Raised(WeWait with { Text = "Another" }).No());
    }

    [Fact]
    public void Only_somebody_of_the_group_raises_it()
    {
        Assert.Equal("barrier.group-only", new Barrier().Raised(WeWait, Known).No());
        Assert.Equal("member.not-found", new Barrier().Raised(WeWait, Known with { Known = false }).No());
        Assert.Equal("member.erased", new Barrier().Raised(WeWait, OfTheGroup with { Erased = true }).No());
    }

    [Fact]
    public void It_is_put_to_a_role_and_at_a_gathering_of_the_group_if_at_one()
    {
        var nobody = RoleStanding.None;
        Assert.Equal(
            "barrier.field", new Barrier().Raise(TheBarrier, WeWait, nobody, true, OfTheGroup, Now).No());
        Assert.Equal(
            "barrier.field", new Barrier().Raise(TheBarrier, WeWait, Housing, false, OfTheGroup, Now).No());
        Assert.Equal("barrier.field", new Barrier().Raised(WeWait with { Text = " " }).No());
    }

    [Theory]
    [InlineData(0, false, null)]
    [InlineData(3, true, null)]
    [InlineData(4, true, 4)]
    public void Fewer_than_four_groups_are_a_few(int groups, bool isAny, int? number)
    {
        var barrier = ABarrier().WithUsToo(groups);
        Assert.Equal(new FewOrMore(isAny, number), barrier.Seen().UsToo);
    }

    [Fact]
    public void A_group_says_us_too_once_and_not_of_its_own_barrier()
    {
        var four = ABarrier().WithUsToo(4);
        Assert.Same(four, four.SayUsToo(SomeGroup(2), Of(SomeGroup(2))).Yes());
        Assert.Equal("barrier.own", four.SayUsToo(TheGroup, OfTheGroup).No());
        Assert.Equal("barrier.group-only", four.SayUsToo(SomeGroup(9), OfTheGroup).No());
        Assert.Equal("barrier.not-found", new Barrier().SayUsToo(TheGroup, OfTheGroup).No());
        var mine = four.SeenBy(BySam, Of(SomeGroup(2), SomeGroup(8)), Housing, Now).Yes();
        Assert.Equal([SomeGroup(2)], mine.UsTooOfMine);
    }

    [Fact]
    public void Withdrawing_takes_every_word_and_the_limit_forgets_it()
    {
        var barrier = ABarrier().WithUsToo(2).Given(Cannot).Yes().More("We asked again.").Yes();
        Assert.Equal("barrier.leads-only", barrier.Withdraw(OfTheGroup, BySam).No());
        Assert.Equal("barrier.leads-only", barrier.Withdraw(Leading(SomeGroup(1)), BySam).No());
        Assert.Equal("barrier.not-found", new Barrier().Withdraw(Known, ByCoordinator).No());
        var next = barrier.Withdraw(Leading(TheGroup), ByLead);
        Assert.Equal([new LimitCited(TheLimit, TheBarrier, TheGroup, IsWithdrawn: true)], next.Messages);
        Assert.True(next.IsWiped);
        var withdrawn = next.Yes();
        Assert.Equal(new BarrierDetails { Id = TheBarrier, State = BarrierState.Withdrawn }.ToString(),
            withdrawn.Seen().ToString());
        Assert.Same(withdrawn, withdrawn.Withdraw(Known, ByCoordinator).Yes());
        Assert.Equal("barrier.differs", withdrawn.Raised(WeWait).No());
        Assert.Equal("barrier.not-found", withdrawn.Given(Can).No());
    }
}
