using PeerNet.Contracts.Gatherings;
using PeerNet.Gateway.Tests.Pages;

namespace PeerNet.Gateway.Tests.Gatherings;

/// <summary>The clip of a question in British Sign Language, wherever people read the question.</summary>
public sealed class ClipTests(RunningArea area)
{
    private const string Clip = "https://clips.example.invalid/what-is-it", Watch = $"a[href='{Clip}']";

    [Fact]
    public async Task Keepers_add_a_clip_to_a_draft_and_are_told_which_addresses_there_can_be()
    {
        var scene = await (await Scene.Make(area)).Known();
        var at = await scene.AKeptGathering(area.Http);
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{at}/questions/new")).Is(200);
        (string, string)[] quiz = [("kind", "quiz"), ("text", "Is it shared?")];
        (await lead.Submit(form, null, [.. quiz, ("clip", "http://clips.example.invalid/")])).Is(422)
            .Says("Use an https address of up to 250 characters.");
        var added = (await lead.Submit(form, null, [.. quiz, ("clip", Clip)])).Is(200);
        Assert.NotNull(added.Document.QuerySelector(Watch));
        var change = (await lead.Get(added.Link("Change the question"))).Is(200);
        Assert.Equal(Clip, change.Document.QuerySelector("input[name='clip']")!.GetAttribute("value"));
        var without = (await lead.Submit(change, null, [.. quiz, ("clip", "")])).Is(200);
        Assert.Null(without.Document.QuerySelector(Watch));
        (await lead.Submit(form, null, ("kind", "mirror"), ("mirror", "heardBack"), ("clip", Clip))).Is(422)
            .Says("You have added that one already.");
    }

    [Fact]
    public async Task Whoever_reads_a_question_that_has_a_clip_finds_it_on_each_page()
    {
        var scene = await (await Scene.Make(area)).Known();
        var question = await scene.AQuestion(area.Http, GatheringAccess.AVote with { Clip = Clip }, 6, 5);
        using var lead = Browser.At(area.East, scene.Lead);
        foreach (var page in (string[])["", "/screen"])
        {
            var shown = (await lead.Get($"/{question.Gathering}{page}")).Is(200).Says("(clips.example.invalid)");
            Assert.Equal("Watch this question in British Sign Language", Linked(shown));
        }
        // On paper it is an address to type and a code to scan, on the sheet of each table.
        var pack = (await lead.Get($"/{question.Gathering}/pack")).Is(200).Says(Clip);
        Assert.Equal(2 + question.Tables.Length, pack.Document.QuerySelectorAll(".pn-pack__page > .pn-qr").Length);
        using var phone = Browser.At(area.East.Url);
        var paper = (await area.Http.Get($"{question.Gathering}/paper", scene.Lead)).Is(200).GetProperty("tables")[0];
        var right = $"{question.Gathering[^36..]}.{question.Tables[0]}.{paper.GetProperty("right").GetString()}";
        var table = (await phone.Submit(await phone.Get("/tables"), null, ("right", right))).Is(200);
        Assert.NotEmpty(Linked(table));
        Assert.NotEmpty(Linked(await phone.Get(table.Link("Enter what we counted"))));
        var slip = (await scene.Slips(area.Http, question, 0, 1))[0];
        Assert.NotEmpty(Linked(await phone.Submit(await phone.Get("/slips"), null, ("code", slip))));
    }

    private static string Linked(Shown page) => page.Document.QuerySelector(Watch)!.TextContent;
}
