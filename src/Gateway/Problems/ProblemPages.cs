using System.Collections.Frozen;
using Markdig;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Problems;

/// <summary>Serves a page for every refusal, made from docs/problems.md; a problem's <c>type</c> links to it.</summary>
internal sealed class ProblemPages : IEndpoints
{
    private const string Title = "Problems and what to do about them";

    private static readonly FrozenDictionary<string, string> Sections = Read();

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/problems", ShowAll).AllowAnonymous();
        site.Pages.MapGet("/problems/{code}", Show).AllowAnonymous();
    }

    private static ContentHttpResult ShowAll()
    {
        var sections = Sections.OrderBy(section => section.Key, StringComparer.Ordinal);
        var html = sections.Select(section =>
            $"""<h2 id="{section.Key}"><a href="/problems/{section.Key}">{section.Key}</a></h2>{section.Value}""");
        return Page.Of(Title, $"<h1>{Title}</h1>{string.Concat(html)}");
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Show(string code)
    {
        return Sections.TryGetValue(code, out var html)
            ? Page.Of(code, $"""<h1>{code}</h1>{html}<p><a href="/problems#{code}">All problems</a></p>""")
            : RequestRefusals.NoSuchAddress.ToProblem();
    }

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(ProblemPages).Assembly.GetManifestResourceStream("docs/problems.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split("\n## ").Skip(1).Select(section => section.Split('\n', 2))
            .ToFrozenDictionary(section => section[0].Trim().Trim('`'), section => Markdown.ToHtml(section[1]));
    }
}
