using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>What its maker and coordinators do with an offer as a whole: pause, renew, withdraw, hide.</summary>
internal sealed class KeepOfferPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var offer = site.Pages.MapGroup(OfferPages.Here);
        offer.MapGet("/pause", Back).ForMembers();
        offer.MapGet("/renew", Back).ForMembers();
        offer.MapGet("/show", Back).ForMembers();
        offer.MapPost("/pause", Pause).ForMembers();
        offer.MapPost("/renew", Renew).ForMembers();
        offer.MapGet("/withdraw", AskToWithdraw).ForMembers();
        offer.MapPost("/withdraw", Withdraw).ForMembers();
        offer.MapGet("/hide", AskToHide).ForCoordinators();
        offer.MapPost("/hide", Hide).ForCoordinators();
        offer.MapPost("/show", ShowAgain).ForCoordinators();
    }

    private static RedirectHttpResult Back(SupportOfferId id) =>
        TypedResults.LocalRedirect(OfferPageModel.UrlOf(id, null));

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Pause(
        SupportOfferId id, IFormCollection form, Home home, CurrentCaller by)
    {
        var isPaused = form["paused"] == "true";
        return (await home.SupportOffer(id).Pause(isPaused, by.Caller, IfMatch.None)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : Back(id);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Renew(
        SupportOfferId id, IFormCollection form, Home home, CurrentCaller by)
    {
        if ((await home.SupportOffer(id).Get(by.Caller)).Refused(out var refusal, out var offer))
            return refusal.ToProblem();
        if (!Day.TryParse(form["expiresOn"], out var last)) return Back(id);
        var terms = offer.Terms with { ExpiresOn = last.Value };
        var read = IfMatch.Exactly(offer.Version);
        return (await home.SupportOffer(id).Put(terms, read, by.Caller)).Refused(out refusal, out _)
            ? refusal.ToProblem()
            : Back(id);
    }

    private static async Task<Shown> AskToWithdraw(SupportOfferId id, OfferReading offers, CurrentCaller by)
    {
        if ((await offers.Read(id, null, by.Caller)).Refused(out var refusal, out var page)) return refusal.ToProblem();
        if (!page.Offer.IsMine) return SupportOfferRefusals.NotFound.ToProblem();
        return Page.Of<WithdrawPage, OfferPageModel>(page);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> Withdraw(
        SupportOfferId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.SupportOffer(id).Withdraw(by.Caller, IfMatch.None)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : TypedResults.LocalRedirect("/offers/ended");
    }

    private static async Task<Shown> AskToHide(SupportOfferId id, OfferReading offers, CurrentCaller by) =>
        (await offers.Read(id, null, by.Caller)).ToPage<HidePage, OfferPageModel>();

    private static async Task<Sent> Hide(
        SupportOfferId id, IFormCollection form, OfferReading offers, Home home, CurrentCaller by)
    {
        var reason = form.Lines("reason");
        var hidden = await home.SupportOffer(id).Hide(new(reason), by.Caller, IfMatch.None);
        if (!hidden.Refused(out var refusal, out _)) return Back(id);
        if (refusal.Kind != RefusalKind.Invalid) return refusal.ToProblem();
        if ((await offers.Read(id, null, by.Caller)).Refused(out var gone, out var page)) return gone.ToProblem();
        var again = page with { Reason = reason, Errors = [new("reason", OfferWords.Of(refusal))] };
        return Page.Again<HidePage, OfferPageModel>(again);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> ShowAgain(
        SupportOfferId id, IFormCollection form, Home home, CurrentCaller by)
    {
        return (await home.SupportOffer(id).Hide(null, by.Caller, IfMatch.None)).Refused(out var refusal, out _)
            ? refusal.ToProblem()
            : Back(id);
    }
}
