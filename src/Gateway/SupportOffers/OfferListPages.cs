using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Problems;
using PeerNet.Gateway.Shell;
using PeerNet.Gateway.SignIn;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The page on which people find what is offered and asked for in all areas, and their own offers.</summary>
internal sealed class OfferListPages : IEndpoints
{
    private const int MaxRequestsToFit = 3;

    public static void Map(SiteMap site) => site.Pages.MapGet("/offers", Show).ForMembers();

    private static async Task<Sent> Show(HttpRequest request, Home home, OfferSearch offers, CurrentCaller by)
    {
        var address = OfferAddress.Of(request.Query);
        if (address.HadWholePostcode) return TypedResults.LocalRedirect($"{address}");
        var mine = Sorted(await home.SupportOffers.ListMine(by.Caller));
        if (!(await Find(address, offers, by.Caller)).Refused(out var refusal, out var found))
        {
            return Page.Of<OfferListPage, OfferListModel>(new(address, home.Area, found, mine)
            {
                Fits = await FindFits(address.IsSearch ? [] : mine, offers, by.Caller),
            });
        }
        if (refusal.Field == "cursor") return TypedResults.LocalRedirect($"{address.Without("cursor")}");
        if (refusal.Field is null) return refusal.ToProblem();
        var nothing = new FoundOffers([], null, offers.Areas());
        return Page.Again<OfferListPage, OfferListModel>(
            new(address, home.Area, nothing, mine) { Errors = ErrorsOf(refusal) });
    }

    private static async Task<Result<FoundOffers>> Find(OfferAddress address, OfferSearch offers, Caller by)
    {
        try
        {
            return await offers.Find(address.ToQuery(), by);
        }
        // The query is refused while it is read; here the form is shown again.
        catch (RefusedRequestException refused)
        {
            return refused.Refusal;
        }
    }

    private static async Task<IReadOnlyDictionary<SupportOfferId, OfferFits>> FindFits(
        ImmutableArray<SupportOfferDetails> mine, OfferSearch offers, Caller by)
    {
        var requests = mine.Where(one => one is { IsMine: true, State: SupportOfferState.Open })
            .Where(one => one.Terms.Side == SupportSide.Request)
            .Take(MaxRequestsToFit)
            .Select(one => one.Id)
            .ToList();
        var fits = await Task.WhenAll(requests.Select(id => offers.FindFits(id, by)));
        return requests.Zip(fits)
            .Where(one => !one.Second.Refused(out _, out _))
            .ToDictionary(one => one.First, one => one.Second.Refused(out _, out var fit) ? new(0, []) : fit);
    }

    // What waits for the reader's answer comes first.
    private static ImmutableArray<SupportOfferDetails> Sorted(ImmutableArray<SupportOfferDetails> mine)
    {
        return [.. mine.OrderByDescending(
            one => one.IsMine && one.Matches.Any(match => match.State == MatchState.TakenUp))];
    }

    private static FormErrors ErrorsOf(Refusal refusal)
    {
        return refusal.Field == "outcode"
            ? [new("outcode", "Enter a postcode, or the first half of one, such as BN2.")]
            : [new("side", "The link that you followed asks for something we do not understand. Choose again below.")];
    }
}

/// <summary>What the page of offers and requests shows.</summary>
/// <param name="Address">What was asked for.</param>
/// <param name="Home">The area whose page it is.</param>
/// <param name="Found">What was found.</param>
/// <param name="Mine">The reader's own offers and requests, and those that they have taken up.</param>
public sealed record OfferListModel(
    OfferAddress Address,
    AreaId Home,
    FoundOffers Found,
    ImmutableArray<SupportOfferDetails> Mine)
{
    /// <summary>What fits the reader's own open requests.</summary>
    public IReadOnlyDictionary<SupportOfferId, OfferFits> Fits { get; init; } =
        ImmutableDictionary<SupportOfferId, OfferFits>.Empty;

    /// <summary>What is wrong with the questions; then nothing was found.</summary>
    public FormErrors Errors { get; init; } = FormErrors.None;
}
