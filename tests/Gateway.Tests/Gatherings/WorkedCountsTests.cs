using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>The worked examples of votes and of a quiz, over HTTP and on the screen of the room.</summary>
public sealed class WorkedCountsTests(RunningArea area)
{
    private static readonly AskQuestion AQuiz = new() { Kind = QuestionKind.Quiz, Text = "Is this it?" };

    [Fact]
    public async Task Of_a_tie_both_stand_and_share_a_place_and_two_tables_are_told_in_words_alone()
    {
        var (scene, question) = await Asked(RoomCounts.OfFour, 6, 6);
        await scene.Count(area.Http, question, question.Hands(0, 6, 4, 4, 0, 0), question.Hands(1, 6, 3, 3, 0, 0));
        var tie = await scene.Close(area.Http, question);
        Assert.Equal(("likedByMost", "A B", "B A D C"), (tie.Word("finding"), tie.Standing(), tie.Order()));
        Assert.Equal([1, 1, 3, 3], tie.Options(one => one.Number("place")));
        Assert.DoesNotMatch("\"(people|voices|percent)\"", tie.GetRawText());
        (await Screen(scene, question))
            .Says("More than half could live with each of these, which stand side by side: “With us” and “Together”.")
            .Says("There are no numbers, because they could show what one table said.");
    }

    [Fact]
    public async Task If_none_is_liked_by_most_those_liked_most_stand_and_the_screen_says_so()
    {
        var asks = RoomCounts.OfFour with { Options = [.. RoomCounts.OfFour.Options.Take(3)] };
        var (scene, question) = await Asked(asks, 20);
        await scene.Count(area.Http, question, question.Hands(0, 20, 9, 9, 5));
        var result = await scene.Close(area.Http, question);
        Assert.Equal(
            ("likedMost", "A B", "20: B9 A9 C5"), (result.Word("finding"), result.Standing(), result.Figures()));
        (await Screen(scene, question))
            .Says("None was liked by more than half. These were liked most: “With us” and “Together”.")
            .Says("9 of 20: With us");
    }

    [Fact]
    public async Task Nobody_who_wished_to_vote_is_not_the_same_as_no_count_and_the_screen_says_which_it_is()
    {
        var (scene, question) = await Asked(RoomCounts.OfFour, 6, 5, 7, 6);
        await scene.Count(area.Http, question, question.FourTables().Select(table => table with
        {
            TookPart = 0, Counts = [0, 0, 0, 0],
        }));
        await Finds("nobodyVoted", 4, "Nobody wished to vote.");
        question = question.Another();
        await scene.Open(area.Http, question, RoomCounts.OfFour);
        await Finds("noCount", 0, "No count came in.");

        async Task Finds(string finding, int tables, string said)
        {
            var result = await scene.Close(area.Http, question);
            Assert.Equal((finding, tables, ""), (result.Word("finding"), result.Number("tablesIn"), result.Standing()));
            Assert.DoesNotMatch("\"(place|percent|voices|people)\"", result.GetRawText());
            var screen = (await Screen(scene, question)).Says(said);
            Assert.DoesNotMatch(@"\d of \d+:|\b1:", screen.Text);
        }
    }

    [Fact]
    public async Task It_says_what_is_sure_while_a_table_is_missing_and_once_it_is_late_the_words_alone_change()
    {
        var (scene, question) = await Asked(RoomCounts.OfFour, 6, 5, 7, 6);
        var tables = question.FourTables();
        await scene.Count(area.Http, question, tables[..3]);
        var three = await scene.Close(area.Http, question);
        Assert.Equal(("17: A12 B11 C4 D1", "A B"), (three.Figures(), three.Standing()));
        Assert.Equal((3, 4), (three.Number("tablesIn"), three.Number("tablesAsked")));
        Assert.Equal(["sure", "open", "out", "out"], three.Options(one => one.Word("outlook")));
        Assert.Equal(
            [
                "1: Together (stands, whatever the missing tables say)",
                "2: With us (open until the missing tables come in)",
                "3: From the start (does not stand, whatever the missing tables say)",
                "4: As equals (does not stand, whatever the missing tables say)",
                "12 of 17: Together", "11 of 17: With us", "4 of 17: From the start", "1 of 17: As equals",
            ], Lines((await Screen(scene, question)).Says("3 of 4 tables are in.")));

        await scene.Count(area.Http, question, tables[3]);
        var late = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(("B A C D", "17: B11 A12 C4 D1"), (late.Order(), late.Figures()));
        Assert.Equal(("A B", 1, 4), (late.Standing(), late.Number("lateTables"), late.Number("tablesIn")));
        Assert.DoesNotContain("outlook", late.GetRawText(), StringComparison.Ordinal);
        Assert.Equal(
            [
                "1: With us", "2: Together", "3: From the start", "4: As equals",
                "11 of 17: With us", "12 of 17: Together", "4 of 17: From the start", "1 of 17: As equals",
            ],
            Lines((await Screen(scene, question))
                .Says("1 table came in late. The words include it, but the numbers do not.")));
    }

