using PeerNet.Gateway.Tests.Gatherings;
using PeerNet.Gateway.Tests.Pages;
using static PeerNet.Gateway.Tests.Panels.PanelsInAScene;

namespace PeerNet.Gateway.Tests.Panels;

/// <summary>Setting up a panel, agreeing and entering sheets, in a browser without JavaScript.</summary>
public sealed class PanelPageTests(RunningArea area)
{
    private const string Rule = "Never write a name here.";

    [Fact]
    public async Task Leads_set_it_up_agree_enter_a_sheet_read_it_in_words_and_end_it()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.Lead);
        var group = (await lead.Get($"/{scene.At}")).Is(200);
        var list = (await lead.Get(group.Link("Panels: judge answers when you choose somebody for a job"))).Is(200)
            .Says("There are no panels yet.");
        var form = (await lead.Get(list.Link("Set up a panel"))).Is(200).Says(Rule);
        var draft = (await lead.Submit(form, form.Path, Filled)).Is(200).Says("not agreed yet").Says(Rule)
            .DoesNotSay("Enter the sheet");
        Assert.Equal($"/panels/{form.Value("id")}", draft.Path);
        var change = (await lead.Get(draft.Link("Change the questions or the day"))).Is(200);
        var changed = (await lead.Submit(change, change.Path, ("candidates", "2"))).Is(200)
            .Says("Call people A and B.");
        (await lead.Submit(draft, $"{draft.Path}/agreed")).Is(422).Says("Somebody else has changed it.");
        var agreed = (await lead.Submit(changed, $"{draft.Path}/agreed")).Is(200).Says("0 of 2 sheets are in.")
            .Says("You decide together, by talking.").DoesNotSay("Change the questions");
        (await lead.Get(change.Path)).Is(409);
        (await lead.Get(agreed.Link("A sheet to print for each person"))).Is(200).Says(Rule).Says("In the middle");

        using var coLead = Browser.At(area.East, scene.CoLead);
        var sheet = (await coLead.Get(agreed.Link("Enter the sheet for B"))).Is(200).Says(Rule);
        var read = (await coLead.Submit(sheet, sheet.Path, Thumbs)).Is(200)
            .Says("1 of 2 sheets is in.").Says("You agreed: thumbs up. Up 6, middle 1, down 0.")
            .Says("Too few to sum up.").Says("Ask again").DoesNotSay("Up 1, middle 0, down 1.");
        // Sent again it is once, and another needs what was read.
        (await coLead.Submit(sheet, sheet.Path, Thumbs)).Is(200);
        (await coLead.Submit(sheet, sheet.Path, [.. Thumbs[1..], ("answers[0].up", "7")])).Is(422)
            .Says("Another lead has entered this sheet.");
        var again = (await lead.Get(read.Link("Correct the sheet for B"))).Is(200);
        Assert.Equal(("6", ""), (Typed(again, "answers[0].up"), Typed(again, "answers[1].up")));
        var corrected = (await lead.Submit(again, again.Path, [.. Thumbs[1..], ("answers[0].up", "7")])).Is(200)
            .Says("Up 7, middle 1");

        using var coordinator = Browser.At(area.East, scene.Coordinator, "coordinator");
        using var member = Browser.At(area.East, scene.Member);
        foreach (var path in new[] { draft.Path, sheet.Path, list.Path, form.Path, change.Path })
        {
            (await coordinator.Get(path)).Is(404);
            (await member.Get(path)).Is(404);
        }
        (await member.Get($"/{scene.At}")).Is(200).DoesNotSay("Panels");
        (await lead.Submit(corrected, $"{draft.Path}/end")).Is(200).Says("There are no panels yet.");
        (await lead.Get(draft.Path)).Is(404);
    }

    [Fact]
    public async Task What_is_wrong_is_said_and_what_was_typed_is_kept()
    {
        var scene = await (await Scene.Make(area)).Known();
        using var lead = Browser.At(area.East, scene.Lead);
        var form = (await lead.Get($"/{scene.At}/panels/new")).Is(200);
        var wrong = (await lead.Submit(form, form.Path, ("title", "Support"))).Is(422)
            .Says("Enter the day.").Says("Enter at least one question.").Says("from 1 to 8");
        Assert.Equal("Support", wrong.Value("title"));
        (await lead.Submit(form, form.Path, [.. Filled[..3], ("candidates", "9")])).Is(422).Says("from 1 to 8");
        var at = await scene.AnAgreedPanel(area.Http);
        var sheet = (await lead.Get($"/{at}/candidates/a")).Is(200);
        (await lead.Submit(sheet, sheet.Path, [.. Thumbs[1..], ("answers[0].up", "many")])).Is(422)
            .Says("Enter a number.");
        (await lead.Submit(sheet, sheet.Path, [.. Thumbs[1..], ("answers[0].up", "60")])).Is(422)
            .Says("Count at most 60 thumbs in all.");
        (await lead.Submit(sheet, sheet.Path, [.. Thumbs, ("answers[0].reasons", "Nobody was down")])).Is(422)
            .Says("no more reasons than thumbs down");
        (await lead.Get($"/{at}/candidates/d")).Is(404);
        (await lead.Get($"/{at}/candidates/robin")).Is(404);
    }

    private static string? Typed(Shown page, string name) =>
        page.Document.QuerySelector($"[name='{name}']")!.GetAttribute("value");

    private static (string, string)[] Filled =>
    [
        ("title", $"Support {RunningArea.Canary}"), ("heldOn", $"{RunningArea.Today:yyyy-MM-dd}"),
        ("questions", $"Somebody says no?\n\nA good evening {RunningArea.Canary}?\n"), ("candidates", "3"),
    ];

    private static (string, string)[] Thumbs =>
    [
        ("answers[0].up", "6"), ("answers[0].middle", "1"), ("answers[0].down", "0"), ("answers[1].up", "1"),
        ("answers[1].middle", "0"), ("answers[1].down", "1"), ("answers[1].reasons", "Ask again"),
    ];
}
