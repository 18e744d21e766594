using System.Net;
using System.Text.RegularExpressions;

namespace PeerNet.Scenarios;

/// <summary>The links of a page, to be followed.</summary>
internal static partial class PageLinks
{
    // API documentation, files, and the API itself.
    private static readonly string[] NotPages = ["/docs", "/assets", "/openapi", "/api"];

    /// <summary>Where the links in some HTML lead, within the site.</summary>
    public static IEnumerable<string> In(string html) =>
        Hrefs().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));

    /// <summary>Whether a link leads to a page of PeerNet.</summary>
    public static bool IsPage(string link) => !NotPages.Any(link.StartsWith);

    /// <summary>An address without the IDs and the query: one group's page is like another's.</summary>
    public static string KindOf(string link) => Id().Replace(link.Split('?')[0], "*");

    [GeneratedRegex("<a[^>]* href=\"(/[^\"#]*)\"")]
    private static partial Regex Hrefs();

    [GeneratedRegex("(?<=/)[0-9a-f-]{36}")]
    private static partial Regex Id();
}