    [Fact]
    public async Task A_late_table_is_in_the_words_and_late_tables_that_can_be_shown_are_in_the_figures()
    {
        var (scene, question) = await Asked(RoomCounts.OfFour, 6, 5, 7, 6, 5, 5, 5);
        await scene.Count(area.Http, question, question.FourTables()[..3]);
        Assert.Equal("17: A12 B11 C4 D1", (await scene.Close(area.Http, question)).Figures());
        await scene.Count(area.Http, question, Late(4), Late(5));
        var two = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(("17: B11 A12 C4 D1", 2), (two.Figures(), two.Number("lateTables")));
        await scene.Count(area.Http, question, Late(6));
        var three = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(("32: B26 A12 C4 D1", 0), (three.Figures(), three.Number("lateTables")));

        EnterTally Late(int table) => question.Hands(table, 5, 0, 5, 0, 0);
    }

    [Fact]
    public async Task A_quiz_that_is_asked_again_says_how_many_moved_and_on_what_it_depends()
    {
        var (scene, question) = await Asked(AQuiz, 6, 6, 6, 6);
        await scene.Count(
            area.Http, question,
            question.Hands(0, 6, 3, 2, 1, 0), question.Hands(1, 6, 2, 2, 1, 1), question.Hands(2, 6, 2, 2, 1, 1),
            question.Hands(3, 6, 2, 2, 1, 1));
        var first = await scene.Close(area.Http, question);
        Assert.Equal(
            ("allOver", "24: yes9 no8 maybe4 itDepends3", ""),
            (first.Word("finding"), first.Figures(), first.Standing()));
        (await Screen(scene, question)).Says("People were all over the room: no answer had more than half of them.");

        var again = question.Another();
        await scene.Open(area.Http, again, AQuiz with { Before = new(new(question.At[^36..])) });
        string[] all = ["what comes next", "who decided", "what came before", "who was paid"];
        await scene.Count(
            area.Http, again,
            again.Hands(0, 6, 1, 1, 0, 4) with { Conditions = [all[0], all[1]] },
            again.Hands(1, 6, 1, 1, 0, 4) with { Conditions = ["What comes next", all[2]] },
            again.Hands(2, 6, 1, 0, 1, 4) with { Conditions = [.. all[..3]] },
            again.Hands(3, 6, 0, 0, 1, 5) with { Conditions = [.. all] });
        var result = await scene.Close(area.Http, again);
        Assert.Equal(("leaning", "itDepends", 14), (result.Word("finding"), result.Standing(), result.Number("moved")));
        Assert.Equal("24: yes3 no2 maybe2 itDepends17", result.Figures());
        Assert.Equal(71, result.Options(one => one.Number("percent")).Last());
        var conditions = result.GetProperty("conditions").EnumerateArray();
        Assert.Equal(
            ["What comes next 4", "who decided 3", "what came before 3", "who was paid 1"],
            conditions.Select(condition => $"{condition.Word("text")} {condition.Number("tables")}"));
        Assert.DoesNotMatch("(?i)\"[a-z]*(mean|average|score|rank)[a-z]*\"", result.GetRawText());
        var screen = (await Screen(scene, again)).Says("More than half said “It depends”.")
            .Says("14 more people than the first time said that it depends.");
        Assert.Equal(
            [
                "What comes next (4 tables)", "who decided (3 tables)", "what came before (3 tables)", "who was paid",
                "3 of 24: Yes", "2 of 24: No", "2 of 24: Maybe", "17 of 24: It depends",
            ], Lines(screen));
    }

    private async Task<(Scene Scene, RoomQuestion Question)> Asked(AskQuestion asks, params int[] present)
    {
        var scene = await (await Scene.Make(area)).Known();
        return (scene, await scene.AQuestion(area.Http, asks, present));
    }

    // It shows the question that closed last.
    private async Task<Shown> Screen(Scene scene, RoomQuestion question)
    {
        using var member = Browser.At(area.East, scene.Member);
        return (await member.Get($"/{question.Gathering}/screen")).Is(200);
    }

    private static IEnumerable<string> Lines(Shown screen) =>
        screen.Document.QuerySelectorAll(".pn-big li").Select(line => line.TextContent.Trim());
}
