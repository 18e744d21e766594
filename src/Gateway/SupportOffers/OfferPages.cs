using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The page of an offer or a request, of this area or of another one.</summary>
internal sealed class OfferPages : IEndpoints
{
    /// <summary>The address of an offer of this area.</summary>
    internal const string Here = "/offers/{id}";

    /// <summary>The address of an offer of another area.</summary>
    internal const string There = "/areas/{area}/offers/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet(Here, Show).ForMembers();
        site.Pages.MapGet(There, Show).ForMembers();
    }

    private static async Task<Results<RazorComponentResult, RedirectHttpResult, ProblemHttpResult>> Show(
        SupportOfferId id, OfferReading offers, Home home, CurrentCaller by, AreaId? area = null)
    {
        if (area == home.Area) return TypedResults.LocalRedirect($"/offers/{id}");
        if ((await offers.Read(id, area, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Of<SupportOfferPage, OfferPageModel>(page);
    }
}
