using System.Globalization;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Areas;
using PeerNet.Gateway.Finder;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.Link;

/// <summary>The other areas for coordinators: how they are, what goes there, and the border.</summary>
internal sealed class NeighbourPages : IEndpoints
{
    private const int MaxEntries = 50;

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/neighbours", Show).ForCoordinators();
        site.Pages.MapGet("/neighbours/ledger", ShowLedger).ForCoordinators();
        site.Pages.MapGet("/neighbours/{area}/border", Ask).ForCoordinators();
        site.Pages.MapPost("/neighbours/{area}/border", Set).ForCoordinators();
    }

    private static async Task<RazorComponentResult> Show(
        Home home, Neighbours neighbours, GroupSearch finder, FeedFaults faults, LinkClient client)
    {
        var waiting = await home.Link.CountWaiting();
        var closed = await home.Border.GetClosed();
        return Page.Of<NeighboursPage, IReadOnlyList<NeighbourDetails>>([.. neighbours.All.Select(one =>
            NeighbourDetails.ForEveryone(one, finder).WithTraffic(one, waiting, closed, faults, client))]);
    }

    private static async Task<RazorComponentResult> ShowLedger(HttpRequest request, Home home)
    {
        // An address that somebody has changed shows the first page.
        var place = $"{request.Query["cursor"]}";
        long? before = long.TryParse(place, NumberStyles.None, CultureInfo.InvariantCulture, out var at) ? at : null;
        return Page.Of<LedgerBook, LedgerPage>(await home.Link.ReadLedger(before, MaxEntries, null));
    }

    private static async Task<Shown> Ask(AreaId area, Home home, Neighbours neighbours)
    {
        if (neighbours.Find(area) is not { } neighbour) return neighbours.NoSuchArea.ToProblem();
        var closed = await home.Border.GetClosed();
        return Page.Of<BorderPage, BorderModel>(new(area, neighbour.Name, closed.Contains(area)));
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Set(
        AreaId area, IFormCollection form, Home home, Neighbours neighbours, CurrentCaller by)
    {
        if (neighbours.Find(area) is null) return neighbours.NoSuchArea.ToProblem();
        var set = form["closed"] == "true"
            ? await home.Border.Close(area, by.Caller)
            : await home.Border.Open(area, by.Caller);
        return set.Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect("/neighbours");
    }
}

/// <summary>The border to an area.</summary>
/// <param name="Area">The area.</param>
/// <param name="Name">Its name.</param>
/// <param name="IsClosed">Whether it is closed.</param>
public sealed record BorderModel(AreaId Area, string Name, bool IsClosed);
