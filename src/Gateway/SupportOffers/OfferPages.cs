using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The page of an offer or a request, of this area or of another one, on which people say yes to it.</summary>
internal sealed class OfferPages : IEndpoints
{
    /// <summary>The address of an offer of this area.</summary>
    internal const string Here = "/offers/{id}";

    /// <summary>The address of an offer of another area.</summary>
    internal const string There = "/areas/{area}/offers/{id}";

    public static void Map(SiteMap site)
    {
        site.Pages.MapGet("/offers/ended", ShowEnded).ForMembers();
        foreach (var offer in (string[])[Here, There])
        {
            site.Pages.MapGet(offer, Show).ForMembers();
            site.Pages.MapGet($"{offer}/take-up", Back).ForMembers();
            site.Pages.MapPost($"{offer}/take-up", TakeUp).ForMembers().Within(limits => limits.MatchesPerDay);
        }
    }

    private static RazorComponentResult ShowEnded() => Page.Of<OfferEndedPage>();

    private static RedirectHttpResult Back(SupportOfferId id, AreaId? area = null) =>
        TypedResults.LocalRedirect(OfferPageModel.UrlOf(id, area));

    private static async Task<Sent> Show(
        SupportOfferId id, OfferReading offers, Home home, CurrentCaller by, AreaId? area = null)
    {
        if (area == home.Area) return TypedResults.LocalRedirect(OfferPageModel.UrlOf(id, null));
        if ((await offers.Read(id, area, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        return Page.Of<SupportOfferPage, OfferPageModel>(page);
    }

    private static async Task<Sent> TakeUp(
        SupportOfferId id, IFormCollection form, OfferReading offers, OfferSearch search, Home home, CurrentCaller by,
        AreaId? area = null)
    {
        var yes = form.ReadYes();
        var taken = area is { } other && other != home.Area
            ? await TakeUpAbroad(new(other, id), yes, search, home, by.Caller)
            : await home.Matches(id).TakeUp(yes.Match, yes.ToRequest(), by.Caller);
        // They have said yes on another page, and this one shows what has become of it.
        if (!taken.Refused(out var refusal, out _) || refusal.Code == SupportOfferRefusals.AlreadyTakenUp.Code)
            return TypedResults.LocalRedirect(OfferPageModel.UrlOf(id, area));
        var isUsed = refusal.Code == SupportOfferRefusals.MatchOver.Code;
        if (refusal.Kind != RefusalKind.Invalid && !isUsed) return refusal.ToProblem();
        if ((await offers.Read(id, area, by.Caller)).Refused(out var gone, out var page)) return gone.ToProblem();
        var again = page with
        {
            Yes = isUsed ? yes with { Match = YesForm.New.Match } : yes,
            Errors = [new("shownAs", OfferWords.Of(refusal))],
        };
        return Page.Again<SupportOfferPage, OfferPageModel>(again);
    }

    private static Task<Result<Written<SupportOfferDetails>>> TakeUpAbroad(
        OfferAbroad offer, YesForm yes, OfferSearch search, Home home, Caller by) =>
        home.MatchAbroad(yes.Match).TakeUp(offer, search.FindTerms(offer), yes.ToRequest(), by);
}
