using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Areas;

/// <summary>The front page: what a peer group is, and where to go from there.</summary>
internal sealed class FrontPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/", Show).AllowAnonymous();

    private static RazorComponentResult Show(GroupSearch finder, Neighbours neighbours, TimeProvider clock)
    {
        var found = finder.Find(new FinderQuery { Limit = 1 }, clock.GetUtcNow());
        return Page.Of<FrontPage, FrontPageModel>(new(
            [.. found.Areas.Select(area => new AreaOnFront(
                area.Id, area.Name, found.Facets.Area.GetValueOrDefault(area.Id.Value), area.Reachable))],
            [.. neighbours.All.Select(one => new Elsewhere(one.Name, one.Url))]));
    }
}

/// <summary>What the front page shows.</summary>
/// <param name="Areas">Every area.</param>
/// <param name="Elsewhere">The websites of the other areas.</param>
public sealed record FrontPageModel(IReadOnlyList<AreaOnFront> Areas, IReadOnlyList<Elsewhere> Elsewhere);

/// <summary>An area on the front page.</summary>
/// <param name="Id">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="Groups">How many of its groups can be found.</param>
/// <param name="Reachable">Whether it answers at the moment.</param>
public sealed record AreaOnFront(AreaId Id, string Name, int Groups, bool Reachable);

/// <summary>The website of another area.</summary>
/// <param name="Name">The area's name.</param>
/// <param name="Url">The address.</param>
public sealed record Elsewhere(string Name, Uri Url);
