using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.Sentences;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Questions that count nothing, from the agenda to the write-up.</summary>
public sealed class CountsNothingTests(RunningArea area)
{
    [Fact]
    public async Task A_warm_up_is_on_the_agenda_and_the_screen_and_takes_neither_a_count_nor_a_slip()
    {
        var scene = await (await Scene.Make(area)).Known();
        var warmUp = new AskQuestion { Kind = QuestionKind.WarmUp, Text = "Build a bridge." };
        var question = await scene.AQuestion(area.Http, warmUp, 6);
        (await area.Http.Put(question.Entry(0), scene.Lead, question.Hands(0, 6, 6)))
            .Refuses(422, "gathering.counts-nothing");
        var slip = (await scene.Slips(area.Http, question, 0, 1))[0];
        (await area.Http.Put($"{question.At}/slips", null, new SpendSlip(slip, ["A"])))
            .Refuses(422, "gathering.counts-nothing");
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{question.At}/count")).Is(404);
        var page = (await lead.Get($"/{question.Gathering}")).Is(200).DoesNotSay("Enter what a table has counted");
        Assert.Equal($"/{question.Gathering}/sentences", page.Link("What tables say"));
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("Build a bridge. Do it at your table.");
        pack.DoesNotSay("took part").Says("What your table writes");
        var screen = $"/{question.Gathering}/screen?question={question.At[^36..]}";
        (await lead.Get(screen)).Is(200).Says("in one line what it made").DoesNotSay("tables are");
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        (await lead.Get(screen)).Is(200).Says("This is over.");
        (await area.Http.Put($"{question.At}/handing-in", scene.Lead)).Refuses(404, "linked-room.not-shared");
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await area.Http.Put($"{question.Gathering}/closing", keeper)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}")).Is(200).Says("This is over. Nothing was counted.");
    }

    [Fact]
    public async Task A_pack_has_lines_for_each_table_on_which_it_writes_what_nobody_counts()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asks = new AskQuestion
        {
            Kind = QuestionKind.Reflection, Text = "What do you take home?", EasyText = "Think back.",
        };
        var question = await scene.AQuestion(area.Http, asks, 6, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("Leave out names of people and groups.")
            .Says("You are asked whether anybody on the web may read it.").Says("Think back.");
        var notes = pack.Document.QuerySelectorAll(".pn-pack__question");
        Assert.Equal(2, notes.Length);
        Assert.All(notes, one => Assert.Equal(6, one.QuerySelectorAll(".pn-pack__line").Length));
        Assert.All(notes, one => Assert.Contains("What do you take home?", one.TextContent, StringComparison.Ordinal));
        var vote = await scene.AQuestion(area.Http, GatheringAccess.AVote, 6);
        (await lead.Get($"/{vote.Gathering}/pack")).Is(200).DoesNotSay("What your table writes");
    }

    [Fact]
    public async Task Joining_is_a_step_of_the_afternoon_at_which_the_room_reads_what_tables_can_join()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http, 2);
        foreach (var (table, text) in ((int, string)[])[(0, "We decide together"), (1, "All of us decide, together")])
            await scene.AVotableSentence(area.Http, room, table, text);
        var offered = await scene.ASentence(area.Http, room, 1, "We are asked first");
        (await area.Http.Put(
            $"{offered}/agreements/{room.Tables[1]}", scene.Lead, new AgreeToSentence("We are asked first"))).Is(200);
        var joining = new RoomQuestion(room.At, $"{room.At}/questions/{Guid.CreateVersion7()}", [.. room.Tables]);
        await scene.Open(area.Http, joining, new() { Kind = QuestionKind.Joining, Text = "What is alike?" });
        using var lead = Browser.At(area.East, scene.Lead);
        const string Said = "Two tables whose sentences say nearly the same write one together. Each table agrees";
        (await lead.Get($"/{room.At}/pack")).Is(200).Says($"What is alike? {Said}")
            .Says("Two tables can write one sentence together.");
        var screen = (await lead.Get($"/{room.At}/screen")).Is(200).Says(Said).DoesNotSay("badger");
        string[] both = ["“We decide together”", "“All of us decide, together”"];
        Assert.Equal(both, screen.Document.QuerySelectorAll(".pn-big li").Select(line => line.TextContent));
        foreach (var page in new[] { screen, (await lead.Get($"/{room.At}")).Is(200) })
        {
            var said = (await lead.Get(page.Link("What tables say"))).Is(200);
            (await lead.Get(said.Link("Join sentences"))).Is(200).Says("Which do you join?");
        }
        (await area.Http.Put($"{joining.At}/closing", scene.Lead)).Is(200);
        (await lead.Get($"/{room.At}/screen?question={joining.At[^36..]}")).Is(200).Says("This is over.")
            .Says(both[0]);
    }

    [Fact]
    public async Task Questions_and_answers_lead_to_barriers()
    {
        var scene = await (await Scene.Make(area)).Known();
        var asks = new AskQuestion { Kind = QuestionKind.QuestionsAndAnswers, Text = "What stops you?" };
        var question = await scene.AQuestion(area.Http, asks, 6);
        var from = $"/barriers/new?gathering={question.Gathering[^36..]}";
        using var lead = Browser.At(area.East, scene.Lead);
        var page = (await lead.Get($"/{question.Gathering}")).Is(200);
        Assert.Equal($"/{scene.At}{from}", page.Link("Say what gets in the way"));
        (await area.Http.Put($"{question.At}/closing", scene.Lead)).Is(200);
        using var stranger = Browser.At(area.East, scene.Stranger);
        var screen = (await stranger.Get($"/{question.Gathering}/screen")).Is(200);
        Assert.Equal("/barriers", screen.Link("What gets in the way"));
    }

    [Fact]
    public async Task Whoever_belongs_to_one_of_its_groups_says_what_gets_in_the_way_or_is_to_be_done()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http);
        var from = $"new?gathering={question.Gathering[^36..]}";
        using var member = Browser.At(area.East, scene.Member);
        var page = (await member.Get($"/{question.Gathering}")).Is(200);
        Assert.Equal($"/{scene.At}/barriers/{from}", page.Link("Say what gets in the way"));
        (await member.Get(page.Link("Say what gets in the way"))).Is(200);
        var step = (await member.Get(page.Link("Write down a next step"))).Is(200);
        Assert.Equal(question.Gathering[^36..], step.Value("gatheringId"));
        using var stranger = Browser.At(area.East, scene.Stranger);
        (await stranger.Get($"/{question.Gathering}")).Is(200).DoesNotSay("Say what gets in the way");
    }

    [Fact]
    public async Task After_a_question_for_words_the_screen_shows_what_tables_have_agreed_to_and_never_which_table()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(area.Http);
        var words = new RoomQuestion(room.At, $"{room.At}/questions/{Guid.CreateVersion7()}", [.. room.Tables]);
        await scene.Open(area.Http, words, new() { Kind = QuestionKind.Words, Text = "What makes it work?" });
        await scene.ASentence(area.Http, room, 0, "Not read back yet");
        await Agreed(SentenceKind.Sentence, "Nobody is left out of it");
        await Agreed(SentenceKind.Word, "Trust");
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Get($"/{room.At}/screen")).Is(200).Says("A silent minute first.").DoesNotSay("Trust");
        (await area.Http.Put($"{words.At}/closing", scene.Lead)).Is(200);
        var screen = (await lead.Get($"/{room.At}/screen")).Is(200);
        screen.DoesNotSay("Not read back").DoesNotSay("Badger").DoesNotSay("badger");
        var said = screen.Document.QuerySelectorAll(".pn-big li").Select(line => line.TextContent);
        Assert.Equal(["“Trust”", "“Nobody is left out of it”"], said);
        var back = words with { At = $"{room.At}/questions/{Guid.CreateVersion7()}" };
        await scene.Open(area.Http, back, new() { Kind = QuestionKind.Reflection, Text = "What do you take home?" });
        (await area.Http.Put($"{back.At}/closing", scene.Lead)).Is(200);
        (await lead.Get($"/{room.At}/screen")).Is(200).Says("“Nobody is left out of it”").DoesNotSay("Trust");

        async Task Agreed(SentenceKind kind, string text)
        {
            var at = room.New();
            (await area.Http.Put(at, scene.Lead, room.Says(0, text) with { Kind = kind })).Is(201);
            (await area.Http.Put($"{at}/agreements/{room.Tables[0]}", scene.Lead, new AgreeToSentence(text))).Is(200);
        }
    }
}
