using System.Text.RegularExpressions;
using PeerNet.Contracts;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Contracts.Sentences;
using PeerNet.Gateway.Tests.Barriers;
using PeerNet.Gateway.Tests.NextSteps;
using PeerNet.Gateway.Tests.Pages;
using PeerNet.Gateway.Tests.Sentences;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What everybody reads of a gathering once it is over, on a page and in print.</summary>
public sealed partial class WriteUpTests(RunningArea area)
{
    private ApiClient Http => area.Http;

    [Fact]
    public async Task It_says_who_does_each_next_step_and_how_it_stands_when_it_was_kept_or_given_up_too()
    {
        var (scene, second, at) = await AnOpenGathering();
        var names = (Ours: Scene.Description.Name, Theirs: GatheringsInAScene.SecondName);
        await AStep("Ask for a bench");
        var open = await AStep("Ask for a lamp");
        await Take(open);
        var kept = await AStep("Ask for a path");
        await Take(kept);
        (await Http.Put($"{kept}/done", scene.Lead)).Is(200);
        (await Http.Put($"{kept}/kept", scene.Other, new KeepNextStep(second))).Is(200);
        var dropped = await AStep("Ask for a fountain");
        (await Http.Put($"{dropped}/dropped", scene.Lead, new DropNextStep("The square is full"))).Is(200);
        (await Http.Put($"next-steps/{Guid.CreateVersion7()}", scene.Lead, StepsInAScene.AStep(scene.Group, second)
            with { Text = "From somewhere else" })).Is(201);
        await Close(scene, at);
        var day = RunningArea.Today.AddDays(200);
        var by = $", by {day.DayOfWeek} {day.Day} {day.ToString("MMMM", null)} {day.Year}";
        var text = await TextOf(scene.Stranger, at);
        foreach (var said in (string[])
            [
                $"Ask for a bench{by} Nobody has taken it on yet.",
                $"Ask for a lamp{by} {names.Ours}: It is moving",
                $"Ask for a path{by} {names.Ours}: It was kept.",
                $"Ask for a fountain{by} It was given up.",
            ]) Assert.Contains(said, text, StringComparison.Ordinal);
        Assert.DoesNotContain("somewhere else", text, StringComparison.Ordinal);

        async Task<string> AStep(string says)
        {
            var step = $"next-steps/{Guid.CreateVersion7()}";
            var written = StepsInAScene.AStep(scene.Group, second) with { Text = says, GatheringId = IdOf(at) };
            (await Http.Put(step, scene.Lead, written)).Is(201);
            return step;
        }

        async Task Take(string step) =>
            (await Http.Put($"{step}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
    }

    [Fact]
    public async Task It_says_what_was_raised_there_and_what_the_role_has_answered_since()
    {
        var (scene, _, at) = await AnOpenGathering();
        var role = await scene.ARole(Http);
        var answered = await Raise("We wait nine weeks.", IdOf(at));
        var barrier = new AnsweredBarrier(answered, new(Guid.CreateVersion7()));
        await Raise("Nobody told us.", IdOf(at));
        (await Http.Put($"{await Raise("Robin did it.", IdOf(at))}/withdrawal", scene.Lead)).Is(200);
        await Raise("Not said there.", null);
        await Close(scene, at);
        (await Http.Put(barrier.Answer, scene.Stranger, BarriersInAScene.Can)).Is(200);
        var addition = $"{answered}/additions/{Guid.CreateVersion7()}";
        (await Http.Put(addition, scene.Stranger, new AddToAnswer("They start in May."))).Is(200);
        var text = await TextOf(scene.Member, at);
        foreach (var said in (string[])
            [
                $"We wait nine weeks. {Scene.Description.Name} asks: Housing lead {RunningArea.Canary} Answered.",
                "They said: “Yes, I can”.",
                $"What I can do: {BarriersInAScene.Can.WhatICan}",
                ": They start in May.",
                "Nobody told us.",
                "Raised. Nobody has answered yet.",
            ]) Assert.Contains(said, text, StringComparison.Ordinal);
        foreach (var other in (string[])["Robin", "Not said there."])
            Assert.DoesNotContain(other, text, StringComparison.Ordinal);

        async Task<string> Raise(string says, GatheringId? gathering)
        {
            var raised = $"barriers/{Guid.CreateVersion7()}";
            var raise = scene.WeWait(role) with { Text = says, GatheringId = gathering };
            (await Http.Put(raised, scene.Member, raise)).Is(201);
            return raised;
        }
    }

    [Fact]
    public async Task It_has_what_tables_agreed_to_and_neither_a_draft_nor_what_was_withdrawn()
    {
        var scene = await (await Scene.Make(area)).Known();
        var room = await scene.ARoomOfSentences(Http, 2);
        await scene.ASentence(Http, room, 0, "Not read back yet");
        var offered = await scene.ASentence(Http, room, 0, "We know this place");
        var heard = new AgreeToSentence("We know this place");
        (await Http.Put($"{offered}/agreements/{room.Tables[0]}", scene.Lead, heard)).Is(200);
        string[] votable =
        [
            await scene.AVotableSentence(Http, room, 0, "Sharing power"),
            await scene.AVotableSentence(Http, room, 1, "Together"),
        ];
        var withdrawn = await scene.AVotableSentence(Http, room, 1, "Ask Robin");
        (await Http.Put($"{withdrawn}/withdrawal", scene.Lead)).Is(200);
        await scene.AVoteOn(Http, room, votable, [6, 1], [6, 0]);
        await Close(scene, room.At);
        foreach (var reader in new[] { scene.Lead, scene.Member })
        {
            var text = await TextOf(reader, room.At);
            foreach (var said in (string[])
                [
                    "We know this place",
                    "Sharing power More than half of those who voted like it.",
                    "Together It does not stand.",
                ]) Assert.Contains(said, text, StringComparison.Ordinal);
            foreach (var other in (string[])["Not read back yet", "Ask Robin"])
                Assert.DoesNotContain(other, text, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task It_says_of_how_many_tables_the_words_are_that_stand_if_there_were_enough()
    {
        Assert.Contains("stand include words from 5 of the 6 tables.", await AfterAVote(6), StringComparison.Ordinal);
        Assert.Contains("include words from some of the tables.", await AfterAVote(4), StringComparison.Ordinal);
        Assert.DoesNotContain("include words from", await AfterAVote(3), StringComparison.Ordinal);

        // Each table says a sentence, and all but the last one's stand.
        async Task<string> AfterAVote(int tables)
        {
            var scene = await (await Scene.Make(area)).Known();
            var room = await scene.ARoomOfSentences(Http, tables);
            List<string> said = [];
            for (var table = 0; table < tables; table++)
                said.Add(await scene.AVotableSentence(Http, room, table, $"Sentence {table}"));
            int[] hands = [.. Enumerable.Repeat(6, tables - 1), 0];
            await scene.AVoteOn(Http, room, [.. said], [.. Enumerable.Repeat(hands, tables)]);
            await Close(scene, room.At);
            return await TextOf(scene.Member, room.At);
        }
    }

    [Fact]
    public async Task Numbers_that_nobody_outside_may_be_told_are_called_so()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            Http, GatheringAccess.AVote with { Options = ["Together", "Apart"] }, 6, 6, 6);
        for (var table = 0; table < 3; table++)
            (await Http.Put(question.Entry(table), scene.Lead, question.Hands(table, 6, 6, 1))).Is(201);
        await Close(scene, question.Gathering);
        var text = await TextOf(scene.Member, question.Gathering);
        Assert.Contains("18 of 18: Together", text, StringComparison.Ordinal);
        Assert.Contains("These numbers are for people of this area.", text, StringComparison.Ordinal);
        Assert.DoesNotContain("You can tell anybody these numbers", text, StringComparison.Ordinal);
    }

    private async Task<(Scene Scene, GroupId Second, string At)> AnOpenGathering()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(Http);
        var at = await scene.AGathering(Http, second);
        (await Http.Put($"{at}/keepers/{second}", scene.Other)).Is(200);
        (await Http.Put($"{at}/opening", scene.Lead)).Is(200);
        return (scene, second, at);
    }

    private async Task Close(Scene scene, string at)
    {
        foreach (var keeper in new[] { scene.Lead, scene.Other })
            (await Http.Put($"{at}/closing", keeper)).Is(200);
    }

    // As it is read aloud: the write-up alone, whatever its lines.
    private async Task<string> TextOf(Person reader, string at)
    {
        using var browser = Browser.At(area.East, reader);
        var page = (await browser.Get($"/{at}")).Is(200);
        return Spaces().Replace(page.Document.QuerySelector(".pn-write-up")!.TextContent, " ");
    }

    private static GatheringId IdOf(string at) => new(new(at[^36..]));

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
