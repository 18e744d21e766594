using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.Practices;
using PeerNet.Grains.Practices;
using static PeerNet.Grains.Tests.Practices.Practices;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Practices;

/// <summary>A practice, from telling it to taking it back.</summary>
public sealed class PracticeTests
{
    [Fact]
    public void Somebody_of_one_of_its_groups_tells_it_and_the_words_stay()
    {
        var told = ATold();
        var same = WeRang with { Groups = [.. WeRang.Groups] };
        Assert.Same(told, told.Tell(ThePractice, same, Found, In(TheGroup), Now).Yes());
        var other = WeRang with { Changed = "Nothing." };
        Assert.Equal("practice.words-stay", told.Tell(ThePractice, other, Found, In(TheGroup), Now).No());
        string No(MemberStanding own) => new Practice().Tell(ThePractice, WeRang, Found, own, Now).No();
        Assert.Equal("practice.group-only", No(In(Bystanders)));
        Assert.Equal("member.not-found", No(MemberStanding.None));
        var erased = In(TheGroup) with { Erased = true };
        Assert.Equal("member.erased", No(erased));
    }

    [Fact]
    public void The_leads_of_each_group_hear_that_it_waits_until_one_of_them_agrees()
    {
        var telling = new Practice().Tell(ThePractice, WeRang, Found, In(TheGroup), Now);
        Assert.Empty(telling.Messages.OfType<PracticeTold>());
        Assert.All(telling.Messages.OfType<LeadsTold>(), one =>
            Assert.Equal((NoticeKind.PracticeToAgree, false), (one.About.Kind, one.IsWithdrawn)));
        var agreeing = telling.Yes().Agree(TheGroup, Leads, BySam, Now);
        var over = Assert.Single(agreeing.Messages.OfType<LeadsTold>());
        Assert.Equal((TheGroup, ThePractice, true), (over.Group, over.About.PracticeId, over.IsWithdrawn));
        // Whoever names a group does not keep it from being asked; its own lead does.
        Assert.Equal(TheGroup, Assert.Single(agreeing.Messages.OfType<PracticeTold>()).Group);
        var back = agreeing.Yes().Withdraw(Leads, BySam);
        Assert.Equal(Neighbours, Assert.IsType<LeadsTold>(Assert.Single(back.Messages)).Group);
    }

    [Fact]
    public void Each_of_its_groups_can_be_found_by_whoever_tells_it()
    {
        var telling = new Practice().Tell(ThePractice, WeRang, [TheGroup, Bystanders], In(TheGroup), Now);
        Assert.True(telling.Refused(out var refusal, out _));
        Assert.Equal(("practice.field", "groups"), (refusal.Code, refusal.Field));
        // What was told stays told, whatever became of a group.
        var told = ATold();
        Assert.Same(told, told.Tell(ThePractice, WeRang, [TheGroup], In(TheGroup), Now).Yes());
    }

    [Fact]
    public void It_is_hidden_from_everybody_else_until_a_lead_of_each_group_agrees()
    {
        var half = ATold().Agree(TheGroup, Leads, BySam, Now).Yes();
        Assert.Equal(PracticeState.Told, half.State);
        Assert.Same(half, half.Agree(TheGroup, Leads, BySam, Now.AddDays(1)).Yes());
        Assert.Equal("practice.not-found", half.SeenBy(BySam, In(Bystanders)).No());
        Assert.Equal("practice.not-found", half.SeenBy(ByCoordinator, Known).No());
        Assert.Equal("practice.not-found", half.Thank(Bystanders, In(Bystanders), BySam).No());
        Assert.Equal("practice.leads-only", half.Agree(Neighbours, In(Neighbours), BySam, Now).No());
        Assert.Equal("practice.leads-only", half.Agree(Neighbours, Leads, BySam, Now).No());
        Assert.Equal("practice.leads-only", half.Agree(Bystanders, Leading(TheGroup, Bystanders), BySam, Now).No());
        Assert.Equal([TheGroup], half.SeenBy(BySam, In(Neighbours)).Yes().Agreed);
        var shown = half.Agree(Neighbours, LeadsNeighbours, BySam, Now.AddDays(2)).Yes();
        Assert.Equal((PracticeState.Shown, Now.AddDays(2)), (shown.State, shown.ShownAt));
        Assert.Equal(WeRang, shown.SeenBy(ByCoordinator, Known).Yes().Told);
    }

    [Fact]
    public void Another_group_says_thank_you_once_and_below_four_they_are_a_few()
    {
        var once = AShown().Thank(Bystanders, In(Bystanders), BySam).Yes();
        Assert.Same(once, once.Thank(Bystanders, In(Bystanders), BySam).Yes());
        Assert.Equal("practice.own", once.Thank(TheGroup, Leads, BySam).No());
        Assert.Equal("practice.group-only", once.Thank(Bystanders, Leads, BySam).No());
        Assert.Equal("practice.state", ATold().Thank(Bystanders, In(TheGroup, Bystanders), BySam).No());
        var four = Enumerable.Range(1, 3)
            .Select(number => new PeerNet.Contracts.Groups.GroupId(Person(700 + number).Value))
            .Aggregate(once, (practice, group) => practice.Thank(group, In(group), BySam).Yes());
        Assert.Equal(new FewOrMore(true, null), once.SeenBy(BySam, Known).Yes().Thanks);
        Assert.Equal(new FewOrMore(true, 4), four.SeenBy(BySam, Known).Yes().Thanks);
        Assert.Equal([Bystanders], four.SeenBy(BySam, In(Bystanders)).Yes().ThanksOfMine);
        Assert.Empty(four.SeenBy(BySam, Known).Yes().ThanksOfMine);
    }

