using System.Text.RegularExpressions;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What nobody can read of counts, wherever they look.</summary>
public sealed partial class UnseenCountsTests(RunningArea area)
{
    private static readonly AskQuestion OfTwo = GatheringAccess.AVote with { Options = ["Together", "Apart"] };

    [Fact]
    public async Task Before_a_question_is_closed_pages_are_the_same_with_no_votes_and_with_sixty()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, [.. Enumerable.Repeat(10, 6)]);
        var slips = await scene.Slips(area.Http, question, 5, 10);
        using var stranger = Browser.At(area.East, scene.Stranger);
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        using var lead = Browser.At(area.East, scene.Lead);
        var before = await Read();
        for (var table = 0; table < 5; table++)
            (await area.Http.Put(question.Entry(table), scene.Other, question.Hands(table, 10, 9, 5))).Is(201);
        foreach (var slip in slips)
            (await area.Http.Put($"{question.At}/slips", Person.Visitor, new SpendSlip(slip, ["A"]))).Is(200);
        Assert.Equal(before, await Read());
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await stranger.Get($"/{question.Gathering}/screen")).Is(200).Says("55 of 60:");

        async Task<List<string>> Read()
        {
            var answers = new List<string>();
            foreach (var reader in new[] { scene.Stranger, scene.Coordinator, scene.Lead })
                answers.Add((await area.Http.Get(question.Gathering, reader)).Text);
            // The page tells a keeper which tables are in, and their screen how many.
            foreach (var (browser, path) in new[]
            {
                (stranger, ""), (stranger, "/screen"), (coordinator, ""), (coordinator, "/screen"), (lead, "/screen"),
            })
            {
                var page = (await browser.Get($"/{question.Gathering}{path}")).Is(200);
                answers.Add(Varying().Replace(page.Document.QuerySelector("main")!.InnerHtml, ""));
            }
            return answers;
        }
    }

    [Fact]
    public async Task Nothing_has_a_figure_of_two_tables_wherever_links_lead_but_for_whoever_entered_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 161, 173);
        foreach (var hands in (EnterTally[])[
            question.Hands(0, 161, 97, 71) with { TookPart = 151 },
            question.Hands(1, 173, 89, 107) with { TookPart = 167 }])
            (await area.Http.Put(question.Entry(question.Tables.IndexOf(hands.TableId)), scene.Other, hands)).Is(201);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        await NobodyReadsAny();
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        await NobodyReadsAny();

        async Task NobodyReadsAny()
        {
            foreach (var (reader, role) in new[]
                { (scene.Member, null), (scene.Coordinator, "coordinator"), (scene.Lead, (string?)null) })
            {
                foreach (var path in (string[])["", "/result", "/released", "/tallies"])
                {
                    var at = path.Length == 0 ? question.Gathering : $"{question.At}{path}";
                    Assert.DoesNotMatch(Figures(), (await area.Http.Get(at, reader)).Text);
                }
                // Whatever the gathering names: its groups, tables and questions.
                var named = (await area.Http.Get(question.Gathering, reader)).Text;
                string[] ids = [.. Ids().Matches(named).Select(id => id.Value).Distinct()];
                using var browser = Browser.At(area.East, reader, role);
                var page = $"/{question.Gathering}";
                var pages = await browser.OpenedAbout(ids, page, $"{page}/screen");
                Assert.Contains($"{page}/sentences", pages.Select(one => one.Is(200).Path));
                Assert.Empty(pages.Where(one => Figures().IsMatch(one.TextAndValues())).Select(one => one.Path));
            }
        }
    }

    [Fact]
    public async Task While_figures_are_held_back_no_number_of_missing_people_says_what_is_sure()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 9, 8, 40);
        foreach (var hands in (EnterTally[])[question.Hands(0, 9, 9, 2), question.Hands(1, 8, 6, 3)])
            (await area.Http.Put(question.Entry(question.Tables.IndexOf(hands.TableId)), scene.Other, hands)).Is(201);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        var first = await Read();
        Assert.DoesNotContain("outlook", first, StringComparison.Ordinal);
        // 15 of 17 like the first: it would be sure with 12 people missing, and open with 13.
        for (var missing = 0; missing <= 20; missing++)
        {
            var lay = new LayTable((Animal)2, missing);
            (await area.Http.Put($"{question.Gathering}/tables/{question.Tables[2]}", scene.Lead, lay)).Is(200);
            Assert.Equal(first, await Read());
        }

        async Task<string> Read()
        {
            var answer = await area.Http.Get($"{question.At}/result", scene.Lead);
            answer.Is(200);
            return answer.Text;
        }
    }

    // The token of a form is another each time.
    [GeneratedRegex("""\d+ of \d+ tables (?:is|are) in\.|name="__RequestVerificationToken"[^>]*>""")]
    private static partial Regex Varying();

    [GeneratedRegex("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")]
    private static partial Regex Ids();

    // What each table counted, and the sums.
    [GeneratedRegex(@"\b(97|71|151|89|107|167|186|178|318)\b")]
    private static partial Regex Figures();
}
