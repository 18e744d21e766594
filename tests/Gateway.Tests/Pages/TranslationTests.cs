using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;
using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// The pages in a language that is English in capitals: what has a small letter, and was not typed by anybody, would
/// stay English in any other.
/// </summary>
public sealed partial class TranslationTests : IAsyncLifetime
{
    private const int Enough = 25;

    private static readonly string[] OfAnybody =
        ["/", "/nothing-here", "/home", "/offers/new?side=offer", "/sign-in", "/what-groups-say"];

    // What ends something, so that the next page would be gone.
    private static readonly string[] Ending =
        ["/sign-out", "/erase", "/close", "/leave", "/stop", "/remove", "/end", "/cancel", "/membership"];

    // An area of its own, in which nobody else has typed anything.
    private readonly LaterArea area = new(TimeSpan.Zero);

    public async ValueTask InitializeAsync() => await area.Start();

    public async ValueTask DisposeAsync() => await area.DisposeAsync();

    [Fact]
    public async Task Every_text_of_a_lead_a_member_and_a_visitor_can_be_translated()
    {
        var lead = await area.APerson();
        var member = await area.APerson();
        var id = new GroupId(Guid.CreateVersion7());
        var group = $"groups/{id}";
        var meeting = $"meetings/{Guid.CreateVersion7()}";
        (await area.Http.Put(group, lead, Scene.Description)).Is(201);
        foreach (var by in (Person[])[lead, member])
            Assert.True((await area.Http.Put($"{group}/members/{member.Id}", by, new JoinGroup())).Status < 300);
        var yesterday = RunningArea.Today.AddDays(-1);
        var plan = new PlanMeeting { GroupId = id, HeldOn = yesterday, StartsAt = Scene.Seven };
        (await area.Http.Put(meeting, lead, plan)).Is(201);
        foreach (var by in (Person[])[lead, member])
            await RunningArea.Until(async () => (await area.Http.Get("members/me", by)).Text
                .Contains($"{id}", StringComparison.Ordinal));
        foreach (var by in (Person[])[Person.Visitor, member, lead])
        {
            using var browser = Browser.At(area.Cell, by).In(CapitalsOnRequest.Tag);
            var pages = await browser.Opened([.. OfAnybody, $"/{group}", $"/{meeting}"], IsText, PageLinks.KindOf);
            if (by != Person.Visitor) Assert.InRange(pages.Count, Enough, int.MaxValue);
            foreach (var page in pages.ToList()) pages.AddRange(await Refused(browser, page));
            Assert.Empty(pages.SelectMany(Untranslated).Distinct());
        }
    }

    [Fact]
    public async Task A_number_in_a_refusal_stays_when_its_words_are_translated()
    {
        var lead = await area.APerson();
        var group = $"/groups/{Guid.CreateVersion7()}";
        (await area.Http.Put(group[1..], lead, Scene.Description with { Capacity = 1 })).Is(201);
        var waits = await area.APerson();
        (await area.Http.Put($"{group[1..]}/members/{waits.Id}", waits, new JoinGroup())).Is(201);
        using var browser = Browser.At(area.Cell, lead).In(CapitalsOnRequest.Tag);
        var page = await browser.Get(group);
        (await browser.Submit(page, $"{group}/requests/{waits.Id}", ("welcome", "true"))).Is(422)
            .Says("ITS LIMIT IS 1.");
    }

    // Every form of a page, sent with nothing in it.
    private static async Task<List<Shown>> Refused(Browser browser, Shown page)
    {
        var answers = new List<Shown>();
        foreach (var form in page.Document.Forms.Where(form => form.Method == "post"))
        {
            var action = form.GetAttribute("action") ?? page.Path;
            if (Ending.Any(action.Contains)) continue;
            var hidden = Browser.Controls(form).Where(control => control.Key.StartsWith('_'));
            answers.Add(await browser.Post(action, hidden));
        }
        return answers;
    }

    private static bool IsText(string link)
    {
        var path = link.Split('?')[0];
        // What is written for developers, and models as their makers wrote them.
        return !path.StartsWith("/problems", StringComparison.Ordinal)
            && !path.StartsWith("/lenses", StringComparison.Ordinal) && !Ending.Any(path.EndsWith);
    }

    private static IEnumerable<string> Untranslated(Shown page)
    {
        return from node in page.Document.Body!.Descendants<IText>()
               where node.ParentElement is not (IHtmlScriptElement or IHtmlTextAreaElement) && !IsOfModel(node)
               let text = Typed().Replace(node.Text.Trim(), "")
               where text.Any(char.IsAsciiLetterLower)
               select $"{page.Path}: {text}";
    }

    // Models as their makers wrote them, where keepers choose some.
    private static bool IsOfModel(IText node) =>
        node.ParentElement?.Closest(".govuk-checkboxes__item")?.QuerySelector("input[name=lenses]") is not null;

    // Names, and what people have typed.
    [GeneratedRegex(
        "Tuesday tea|Sam|" + RunningArea.Canary + "|(East|West|North|South) Sussex|Brighton and Hove|PeerNet|"
        + "https?://[^ ]+|[^ ]+@[^ ]+|[0-9a-f]{8}-[0-9a-f-]{27}|A browser")]
    private static partial Regex Typed();
}
