using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Link;

/// <summary>The offers that are open to all areas.</summary>
internal sealed partial class LinkGrain
{
    public Task<Result<SharedPage<OfferCard>>> SendOffers(AreaId to, CardCursor after, int limit)
    {
        var today = London.DayOf(clock.GetUtcNow());
        return Send(
            "support-offer", Leaving.OfferCard, to, after, limit, (SupportOffer offer) => offer.CardOn(today, Area));
    }
}