    [Fact]
    public void One_group_takes_it_back_for_everybody_and_for_good()
    {
        Assert.Equal("practice.leads-only", AShown().Withdraw(In(Neighbours), BySam).No());
        Assert.Equal("practice.leads-only", AShown().Withdraw(Leading(Bystanders), BySam).No());
        var back = AShown().Withdraw(LeadsNeighbours, BySam);
        Assert.True(back.IsWiped);
        var gone = back.Yes();
        Assert.Same(gone, gone.Withdraw(Leads, BySam).Yes());
        Assert.Equal("practice.not-found", gone.SeenBy(BySam, In(Bystanders)).No());
        var tombstone = gone.SeenBy(BySam, In(TheGroup)).Yes();
        Assert.Equal((PracticeState.Withdrawn, null), (tombstone.State, tombstone.Told));
        Assert.Equal("practice.words-stay", gone.Tell(ThePractice, WeRang, Found, In(TheGroup), Now).No());
        Assert.Equal("practice.state", gone.Agree(TheGroup, Leads, BySam, Now).No());
    }

    [Fact]
    public void A_coordinator_withdraws_what_everybody_can_read_and_nothing_else()
    {
        Assert.Equal("practice.not-found", ATold().Withdraw(Known, ByCoordinator).No());
        var gone = AShown().Withdraw(Known, ByCoordinator).Yes();
        Assert.Equal(PracticeState.Withdrawn, gone.State);
        Assert.Same(gone, gone.Withdraw(Known, ByCoordinator).Yes());
        Assert.Null(gone.SeenBy(ByCoordinator, Known).Yes().Told);
        // What was never shown was never there for them.
        var refused = ATold().Withdraw(LeadsNeighbours, BySam).Yes();
        Assert.Equal("practice.not-found", refused.SeenBy(ByCoordinator, Known).No());
        Assert.Equal("practice.not-found", refused.Withdraw(Known, ByCoordinator).No());
    }

    [Fact]
    public void What_somebody_can_do_with_it_is_what_they_are_not_refused()
    {
        MemberStanding[] anybody =
            [Leads, LeadsNeighbours, In(TheGroup), In(Bystanders), Leading(Neighbours, Bystanders), Known];
        foreach (var by in new[] { BySam, ByCoordinator })
        foreach (var own in anybody)
        foreach (var practice in new[] { ATold(), AShown(), AShown().Withdraw(Leads, BySam).Yes() })
        {
            if (practice.SeenBy(by, own).Refused(out _, out var seen)) continue;
            Assert.All([TheGroup, Neighbours, Bystanders], group =>
            {
                var agrees = Changes(practice, practice.Agree(group, own, by, Now));
                Assert.Equal(agrees, seen.Yours.AgreeFor.Contains(group));
                Assert.Equal(Changes(practice, practice.Thank(group, own, by)), seen.Yours.ThankFor.Contains(group));
            });
            Assert.Equal(Changes(practice, practice.Withdraw(own, by)), seen.Yours.CanWithdraw);
        }
    }

    public static TheoryData<string, object> Wrong => new()
    {
        { "weDid", WeRang with { WeDid = " " } },
        { "changed", WeRang with { Changed = "" } },
        { "wasHard", WeRang with { WasHard = new string('x', 1001) } },
        { "groups", WeRang with { Groups = [] } },
        { "groups", WeRang with { Groups = default } },
        { "groups", WeRang with { Groups = [TheGroup, TheGroup] } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void Each_field_has_its_rule(string field, object practice)
    {
        var told = new Practice().Tell(ThePractice, (TellPractice)practice, Found, In(TheGroup), Now);
        Assert.True(told.Refused(out var refusal, out _));
        Assert.Equal(("practice.field", field), (refusal.Code, refusal.Field));
        Assert.Null(ATold(WeRang with { WasHard = null }).Told!.WasHard);
    }

    [Fact]
    public void An_ID_that_nobody_has_used_is_not_found()
    {
        var practice = new Practice();
        Assert.Equal("practice.not-found", practice.SeenBy(BySam, Leads).No());
        Assert.Equal("practice.not-found", practice.Agree(TheGroup, Leads, BySam, Now).No());
        Assert.Equal("practice.not-found", practice.Thank(TheGroup, Leads, BySam).No());
        Assert.Equal("practice.not-found", practice.Withdraw(Leads, ByCoordinator).No());
    }

    private static bool Changes(Practice practice, PeerNet.Grains.Durability.Next<Practice> result) =>
        !result.Refused(out _, out var next) && !ReferenceEquals(practice, next);
}
