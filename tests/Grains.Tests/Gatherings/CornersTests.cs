using PeerNet.Contracts.Gatherings;
using static PeerNet.Grains.Tests.Gatherings.Gatherings;
using static PeerNet.Grains.Tests.Scenario;

namespace PeerNet.Grains.Tests.Gatherings;

/// <summary>A quiz without a right answer, in two rounds.</summary>
public sealed class CornersTests
{
    private static readonly QuestionId Again = Asked(2);

    private static readonly string[][] Depends =
    [
        ["what comes next", "who decided"], ["What comes next", "what came before"],
        ["what comes next", "who decided", "what came before"],
        ["what comes next", "who decided", "what came before", "who was paid"],
    ];

    private static readonly EnterTally[] First =
    [
        Hands(1, 6, 6, 3, 2, 1, 0), Hands(2, 6, 6, 2, 2, 1, 1), Hands(3, 6, 6, 2, 2, 1, 1), Hands(4, 6, 6, 2, 2, 1, 1),
    ];

    private static readonly EnterTally[] Second =
    [
        Hands(1, 6, 6, 1, 1, 0, 4), Hands(2, 6, 6, 1, 1, 0, 4), Hands(3, 6, 6, 1, 0, 1, 4), Hands(4, 6, 6, 0, 0, 1, 5),
    ];

    [Fact]
    public void People_can_be_all_over_the_room()
    {
        var result = ACountedRoom(AQuiz, First).Result();
        Assert.Equal((Finding.AllOver, "24: yes9 no8 maybe4 itDepends3"), (result.Finding, result.Figures()));
        Assert.Equal("", result.Standing());
        Assert.All(result.Options, option => Assert.Null(option.Place));
        Assert.Null(result.Moved);
    }

    [Fact]
    public void A_second_round_says_how_many_more_find_that_it_depends_and_on_what()
    {
        var room = ACountedRoom(AQuiz, First).Asking(AQuiz with { Before = TheQuestion }, Again);
        var said = Second.Zip(Depends, (counted, depends) => counted with { Conditions = [.. depends] });
        var result = said.Index()
            .Aggregate(room, (counted, one) => counted.Enter(one.Item, 20 + one.Index, id: Again).Yes())
            .Closed(Again)
            .Result(Again);
        Assert.Equal((Finding.Leaning, "itDepends"), (result.Finding, result.Standing()));
        Assert.Equal("24: yes3 no2 maybe2 itDepends17", result.Figures());
        Assert.Equal((71, 14), (result.Options[^1].Percent, result.Moved));
        Assert.Equal(
            ["What comes next 4", "who decided 3", "what came before 3", "who was paid 1"],
            result.Conditions.Select(condition => $"{condition.Text} {condition.Tables}"));
    }

    [Fact]
    public void It_does_not_say_how_many_moved_without_figures_of_both_rounds()
    {
        var asks = AQuiz with { Before = TheQuestion };
        var room = ACountedRoom(AQuiz, First[..2]).Laid(6, 6, 6, 6).Asking(asks, Again);
        var counted = Second.Index()
            .Aggregate(room, (known, one) => known.Enter(one.Item, 20 + one.Index, id: Again).Yes())
            .Closed(Again);
        Assert.NotEqual("", counted.Result(Again).Figures());
        Assert.Null(counted.Result(Again).Moved);
    }

    [Fact]
    public void It_does_not_say_how_many_moved_if_other_tables_took_part_in_the_second_round()
    {
        var asks = AQuiz with { Before = TheQuestion };
        var counted = Second[..3].Index()
            .Aggregate(
                ACountedRoom(AQuiz, First).Asking(asks, Again),
                (known, one) => known.Enter(one.Item, 20 + one.Index, id: Again).Yes())
            .Closed(Again);
        Assert.Equal("18: yes3 no2 maybe1 itDepends12", counted.Result(Again).Figures());
        Assert.Null(counted.Result(Again).Moved);
    }

    [Fact]
    public void A_first_round_that_is_stored_as_something_else_does_not_say_how_many_moved()
    {
        var asks = AQuiz with { Before = TheQuestion };
        var room = Second.Index()
            .Aggregate(
                ACountedRoom(AQuiz, First).Asking(asks, Again),
                (known, one) => known.Enter(one.Item, 20 + one.Index, id: Again).Yes())
            .Closed(Again);
        foreach (var other in (AskQuestion[])[AThumb, AVote])
        {
            var first = room.Find(TheQuestion)!;
            var stored = room with { Questions = room.Questions.Replace(first, first with { Asks = other }) };
            Assert.Equal((Finding.Leaning, null), (stored.Result(Again).Finding, stored.Result(Again).Moved));
        }
    }

    [Theory]
    [InlineData(Finding.Mostly, 9, 3, 0, 0)]
    [InlineData(Finding.Leaning, 8, 3, 0, 0)]
    [InlineData(Finding.Leaning, 0, 7, 5, 0)]
    [InlineData(Finding.AllOver, 6, 6, 0, 0)]
    [InlineData(Finding.Mostly, 0, 0, 0, 1)]
    [InlineData(Finding.NobodyVoted, 0, 0, 0, 0)]
    public void The_words_follow_the_share_of_the_fullest_corner(Finding finding, params int[] corners)
    {
        Assert.Equal(finding, ACountedRoom(AQuiz, Hands(1, 12, 12, [.. corners])).Result().Finding);
    }

    [Fact]
    public void Everybody_is_in_one_corner_at_most()
    {
        var room = ARoom(AQuiz, 6);
        Assert.True(room.Enter(Hands(1, 6, 6, 4, 2, 1, 0), 1).Refused(out var refusal, out _));
        Assert.Equal(("gathering.more-voices-than-people", "counts"), (refusal.Code, refusal.Field));
        Assert.Contains("check all boxes together: there can be at most 6", refusal.Detail, StringComparison.Ordinal);
        Assert.Equal("gathering.more-voices-than-people", room.Enter(Hands(1, 6, 5, 4, 2, 0, 0), 1).No());
        room.Enter(Hands(1, 6, 5, 4, 1, 0, 0), 1).Yes();
    }

    [Fact]
    public void It_depends_counts_without_a_condition_and_a_condition_is_only_for_a_quiz()
    {
        ARoom(AQuiz, 6).Enter(Hands(1, 6, 6, 0, 0, 0, 6), 1).Yes();
        var depends = Hands(1, 6, 6, 1, 0, 0) with { Conditions = ["who asked"] };
        Assert.Equal("gathering.field", ARoom(AThumb, 6).Enter(depends, 1).No());
        foreach (var wrong in (string[][])[[""], ["a", "A"], [.. Enumerable.Range(0, 11).Select(n => $"{n}")]])
        {
            var counted = Hands(1, 6, 6, 0, 0, 0, 6) with { Conditions = [.. wrong] };
            Assert.Equal("gathering.field", ARoom(AQuiz, 6).Enter(counted, 1).No());
        }
    }
}
