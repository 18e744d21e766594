using System.Text.Json.Nodes;
using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Entering a table's counts with the code on its paper, in a browser without JavaScript.</summary>
public sealed class AtTablePageTests(RunningArea area)
{
    private static readonly AskQuestion OfTwo =
        GatheringAccess.AVote with { Text = "Which?", EasyText = "What do you like?", Options = ["Together", "Apart"] };

    [Fact]
    public async Task Whoever_holds_the_paper_of_a_table_enters_its_counts_and_reads_back_their_own()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var paper = await Paper(scene, question);
        using var phone = Browser.At(area.East.Url);
        var door = (await phone.Get("/tables")).Is(200);
        (await phone.Submit(door, null, ("code", "quokka"))).Is(422).Says("Type the code as it is on the paper.");
        // The gathering is next week, and its codes work on the day.
        (await phone.Submit(door, null, ("code", paper.Code))).Is(422).Says("on its day");
        Assert.Equal("/tables", (await phone.Get(PageOf(question, 1))).Is(200).Path);
        var table = (await phone.Submit(door, null, ("right", paper.Address))).Is(200);
        Assert.Equal(PageOf(question, 1), table.Says("The bee table").Says("Which?").Path);
        table.Says("write your counts on its paper").Says("What do you like?");
        var form = (await phone.Get(table.Link("Enter what we counted"))).Is(200).Says("A. Together")
            .Says("What do you like?");
        (await phone.Submit(form, null)).Is(422).Says("Enter how many people were at the table.");
        (await phone.Submit(form, null, Sheet(5, 5, 4, 6))).Is(422).Says("check B: there can be at most 5");
        foreach (var _ in Enumerable.Range(0, 2))
        {
            (await phone.Submit(form, null, Sheet(5, 5, 4, 3))).Is(200)
                .Says("Your count is in.").Says("5 at the table, 5 took part; A 4, B 3.");
        }
        // Another device of the table counts otherwise, and sees nothing of the first.
        using var other = Browser.At(area.East.Url);
        var theirs = (await other.Submit(await other.Get("/tables"), null, ("right", paper.Address))).Is(200);
        theirs.DoesNotSay("5 took part");
        var second = (await other.Get(theirs.Link("Enter a recount"))).Is(200);
        (await other.Submit(second, null, Sheet(5, 5, 4, 2))).Is(200).Says("differs from what was entered before");
        var recount = await phone.Get(
            (await phone.Get(PageOf(question, 1))).Says("counts of your table differ").Link("Enter a recount"));
        Assert.NotNull(recount.Document.QuerySelector("[name=isRecount][checked]"));
        (await phone.Submit(recount, null, [.. Sheet(5, 5, 4, 2), ("isRecount", "true")])).Is(200)
            .Says("Your count is in.");
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("1 of 2 tables is in.");
    }

    [Fact]
    public async Task On_the_day_the_code_itself_is_enough_however_it_is_typed()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        var plan = JsonNode.Parse((await area.Http.Get(at, scene.Lead)).Is(200).GetProperty("plan").GetRawText())!;
        plan["heldOn"] = RunningArea.Today.ToString("o", null);
        (await area.Http.Put(at, scene.Lead, plan, "*")).Is(200);
        var question = new RoomQuestion(
            at, $"{at}/questions/{Guid.CreateVersion7()}",
            [new(Guid.CreateVersion7()), new(Guid.CreateVersion7())]);
        foreach (var (place, table) in question.Tables.Index())
            (await area.Http.Put($"{at}/tables/{table}", scene.Lead, new LayTable((Animal)place, 6))).Is(201);
        (await area.Http.Put($"{at}/opening", scene.Lead)).Is(200);
        await scene.Open(area.Http, question, OfTwo);
        var code = (await Paper(scene, question)).Code;
        using var phone = Browser.At(area.East.Url);
        var door = (await phone.Get("/tables")).Is(200);
        // Two neighbours that have changed places make no other code.
        var swapped = $"{code[1]}{code[0]}{code[2..]}";
        if (swapped != code)
            (await phone.Submit(door, null, ("code", swapped))).Is(422).Says("Type the code as it is on the paper.");
        var seated = (await phone.Submit(door, null, ("code", $" {code[..3].ToLowerInvariant()} {code[3..]} ")))
            .Is(200);
        Assert.Equal(PageOf(question, 1), seated.Path);
        var form = (await phone.Get(seated.Link("Enter what we counted"))).Is(200);
        (await phone.Submit(form, null, Sheet(6, 6, 4, 3))).Is(200).Says("Your count is in.");
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{at}/closing", keeper)).Is(200);
        (await phone.Submit(door, null, ("code", code))).Is(422);
        Assert.Equal("/tables", (await phone.Get(PageOf(question, 1))).Is(200).Path);
    }

    [Fact]
    public async Task A_keeper_takes_a_code_back_and_whoever_had_it_is_asked_for_another()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var paper = await Paper(scene, question);
        using var phone = Browser.At(area.East.Url);
        var door = (await phone.Get("/tables")).Is(200);
        var table = (await phone.Submit(door, null, ("right", paper.Address))).Is(200).Says("The bee table");
        var form = (await phone.Get(table.Link("Enter what we counted"))).Is(200);
        using var lead = Browser.At(area.East, scene.Lead);
        var change = (await lead.Get($"/{question.Gathering}/tables/{question.Tables[1]}")).Is(200);
        foreach (var _ in Enumerable.Range(0, 2))
            (await lead.Submit(change, $"/{question.Gathering}/tables/{question.Tables[1]}/code")).Is(200);
        Assert.Equal("/tables", (await phone.Submit(form, null, Sheet(5, 5, 4, 3))).Is(200).Path);
        (await phone.Submit(door, null, ("right", paper.Address))).Is(422).Says("ask a keeper for another");
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).DoesNotSay(paper.Code);
        var now = await Paper(scene, question);
        pack.Says(now.Code).Says("Enter your counts here").Says("Cards for words").Says("I am here for my work");
        Assert.NotEqual(paper.Address, now.Address);
        Assert.Equal(2, pack.Document.QuerySelectorAll(".pn-pack__page > .pn-qr").Length);
    }

    [Fact]
    public async Task A_question_that_is_to_come_has_a_form_that_a_phone_keeps_and_nobody_sees()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asked = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var question = asked with { At = $"{asked.Gathering}/questions/{Guid.CreateVersion7()}" };
        (await area.Http.Put(question.At, scene.Lead, OfTwo with { Text = "What next?" })).Is(201);
        (await area.Http.Put($"{question.At}/readiness", scene.Lead)).Is(200);
        var paper = await Paper(scene, asked);
        using var phone = Browser.At(area.East.Url);
        var door = (await phone.Get("/tables")).Is(200);
        var draft = (await phone.Submit(door, null, ("right", paper.Address))).Is(200).DoesNotSay("What next?");
        Assert.Null(draft.Document.QuerySelector("[data-unopened]"));
        (await area.Http.Put($"{question.At}/readiness", scene.Other)).Is(200);
        var table = (await phone.Get(PageOf(question, 1))).Is(200).Says("Still to come").Says("What next?");
        Assert.Equal("Not open yet.", table.Document.QuerySelector("[data-unopened]")!.TextContent);
        var link = table.Document.QuerySelector($"[hidden] > a[href='{table.Path}/{question.At[^36..]}']")!;
        var form = await phone.Get(link.GetAttribute("href")!);
        form.Is(200).Says("This question has not been opened yet.");
        Assert.NotNull(form.Document.QuerySelector("[hidden] > form"));
        var early = (await phone.Submit(form, null, Sheet(5, 5, 4, 3))).Is(422);
        early.Says("This question has not been opened yet.");
        Assert.Null(early.Document.QuerySelector("[hidden] > form"));
        var kept = $"{PageOf(question, 1)}/{question.At[^36..]}/{Guid.CreateVersion7()}";
        (await phone.Put(kept, question.Hands(1, 5, 4, 3))).Is(409).Says("The question is not at that point");
        (await area.Http.Put($"{question.At}/opening", scene.Lead)).Is(200);
        (await phone.Put(kept, question.Hands(1, 5, 4, 3))).Is(201);
        var opened = (await phone.Get(PageOf(question, 1))).Is(200).DoesNotSay("Still to come");
        opened.Says("5 at the table, 5 took part; A 4, B 3.");
    }

    [Fact]
    public async Task What_a_phone_kept_is_entered_once_for_the_table_whose_paper_it_holds()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var kept = $"{PageOf(question, 1)}/{question.At[^36..]}/{Guid.CreateVersion7()}";
        using var phone = Browser.At(area.East.Url);
        (await phone.Put(kept, question.Hands(1, 5, 4, 3))).Is(404).Says("This code does not work");
        var paper = await Paper(scene, question);
        await phone.Submit((await phone.Get("/tables")).Is(200), null, ("right", paper.Address));
        (await phone.Put(kept, question.Hands(0, 6, 4, 3))).Is(404).Says("Table not found");
        // Of a table whose paper it does not hold, it enters nothing.
        var others = $"{PageOf(question, 0)}/{question.At[^36..]}/{Guid.CreateVersion7()}";
        (await phone.Put(others, question.Hands(0, 6, 4, 3))).Is(404).Says("This code does not work");
        (await phone.Put(kept, question.Hands(1, 5, 4, 3))).Is(201);
        (await phone.Put(kept, question.Hands(1, 5, 4, 3))).Is(200);
        (await phone.Put(kept, question.Hands(1, 5, 4, 2))).Is(409);
        (await phone.Get(PageOf(question, 1))).Is(200).Says("5 at the table, 5 took part; A 4, B 3.");
        // Another device that has the same paper neither reads nor repeats it.
        using var other = Browser.At(area.East.Url);
        await other.Submit((await other.Get("/tables")).Is(200), null, ("right", paper.Address));
        (await other.Put(kept, question.Hands(1, 5, 4, 3))).Is(409);
    }

    [Fact]
    public async Task One_phone_holds_the_papers_of_several_tables_each_with_its_own_counts()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        using var phone = Browser.At(area.East.Url);
        foreach (var (place, people) in new[] { (0, 6), (1, 5), (1, 5) })
        {
            var paper = await Paper(scene, question, place);
            var table = await phone.Submit((await phone.Get("/tables")).Is(200), "/tables", ("right", paper.Address));
            Assert.Equal(PageOf(question, place), table.Is(200).Path);
            var form = (await phone.Get($"{table.Path}/{question.At[^36..]}")).Is(200);
            (await phone.Submit(form, null, Sheet(people, people, 4, place))).Is(200).Says("Your count is in.");
            Assert.Equal(PageOf(question, place), form.Back());
        }
        var all = (await phone.Get("/tables")).Is(200).Says("Tables on this phone").Says("Its count is in.");
        Assert.Equal(
            [PageOf(question, 0), PageOf(question, 1)],
            all.Document.QuerySelectorAll("main h2 > a").Select(link => link.GetAttribute("href")));
        (await phone.Get(PageOf(question, 0))).Is(200).Says("6 at the table, 6 took part; A 4, B 0.");
        // One whose code was taken back is gone, and the other stays.
        (await area.Http.Put(
            $"{question.Gathering}/tables/{question.Tables[0]}/code", scene.Lead, new ChangeCode(2))).Is(200);
        (await phone.Get("/tables")).Is(200).Says("The bee table").DoesNotSay("The badger table");
        Assert.Equal("/tables", (await phone.Get(PageOf(question, 0))).Is(200).Path);
        var rest = (await phone.Get("/tables")).Is(200);
        (await phone.Get(PageOf(question, 1))).Is(200).Says("5 at the table, 5 took part; A 4, B 1.");
        (await phone.Submit(rest, "/tables/away")).Is(200).DoesNotSay("The bee table");
        Assert.Equal("/tables", (await phone.Get(PageOf(question, 1))).Is(200).Path);
    }

    [Fact]
    public async Task A_keeper_enters_counts_for_all_tables_on_one_phone_without_scanning_a_paper()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        var take = $"/{question.Gathering}/tables/on-this-phone";
        using var lead = Browser.At(area.East, scene.Lead);
        var gathering = (await lead.Get($"/{question.Gathering}")).Is(200);
        var tables = (await lead.Submit(gathering, take)).Is(200).Says("Tables on this phone");
        Assert.Equal("/tables", tables.Path);
        foreach (var (place, people) in new[] { (0, 6), (1, 5) })
        {
            var form = (await lead.Get($"{PageOf(question, place)}/{question.At[^36..]}")).Is(200);
            (await lead.Submit(form, null, Sheet(people, people, 4, 3))).Is(200).Says("Your count is in.");
        }
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("2 of 2 tables are in.");
        Assert.Equal($"/{question.Gathering}", (await lead.Get(take)).Is(200).Path);
        // Whoever has the phone after them holds no paper.
        await lead.Submit((await lead.Get("/sign-out")).Is(200), "/sign-out");
        (await lead.Get("/tables")).Is(200).DoesNotSay("Tables on this phone");
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}")).Is(200).DoesNotSay("Enter counts for tables");
        (await member.Post(take, (await member.Get("/sign-out")).Token())).Is(403);
        (await member.Get("/tables")).Is(200).DoesNotSay("Tables on this phone");
    }

    private static string PageOf(RoomQuestion question, int place) => $"/tables/{question.Tables[place]}";

    private async Task<(string Code, string Address)> Paper(Scene scene, RoomQuestion question, int place = 1)
    {
        var papers = (await area.Http.Get($"{question.Gathering}/paper", scene.Lead)).Is(200).GetProperty("tables");
        var right = papers[place].GetProperty("right").GetString()!;
        return (papers[place].GetProperty("code").GetString()!,
            $"{question.Gathering[^36..]}.{question.Tables[place]}.{right}");
    }

    private static (string, string)[] Sheet(int present, int tookPart, params int[] counts) =>
    [
        ("present", $"{present}"), ("tookPart", $"{tookPart}"),
        .. counts.Select((count, place) => ($"counts[{place}]", $"{count}")),
    ];
}
