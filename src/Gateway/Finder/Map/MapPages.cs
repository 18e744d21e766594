using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Groups;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Finder.Map;

/// <summary>The page that shows the groups of a search on a map. It asks no grain.</summary>
internal sealed class MapPages : IEndpoints
{
    public static void Map(SiteMap site) => site.Pages.MapGet("/groups/map", Show).AllowAnonymous();

    private static Results<RazorComponentResult, RedirectHttpResult> Show(
        HttpRequest request, Home home, GroupSearch search, TimeProvider clock)
    {
        var address = FinderAddress.Of(request.Query);
        if (address.HadWholePostcode) return TypedResults.LocalRedirect(address.ToMap());
        // The list says what is wrong with a search.
        if (Find(address, search, clock.GetUtcNow()) is not { } found) return TypedResults.LocalRedirect($"{address}");
        return Page.Of<MapPage, MapPageModel>(new(address, home.Area, found.Total, MapMark.Of(found.Places)));
    }

    private static FoundPlaces? Find(FinderAddress address, GroupSearch search, DateTimeOffset now)
    {
        try
        {
            var query = new QueryParser(address.ToQuery()).Parse(search.Areas);
            return search.FindPlaces(query, now);
        }
        catch (RefusedRequestException)
        {
            return null;
        }
    }
}

/// <summary>What the map shows.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Home">The area whose page it is.</param>
/// <param name="Total">How many groups were found.</param>
/// <param name="Marks">The marks, the largest first.</param>
public sealed record MapPageModel(FinderAddress Address, AreaId Home, int Total, IReadOnlyList<MapMark> Marks)
{
    /// <summary>How many groups are not on the map.</summary>
    public int Elsewhere => Total - Marks.Sum(mark => mark.Groups);

    /// <summary>Where a mark leads: to its only group, or to the groups near it.</summary>
    public string UrlOf(MapMark mark)
    {
        return mark.Only is { } only
            ? GroupPages.UrlOf(only.Area, only.Group, Home)
            : $"{mark.Near(Address)}#found";
    }
}
