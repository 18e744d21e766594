using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Gateway.Finder.Query;
using PeerNet.Gateway.Link;

namespace PeerNet.Gateway.SupportOffers;

/// <summary>The offers of other areas that are open to all areas, as their cards say.</summary>
internal sealed class OfferCards(KeptCards<OfferCard> kept)
{
    /// <summary>How up to date each area's offers are.</summary>
    public ImmutableArray<SearchedArea> Ages => kept.Ages;

    /// <summary>The offers of other areas that can be taken up on a day.</summary>
    public IEnumerable<OfferCard> OpenOn(DateOnly day) => kept.All.Where(card => card.IsOpenOn(day));

    /// <summary>The card of an offer, or null if it is unknown or cannot be taken up on that day.</summary>
    public OfferCard? Find(AreaId area, SupportOfferId id, DateOnly day) =>
        kept.Find(area, id.Value) is { } card && card.IsOpenOn(day) ? card : null;
}
