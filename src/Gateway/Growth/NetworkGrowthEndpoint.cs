using System.ComponentModel;
using System.Text;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Growth;

/// <summary>What the areas of the network have released, added up or area by area, for everybody.</summary>
internal sealed class NetworkGrowthEndpoint : IEndpoints
{
    private static readonly string[] Names = ["format"];

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
        var parameters = new Parameters(request.Query);
        parameters.Check(Names);
        var form = request.FormOf(parameters, (FigureForms.Json, FigureFormat.Json), (Csv.MediaType, FigureFormat.Csv));
        if (form == FigureFormat.Json) return TypedResults.Ok(await home.ReadSums(neighbours));
        var network = await home.ReadNetwork(neighbours);
        var body = Encoding.UTF8.GetBytes(ReleasesCsv.Of(network.Areas));
        if (VersionTag.IsKnown(request.HttpContext, network.Sums, body))
            return TypedResults.StatusCode(StatusCodes.Status304NotModified);
        request.HttpContext.Response.SaveAs("all-areas.csv");
        return TypedResults.Bytes(body, Csv.MediaType);
    }
}
