using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Barriers;
using PeerNet.Gateway.NextSteps;
using PeerNet.Gateway.Practices;
using PeerNet.Gateway.Sentences;
using PeerNet.Gateway.SupportOffers;

namespace PeerNet.Gateway.Link;

/// <summary>
/// One of the change feeds of what areas share: a feed for each kind, which a neighbour that does not know the kind
/// never asks for, and reads from the beginning once it does.
/// </summary>
/// <param name="Name">Its place at the link, and in the name of the file in which its cards are kept.</param>
/// <param name="Kind">The kind of its cards.</param>
/// <param name="Send">Reads a page of this area's own for another one.</param>
/// <param name="FindFault">
/// The first field of a card that no record could have, or null; given the latest day that it can be in its area.
/// </param>
internal sealed record SharedFeed<TCard>(
    string Name, string Kind,
    Func<ISharedCardsGrain, AreaId, CardCursor, int, Task<Result<SharedPage<TCard>>>> Send,
    Func<TCard, DateOnly, string?> FindFault)
    where TCard : class, ISharedCard
{
    /// <summary>The licence of its cards; null if nobody was asked for one: anybody may read them, no more.</summary>
    public string? License { get; init; }

    /// <summary>Its address at the link.</summary>
    public string Path => $"/link/v1/{Name}";

    /// <summary>How it is read.</summary>
    public Feed<SharedChange<TCard>> Feed { get; } = new(
        $"/link/v1/{Name}", Kind, typeof(TCard), (state, id, number, card) => new(state, id, number, (TCard?)card));
}

/// <summary>The change feeds of what areas share.</summary>
internal static class SharedFeeds
{
    /// <summary>Offers and requests that are open to all areas.</summary>
    public static SharedFeed<OfferCard> Offers { get; } = new(
        "offers", Accepts.OfferCard,
        (shared, to, after, limit) => shared.SendOffers(to, after, limit),
        (card, _) => OfferCardValidation.FindFault(card))
    {
        License = CardFeedPage.OpenLicense,
    };

    /// <summary>What groups have done.</summary>
    public static SharedFeed<PracticeCard> Practices { get; } = new(
        "practices", Accepts.PracticeCard,
        (shared, to, after, limit) => shared.SendPractices(to, after, limit),
        (card, _) => PracticeCardValidation.FindFault(card));

    /// <summary>What groups have set themselves to do.</summary>
    public static SharedFeed<NextStepCard> NextSteps { get; } = new(
        "next-steps", Accepts.NextStepCard,
        (shared, to, after, limit) => shared.SendNextSteps(to, after, limit),
        (card, _) => NextStepCardValidation.FindFault(card));

    /// <summary>What tables say.</summary>
    public static SharedFeed<SentencesCard> Sentences { get; } = new(
        "sentences", Accepts.SentencesCard,
        (shared, to, after, limit) => shared.SendSentences(to, after, limit),
        (card, _) => SentencesCardValidation.FindFault(card));

    /// <summary>What gets in people's way, and what was answered.</summary>
    public static SharedFeed<BarrierCard> Barriers { get; } = new(
        "barriers", Accepts.BarrierCard,
        (shared, to, after, limit) => shared.SendBarriers(to, after, limit), BarrierCardValidation.FindFault);

    /// <summary>Keeps and follows every feed of the neighbours.</summary>
    public static void AddSharedFeeds(this IServiceCollection services)
    {
        services.AddFeed(Offers);
        services.AddFeed(Practices);
        services.AddFeed(Barriers);
        services.AddFeed(NextSteps);
        services.AddFeed(Sentences);
    }

    /// <summary>Serves every feed to the neighbours.</summary>
    public static void MapSharedFeeds(this IEndpointRouteBuilder link)
    {
        link.MapFeed(Offers);
        link.MapFeed(Practices);
        link.MapFeed(Barriers);
        link.MapFeed(NextSteps);
        link.MapFeed(Sentences);
    }

    private static void AddFeed<TCard>(this IServiceCollection services, SharedFeed<TCard> feed)
        where TCard : class, ISharedCard
    {
        services.AddSingleton(feed);
        services.AddSingleton<KeptCards<TCard>>();
        services.AddHostedService<SharedCardPuller<TCard>>();
    }
}
