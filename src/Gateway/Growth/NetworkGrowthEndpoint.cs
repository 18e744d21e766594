using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Growth;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Growth;

/// <summary>What the areas of the network have released, added up, for everybody.</summary>
internal sealed class NetworkGrowthEndpoint : IEndpoints
{
    public static void Map(SiteMap site)
    {
        site.Api.MapGet("/network/growth", Get)
            .AllowAnonymous()
            .WithTags("Figures")
            .WithSummary("Adds up what all areas have published, and names those that have not");
    }

    private static async Task<Ok<NetworkGrowthDetails>> Get(Home home, Neighbours neighbours) =>
        TypedResults.Ok(await home.NeighbourReleases.AddUp([.. neighbours.All.Select(one => one.Area)]));
}
