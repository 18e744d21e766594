using System.Collections.Immutable;
using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>Lists of offers over HTTP.</summary>
internal sealed class OfferListEndpoints : IEndpoints
{
    public static void Map(SiteMap site)
    {
        var offers = site.Api.MapGroup("/offers").ForMembers().WithTags("Support offers");
        offers.MapGet("", Find)
            .WithSummary("Lists the offers and requests of all areas that are open to you, without your own");
        offers.MapGet("/{id}/fits", Fits)
            .WithSummary("Lists what fits your offer or request in all areas, the best first");
        site.Api.MapGet("/members/me/offers", Mine)
            .ForMembers()
            .WithTags("Members")
            .WithSummary("Lists the offers and requests that you made, or that you have taken up");
    }

    private static async Task<Results<Ok<FoundOffers>, ProblemHttpResult>> Find(
        HttpRequest request, OfferSearch offers, CurrentCaller by,
        [Description("offer or request. The default is both.")] string? side = null,
        [Description("Any of these kinds, such as lift or listening.")] string? kind = null,
        [Description("Any of these days: mon, tue, wed, thu, fri, sat, sun.")] string? day = null,
        [Description("Any of these parts of the day: morning, afternoon, evening.")] string? part = null,
        [Description("The first half of a postcode, such as BN2.")] string? outcode = null,
        [Description("Whether it works online: true or false. The default is both.")] string? online = null,
        [Description("Any of these areas, such as east-sussex. The default is all.")] string? area = null,
        [Description("Any of these languages, such as en or bsl.")] string? language = null,
        [Description("All of these access needs.")] string? need = null,
        [Description("Any of today, thisWeek, thisMonth, anyTime.")] string? urgency = null,
        [Description("Items on a page, 1 to 100. The default is 20.")] string? limit = null,
        [Description("The value of next in an earlier page.")] string? cursor = null) =>
        (await offers.Find(request.Query, by.Caller)).ToHttp();

    private static async Task<Results<Ok<OfferFits>, ProblemHttpResult>> Fits(
        SupportOfferId id, OfferSearch offers, CurrentCaller by) =>
        (await offers.FindFits(id, by.Caller)).ToHttp();

    private static async Task<Ok<MyOffers>> Mine(Home home, CurrentCaller by) =>
        TypedResults.Ok(new MyOffers(await home.SupportOffers.ListMine(by.Caller)));
}

/// <summary>The caller's offers.</summary>
/// <param name="Items">The offers, the newest first.</param>
public sealed record MyOffers(ImmutableArray<SupportOfferDetails> Items);
