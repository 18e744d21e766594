using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Barriers;

namespace PeerNet.Gateway.Tests.Barriers;

/// <summary>Which cards of barriers are kept, and what pages say about them.</summary>
public sealed class BarrierCardTests
{
    private static readonly DateOnly Day = new(2026, 11, 18);

    private static readonly BarrierCard Raised = new()
    {
        Area = new("north-sussex"), Id = new(Guid.CreateVersion7()), Text = "We wait nine weeks.",
        About = BarrierAbout.Time, Layer = Contracts.Layer.Organisation, RoleName = "Housing lead", RaisedOn = Day,
    };

    private static readonly BarrierCard Can = Answered(
        new() { Kind = AnswerKind.Can, By = Day.AddDays(9), WhatICan = "Two people.", SaidOn = Day });

    private static readonly BarrierCard Cannot = Answered(
        new()
        {
            Kind = AnswerKind.Cannot, WhatStopsMe = "The Act.", SaidOn = Day, Limit = new("No link", LimitKind.Law),
        });

    private static readonly BarrierCard Heard = Raised with { State = BarrierState.Heard, DueOn = Day.AddDays(5) };

    public static TheoryData<string> Good => [.. GoodCards.Keys];

    public static TheoryData<string> Wrong => [.. WrongCards.Keys];

    private static Dictionary<string, BarrierCard> GoodCards { get; } = new()
    {
        ["raised"] = Raised,
        ["heard"] = Heard,
        ["heard after a day was missed"] = Heard with { Missed = Day.AddDays(-3) },
        ["heard again"] = Can with { State = BarrierState.Heard, DueOn = Day.AddDays(20) },
        ["can"] = Can,
        ["cannot"] = Cannot,
        ["cannot, before the limit has said why"] = With(Cannot, answer => answer with { Limit = null }),
        ["settled"] = Can with { State = BarrierState.Settled },
        ["reopened"] = Can with { State = BarrierState.Reopened },
        ["of four groups"] = Raised with { UsToo = 4 },
        ["of five hundred groups"] = Raised with { UsToo = 500 },
        ["a limit without a name"] = With(
            Cannot, answer => answer with { Limit = new(TakenOut.Of(new('!', 1000), "!"), default) }),
        ["a promise of two years"] = Answered(Can.Answer! with { By = Day.AddDays(731) }),
        ["heard for a day before that"] = Heard with { DueOn = Day.AddDays(-400), Missed = Day.AddDays(-500) },
        ["missed today"] = Heard with { Missed = Day },
        ["fifty additions"] = With(Can, answer => answer with { Additions = Additions(50) }),
    };

    private static Dictionary<string, BarrierCard> WrongCards { get; } = new()
    {
        ["no text"] = Raised with { Text = " " },
        ["a text that is too long"] = Raised with { Text = new('x', 1001) },
        ["a role of two lines"] = Raised with { RoleName = "Housing\nlead" },
        ["a number that says too much"] = Raised with { UsToo = 3 },
        ["a number that nobody could reach"] = Raised with { UsToo = 501 },
        ["withdrawn"] = Raised with { State = BarrierState.Withdrawn },
        ["raised, with an answer"] = Can with { State = BarrierState.Raised, DueOn = null },
        ["raised, with a day"] = Raised with { DueOn = Day },
        ["heard without a day"] = Raised with { State = BarrierState.Heard },
        ["answered without an answer"] = Raised with { State = BarrierState.Answered },
        ["settled without an answer"] = Raised with { State = BarrierState.Settled },
        ["reopened without an answer"] = Raised with { State = BarrierState.Reopened },
        ["answered with another day than that of the answer"] = Can with { DueOn = Day },
        ["missed without a later day"] = Cannot with { Missed = Day },
        ["can without a day"] = Answered(Can.Answer! with { By = null }),
        ["cannot with a day"] = Answered(Cannot.Answer! with { By = Day }),
        ["an answer that says nothing"] = With(Can, answer => answer with { WhatICan = "\u200b" }),
        ["a part that is too long"] = With(Can, answer => answer with { WhatStopsMe = new('x', 2001) }),
        ["a limit of a promise"] = With(Can, answer => answer with { Limit = new("No link", LimitKind.Law) }),
        ["a limit that says nothing"] = With(Cannot, answer => answer with { Limit = new(" ", LimitKind.Law) }),
        ["a limit that is too long"] = With(Cannot, answer => answer with { Limit = new(new('x', 11_001), default) }),
        ["a limit without words"] = With(Cannot, answer => answer with { Limit = new(null!, default) }),
        ["fifty-one additions"] = With(Can, answer => answer with { Additions = Additions(51) }),
        ["an addition that says nothing"] = With(Can, answer => answer with { Additions = [new(" ", Day)] }),
        ["an addition that is none"] = With(Can, answer => answer with { Additions = [null!] }),
        ["heard for a day that is too far"] = Heard with { DueOn = Day.AddDays(732) },
        ["missed on a day to come"] = Heard with { Missed = Day.AddDays(1) },
        ["answered before it was raised"] = With(Can, answer => answer with { SaidOn = Day.AddDays(-1) }),
        ["answered on a day to come"] = With(Can, answer => answer with { SaidOn = Day.AddDays(1) }),
        ["a promise that is too far"] = Answered(Can.Answer! with { By = Day.AddDays(732) }),
        ["a promise for a day before"] = Answered(Can.Answer! with { By = Day.AddDays(-1) }),
        ["added before the answer"] = With(Can, answer => answer with { Additions = [new("More", Day.AddDays(-1))] }),
        ["added on a day to come"] = With(Can, answer => answer with { Additions = [new("More", Day.AddDays(1))] }),
        ["an addition without words"] = With(Can, answer => answer with { Additions = [new(null!, Day)] }),
    };

    [Theory]
    [MemberData(nameof(Good))]
    public void A_card_that_a_barrier_could_have_is_kept(string what) =>
        Assert.Null(BarrierCardValidation.FindFault(GoodCards[what], Day));

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_card_that_no_barrier_could_have_is_skipped(string what) =>
        Assert.NotNull(BarrierCardValidation.FindFault(WrongCards[what], Day));

    [Theory]
    [MemberData(nameof(Good))]
    public void Of_each_card_a_page_says_how_it_stands(string what)
    {
        foreach (var days in new int?[] { null, 3 })
            Assert.NotEmpty($"{BarrierWords.State(GoodCards[what], days)}");
    }

    [Fact]
    public void A_page_says_that_a_promise_elsewhere_is_over()
    {
        Assert.StartsWith("Answered. It will be done by", $"{BarrierWords.State(Can, null)}", StringComparison.Ordinal);
        var over = $"{BarrierWords.State(Can, 3)}";
        Assert.StartsWith("Answered. It was due to be done by", over, StringComparison.Ordinal);
    }

    private static BarrierCard Answered(AnswerOnCard answer) =>
        Raised with { State = BarrierState.Answered, Answer = answer, DueOn = answer.By };

    private static BarrierCard With(BarrierCard card, Func<AnswerOnCard, AnswerOnCard> change) =>
        card with { Answer = change(card.Answer!) };

    private static System.Collections.Immutable.ImmutableArray<AdditionOnCard> Additions(int count) =>
        [.. Enumerable.Range(1, count).Select(one => new AdditionOnCard($"More {one}", Day))];
}
