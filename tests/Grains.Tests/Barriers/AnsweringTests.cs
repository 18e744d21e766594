using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Grains.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>What the role that was asked says, and when it is over.</summary>
public sealed class AnsweringTests
{
    [Fact]
    public void Only_the_role_that_was_asked_says_anything()
    {
        var barrier = ABarrier();
        foreach (var by in new[] { BySam, ByLead, ByCoordinator })
        {
            Assert.Equal("role.holder-only", barrier.HeardBy(Today, by).No());
            Assert.Equal("role.holder-only", barrier.Given(Can, by: by).No());
            Assert.Equal("role.holder-only", barrier.Given(Can).Yes().More("More", by: by).No());
        }
        Assert.Equal("barrier.not-found", new Barrier().HeardBy(Today).No());
    }

    [Fact]
    public void Nobody_answers_with_a_record_that_belongs_to_a_group()
    {
        var hat = OfTheGroup;
        Assert.Equal("role.two-hats", ABarrier().Hear(new(Today), Housing, hat, ByHolder, Now).No());
        Assert.Equal("role.two-hats", ABarrier().Give(Answered(1), Can, null, Housing, hat, ByHolder, Now).No());
    }

    [Fact]
    public void Nobody_who_coordinates_answers_because_they_see_everybody()
    {
        var both = ByHolder with { Role = CallerRole.Coordinator };
        Assert.Equal("role.two-hats", ABarrier().HeardBy(Today, both).No());
        Assert.Equal("role.two-hats", new Limit().Claim(TheLimit, TheAct, Housing, Known, both, Now).No());
        Assert.False(ABarrier().SeenBy(both, Known, Housing, Now).Yes().IsForMe);
    }

    [Fact]
    public void Whoever_has_said_no_can_answer_again_once_something_has_changed()
    {
        var refused = ABarrier().Given(Cannot).Yes();
        Assert.Equal([Cannot, Can], refused.Given(Can, number: 2).Yes().Seen().Answers.Select(answer => answer.Says));
    }

    [Fact]
    public void A_day_that_the_role_has_named_stays_and_is_counted_once_it_is_over()
    {
        var barrier = ABarrier().HeardBy(Today.AddDays(10)).Yes();
        Assert.Same(barrier, barrier.HeardBy(Today.AddDays(10)).Yes());
        Assert.Equal("barrier.state", barrier.HeardBy(Today.AddDays(20)).No());
        Assert.Null(barrier.Seen(days: 10).DaysOver);
        Assert.Equal(1, barrier.Seen(days: 11).DaysOver);
        Assert.Equal(12, barrier.Seen(days: 22).DaysOver);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(93)]
    public void An_answer_comes_within_three_months(int days) =>
        Assert.Equal("barrier.field", ABarrier().HeardBy(Today.AddDays(days)).No());

    [Fact]
    public void A_no_rests_on_one_limit_and_nothing_else_does()
    {
        Assert.Equal("barrier.needs-limit", ABarrier().Given(Cannot with { LimitId = null }).No());
        var unknown = ABarrier().Give(Answered(1), Cannot, null, Housing, Known, ByHolder, Now);
        Assert.Equal("barrier.needs-limit", unknown.No());
        Assert.Equal("barrier.field", ABarrier().Given(Can with { LimitId = TheLimit }).No());
        var changed = ALimit().Change(new("A new policy."), Housing, ByHolder).Yes().Seen().Yes();
        Assert.Equal("barrier.limit-changed", ABarrier().Given(Cannot, limit: changed).No());
        var answered = ABarrier().Given(Cannot);
        Assert.Equal([new LimitCited(TheLimit, TheBarrier, TheGroup)], answered.Messages);
        Assert.Empty(ABarrier().Given(Can).Messages);
    }

    [Fact]
    public void Yes_and_dont_know_name_a_day_and_the_others_none()
    {
        Assert.Equal("barrier.field", ABarrier().Given(Can with { By = null }).No());
        Assert.Equal("barrier.field", ABarrier().Given(DontKnowYet with { By = null }).No());
        Assert.Equal("barrier.field", ABarrier().Given(Cannot with { By = Today }).No());
        Assert.Equal("barrier.field", ABarrier().Given(Can with { By = Today.AddDays(-1) }).No());
        Assert.Equal("barrier.field", ABarrier().Given(Can with { By = Today.AddDays(732) }).No());
        Assert.Equal("barrier.field", ABarrier().Given(Can with { WhatICan = " " }).No());
        Assert.Null(ABarrier().HeardBy(Today).Yes().Given(Cannot).Yes().Seen(days: 9).DaysOver);
    }

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    [InlineData("\u200b")]
    [InlineData("\u2800\u00ad")]
    public void An_answer_has_something_to_read(string nothing)
    {
        var partly = new AnswerBarrier { Kind = AnswerKind.Partly, WhatICan = nothing, WhatIDontKnow = nothing };
        Assert.Equal("barrier.field", ABarrier().Given(partly).No());
        ABarrier().Given(partly with { WhatStopsMe = "The stairs" }).Yes();
    }

