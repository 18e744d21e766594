using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Lenses;
using PeerNet.Gateway.Tests.Lenses;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.Sentences;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>The ladders and models that lie on the tables, over HTTP and in a browser without JavaScript.</summary>
public sealed class LensesOfGatheringTests(RunningArea area)
{
    // Three that come with PeerNet; nobody has described the last.
    private const string Ladder = "019a0000-0000-7000-8000-000000000002";
    private const string Pi = "019a0000-0000-7000-8000-000000000007";
    private const string Leaf = "019a0000-0000-7000-8000-000000000009";
    private const string LadderCredit = "National Co-production Advisory Group and Think Local Act Personal.";
    private const string PiCredit = "4Pi National Involvement Standards.";

    private ApiClient Http => area.Http;

    [Fact]
    public async Task A_plan_has_lenses_of_the_area_which_stay_as_they_are_from_then_on()
    {
        var scene = await (await Scene.Make(area)).Known();
        var plan = GatheringAccess.APlan(scene.Group, await scene.ASecondGroup(Http));
        var at = $"gatherings/{Guid.CreateVersion7()}";
        var lens = await LensAccess.ALens(Http, scene);
        var other = await LensAccess.ALens(Http, scene);
        LensId[] four = [IdOf(Ladder), IdOf(Pi), IdOf(lens), IdOf(other)];
        foreach (var wrong in (LensId[][])[four, [four[0], four[0]], [IdOf(Leaf)], [new(Guid.CreateVersion7())]])
            (await Http.Put(at, scene.Lead, plan with { Lenses = [.. wrong] }))
                .Refuses(422, "gathering.field", "lenses");
        // Whoever may not plan it does not keep a coordinator from changing a lens.
        (await Http.Put(at, scene.Stranger, plan with { Lenses = [IdOf(lens)] }))
            .Refuses(403, "gathering.leads-only");
        (await Http.Put(lens, scene.Coordinator, LensAccess.AText with { Version = "2027" })).Is(200);

        ImmutableArray<LensId> chosen = [IdOf(lens), IdOf(Pi)];
        (await Http.Put(at, scene.Lead, plan with { Lenses = chosen })).Is(201);
        (await Http.Put(at, scene.Lead, plan with { Lenses = chosen })).Is(200);
        var read = (await Http.Get(at, scene.Stranger)).Is(200).Deserialize<GatheringDetails>(PeerNetJson.Options)!;
        Assert.Equal(chosen, read.Plan.Lenses);
        (await Http.Put(lens, scene.Coordinator, LensAccess.AText)).Refuses(409, "lens.in-use");
        (await Http.Put(other, scene.Coordinator, LensAccess.AText with { Version = "2027" })).Is(200);
    }

    [Fact]
    public async Task Keepers_tick_them_while_it_is_planned()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(Http);
        using var lead = Browser.At(area.East, scene.Lead);
        // What nobody has described has nothing to lie on a table.
        var form = (await lead.Get($"/gatherings/new?group={scene.Group}")).Is(200).Says("4Pi").DoesNotSay("The leaf");
        (string, string)[] typed =
            [("title", "A room"), ("heldOn", $"{RunningArea.Today.AddDays(7):yyyy-MM-dd}"),
            ("startsAt", "14:00"), ("groups", $"{second}")];
        var tooMany = Enumerable.Range(1, 4).Select(number => ("lenses", $"{Ladder[..^1]}{number}"));
        var wrong = (await lead.Submit(form, null, [.. typed, .. tooMany])).Is(422).Says("Choose up to three.");
        Assert.Equal(4, Ticked(wrong).Length);
        var planned = (await lead.Submit(wrong, null, [.. typed, ("lenses", Ladder), ("lenses", Pi)])).Is(200)
            .Says("On the tables").Says(LadderCredit).Says(PiCredit);
        Assert.Equal($"/lenses/{Pi}", planned.Link("4Pi"));

        (await Http.Put($"{planned.Path[1..]}/keepers/{second}", scene.Other)).Is(200);
        using var other = Browser.At(area.East, scene.Other);
        form = (await other.Get($"{planned.Path}/change")).Is(200);
        Assert.Equal([Pi, Ladder], Ticked(form).OrderDescending());
        form = (await other.Submit(form, null, ("lenses", Pi))).Is(200).Says(PiCredit).DoesNotSay(LadderCredit);
        (await lead.Submit((await lead.Get($"{planned.Path}/change")).Is(200), null, ("minutes", "60"))).Is(200)
            .Says(PiCredit);
    }

    [Fact]
    public async Task The_pack_the_screen_beside_sentences_and_the_write_up_name_them_with_their_credit()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(Http);
        var at = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(scene.Group, second) with { Lenses = [IdOf(Ladder), IdOf(Pi)] };
        (await Http.Put(at, scene.Lead, plan)).Is(201);
        (await Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        var room = new RoomOfSentences(at, [new(Guid.CreateVersion7())]);
        (await Http.Put($"{at}/tables/{room.Tables[0]}", scene.Lead, new LayTable(Animal.Otter, 6))).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        var pages = (await lead.Get($"/{at}/pack")).Is(200).Document.QuerySelectorAll(".pn-pack__page")
            .Select(page => page.TextContent).ToList();
        var ofLadder = Assert.Single(pages, page => page.Contains("Coercion", StringComparison.Ordinal));
        foreach (var says in (string[])["Ladder of co-production", "Co-design", LadderCredit])
            Assert.Contains(says, ofLadder, StringComparison.Ordinal);
        Assert.DoesNotContain("4Pi", ofLadder, StringComparison.Ordinal);
        Assert.Single(pages, page => page.Contains(PiCredit, StringComparison.Ordinal));

        (await Http.Put($"{at}/opening", scene.Lead)).Is(200);
        var question = new RoomQuestion(at, $"{at}/questions/{Guid.CreateVersion7()}", [.. room.Tables]);
        await scene.Open(Http, question, new() { Kind = QuestionKind.Joining, Text = "Join two." });
        var screen = (await lead.Get($"/{at}/screen")).Is(200).Says("Join two.").DoesNotSay(PiCredit);
        await scene.AVotableSentence(Http, room, 0, "Sharing power");
        screen = (await lead.Get($"/{at}/screen")).Is(200).Says("“Sharing power”").Says("4Pi").Says(PiCredit);
        Assert.Empty(screen.Document.QuerySelectorAll($"a[href='/lenses/{Pi}']"));

        foreach (var keeper in new[] { scene.Lead, scene.Other }) (await Http.Put($"{at}/closing", keeper)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        var over = (await member.Get($"/{at}")).Is(200);
        var writeUp = over.Document.QuerySelector(".pn-write-up")!.TextContent;
        Assert.Contains(LadderCredit, writeUp, StringComparison.Ordinal);
        Assert.Equal(2, over.Text.Split(PiCredit).Length);
    }

    private static LensId IdOf(string at) => new(new(at[^36..]));

    private static string[] Ticked(Shown page) =>
        [.. page.Document.QuerySelectorAll("[name=lenses][checked]").Select(box => box.GetAttribute("value")!)];
}
