using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;
using Barrier = PeerNet.Grains.Barriers.Barrier;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>What other areas learn of a barrier and of its answer, and when.</summary>
public sealed class CardTests
{
    [Fact]
    public void A_barrier_stays_in_its_area_unless_it_was_raised_for_all()
    {
        Assert.Null(ABarrier().Given(Can).Yes().CardIn(Abroad.East));
        Assert.Null(ABarrier().CardIn(default));
        Assert.Null(new Barrier().CardIn(default));
        Assert.NotNull(ForAllAreas().CardIn(default));
        Assert.Equal("barrier.differs", ABarrier().Raised(ForAll).No());
        Assert.Equal("barrier.differs", ForAllAreas().Raised(WeWait).No());
    }

    [Fact]
    public void A_card_says_what_was_raised_and_no_group()
    {
        var card = ForAllAreas().CardIn(Abroad.East)!;
        var expected = new BarrierCard
        {
            Area = Abroad.East, Id = TheBarrier, Text = WeWait.Text, About = WeWait.About, Layer = WeWait.Layer,
            RoleName = Housing.Name!, RaisedOn = Today, State = BarrierState.Raised,
        };
        Assert.Equal(expected, card);
    }

    [Fact]
    public void A_card_has_the_day_as_it_is_in_Sussex()
    {
        var late = new DateTimeOffset(2026, 6, 30, 23, 30, 0, TimeSpan.Zero);
        var raised = new Barrier().Raise(TheBarrier, ForAll, Housing, true, Leading(TheGroup), late).Yes();
        Assert.Equal(new(2026, 7, 1), raised.CardIn(Abroad.East)!.RaisedOn);
        var partly = new AnswerBarrier { Kind = AnswerKind.Partly, WhatICan = "Some of it." };
        var answered = raised.Give(Answered(1), partly, null, Housing, Known, ByHolder, late).Yes()
            .Add(Added(1), new("More."), Housing, Known, ByHolder, late).Yes().CardIn(Abroad.East)!.Answer!;
        Assert.Equal(raised.CardIn(Abroad.East)!.RaisedOn, answered.SaidOn);
        Assert.Equal(answered.SaidOn, answered.Additions[0].AddedOn);
    }

    [Fact]
    public void A_card_has_the_latest_answer_with_what_was_added_and_the_days_that_were_named()
    {
        var barrier = ForAllAreas().HeardBy(Today.AddDays(3)).Yes().Given(DontKnowYet, days: 5).Yes();
        Assert.Equal((Today.AddDays(3), DontKnowYet.By), Days(barrier));
        var more = barrier.Given(Can, number: 2, days: 6).Yes().More("It began.").Yes();
        Assert.Equal((null, Can.By), Days(more));
        var answer = more.CardIn(Abroad.East)!.Answer!;
        Assert.Equal(
            (Can.Kind, Can.By, Can.WhatICan, Today.AddDays(6)),
            (answer.Kind, answer.By, answer.WhatICan, answer.SaidOn));
        Assert.Equal([new AdditionOnCard("It began.", Today)], answer.Additions);
        var unsure = ForAllAreas().Given(DontKnowYet with { WhatStopsMe = "Money" }).Yes().CardIn(Abroad.East)!.Answer!;
        Assert.Equal(("Money", DontKnowYet.WhatIDontKnow), (unsure.WhatStopsMe, unsure.WhatIDontKnow));
    }

    [Theory]
    [InlineData(0, null)]
    [InlineData(3, null)]
    [InlineData(4, 4)]
    public void Other_groups_are_a_number_from_four_on(int groups, int? number)
    {
        var barrier = ForAllAreas().WithUsToo(groups);
        Assert.Equal(number, barrier.CardIn(Abroad.East)!.UsToo);
        var isSeen = !PeerNetJson.Same(barrier.CardIn(default), ForAllAreas().CardIn(default));
        Assert.Equal(number is not null, isSeen);
    }

    [Fact]
    public void What_groups_say_of_an_answer_changes_its_state_and_nothing_else()
    {
        var answered = ForAllAreas().Given(Can).Yes();
        var tooSoon = answered.Says(TheGroup, Helped.TooSoon).Yes();
        Assert.True(PeerNetJson.Same(answered.CardIn(default), tooSoon.CardIn(default)));
        Assert.Equal(BarrierState.Settled, answered.Says(TheGroup, Helped.Yes).Yes().CardIn(default)!.State);
        Assert.Equal(BarrierState.Reopened, answered.Says(TheGroup, Helped.No).Yes().CardIn(default)!.State);
    }

    [Fact]
    public void Withdrawing_it_takes_the_card_away()
    {
        var withdrawn = Quoted(ForAllAreas().Given(Cannot).Yes()).Withdraw(Leading(TheGroup), ByLead).Yes();
        Assert.Null(withdrawn.CardIn(default));
        Assert.Empty(withdrawn.Limits);
        Assert.Same(withdrawn, Quoted(withdrawn));
    }

