using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Finder;

/// <summary>The page on which people find a group in any area. It asks no grain.</summary>
internal sealed class FinderPages : IEndpoints
{
    // A page of this length is small enough for a bad connection.
    private const int MaxGroups = FinderQuery.DefaultLimit;

    public static void Map(SiteMap site) => site.Pages.MapGet("/groups", Show).AllowAnonymous();

    private static Results<RazorComponentResult, RedirectHttpResult> Show(
        HttpRequest request, Home home, GroupSearch search, TimeProvider clock)
    {
        var address = FinderAddress.Of(request.Query);
        if (address.HadWholePostcode) return TypedResults.LocalRedirect($"{address}");
        var now = clock.GetUtcNow();
        if (!Find(address, search, now).Refused(out var refusal, out var found))
            return Page.Of<FindPage, FindPageModel>(new(address, home.Area, found));
        // The address of a page further on is valid for a day; the search itself is valid for ever.
        if (refusal.Field == "cursor") return TypedResults.LocalRedirect($"{address.Without("cursor")}");
        var model = new FindPageModel(address, home.Area, search.Find(new() { Limit = 1 }, now));
        return Page.Again<FindPage, FindPageModel>(model with { Errors = FindErrors.Of(refusal, address) });
    }

    private static Result<FinderPage> Find(FinderAddress address, GroupSearch search, DateTimeOffset now)
    {
        try
        {
            var query = new QueryParser(address.ToQuery()).Parse(search.Areas);
            return search.Find(query with { Limit = Math.Min(query.Limit, MaxGroups) }, now);
        }
        // The query is refused while it is bound; here the form is shown again.
        catch (RefusedRequestException refused)
        {
            return refused.Refusal;
        }
    }
}

/// <summary>What the page for finding a group shows.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Home">The area whose page it is.</param>
/// <param name="Found">What was found.</param>
public sealed record FindPageModel(FinderAddress Address, AreaId Home, FinderPage Found)
{
    /// <summary>What is wrong with the questions; then nothing was found.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}

/// <summary>What is wrong with a search, in words for people instead of programs.</summary>
internal static class FindErrors
{
    private static FormErrors NeedsPlace { get; } =
        [new("outcode", "Enter a postcode, so that we can work out how far away groups are.")];

    /// <summary>The refusal of a search, at the control that can put it right.</summary>
    public static FormErrors Of(Refusal refusal, FinderAddress address) => refusal.Field switch
    {
        "outcode" => [new("outcode", "We do not know this postcode. Enter one in Sussex, such as BN2.")],
        "withinKm" when !address.HasPlace => NeedsPlace,
        "sort" when address["sort"] == "distance" => NeedsPlace,
        "text" => [new("text", "Enter up to 20 words, with letters or numbers.")],
        _ => [new("day", "The link that you followed asks for something we do not understand. Choose again below.")],
    };
}
