using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Growth;

/// <summary>What the areas of the network have released, added up or area by area, for everybody.</summary>
internal sealed class NetworkGrowthEndpoint : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/network/growth", Get)
            .AllowAnonymous()
            .WithTags("Figures")
            .WithSummary("Adds up what all areas have published, and names those that have not; as CSV, area by area")
            .AlsoAs(
                "text/csv",
                "A row for each number that an area has released, with its rule beside it, after a header with the "
                    + "names of the columns. There are no sums in it.");
    }

    private static async Task<Results<Ok<NetworkGrowthDetails>, FileContentHttpResult, StatusCodeHttpResult>> Get(
        HttpRequest request, Home home, Neighbours neighbours,
        [Description("json or csv. The default is what the Accept header prefers, or json.")] string? format = null)
    {
        if (request.ReleasedFormOf() == FigureFormat.Json) return TypedResults.Ok(await home.ReadSums(neighbours));
        var network = await home.ReadNetwork(neighbours);
        return ReleasesCsv.Answer(request.HttpContext, network.Sums, network.Areas, "all-areas.csv");
    }
}
