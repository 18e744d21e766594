using PeerNet.Contracts;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Sentences;

/// <summary>Writing, joining and voting on sentences, in a browser without JavaScript.</summary>
public sealed class SentencePageTests(RunningArea area)
{
    private const string AtHome = "People in this area who are signed in can read it.",
        Everywhere = "Anybody can read it, on the web and without signing in.";

    [Fact]
    public async Task A_keeper_writes_what_tables_say_joins_it_and_asks_the_room()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        using var lead = Browser.At(area.East, scene.Lead);
        using var member = Browser.At(area.East, scene.Member);
        var gathering = (await lead.Get($"/{room.At}")).Is(200);
        var list = (await lead.Get(gathering.Link("What tables say"))).Is(200).Says("No table has agreed");
        var form = (await lead.Get(list.Link("Write down what a table says"))).Is(200);
        (await lead.Submit(form, null)).Is(422).Says("Enter what is said").Says("Choose the table.");
        var urls = new List<string>();
        foreach (var (place, text) in new[] { (0, "We decide together"), (1, "Nobody is left out") })
        {
            var fresh = (await lead.Get($"{list.Path}/new")).Is(200);
            (string, string)[] typed = [("text", text), ("tableId", $"{room.Tables[place]}"), ("kind", "definition")];
            var draft = (await lead.Submit(fresh, null, typed)).Is(200).Says("Draft").Says(text);
            Assert.Equal(draft.Path, (await lead.Submit(fresh, null, typed)).Is(200).Path);
            (await lead.Submit(fresh, null, [.. typed[1..], ("text", "Something else")])).Is(422)
                .Says("You have added that one already.");
            (await member.Get(draft.Path)).Is(404);
            var agreed = (await lead.Submit(draft, $"{draft.Path}/agreements/{room.Tables[place]}")).Is(200)
                .Says("Agreed aloud.");
            (await lead.Submit(agreed, $"{draft.Path}/voting")).Is(200).Says("it stays as it is");
            urls.Add(draft.Path);
        }
        var join = (await lead.Get((await lead.Get(list.Path)).Link("Join sentences"))).Is(200);
        var parents = urls.Select(url => ("from", url[^36..])).ToArray();
        (await lead.Submit(join, null, parents[0], ("text", "As one"))).Is(422).Says("Choose at least two");
        var joined = (await lead.Submit(join, null, [.. parents, ("text", "We decide,\nand nobody is left out")]))
            .Is(200).Says("We decide, and nobody is left out").Says("a few tables").Says("Nobody is left out");
        (await lead.Post($"{joined.Path}/voting", joined.Token())).Is(422).Says("Read it back to each");
        Assert.False((await member.Get(list.Path)).Is(200).Has("and nobody is left out"));
        foreach (var table in room.Tables)
            (await lead.Submit(joined, $"{joined.Path}/agreements/{table}")).Is(200);
        (await lead.Submit(await lead.Get(joined.Path), $"{joined.Path}/voting")).Is(200);
        var ask = (await lead.Get($"{list.Path}/vote")).Is(200);
        var ticked = urls.Append(joined.Path).Select(url => ("sentences", url[^36..])).ToArray();
        (await lead.Submit(ask, null, ticked[0], ("text", "Which?"))).Is(422).Says("Choose at least two sentences");
        (await lead.Submit(ask, null, ticked)).Is(422).Says("Enter what is asked.");
        (await lead.Submit(ask, null, [.. ticked, ("text", "Which could you live with?")])).Is(200)
            .Says("Which could you live with?");
        // Whoever goes back to the form asks something else as well, and not instead.
        (await lead.Submit(ask, null, [.. ticked, ("text", "Which is kindest?")])).Is(422)
            .Says("You have added that one already.");
        var change = (await lead.Get($"/{room.At}/questions/{ask.Value("id")}/change")).Is(200);
        change.Says("We decide together").Says("Which could you live with?");
        (await lead.Submit(change, null, ("text", "Which ones?"))).Is(200).Says("Which ones?");
        var child = (await member.Get(urls[0])).Is(200).Says("What it was joined into");
        Assert.Empty(child.Document.QuerySelectorAll("main form"));
    }

    [Fact]
    public async Task A_table_says_with_its_yes_whether_other_areas_read_it_and_can_think_again()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        string[] parents =
        [
            await scene.AVotableSentence(area.Http, room, 0, "Together"),
            await scene.AVotableSentence(area.Http, room, 1, "As equals"),
        ];
        var join = room.New();
        (await area.Http.Put(join, scene.Lead, RoomOfSentences.Joined(parents))).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        using var member = Browser.At(area.East, scene.Member);
        (await lead.Get($"/{parents[0]}")).Is(200).Says(AtHome);
        var draft = (await lead.Get($"/{join}")).Is(200).Says("“Can anybody read this, on the web");
        var yes = room.Tables.Select(table => $"/{join}/agreements/{table}").ToArray();
        var all = ("readers", "allAreas");
        // Left alone, the question says what stays in the area.
        (await lead.Submit(draft, yes[0])).Is(200).Says("Draft");
        var agreed = (await lead.Submit(draft, yes[1], all)).Is(200).Says(AtHome);
        var open = agreed.Document.Forms.Select(form => form.GetAttribute("action")).ToList();
        Assert.Equal(yes, open.Where(action => yes.Contains(action)));
        agreed = (await lead.Submit(agreed, yes[0], all)).Is(200)
            .Says("Once it is put to the vote, anybody can read it, on the web and without signing in.");
        (await lead.Submit(agreed, $"/{join}/voting")).Is(200).Says(Everywhere);
        var read = (await member.Get($"/{join}")).Is(200).Says(Everywhere);
        Assert.Empty(read.Document.QuerySelectorAll("main form"));
        (await lead.Submit(agreed, yes[1], ("readers", "myArea"))).Is(200).Says(AtHome);
        (await member.Get($"/{join}")).Is(200).Says(AtHome);
    }

    [Fact]
    public async Task After_the_gathering_a_table_takes_back_what_other_areas_read()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var at = await scene.ASentence(area.Http, room, 0, "Together");
        var heard = new AgreeToSentence("Together") { Readers = Readers.AllAreas };
        (await area.Http.Put($"{at}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        (await area.Http.Put($"{at}/voting", scene.Lead)).Is(200);
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{room.At}/closing", keeper)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        Assert.Empty((await member.Get($"/{at}")).Is(200).Document.QuerySelectorAll("main form"));
        using var lead = Browser.At(area.East, scene.Lead);
        var shared = (await lead.Get($"/{at}")).Is(200).Says(Everywhere)
            .Says("They cannot be shared again.");
        var back = (await lead.Submit(shared, $"/{at}/agreements/{room.Tables[0]}")).Is(200)
            .Says(AtHome).DoesNotSay("They cannot be shared again.");
        (await lead.Submit(shared, $"/{at}/agreements/{room.Tables[0]}")).Is(200);
        (await lead.Submit(shared, $"/{at}/agreements/{room.Tables[0]}", ("readers", "allAreas"))).Is(422)
            .Says("The gathering is not open any more.");
        Assert.Equal(shared.Path, back.Path);
    }

    [Fact]
    public async Task A_keeper_corrects_a_draft_withdraws_a_sentence_and_takes_a_name_out()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var at = $"/{await scene.ASentence(area.Http, room, 0, "Ask Robin first")}";
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get(at)).Is(200);
        var change = (await lead.Get(page.Link("Change it"))).Is(200);
        Assert.Equal("Ask Robin first", change.Document.QuerySelector("textarea")!.TextContent);
        (await lead.Submit(change, null, ("text", " "))).Is(422).Says("Enter what is said");
        var changed = (await lead.Submit(change, null, ("text", "Ask Robin and us"))).Is(200).Says("Ask Robin and us");
        (await lead.Submit(change, null, ("text", "Robin alone"))).Is(422).Says("Another keeper has changed it.");
        (await lead.Submit(page, $"{at}/agreements/{room.Tables[0]}")).Is(422).Says("Read it back as it is now.");
        (await lead.Submit(changed, $"{at}/agreements/{room.Tables[0]}")).Is(200);
        (await lead.Submit(changed, $"{at}/take-out", ("words", "Kim"))).Is(422).Says("not in it");
        (await lead.Submit(changed, $"{at}/take-out", ("words", "Robin"))).Is(200).Says("Ask [taken out] and us")
            .Says($"A keeper for {Scene.Description.Name} has taken words out.")
            .DoesNotSay("A coordinator has taken words out.");
        (await lead.Submit(changed, $"{at}/take-out", ("words", "and"))).Is(200);
        (await lead.Submit(changed, $"{at}/take-out", ("words", "us"))).Is(200);
        (await lead.Submit(changed, $"{at}/take-out", ("words", "Ask"))).Is(422).Says("nothing left to read");
        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        var read = (await coordinator.Get(at)).Is(200);
        (await coordinator.Submit(read, $"{at}/take-out", ("words", "Ask"))).Is(200).Says("A coordinator has");
        (await lead.Submit(changed, $"{at}/withdraw")).Is(200).Says("Withdrawn.");
        (await lead.Submit(change, null, ("text", "Again"))).Is(422).Says("Somebody has withdrawn it.");
        (await lead.Get($"/{room.At}/sentences/{Guid.CreateVersion7()}")).Is(404);
    }

    [Fact]
    public async Task Those_that_stand_are_read_side_by_side_with_what_they_were_joined_from()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, tables: 2);
        var mark = $"{Guid.CreateVersion7()}"[^6..];
        string[] texts = [$"Together {mark}", $"As equals {mark}", $"Kindly {mark}"];
        var sentences = new List<string>();
        foreach (var text in texts) sentences.Add(await scene.AVotableSentence(area.Http, room, 0, text));
        var join = room.New();
        (await area.Http.Put(join, scene.Lead, RoomOfSentences.Joined(sentences[0], sentences[2]))).Is(201);
        var heard = new AgreeToSentence($"As one {RunningArea.Canary}");
        (await area.Http.Put($"{join}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        (await area.Http.Put($"{join}/voting", scene.Lead)).Is(200);
        await scene.AVoteOn(area.Http, room, [join, sentences[1], sentences[2]], [6, 5, 1], [5, 6, 2]);
        using var stranger = Browser.At(area.East, scene.Stranger);
        var standing = (await stranger.Get("/sentences")).Is(200).Says(texts[1]).Says(RunningArea.Canary);
        var card = standing.Document.QuerySelectorAll("main li.pn-card")
            .Single(one => one.TextContent.Contains(texts[0], StringComparison.Ordinal));
        Assert.Contains(texts[2], card.QuerySelector("ul")!.TextContent, StringComparison.Ordinal);
        Assert.Contains("More than half", card.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain(
            texts[2], standing.Document.QuerySelectorAll("main h3").Select(heading => heading.TextContent.Trim()));
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{room.At}/closing", keeper)).Is(200);
        (await stranger.Get($"/{room.At}/sentences")).Is(200).Says("It does not stand.");
    }

    [Fact]
    public async Task Nobody_but_keepers_reaches_the_forms()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var at = $"/{await scene.AVotableSentence(area.Http, room)}";
        using var member = Browser.At(area.East, scene.Member);
        var token = (await member.Get("/groups/new")).Token();
        foreach (var form in (string[])["new", "join", "vote"])
        {
            (await member.Get($"/{room.At}/sentences/{form}")).Is(403);
            (await member.Post($"/{room.At}/sentences/{form}", token)).Is(403);
        }
        (await member.Get($"{at}/change")).Is(403);
        foreach (var act in (string[])["change", "voting", "withdraw", "take-out", $"agreements/{room.Tables[0]}"])
            (await member.Post($"{at}/{act}", token)).Is(403);
        (await member.Get($"/{room.At}/sentences")).Is(200).DoesNotSay("Write down what a table says");
    }
}
