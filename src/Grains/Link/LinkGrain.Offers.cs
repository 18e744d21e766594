using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Grains.Link;

/// <summary>The offers that are open to all areas.</summary>
internal sealed partial class LinkGrain
{
    public async Task<Result<OfferCardPage>> SendOffers(AreaId to, CardCursor after, int limit)
    {
        if (await IsClosedTo(to)) return LinkRefusals.BorderClosed;
        var now = clock.GetUtcNow();
        var today = London.DayOf(now);
        var (items, next, restarted) = await Read(
            "support-offer", after, limit, change => OfferOf(change, today), change => change.Modified);
        if (!restarted && after.Feed is not null) await rows.AcknowledgeCards(Leaving.OfferCard, to, after, now);
        await rows.Enter([.. items.Select(item => Leaving.Offer(to, next.Feed!, item, now))]);
        return new OfferCardPage(items, next, restarted);
    }

    // Only what was open to all areas at some time is in the change log, so a tombstone says nothing new.
    private OfferChange[] OfferOf(ChangedRow changed, DateOnly today)
    {
        var deleted = new OfferChange(CardState.Deleted, new(changed.Id), changed.Change, null);
        if (changed.Payload is not { } payload) return [deleted];
        var card = unreadable.Read(
            "support-offer", changed.Id, payload, (SupportOffer offer) => offer.CardOn(today, Area));
        return [card is null ? deleted : deleted with { State = CardState.Updated, Data = card }];
    }
}
