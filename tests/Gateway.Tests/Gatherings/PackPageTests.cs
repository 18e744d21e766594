using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.NextSteps.StepsInAScene;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>What a room without phones has: the pack on paper, and the screen.</summary>
public sealed class PackPageTests(RunningArea area)
{
    [Fact]
    public async Task What_is_still_to_do_is_met_on_paper_and_on_the_screen_with_who_does_it_and_how_it_stands()
    {
        var scene = await (await Scene.Make(area)).Known();
        var second = await scene.ASecondGroup(area.Http);
        var before = await scene.AGathering(area.Http, second);
        var step = AStep(scene.Group, second) with { GatheringId = new(new(before[^36..])) };
        var at = $"next-steps/{Guid.CreateVersion7()}";
        (await area.Http.Put(at, scene.Lead, step)).Is(201);
        (await area.Http.Put($"{at}/owner", scene.Lead, new TakeOnNextStep(scene.Group))).Is(200);
        var next = $"gatherings/{Guid.CreateVersion7()}";
        var plan = GatheringAccess.APlan(scene.Group, second) with { Previous = step.GatheringId };
        (await area.Http.Put(next, scene.Lead, plan)).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        foreach (var page in (string[])["", "/pack", "/screen"])
        {
            (await lead.Get($"/{next}{page}")).Is(200).Says("Still to do from last time").Says(step.Text)
                .Says($"{Scene.Description.Name}: It is moving");
        }
        Assert.Equal($"/{at.Replace("next-", "")}", (await lead.Get($"/{next}")).Link(step.Text));
        (await lead.Get($"/{before}")).Is(200).DoesNotSay("Still to do");
    }

    [Fact]
    public async Task A_pack_has_a_sheet_for_each_table_and_question_and_drafts_are_not_in_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            area.Http, GatheringAccess.AVote with { Text = "Which?", Options = ["Together", "Apart"] }, 6, 5);
        var draft = GatheringAccess.AVote with { Text = "Not yet" };
        (await area.Http.Put($"{question.Gathering}/questions/{Guid.CreateVersion7()}", scene.Lead, draft)).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("Questions that are still drafts");
        // An agenda, the same in easy words, a sheet and a code for each table, and two kinds of cards.
        Assert.Equal(8, pack.Document.QuerySelectorAll(".pn-pack__page").Length);
        Assert.Equal(2, Count(pack, "Count twice, write once."));
        // Eleven people can each hold up a card, of either colour, and write a word.
        Assert.Equal(11, pack.Document.QuerySelectorAll(".pn-cards__one--own").Length);
        Assert.Equal(11, pack.Document.QuerySelectorAll(".pn-cards__one--role").Length);
        Assert.Equal(33, pack.Document.QuerySelectorAll(".pn-cards__one").Length);
        pack.DoesNotSay("Not yet").DoesNotSay("Sam ").DoesNotSay("Cards for the corners").DoesNotSay("a bowl");
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}/pack")).Is(403);
    }

    [Fact]
    public async Task A_pack_says_what_happens_at_the_door_and_has_cards_for_the_corners_and_for_the_bowl()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(
            area.Http, new() { Kind = QuestionKind.Quiz, Text = "Is this co-production?" }, 5, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        var quiz = (await lead.Get($"/{question.Gathering}/pack")).Is(200).DoesNotSay("a bowl")
            .Says("At the door, take a dot").Says("no two dots are alike")
            .Says("An advocate or supporter can raise a hand for somebody. It is counted once.");
        Assert.Equal(
            ["Yes", "No", "Maybe", "It depends"],
            quiz.Document.QuerySelectorAll(".pn-cards__corner").Select(card => card.TextContent));
        var asks = new AskQuestion { Kind = QuestionKind.QuestionsAndAnswers, Text = "What stops you?" };
        await scene.Open(area.Http, question.Another(), asks);
        var both = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says("Put them all into a bowl");
        // A card for the word and for the question of each of ten people, and two for where they come from.
        Assert.Equal(40, both.Document.QuerySelectorAll(".pn-cards__one").Length);
    }

    private static int Count(Shown page, string text) => page.Text.Split(text).Length - 1;
}
