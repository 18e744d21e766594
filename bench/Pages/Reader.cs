using System.Net;
using System.Text.RegularExpressions;

namespace PeerNet.Bench.Pages;

/// <summary>Somebody who opens pages, one after the other.</summary>
internal sealed partial class Reader : IDisposable
{
    // Neither is a page of PeerNet's.
    private static readonly string[] NotPages = ["/docs", "/assets", "/openapi", "/api"];

    private readonly HttpClient http;

    public Reader(Uri site, string? token)
    {
        http = new(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = site };
        http.DefaultRequestHeaders.Accept.ParseAdd("text/html");
        if (token is not null) http.DefaultRequestHeaders.Authorization = new("Bearer", token);
    }

    /// <summary>Opens a page, and returns its HTML; empty if it leads elsewhere.</summary>
    public async Task<string> Open(string path)
    {
        using var answer = await http.GetAsync(path);
        if ((int)answer.StatusCode >= 500) throw new InvalidOperationException($"{path}: {answer.StatusCode}");
        return await answer.Content.ReadAsStringAsync();
    }

    /// <summary>One page of each kind that links lead to.</summary>
    public async Task<IReadOnlyList<string>> OneOfEach()
    {
        Queue<string> ahead = new(["/", "/groups", "/home"]);
        HashSet<string> seen = [.. ahead];
        var pages = new List<string>();
        while (ahead.TryDequeue(out var path))
        {
            var html = await Open(path);
            if (!html.Contains("<h1", StringComparison.Ordinal)) continue;
            pages.Add(path);
            var links = Links().Matches(html).Select(link => WebUtility.HtmlDecode(link.Groups[1].Value));
            foreach (var link in links.Where(link => !NotPages.Any(link.StartsWith)))
                if (seen.Add(KindOf(link))) ahead.Enqueue(link);
        }
        return pages;
    }

    /// <summary>An address without the ID, or the problem, in it.</summary>
    public static string KindOf(string path) => Id().Replace(path.Split('?')[0], "*");

    public void Dispose() => http.Dispose();

    [GeneratedRegex("<a(?![^>]* type=)[^>]* href=\"(/[^\"#]*)\"")]
    private static partial Regex Links();

    [GeneratedRegex("(?<=/)[0-9a-f-]{36}|(?<=^/problems/).+")]
    private static partial Regex Id();
}
