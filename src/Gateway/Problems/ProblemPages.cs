using Markdig;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Problems;

/// <summary>Serves a page for every refusal, made from docs/problems.md; a problem's <c>type</c> links to it.</summary>
internal sealed class ProblemPages : IEndpoints
{
    // The marks of the text are straight, as in every document, and curly on the page, as on every page.
    private static readonly MarkdownPipeline Curly = new MarkdownPipelineBuilder().UseSmartyPants().Build();

    private static readonly IReadOnlyList<ProblemSection> Sections = Read();

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/problems", ShowAll).AllowAnonymous();
        site.Pages.MapGet("/problems/{code}", Show).AllowAnonymous();
    }

    private static RazorComponentResult ShowAll() =>
        Page.Of<ProblemGuide, IReadOnlyList<ProblemSection>>(Sections);

    private static Shown Show(string code)
    {
        return Sections.FirstOrDefault(section => section.Code == code) is { } section
            ? Page.Of<ProblemGuide, IReadOnlyList<ProblemSection>>([section])
            : RequestRefusals.NoSuchAddress.ToProblem();
    }

    private static List<ProblemSection> Read()
    {
        using var stream = typeof(ProblemPages).Assembly.GetManifestResourceStream("docs/problems.md")!;
        using var reader = new StreamReader(stream);
        var sections = reader.ReadToEnd().Split("\n## ").Skip(1).Select(section => section.Split('\n', 2));
        return [.. sections
            .Select(section => new ProblemSection(section[0].Trim().Trim('`'), Markdown.ToHtml(section[1], Curly)))
            .OrderBy(section => section.Code, StringComparer.Ordinal)];
    }
}

/// <summary>What to do about one problem.</summary>
/// <param name="Code">The refusal's code.</param>
/// <param name="Html">The text, made from docs/problems.md.</param>
public sealed record ProblemSection(string Code, string Html);
