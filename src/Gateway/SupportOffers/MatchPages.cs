using Microsoft.AspNetCore.Http.HttpResults;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>
/// What the two sides of a match do on their way, each on a page with one form: say yes, arrange, say how it went, end.
/// </summary>
internal sealed class MatchPages : IEndpoints
{
    public static void Map(SiteMap site)
    {
        foreach (var offer in (string[])[OfferPages.Here, OfferPages.There])
        {
            var match = site.Pages.MapGroup($"{offer}/matches/{{matchId}}").ForMembers();
            match.MapGet("/agreement", Show<AgreePage>);
            match.MapPost("/agreement", Agree);
            match.MapGet("/arrangement", Show<ArrangePage>);
            match.MapPost("/arrangement", Arrange);
            match.MapGet("/outcome", Show<OutcomePage>);
            match.MapPost("/outcome", Report);
            match.MapGet("/end", Show<EndMatchPage>);
            match.MapPost("/end", End);
        }
    }

    private static async Task<Shown> Show<TPage>(
        SupportOfferId id, MatchId matchId, OfferReading offers, CurrentCaller by, AreaId? area = null)
        where TPage : PageOf<MatchPageModel>
    {
        return (await offers.Read(id, area, matchId, by.Caller)).ToPage<TPage, MatchPageModel>();
    }

    private static async Task<Sent> Agree(
        SupportOfferId id, MatchId matchId, IFormCollection form, OfferReading offers, Home home, CurrentCaller by,
        AreaId? area = null)
    {
        if ((await offers.Read(id, area, matchId, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        var yes = form.ReadYes().ToRequest();
        return await SayYes(page, yes, home, by.Caller) is { } no
            ? Again<AgreePage>(page, no, "shownAs", form, "shownAs", "showContact")
            : Back(page);
    }

    private static async Task<Sent> Arrange(
        SupportOfferId id, MatchId matchId, IFormCollection form, OfferReading offers, Home home, CurrentCaller by,
        AreaId? area = null)
    {
        if ((await offers.Read(id, area, matchId, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        if (form.ReadArrangement(out var arrangement) is { Count: > 0 } errors)
            return Again<ArrangePage>(page, errors, form, "on", "at", "where");
        var arranged = Abroad(page) is { } abroad
            ? await home.MatchAbroad(matchId).Arrange(abroad, arrangement, by.Caller)
            : await home.Matches(id).Arrange(matchId, arrangement, by.Caller);
        return arranged.Refused(out refusal, out _)
            ? Again<ArrangePage>(page, refusal, "on", form, "on", "at", "where")
            : Back(page);
    }

    private static async Task<Sent> Report(
        SupportOfferId id, MatchId matchId, IFormCollection form, OfferReading offers, Home home, CurrentCaller by,
        AreaId? area = null)
    {
        if ((await offers.Read(id, area, matchId, by.Caller)).Refused(out var refusal, out var page))
            return refusal.ToProblem();
        if (form.ReadOutcome(out var outcome) is { Count: > 0 } errors)
            return Again<OutcomePage>(page, errors, form, "done", "words");
        var reported = Abroad(page) is { } abroad
            ? await home.MatchAbroad(matchId).Report(abroad, outcome, by.Caller)
            : await home.Matches(id).Report(matchId, outcome, by.Caller);
        return reported.Refused(out refusal, out _)
            ? Again<OutcomePage>(page, refusal, "done", form, "done", "words")
            : Back(page);
    }

    // Once it has ended, its taker may see nothing of the offer any more; its maker still does.
    private static async Task<Sent> End(
        SupportOfferId id, MatchId matchId, IFormCollection form, Home home, CurrentCaller by, AreaId? area = null)
    {
        var ended = area is { } other && other != home.Area
            ? await home.MatchAbroad(matchId).End(new(other, id), by.Caller)
            : await home.Matches(id).End(matchId, by.Caller);
        if (ended.Refused(out var refusal, out _)) return refusal.ToProblem();
        var isMaker = area is null
            && !(await home.SupportOffer(id).Get(by.Caller)).Refused(out _, out var offer) && offer.IsMine;
        return TypedResults.LocalRedirect(isMaker ? OfferPageModel.UrlOf(id, null) : "/offers/ended");
    }

    // The taker's yes is the take-up itself, which can be said again with another name.
    private static async Task<Refusal?> SayYes(MatchPageModel page, SayYes yes, Home home, Caller by)
    {
        var id = page.Page.Offer.Id;
        var match = page.Match.Id;
        Refusal? refusal;
        if (page.Page.Offer.IsMine)
            return (await home.Matches(id).Agree(match, yes, by)).Refused(out refusal, out _) ? refusal : null;
        var taken = Abroad(page) is { } abroad
            ? await home.MatchAbroad(match).TakeUp(abroad, null, yes, by)
            : await home.Matches(id).TakeUp(match, yes, by);
        return taken.Refused(out refusal, out _) ? refusal : null;
    }

    private static OfferAbroad? Abroad(MatchPageModel page) =>
        page.Page.IsHere ? null : new(page.Page.Offer.Area, page.Page.Offer.Id);

    private static Sent Again<TPage>(
        MatchPageModel page, Refusal refusal, string otherwise, IFormCollection form, params string[] names)
        where TPage : PageOf<MatchPageModel>
    {
        var isForm = refusal.Kind == RefusalKind.Invalid || refusal.Code == SupportOfferRefusals.MonthFull.Code;
        if (!isForm) return refusal.ToProblem();
        return Again<TPage>(page, [new(refusal.Field ?? otherwise, OfferWords.Of(refusal))], form, names);
    }

    private static Sent Again<TPage>(
        MatchPageModel page, FormErrors errors, IFormCollection form, params string[] names)
        where TPage : PageOf<MatchPageModel>
    {
        var again = page with { Errors = errors, Typed = form.Typed(names) };
        return Page.Again<TPage, MatchPageModel>(again);
    }

    private static RedirectHttpResult Back(MatchPageModel page) =>
        TypedResults.LocalRedirect($"{page.Page.Url}#match-{page.Match.Id}");
}
