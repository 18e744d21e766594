using PeerNet.Contracts.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>What those whom it stands in the way of say about the answer.</summary>
public sealed class HelpingTests
{
    [Fact]
    public void A_no_after_a_promise_reopens_it_and_both_stand()
    {
        var answered = ABarrier().WithUsToo(2).Given(Can).Yes();
        foreach (var group in new[] { TheGroup, SomeGroup(1) })
        {
            var reopened = answered.Says(group, Helped.No).Yes();
            Assert.Equal(BarrierState.Reopened, reopened.State);
            Assert.Same(reopened, reopened.Says(group, Helped.No).Yes());
            Assert.Equal(Can, reopened.Seen().Answers[0].Says);
        }
        var theirs = answered.Says(TheGroup, Helped.No).Yes().Seen(days: 42);
        Assert.Equal((Helped.No, 12), (theirs.Answers[0].Helped, theirs.DaysOver));
    }

    [Fact]
    public void Nobody_else_says_whether_it_helped()
    {
        var answered = ABarrier().WithUsToo(1).Given(Can).Yes();
        Assert.Equal("barrier.not-in-the-way", answered.Says(SomeGroup(5), Helped.No).No());
        Assert.Equal("barrier.group-only",
            answered.SayHelped(TheGroup, new(Answered(1), Helped.No), Known).No());
        Assert.Equal("barrier.answer-not-found", answered.Says(TheGroup, Helped.No, answer: 2).No());
        Assert.Equal("barrier.answer-not-found", ABarrier().Says(TheGroup, Helped.Yes).No());
        Assert.Equal("barrier.not-found", new Barrier().Says(TheGroup, Helped.Yes).No());
    }

    [Fact]
    public void The_group_that_raised_it_settles_it_and_nothing_settled_is_over()
    {
        var answered = ABarrier().WithUsToo(1).Given(Can).Yes();
        Assert.Equal(BarrierState.Answered, answered.Says(SomeGroup(1), Helped.Yes).Yes().State);
        var settled = answered.Says(TheGroup, Helped.Yes).Yes();
        Assert.Equal(BarrierState.Settled, settled.State);
        Assert.Null(settled.Seen(days: 90).DaysOver);
        Assert.Equal("barrier.state", settled.Given(Can, number: 2).No());
        Assert.Equal(BarrierState.Reopened, settled.Says(SomeGroup(1), Helped.No).Yes().State);
        Assert.Equal(BarrierState.Answered, settled.Says(TheGroup, Helped.TooSoon).Yes().State);
    }

    [Fact]
    public void One_group_s_yes_does_not_outweigh_another_s_no()
    {
        var hurt = ABarrier().WithUsToo(1).Given(Can).Yes().Says(SomeGroup(1), Helped.No).Yes();
        Assert.Equal(BarrierState.Reopened, hurt.Says(TheGroup, Helped.Yes).Yes().State);
        var better = hurt.Says(TheGroup, Helped.Yes).Yes().Says(SomeGroup(1), Helped.Partly).Yes();
        Assert.Equal(BarrierState.Settled, better.State);
    }

    [Fact]
    public void A_no_to_a_no_stands_without_reopening_it()
    {
        var said = ABarrier().Given(Cannot).Yes().Says(TheGroup, Helped.No).Yes();
        Assert.Equal((BarrierState.Answered, Helped.No), (said.State, said.Seen().Answers[0].Helped));
    }

    [Fact]
    public void A_reopened_one_is_heard_and_answered_again()
    {
        var reopened = ABarrier().Given(Can).Yes().Says(TheGroup, Helped.No).Yes();
        var heard = reopened.HeardBy(Today.AddDays(5)).Yes();
        Assert.Equal("barrier.state", heard.Says(TheGroup, Helped.Yes).No());
        var again = heard.Given(Can with { WhatICan = "Three people" }, number: 2).Yes();
        Assert.Equal([Helped.No, null], again.Seen().Answers.Select(answer => answer.Helped));
        Assert.Equal("barrier.answer-not-found", again.Says(TheGroup, Helped.Yes).No());
        Assert.Equal(BarrierState.Settled, again.Says(TheGroup, Helped.Yes, answer: 2).Yes().State);
    }

    [Fact]
    public void Of_other_groups_it_says_what_and_not_which_or_how_many()
    {
        var said = ABarrier().WithUsToo(3).Given(Can).Yes()
            .Says(SomeGroup(1), Helped.TooSoon).Yes()
            .Says(SomeGroup(2), Helped.Yes).Yes()
            .Says(SomeGroup(3), Helped.TooSoon).Yes();
        Assert.Equal([Helped.Yes, Helped.TooSoon], said.Seen().Answers[0].OthersSay);
    }
}
