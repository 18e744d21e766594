using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>Entering what tables have written on their sheets, in a browser without JavaScript.</summary>
public sealed class CountPageTests(RunningArea area)
{
    private static readonly AskQuestion OfTwo =
        GatheringAccess.AVote with { Text = "Which?", Options = ["Together", "Apart"] };

    [Fact]
    public async Task A_sheet_that_is_sent_twice_counts_once_and_one_that_cannot_be_right_keeps_everything()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{question.At}/count")).Is(200).Says("0 of 2 tables are in.").Says("A. Together");
        var empty = (await lead.Submit(form, null)).Is(422).Says("Choose the table.").Says("Enter a number for “B”.");
        Assert.Equal(form.Value("id"), empty.Value("id"));
        (string, string)[] typed = Sheet(question, 0, 6, 6, 4, 7);
        var wrong = (await lead.Submit(form, null, typed)).Is(422)
            .Says("On the sheet of the badger table, check B: there can be at most 6. Count again.");
        Assert.NotNull(wrong.Document.QuerySelector(".govuk-error-summary a[href='#counts-1']"));
        Assert.Equal("6", wrong.Value("present"));
        Assert.Equal("4", wrong.Document.QuerySelector("#counts-0")!.GetAttribute("value"));
        typed = Sheet(question, 0, 6, 6, 4, 3);
        (await lead.Submit(wrong, null, typed)).Is(200).Says("The badger table is in.").Says("1 of 2 tables is in.");
        (await lead.Submit(wrong, null, typed)).Is(200).Says("The badger table is in.");
        var listed = (await area.Http.Get($"{question.At}/tallies", scene.Lead)).Is(200).GetProperty("tables")[0];
        Assert.Equal(1, listed.GetProperty("tallies").GetArrayLength());
        // Other numbers under the same ID are another entry, once the keeper has looked at them.
        var other = (await lead.Submit(wrong, null, Sheet(question, 0, 6, 6, 4, 2))).Is(422);
        Assert.NotEqual(form.Value("id"), other.Value("id"));
    }

    [Fact]
    public async Task A_table_that_differs_is_counted_again_and_the_recount_replaces_both()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, OfTwo, 6, 5);
        (await area.Http.Put(question.Entry(0), scene.Other, question.Hands(0, 6, 4, 3))).Is(201);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{question.At}/count")).Is(200);
        var differs = (await lead.Submit(form, null, Sheet(question, 0, 6, 6, 5, 3))).Is(200)
            .Says("What you entered differs").Says("The counts of the badger table differ");
        var recount = (await lead.Get(differs.LinkWith("recount of the badger table"))).Is(200);
        Assert.NotNull(recount.Document.QuerySelector("[name=isRecount][checked]"));
        (string, string)[] typed = [.. Sheet(question, 0, 6, 6, 4, 4), ("isRecount", "true")];
        foreach (var _ in Enumerable.Range(0, 2))
            (await lead.Submit(recount, null, typed)).Is(200).Says("The badger table is in.");
        (await lead.Get($"/{question.Gathering}")).Is(200).Says("1 of 2 tables is in.").DoesNotSay("counts differ");
    }

    [Fact]
    public async Task A_quiz_sheet_says_on_what_it_depends_and_comes_in_late_too()
    {
        var scene = await (await Scene.Make(area)).Known();
        var quiz = new AskQuestion { Kind = QuestionKind.Quiz, Text = "Is this it?" };
        var question = await scene.AQuestion(area.Http, quiz, 6);
        using var lead = Browser.At(area.East, scene.Lead);
        (await lead.Submit(await lead.Get($"/{question.Gathering}"), $"/{question.At}/close")).Is(200);
        var form = (await lead.Get($"/{question.At}/count")).Is(200).Says("It depends");
        (string, string)[] typed =
            [.. Sheet(question, 0, 6, 6, 0, 1, 0, 5), ("conditions", "who asked\r\n\r\nwhat comes next")];
        (await lead.Submit(form, null, typed)).Is(200);
        using var member = Browser.At(area.East, scene.Member);
        (await member.Get($"/{question.Gathering}/screen")).Is(200)
            .Says("At least three quarters said “It depends”.")
            .Says("who asked")
            .Says("There are no numbers");
    }

    private static (string, string)[] Sheet(
        RoomQuestion question, int table, int present, int tookPart, params int[] counts) =>
    [
        ("tableId", $"{question.Tables[table]}"), ("present", $"{present}"), ("tookPart", $"{tookPart}"),
        .. counts.Select((count, place) => ($"counts[{place}]", $"{count}")),
    ];
}
