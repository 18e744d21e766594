using PeerNet.Scenarios;

namespace PeerNet.Gateway.Tests.Pages;

/// <summary>Pages to which links lead.</summary>
internal static class LinkedPages
{
    /// <summary>Opens some pages, and those to which links lead that may be followed.</summary>
    /// <param name="browser">The browser.</param>
    /// <param name="from">Where to begin.</param>
    /// <param name="follows">Whether to follow a link.</param>
    /// <param name="kindOf">What makes two addresses alike, so that only one of them is opened.</param>
    public static async Task<List<Shown>> Opened(
        this Browser browser, IEnumerable<string> from, Func<string, bool> follows, Func<string, string> kindOf)
    {
        var pages = new List<Shown>();
        var next = new Queue<string>(from);
        var seen = new HashSet<string>();
        while (next.TryDequeue(out var path))
        {
            if (!seen.Add(kindOf(path))) continue;
            var page = await browser.Get(path);
            if (!page.Html.StartsWith("<!DOCTYPE html", StringComparison.OrdinalIgnoreCase)) continue;
            pages.Add(page);
            foreach (var link in PageLinks.In(page.Html).Where(PageLinks.IsPage).Where(follows)) next.Enqueue(link);
        }
        return pages;
    }

    /// <summary>Opens some pages, and each one to which links lead that have one of these IDs.</summary>
    public static Task<List<Shown>> OpenedAbout(
        this Browser browser, IEnumerable<string> ids, params IEnumerable<string> from) =>
        browser.Opened(from, link => ids.Any(link.Contains), link => link.Split('?')[0]);
}
