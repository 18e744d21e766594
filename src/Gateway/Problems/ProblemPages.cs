using System.Collections.Frozen;
using Markdig;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Problems;

/// <summary>Serves a page for every refusal, made from docs/problems.md; a problem's <c>type</c> links to it.</summary>
internal static class ProblemPages
{
    private static readonly FrozenDictionary<string, string> Sections = Read();

    public static void MapProblems(this IEndpointRouteBuilder app)
    {
        app.MapGet("/problems", () => Page.Of("Problems", string.Concat(Sections.Select(s => $"<h2>{s.Key}</h2>{s.Value}")))).AllowAnonymous().ExcludeFromDescription();
        app.MapGet("/problems/{code}", Show).AllowAnonymous().ExcludeFromDescription();
    }

    private static Results<ContentHttpResult, ProblemHttpResult> Show(string code) =>
        Sections.TryGetValue(code, out var html) ? Page.Of(code, $"<h1>{code}</h1>{html}") : RequestRefusals.NoSuchAddress.ToProblem();

    private static FrozenDictionary<string, string> Read()
    {
        using var stream = typeof(ProblemPages).Assembly.GetManifestResourceStream("docs/problems.md")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split("\n## ").Skip(1).Select(section => section.Split('\n', 2))
            .ToFrozenDictionary(section => section[0].Trim().Trim('`'), section => Markdown.ToHtml(section[1]));
    }
}
