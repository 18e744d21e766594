using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Support offers and requests over HTTP.</summary>
internal sealed class SupportOfferEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var offers = site.Api.MapGroup("/offers").ForMembers().WithTags("Support offers");
        offers.MapGet("/{id}", Binding.AtRunTime(Get))
            .WithSummary("Gets an offer or a request, with the details you are allowed to see");
        offers.MapPut("/{id}", Put).WithSummary("Makes an offer or a request, or changes or renews it")
            .Within(
                limits => limits.OffersPerDay,
                (Home home, SupportOfferId id, Caller by) => home.SupportOffer(id).Get(by));
        offers.MapDelete("/{id}", Withdraw).WithSummary("Withdraws it for good, and ends its matches");
        offers.MapPut("/{id}/pause", Pause).WithSummary("Pauses it; matches continue");
        offers.MapDelete("/{id}/pause", Resume).WithSummary("Ends the pause");
        offers.MapPut("/{id}/hidden", Hide)
            .ForCoordinators()
            .WithSummary("Hides it, with a reason that only its maker and coordinators see");
        offers.MapDelete("/{id}/hidden", Show).ForCoordinators().WithSummary("Shows it again");
    }

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Get(
        SupportOfferId id, Home home, OfferSearch offers, CurrentCaller by,
        [Description(MatchEndpoints.OfOffer)] AreaId? area = null)
    {
        return area is { } other && other != home.Area
            ? (await offers.Get(new(other, id), by.Caller)).ToHttp()
            : (await home.SupportOffer(id).Get(by.Caller)).ToHttp();
    }

    private static async Task<Results<Ok<SupportOfferDetails>, Created<SupportOfferDetails>, ProblemHttpResult>> Put(
        SupportOfferId id, SupportOfferTerms terms, ReadVersion read, Home home, CurrentCaller by,
        HttpRequest request) =>
        (await home.SupportOffer(id).Put(terms, read.IfMatch, by.Caller)).ToHttp(request);

    private static async Task<Results<NoContent, ProblemHttpResult>> Withdraw(
        SupportOfferId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.SupportOffer(id).Withdraw(by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Pause(
        SupportOfferId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.SupportOffer(id).Pause(true, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Resume(
        SupportOfferId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.SupportOffer(id).Pause(false, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Hide(
        SupportOfferId id, HideSupportOffer hide, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.SupportOffer(id).Hide(hide, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Show(
        SupportOfferId id, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.SupportOffer(id).Hide(null, by.Caller, read.IfMatch)).ToHttp();
}
