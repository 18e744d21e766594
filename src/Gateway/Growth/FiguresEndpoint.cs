using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Growth;

/// <summary>What the area has released about its months, for everybody.</summary>
internal sealed class FiguresEndpoint : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/figures", Get)
            .AllowAnonymous()
            .WithTags("Figures")
            .WithSummary("Gets the figures that the area has released; a number that is null is held back")
            .AlsoAs(
                "text/csv",
                "A row for each number, with the rule beside it, after a header with the names of the columns.");
    }

    private static async Task<Results<Ok<ReleasesDetails>, FileContentHttpResult, StatusCodeHttpResult>> Get(
        HttpRequest request, Home home,
        [Description("json or csv. The default is what the Accept header prefers, or json.")] string? format = null)
    {
        var form = request.ReleasedFormOf();
        var releases = await home.Releases.List();
        if (form == FigureFormat.Json) return TypedResults.Ok(releases);
        var area = new NeighbourReleases(releases.Area, releases.Items);
        return ReleasesCsv.Answer(request.HttpContext, releases, [area], "figures.csv");
    }
}
