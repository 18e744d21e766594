using Microsoft.AspNetCore.Http.Headers;
using Microsoft.Net.Http.Headers;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Problems;

/// <summary>
/// Shows a refusal or a fault as a page: outside <c>/api</c>, to a client that prefers HTML. Under <c>/api</c>, and to
/// everyone else, it is problem details.
/// </summary>
internal sealed class ProblemPage : IProblemDetailsWriter
{
    private static readonly string[] Json = ["application/json", "application/problem+json"];

    /// <summary>Whether a refusal of this request is shown as a page.</summary>
    public static bool IsFor(HttpRequest request) =>
        !request.Path.StartsWithSegments("/api") && PrefersHtml(request.GetTypedHeaders());

    public bool CanWrite(ProblemDetailsContext context) => IsFor(context.HttpContext.Request);

    public async ValueTask WriteAsync(ProblemDetailsContext context)
    {
        var problem = context.ProblemDetails;
        await Page.Of<ProblemView, Microsoft.AspNetCore.Mvc.ProblemDetails>(problem, problem.Status!.Value)
            .ExecuteAsync(context.HttpContext);
    }

    // "Anything" is what programs say; only a browser names HTML.
    private static bool PrefersHtml(RequestHeaders headers)
    {
        var accepted = headers.Accept.Where(type => type.Quality is not 0);
        var first = accepted.OrderByDescending(type => type.Quality ?? 1)
            .FirstOrDefault(type => IsHtml(type) || Json.Contains(type.MediaType.Value));
        return first is not null && IsHtml(first);
    }

    private static bool IsHtml(MediaTypeHeaderValue type) =>
        type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase);
}