    [Fact]
    public void A_limit_is_asked_for_its_words_only_if_other_areas_read_them()
    {
        Assert.Equal(
            [new LimitCited(TheLimit, TheBarrier, TheGroup, IsForAllAreas: true)],
            ForAllAreas().Given(Cannot).Messages);
        var quoted = Assert.Single(ALimit().Cites(TheBarrier, isForAllAreas: true).Messages);
        Assert.Equal(new LimitQuoted(TheBarrier, TheLimit, new(TheAct.What, LimitKind.Law)), quoted);
        Assert.Empty(ALimit().Cites(TheBarrier, isForAllAreas: false).Messages);
        Assert.Empty(new Limit().Cites(TheBarrier, isForAllAreas: true).Messages);
    }

    [Fact]
    public void What_is_in_the_way_is_on_the_card_once_the_limit_has_said_so()
    {
        var refused = ForAllAreas().Given(Cannot).Yes();
        Assert.Null(refused.CardIn(Abroad.East)!.Answer!.Limit);
        var quoted = Quoted(refused);
        Assert.Equal(new LimitOnCard(TheAct.What, LimitKind.Law), quoted.CardIn(Abroad.East)!.Answer!.Limit);
        Assert.Same(quoted, Quoted(quoted));
        Assert.Null(quoted.Given(Can, number: 2).Yes().CardIn(Abroad.East)!.Answer!.Limit);
        var kept = ABarrier().Given(Cannot).Yes();
        Assert.Same(kept, Quoted(kept));
        Assert.Empty(Quoted(ForAllAreas().Given(Can).Yes()).Limits);
        Assert.Equal("link.misdirected", refused.Told(QuoteOf("Another", 9) with { Barrier = Numbered(9) }).No());
    }

    [Fact]
    public void A_name_that_is_taken_out_of_a_limit_leaves_the_card_and_never_comes_back()
    {
        var limit = ALimit(TheAct with { What = "Robin says no" })
            .Cites(TheBarrier, isForAllAreas: true).Yes().Cites(Numbered(2), isForAllAreas: false).Yes()
            .Cites(Numbered(3), isForAllAreas: true).Yes();
        var taken = limit.TakeOut(new("Robin"), ByCoordinator);
        Assert.Equal(
            [("[taken out] says no", TheBarrier), ("[taken out] says no", Numbered(3))],
            taken.Messages.Cast<LimitQuoted>().Select(one => (one.Says.What, one.Barrier)));
        Assert.Empty(limit.TakeOut(new("Parliament"), ByCoordinator).Messages);
        Assert.Empty(taken.Yes().TakeOut(new("Robin"), ByCoordinator).Messages);
        // As a barrier says it, which no longer knows who read it.
        var gone = taken.Yes().Cites(TheBarrier, isForAllAreas: false, isWithdrawn: true).Yes();
        Assert.Single(gone.TakeOut(new("says"), ByCoordinator).Messages);

        var named = ForAllAreas().Given(Cannot).Yes().Told(QuoteOf("Robin says no", 1)).Yes();
        var without = named.Told(QuoteOf("[taken out] says no", 2)).Yes();
        Assert.Equal("[taken out] says no", without.CardIn(default)!.Answer!.Limit!.What);
        Assert.Same(without, without.Told(QuoteOf("Robin says no", 1)).Yes());
        Assert.Single(without.Limits);
    }

    [Fact]
    public void Of_two_quotes_that_wait_the_later_is_sent()
    {
        var earlier = QuoteOf("Robin says no", 1);
        Assert.True(QuoteOf("[taken out] says no", 2).Replaces(earlier));
        Assert.False((QuoteOf("No", 2) with { Barrier = Numbered(2) }).Replaces(earlier));
        Assert.Equal(7, ((LimitQuoted)earlier.Numbered(7)).Version);
        Assert.NotEqual(earlier.Operation, earlier.Numbered(7).Operation);
    }

    [Fact]
    public void A_reader_elsewhere_counts_the_same_days_as_those_at_home()
    {
        var barrier = ForAllAreas().HeardBy(Today.AddDays(3)).Yes().Given(DontKnowYet, days: 5).Yes();
        var card = barrier.CardIn(Abroad.East)!;
        Assert.Equal(7, Overdue.Days(card.State, card.Missed, card.DueOn, Today.AddDays(10)));
        Assert.Equal(7, barrier.Seen(days: 10).DaysOver);
    }

    private static Barrier ForAllAreas() => new Barrier().Raised(ForAll, Leading(TheGroup)).Yes();

    private static (DateOnly? Missed, DateOnly? DueOn) Days(Barrier barrier) =>
        (barrier.CardIn(Abroad.East)!.Missed, barrier.CardIn(Abroad.East)!.DueOn);

    private static LimitQuoted QuoteOf(string what, int version) =>
        new(TheBarrier, TheLimit, new(what, LimitKind.Law), version);

    private static Barrier Quoted(Barrier barrier) => barrier.Told(QuoteOf(TheAct.What, 1)).Yes();
}

/// <summary>Messages between a barrier and a limit.</summary>
file static class Messages
{
    public static Next<Barrier> Told(this Barrier barrier, LimitQuoted quoted) =>
        barrier.Receive(quoted, Abroad.East, 1, Now);

    public static Next<Limit> Cites(
        this Limit limit, BarrierId barrier, bool isForAllAreas, bool isWithdrawn = false) =>
        limit.Receive(new LimitCited(TheLimit, barrier, TheGroup, isWithdrawn, isForAllAreas), Abroad.East, 1, Now);
}
