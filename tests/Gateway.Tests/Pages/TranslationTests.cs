using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using PeerNet.Gateway.Tests.Access;
using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>
/// The pages in a language that is English in capitals: what has a small letter, and was not typed by anybody, would
/// stay English in any other.
/// </summary>
public sealed partial class TranslationTests(RunningArea area)
{
    private const int Enough = 25;

    private static readonly string[] OfAnybody = ["/", "/nothing-here", "/home", "/offers/new?side=offer", "/sign-in"];

    // Lists of the whole area show what other tests have typed.
    private static readonly string[] OfEverybody =
        ["/groups", "/offers", "/barriers", "/practice", "/sentences", "/steps", "/limits", "/lenses", "/figures",
         "/overview", "/worries", "/roles", "/problems", "/linked-rooms", "/growth"];

    // Groups of other areas, and what is written for developers.
    private static readonly string[] Elsewhere = ["/areas/", "/problems/"];

    // What ends something, so that the next page would be gone.
    private static readonly string[] Ending =
        ["/sign-out", "/erase", "/close", "/leave", "/stop", "/remove", "/end", "/cancel", "/membership"];

    [Theory]
    [InlineData("lead")]
    [InlineData("member")]
    [InlineData("visitor")]
    public async Task Every_text_can_be_translated(string caller)
    {
        var scene = await (await Scene.Make(area)).Known();
        var meeting = await scene.APlannedMeeting();
        using var browser = Browser.At(area.East, scene.Caller(caller)).In(CapitalsOnRequest.Tag);
        var pages = await Opened(browser, [.. OfAnybody, $"/{scene.At}", $"/{meeting}"]);
        Assert.True(caller == "visitor" || pages.Count > Enough, string.Join(' ', pages.Select(page => page.Path)));
        foreach (var page in pages.ToList()) pages.AddRange(await Refused(browser, page));
        Assert.Empty(pages.SelectMany(page => Untranslated(page).Select(text => $"{page.Path}: {text}")).Distinct());
    }

    // One page of each kind to which links lead.
    private static async Task<List<Shown>> Opened(Browser browser, IEnumerable<string> from)
    {
        var pages = new List<Shown>();
        var next = new Queue<string>(from);
        var seen = new HashSet<string>();
        while (next.TryDequeue(out var path))
        {
            if (!seen.Add(PageLinks.KindOf(path))) continue;
            var page = await browser.Get(path);
            if (!page.Html.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) continue;
            pages.Add(page);
            foreach (var link in PageLinks.In(page.Html).Where(PageLinks.IsPage).Where(IsOfOne)) next.Enqueue(link);
        }
        return pages;
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

    private static bool IsOfOne(string link)
    {
        var path = link.Split('?')[0];
        return !OfEverybody.Contains(path) && !Ending.Any(path.EndsWith) && !Elsewhere.Any(path.StartsWith);
    }

    private static IEnumerable<string> Untranslated(Shown page)
    {
        return from node in page.Document.Body!.Descendants<IText>()
               where node.ParentElement is not (IHtmlScriptElement or IHtmlTextAreaElement)
               let text = Typed().Replace(node.Text.Trim(), "")
               where text.Any(char.IsAsciiLetterLower)
               select text;
    }

    // Names, and what people have typed.
    [GeneratedRegex(
        "Tuesday tea|Sam|" + RunningArea.Canary + "|(East|West|North|South) Sussex|Brighton and Hove|PeerNet|"
        + "https?://[^ ]+|[^ ]+@[^ ]+|[0-9a-f]{8}-[0-9a-f-]{27}|A browser")]
    private static partial Regex Typed();
}
