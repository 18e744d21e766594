using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Grains.Barriers;
using static PeerNet.Grains.Tests.Barriers.Barriers;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Barriers;

/// <summary>What barriers, answers and limits may say, at the edges.</summary>
public sealed class EdgeTests
{
    private static readonly string TooLong = new('x', 2001);

    [Fact]
    public void Each_part_of_an_answer_has_its_length_whatever_the_others_say()
    {
        Assert.Equal("whatICan", Field(Can with { WhatICan = TooLong }));
        Assert.Equal("whatStopsMe", Field(Can with { WhatStopsMe = TooLong }));
        Assert.Equal("whatIDontKnow", Field(Can with { WhatIDontKnow = TooLong }));
        Assert.Null(Field(Can with { WhatICan = null, WhatStopsMe = "Money" }));
    }

    [Fact]
    public void A_role_names_a_day_up_to_three_months_ahead_and_promises_up_to_two_years()
    {
        Assert.Equal(Today.AddDays(92), ABarrier().HeardBy(Today.AddDays(92)).Yes().DueOn);
        Assert.Equal(Today, ABarrier().HeardBy(Today).Yes().DueOn);
        Assert.Null(Field(Can with { By = Today.AddDays(731) }));
    }

    [Fact]
    public void Nothing_is_missed_on_the_day_itself()
    {
        var heard = ABarrier().HeardBy(Today.AddDays(3)).Yes();
        Assert.Null(heard.Given(DontKnowYet, days: 3).Yes().Seen(days: 4).Missed);
        Assert.Equal(Today.AddDays(3), heard.Given(DontKnowYet, days: 4).Yes().Seen(days: 4).Missed);
    }

    [Fact]
    public void An_answer_has_room_for_fifty_additions()
    {
        var full = Enumerable.Range(1, 50).Aggregate(
            ABarrier().Given(Can).Yes(), (barrier, number) => barrier.More($"More {number}", number).Yes());
        Assert.Equal("record.full", full.More("More", 51).No());
    }

    [Fact]
    public void Each_part_of_a_limit_has_its_length_whatever_the_others_say()
    {
        Assert.Null(LimitRules.Check(TheAct)?.Field);
        Assert.Equal("what", Field(TheAct with { What = TooLong }));
        Assert.Equal("source", Field(TheAct with { Source = TooLong }));
        Assert.Equal("section", Field(TheAct with { Section = TooLong }));
        Assert.Equal("whoseRule", Field(TheAct with { WhoseRule = TooLong }));
        Assert.Equal("wouldHaveToChange", Field(TheAct with { WouldHaveToChange = TooLong }));
        Assert.Equal("who", LimitRules.Check(new CheckLimit(TooLong, "They read it."))?.Field);
        Assert.Equal("how", LimitRules.Check(new CheckLimit("The law centre", TooLong))?.Field);
        Assert.Equal("why", LimitRules.Check(new DisputeLimit(TooLong))?.Field);
        Assert.Equal("whatChanged", LimitRules.Check(new ChangeLimit(TooLong))?.Field);
    }

    [Fact]
    public void Only_coordinators_check_a_limit_and_only_they_and_its_role_say_that_it_has_changed()
    {
        Assert.Equal((true, true), Acts(ALimit(), ByCoordinator));
        Assert.Equal((false, true), Acts(ALimit(), ByHolder));
        Assert.Equal((false, false), Acts(ALimit(), BySam));
        var changed = ALimit().Change(new("Done."), Housing, ByHolder).Yes();
        Assert.Equal((false, false), Acts(changed, ByCoordinator));
        Assert.Equal((false, false), Acts(changed, ByHolder));
    }

    private static (bool CanCheck, bool CanChange) Acts(Limit limit, Caller by)
    {
        var seen = limit.SeenBy(by, Housing).Yes();
        return (seen.CanCheck, seen.CanChange);
    }

    private static string? Field(AnswerBarrier says) => BarrierRules.Check(says, Today)?.Field;

    private static string? Field(ClaimLimit says) => LimitRules.Check(says)?.Field;
}
