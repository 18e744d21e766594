using PeerNet.Scenarios;

namespace PeerNet.Bench.Pages;

/// <summary>Somebody who opens pages, one after the other.</summary>
internal sealed class Reader : IDisposable
{
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
            foreach (var link in PageLinks.In(html).Where(PageLinks.IsPage))
                if (seen.Add(KindOf(link))) ahead.Enqueue(link);
        }
        return pages;
    }

    /// <summary>The kind of a page; all problems are one.</summary>
    public static string KindOf(string path)
    {
        var isProblem = path.StartsWith("/problems/", StringComparison.Ordinal);
        return isProblem ? "/problems/*" : PageLinks.KindOf(path);
    }

    public void Dispose() => http.Dispose();
}
