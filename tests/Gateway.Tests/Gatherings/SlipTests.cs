using System.Text;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Answering with a slip of paper, over HTTP and in a browser without JavaScript.</summary>
public sealed class SlipTests(RunningArea area)
{
    private static readonly AskQuestion OfTwo =
        GatheringAccess.AVote with { Text = "Which?", Options = ["Together", "Apart"] };

    [Fact]
    public async Task A_slip_answers_once_and_can_answer_otherwise_until_the_question_is_closed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var slips = await scene.Slips(area.Http, question, 0, 6);
        Assert.Equal(6, slips.Distinct().Count());
        (await Spend(question, slips[0], "A")).Is(200);
        (await Spend(question, slips[0].ToLowerInvariant(), "A")).Is(200);
        var changed = (await Spend(question, slips[0], "B", "A")).Is(200);
        Assert.Equal("""["A","B"]""", changed.GetProperty("choices").GetRawText());
        (await Spend(question, slips[0][..7] + (slips[0][7] == 'X' ? 'W' : 'X'), "A"))
            .Refuses(400, "gathering.mistyped-code", "code");
        (await Spend(question, "K7P2M9X3", "A")).Refuses(404, "gathering.unknown-code");
        (await Spend(question, slips[1], "C")).Refuses(422, "gathering.field", "choices");
        var tables = (await area.Http.Get($"{question.At}/tallies", scene.Lead)).Is(200).GetProperty("tables");
        Assert.Equal(
            ["slips", "missing"], tables.EnumerateArray().Select(table => table.GetProperty("state").GetString()));
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await Spend(question, slips[0], "A")).Refuses(409, "gathering.not-open");
        var result = (await area.Http.Get($"{question.At}/result", scene.Member)).Is(200);
        Assert.Equal(
            ("likedByMost", 1), (result.GetProperty("finding").GetString(), result.GetProperty("tablesIn").GetInt32()));
        (await area.Http.Put($"{question.Gathering}/tables/{question.Tables[0]}/slips", scene.Lead, new MakeSlips(7)))
            .Refuses(422, "gathering.field", "count");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Hands_win_and_slips_are_set_aside_whichever_come_first(bool areSlipsFirst)
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, RoomCounts.OfFour, 6, 5, 7, 6);
        var slips = await scene.Slips(area.Http, question, 1, 2);
        var tables = question.FourTables();
        if (areSlipsFirst) await Answer();
        await scene.Count(area.Http, question, tables);
        if (!areSlipsFirst) await Answer();
        var result = await scene.Close(area.Http, question);
        Assert.Equal(("23: B15 A14 C6 D2", "A B"), (result.Figures(), result.Standing()));

        async Task Answer()
        {
            (await Spend(question, slips[0], "A")).Is(200);
            (await Spend(question, slips[1], "A", "B")).Is(200);
            var fewer = tables[1] with { TookPart = 1, Counts = [1, 1, 0, 0] };
            (await area.Http.Put(question.Entry(9), scene.Lead, fewer))
                .Refuses(422, "gathering.fewer-than-already-voted", "tookPart");
        }
    }

    [Fact]
    public async Task After_the_close_the_database_its_log_and_a_copy_say_nothing_of_any_slip()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6);
        var slips = await scene.Slips(area.Http, question, 0, 4);
        foreach (var slip in slips) (await Spend(question, slip, "B")).Is(200);
        var keys = Path.Combine(area.East.At.File("paper"), "east-sussex", question.Gathering[^36..]);
        var key = await File.ReadAllBytesAsync(Path.Combine(keys, $"{question.At[^36..]}.key"), Ended);
        var paper = await File.ReadAllBytesAsync(Path.Combine(keys, $"{question.Gathering[^36..]}.key"), Ended);
        var copy = StoredBytes.Of(area.East.At);
        Assert.Contains("\"sealed\":\"", Encoding.UTF8.GetString(copy), StringComparison.Ordinal);
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);

        Assert.Equal([$"{question.Gathering[^36..]}.key"], Directory.GetFiles(keys).Select(Path.GetFileName));
        foreach (var bytes in new[] { copy, StoredBytes.Of(area.East.At) })
        {
            foreach (var secret in new[] { key, paper })
            {
                Assert.Equal(-1, bytes.AsSpan().IndexOf(secret));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToBase64String(secret))));
                Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Convert.ToHexStringLower(secret))));
            }
            foreach (var slip in slips) Assert.Equal(-1, bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(slip)));
        }
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        Assert.False(Directory.Exists(keys));
        (await area.Http.Get($"{question.Gathering}/paper", scene.Lead)).Refuses(409, "gathering.no-paper");
    }

    [Fact]
    public async Task Somebody_answers_on_a_page_without_signing_in_and_nothing_of_it_is_in_an_address()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var slip = (await scene.Slips(area.Http, question, 1, 2))[0];
        using var phone = Browser.At(area.East.Url);
        var form = (await phone.Get("/slips")).Is(200);
        (await phone.Submit(form, null, ("code", "quokka"))).Is(422).Says("Type the code as it is on the paper.");
        (await phone.Submit(form, null, ("code", "K7P2 M9X3"))).Is(422).Says("Check each letter and number.");
        var asked = (await phone.Submit(form, null, ("code", slip.ToLowerInvariant()))).Is(200)
            .Says("Which?").Says("Tick every one you could live with.").Says("bee table");
        var wrong = (await phone.Submit(asked, null, ("choices", "C"))).Is(422).Says("Use only A, B.");
        var answered = (await phone.Submit(wrong, null, ("choices", "B"))).Is(200).Says("Your answer is in");
        Assert.Equal("/slips/answered", answered.Path);
        var again = (await phone.Submit(form, null, ("code", slip))).Is(200).Says("Which?");
        Assert.Null(again.Document.QuerySelector("[name=choices][checked]"));

        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("1 of 2 tables is in.");
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("Slips to cut out");
        Assert.Equal(2, pack.Document.QuerySelectorAll(".pn-slips__one svg").Length);
        pack.Says(PaperCode.Printed(slip));
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await phone.Submit(again, null, ("choices", "A"))).Is(422).Says("The vote on this question is over.");
        (await phone.Submit(form, null, ("code", slip))).Is(200).Says("No question is open now.");
    }

    [Fact]
    public async Task A_keeper_gives_a_table_slips_on_its_page()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = $"/{await scene.AKeptGathering(area.Http)}/tables";
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get(at)).Is(200);
        (string, string)[] typed = [("label", "otter"), ("present", "6")];
        (await lead.Submit(form, null, [.. typed, ("slips", "some")])).Is(422).Says("Enter how many slips it gets");
        var more = (await lead.Submit(form, null, [.. typed, ("slips", "7")])).Is(422).Says("Use 0 to 6");
        var laid = (await lead.Submit(more, null, [.. typed, ("slips", "6")])).Is(200).Says("(6 people)");
        Assert.Equal("6", (await lead.Get(laid.Link("Otter"))).Is(200).Value("slips"));
    }

    private static CancellationToken Ended => TestContext.Current.CancellationToken;

    private Task<Answer> Spend(RoomQuestion question, string code, params string[] choices) =>
        area.Http.Put($"{question.At}/slips", Person.Visitor, new SpendSlip(code, [.. choices]));
}
