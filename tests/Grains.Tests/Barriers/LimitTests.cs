using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Notices;
using PeerNet.Grains.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>What a role says is in its way, and what becomes of it.</summary>
public sealed class LimitTests
{
    [Fact]
    public void The_role_claims_it_and_what_it_says_stays()
    {
        var limit = ALimit();
        Assert.Same(limit, limit.Claim(TheLimit, TheAct, Housing, Known, ByHolder, Now).Yes());
        var other = TheAct with { What = "Another" };
        Assert.Equal("limit.words-stay", limit.Claim(TheLimit, other, Housing, Known, ByHolder, Now).No());
        Assert.Equal("role.holder-only", new Limit().Claim(TheLimit, TheAct, Housing, Known, BySam, Now).No());
        Assert.Equal("role.two-hats", new Limit().Claim(TheLimit, TheAct, Housing, OfTheGroup, ByHolder, Now).No());
        Assert.Equal("limit.not-found", new Limit().Seen().No());
    }

    [Fact]
    public void A_law_needs_its_source_and_a_habit_does_not()
    {
        var unsaid = TheAct with { Source = null, Section = null };
        Assert.Equal("limit.needs-source", new Limit().Claim(TheLimit, unsaid, Housing, Known, ByHolder, Now).No());
        Assert.Equal(LimitState.Claimed, ALimit(unsaid with { Kind = LimitKind.Habit }).State);
    }

    [Fact]
    public void It_is_checked_and_disputed_and_the_claim_never_changes()
    {
        var check = new CheckLimit("The law centre", "They read the Act with us.");
        Assert.Equal("access.coordinators-only", ALimit().Check(check, BySam, Now).No());
        var known = ALimit().Check(check, ByCoordinator, Now).Yes();
        Assert.Same(known, known.Check(check, ByCoordinator, Now).Yes());
        var disputed = known.Dispute(TheGroup, new("Another council reads it differently."), OfTheGroup, Now).Yes();
        Assert.Equal((LimitState.Checked, LimitState.Disputed), (known.State, disputed.State));
        Assert.Same(disputed,
            disputed.Dispute(TheGroup, new("Another council reads it differently."), OfTheGroup, Now).Yes());
        Assert.Equal("limit.words-stay", disputed.Dispute(TheGroup, new("Other words"), OfTheGroup, Now).No());
        Assert.Equal("barrier.group-only", disputed.Dispute(SomeGroup(1), new("No"), OfTheGroup, Now).No());
        var again = disputed.Check(check, ByCoordinator, Now).Yes().Seen().Yes();
        Assert.Equal((TheAct, 2, 1), (again.Claim, again.Checks.Length, again.Disputes.Length));
    }

    [Fact]
    public void A_coordinator_takes_a_name_out_wherever_it_was_said_and_nothing_else_changes()
    {
        var claim = TheAct with
        {
            What = "Robin says no", Source = "Letter of Robin", Section = "Robin 2", WhoseRule = "That of Robin",
            WouldHaveToChange = "Robin would have to go",
        };
        var limit = ALimit(claim).Dispute(TheGroup, new("Ask Robin"), OfTheGroup, Now).Yes()
            .Check(new("Robin", "Robin read it"), ByCoordinator, Now).Yes()
            .Change(new("Robin has gone"), Housing, ByHolder).Yes();
        var taken = limit.TakeOut(new("robin"), ByCoordinator).Yes();
        Assert.DoesNotContain("Robin", System.Text.Json.JsonSerializer.Serialize(taken), StringComparison.Ordinal);
        Assert.Equal("Ask [taken out]", taken.Disputes[0].Why);
        Assert.Equal((limit.State, limit.ClaimedAt), (taken.State, taken.ClaimedAt));
        Assert.Same(taken, taken.TakeOut(new("Robin"), ByCoordinator).Yes());
        Assert.Equal("access.coordinators-only", limit.TakeOut(new("Robin"), ByHolder).No());
        Assert.Equal("limit.field", limit.TakeOut(new(new('x', 41)), ByCoordinator).No());
        Assert.Equal("limit.not-found", new Limit().TakeOut(new("Robin"), ByCoordinator).No());
    }

    [Fact]
    public void Each_group_hears_once_that_it_has_changed()
    {
        GroupId[] groups = [TheGroup, SomeGroup(1), SomeGroup(2)];
        var cited = groups.Index()
            .Aggregate(ALimit(), (limit, group) => limit.CitedBy(group.Index, group.Item).Yes())
            .CitedBy(3, TheGroup).Yes();
        Assert.Equal("role.holder-only", cited.Change(new("A new policy."), Housing, BySam).No());
        var change = cited.Change(new("A new policy."), Housing, ByHolder);
        Assert.Equal(groups, change.Messages.OfType<LeadsTold>().Select(told => told.Group));
        Assert.All(change.Messages.OfType<LeadsTold>(), told =>
            Assert.Equal((NoticeKind.LimitChanged, TheLimit), (told.About.Kind, told.About.LimitId)));
        var changed = change.Yes();
        Assert.Same(changed, changed.Change(new("A new policy."), Housing, ByCoordinator).Yes());
        Assert.Empty(changed.Change(new("A new policy."), Housing, ByHolder).Messages);
        Assert.All(groups.Index(), group => Assert.Empty(changed.CitedBy(10 + group.Index, group.Item).Messages));
        Assert.Equal("limit.changed", changed.Change(new("Another"), Housing, ByCoordinator).No());
        Assert.Equal("limit.changed", changed.Dispute(TheGroup, new("No"), OfTheGroup, Now).No());
        Assert.Equal("limit.changed", changed.Check(new("A", "B"), ByCoordinator, Now).No());
        Assert.Equal(TheAct, changed.Seen().Yes().Claim);
    }

    [Fact]
    public void A_barrier_that_arrives_after_the_change_is_told_too()
    {
        var changed = ALimit().CitedBy(1, TheGroup).Yes().Change(new("Done."), Housing, ByHolder).Yes();
        Assert.Empty(changed.CitedBy(2, TheGroup).Messages);
        Assert.Single(changed.CitedBy(3, SomeGroup(1)).Messages);
    }

    [Fact]
    public void It_counts_barriers_in_figures_once_four_groups_are_behind_them()
    {
        var three = Enumerable.Range(1, 6).Aggregate(
            ALimit(), (limit, number) => limit.CitedBy(number, SomeGroup(number % 3)).Yes());
        Assert.Equal(new FewOrMore(true, null), three.Seen().Yes().Barriers);
        var four = three.CitedBy(7, TheGroup).Yes();
        Assert.Same(four, four.CitedBy(7, TheGroup).Yes());
        Assert.Equal(new FewOrMore(true, 7), four.Seen().Yes().Barriers);
        var withdrawn = four.CitedBy(7, TheGroup, isWithdrawn: true).Yes();
        Assert.Equal(new FewOrMore(true, null), withdrawn.Seen().Yes().Barriers);
    }
}