    [Fact]
    public void First_words_stay_and_more_is_added_with_its_day()
    {
        var answered = ABarrier().Given(Can).Yes();
        Assert.Same(answered, answered.Given(Can).Yes());
        Assert.Equal("barrier.words-stay", answered.Given(Can with { WhatICan = "Nothing" }).No());
        Assert.Equal("barrier.state", answered.Given(Can, number: 2).No());
        Assert.Equal("barrier.state", ABarrier().More("Too early").No());
        var more = answered.More("The first Monday was good.").Yes();
        Assert.Same(more, more.More("The first Monday was good.").Yes());
        Assert.Equal("barrier.words-stay", more.More("It was not").No());
        Assert.Equal("barrier.field", more.More(" ", 2).No());
        var seen = Assert.Single(more.Seen().Answers);
        Assert.Equal((Can, Now), (seen.Says, Assert.Single(seen.Additions).At));
    }

    [Fact]
    public void A_later_day_does_not_undo_one_that_has_passed_and_an_answer_does()
    {
        var heard = ABarrier().HeardBy(Today.AddDays(3)).Yes();
        var unsure = heard.Given(DontKnowYet, days: 5).Yes();
        Assert.Equal((Today.AddDays(3), 7), (unsure.Seen(days: 10).Missed, unsure.Seen(days: 10).DaysOver));
        var again = unsure.Given(DontKnowYet with { By = Today.AddDays(40) }, number: 2, days: 20).Yes();
        Assert.Equal((Today.AddDays(3), 17), (again.Seen(days: 20).Missed, again.Seen(days: 20).DaysOver));
        var sure = again.Given(Can with { By = Today.AddDays(60) }, number: 3, days: 20).Yes();
        Assert.Equal((null, null), (sure.Seen(days: 20).Missed, sure.Seen(days: 20).DaysOver));
        var broken = sure.Says(TheGroup, Helped.No, answer: 3).Yes().HeardBy(Today.AddDays(90), days: 70).Yes();
        Assert.Equal(10, broken.Seen(days: 70).DaysOver);
        Assert.Null(heard.Given(DontKnowYet, days: 2).Yes().Seen(days: 3).DaysOver);
    }

    [Fact]
    public void The_day_by_which_an_answer_was_due_is_kept_once_it_has_come()
    {
        var heard = ABarrier().HeardBy(Today.AddDays(3)).Yes();
        Assert.Equal((null, null), First(heard));
        Assert.Equal((Today.AddDays(3), Today.AddDays(3)), First(heard.Given(Can, days: 3).Yes()));
        var unsure = heard.Given(DontKnowYet, days: 5).Yes();
        Assert.Equal((null, null), First(unsure));
        var late = unsure.Given(Can, number: 2, days: 6).Yes();
        Assert.Equal((Today.AddDays(3), Today.AddDays(6)), First(late));
        Assert.Equal((Today.AddDays(3), Today.AddDays(6)), (late.Seen().WasDueOn, late.Seen().AnsweredOn));
        var putOffInTime = heard.Given(DontKnowYet, days: 2).Yes().Given(Can, number: 2, days: 20).Yes();
        Assert.Equal((Today.AddDays(14), Today.AddDays(20)), First(putOffInTime));
        Assert.Equal((null, Today), First(ABarrier().Given(Cannot).Yes()));
    }

    [Fact]
    public void What_is_said_after_the_first_answer_does_not_change_when_that_came()
    {
        var late = ABarrier().HeardBy(Today.AddDays(3)).Yes().Given(Can, days: 6).Yes();
        var again = late.Says(TheGroup, Helped.No).Yes().HeardBy(Today.AddDays(40), days: 20).Yes();
        Assert.Equal(First(late), First(again));
        Assert.Equal(First(late), First(again.Given(Cannot, number: 2, days: 21).Yes()));
        var refused = ABarrier().HeardBy(Today.AddDays(3)).Yes().Given(Cannot).Yes();
        Assert.Equal((Today.AddDays(3), Today), First(refused.Given(Can, number: 2, days: 20).Yes()));
    }

    [Theory]
    [InlineData(3, 8, false)]
    [InlineData(4, 7, false)]
    [InlineData(4, 8, true)]
    public void Answers_are_counted_from_eight_barriers_of_four_groups_on(int groups, int raised, bool isCounted)
    {
        var counts = new AnswerCounts
        {
            Raised = raised, ByDate = 1, Late = 1, Over = 1, Ahead = 1, WithoutDay = raised - 4, Answered = 2,
            Helped = 1,
        };
        Assert.Equal(new AnswerShares(2026, isCounted ? counts : null), AnswerShares.Of(2026, groups, counts));
    }

    [Fact]
    public void Dont_know_yet_is_over_until_the_role_answers_again()
    {
        var unsure = ABarrier().Given(DontKnowYet).Yes();
        Assert.Equal(6, unsure.Seen(days: 20).DaysOver);
        var sure = unsure.Given(Can, number: 2).Yes();
        Assert.Null(sure.Seen(days: 20).DaysOver);
        Assert.Equal([DontKnowYet, Can], sure.Seen().Answers.Select(answer => answer.Says));
        Assert.Equal("barrier.state", sure.HeardBy(Today).No());
    }

    private static (DateOnly? WasDueOn, DateOnly? On) First(Barrier barrier) => (barrier.WasDueOn, barrier.AnsweredOn);
}
