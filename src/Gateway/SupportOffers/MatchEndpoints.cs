using System.ComponentModel;
using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Api;
using PeerNet.Gateway.Limits;
using PeerNet.Gateway.Link;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The matches of an offer over HTTP.</summary>
internal sealed class MatchEndpoints : IEndpoints
{
    /// <summary>The parameter that says which area an offer belongs to.</summary>
    internal const string OfOffer = "The area that the offer belongs to. The default is this one.";

    public static void Map(SiteMap site)
    {
        var matches = site.Api.MapGroup("/offers/{id}/matches").ForMembers().WithTags("Support offers");
        matches.MapPut("/{matchId}", Binding.AtRunTime(TakeUp))
            .WithSummary("Takes an offer up, with the name and the contact to show in this match")
            .Within(limits => limits.MatchesPerDay, IsIn);
        matches.MapDelete("/{matchId}", Binding.AtRunTime(End))
            .WithSummary("Declines or ends a match; it needs no reason");
        matches.MapPut("/{matchId}/agreement", Agree).WithSummary("Agrees to a match with whoever has taken it up");
        matches.MapPut("/{matchId}/arrangement", Binding.AtRunTime(Arrange))
            .WithSummary("Arranges when and where");
        matches.MapPut("/{matchId}/outcome", Binding.AtRunTime(Report))
            .WithSummary("Says whether it took place, with a word about it");
    }

    private static async Task<bool> IsIn(HttpContext http, CurrentCaller by)
    {
        if (!SupportOfferId.TryParse($"{http.GetRouteValue("id")}", out var id)) return false;
        if (!MatchId.TryParse($"{http.GetRouteValue("matchId")}", out var match)) return false;
        var home = http.RequestServices.GetRequiredService<Home>();
        if (!(await home.MatchAbroad(match).Get(by.Caller)).Refused(out _, out _)) return true;
        var seen = await home.SupportOffer(id).Get(by.Caller);
        return !seen.Refused(out _, out var offer) && offer.Matches.Any(one => one.Id == match);
    }

    private static async Task<Results<Ok<SupportOfferDetails>, Created<SupportOfferDetails>, ProblemHttpResult>> TakeUp(
        SupportOfferId id, MatchId matchId, SayYes yes, ReadVersion read, Home home, Neighbours neighbours,
        OfferSearch offers, CurrentCaller by, [Description(OfOffer)] AreaId? area = null)
    {
        if (Abroad(home, id, area) is not { } abroad)
            return (await home.Matches(id).TakeUp(matchId, yes, by.Caller, read.IfMatch))
                .ToHttp($"{SiteMap.ApiRoot}/offers/{id}");
        if (neighbours.Find(abroad.Area) is null) return neighbours.NoSuchArea.ToProblem();
        var card = offers.FindTerms(abroad);
        return (await home.MatchAbroad(matchId).TakeUp(abroad, card, yes, by.Caller, read.IfMatch))
            .ToHttp($"{SiteMap.ApiRoot}/offers/{id}?area={abroad.Area}");
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> End(
        SupportOfferId id, MatchId matchId, ReadVersion read, Home home, CurrentCaller by,
        [Description(OfOffer)] AreaId? area = null)
    {
        return Abroad(home, id, area) is { } abroad
            ? (await home.MatchAbroad(matchId).End(abroad, by.Caller, read.IfMatch)).ToHttp()
            : (await home.Matches(id).End(matchId, by.Caller, read.IfMatch)).ToHttp();
    }

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Agree(
        SupportOfferId id, MatchId matchId, SayYes yes, ReadVersion read, Home home, CurrentCaller by) =>
        (await home.Matches(id).Agree(matchId, yes, by.Caller, read.IfMatch)).ToHttp();

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Arrange(
        SupportOfferId id, MatchId matchId, Arrangement arrangement, ReadVersion read, Home home, CurrentCaller by,
        [Description(OfOffer)] AreaId? area = null)
    {
        return Abroad(home, id, area) is { } abroad
            ? (await home.MatchAbroad(matchId).Arrange(abroad, arrangement, by.Caller, read.IfMatch)).ToHttp()
            : (await home.Matches(id).Arrange(matchId, arrangement, by.Caller, read.IfMatch)).ToHttp();
    }

    private static async Task<Results<Ok<SupportOfferDetails>, ProblemHttpResult>> Report(
        SupportOfferId id, MatchId matchId, MatchOutcome outcome, ReadVersion read, Home home, CurrentCaller by,
        [Description(OfOffer)] AreaId? area = null)
    {
        return Abroad(home, id, area) is { } abroad
            ? (await home.MatchAbroad(matchId).Report(abroad, outcome, by.Caller, read.IfMatch)).ToHttp()
            : (await home.Matches(id).Report(matchId, outcome, by.Caller, read.IfMatch)).ToHttp();
    }

    private static OfferAbroad? Abroad(Home home, SupportOfferId id, AreaId? area) =>
        area is { } other && other != home.Area ? new(other, id) : null;
}
