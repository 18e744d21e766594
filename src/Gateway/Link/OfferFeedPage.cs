using System.Collections.Immutable;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Gateway.Link;

/// <summary>A page of an area's change feed of offers as it is sent; like that of groups.</summary>
/// <param name="Next">The address of the next page; of this one if there is nothing new.</param>
/// <param name="Items">The changes, oldest first.</param>
/// <param name="License">The licence of the cards.</param>
public sealed record OfferFeedPage(string Next, ImmutableArray<OfferFeedItem> Items, string License)
{
    internal static OfferFeedPage Of(OfferCardPage page, string feed)
    {
        return new(
            $"{feed}?{CardFeedPage.Query(page.Next)}",
            [.. page.Items.Select(
                item => new OfferFeedItem(item.State, Accepts.OfferCard, item.Id, item.Modified, item.Data))],
            CardFeedPage.OpenLicense);
    }
}

/// <summary>The newest state of one offer's card in the feed.</summary>
/// <param name="State">updated or deleted.</param>
/// <param name="Kind">offer.</param>
/// <param name="Id">The offer.</param>
/// <param name="Modified">The change number.</param>
/// <param name="Data">The card; absent if deleted.</param>
public sealed record OfferFeedItem(
    CardState State, string Kind, SupportOfferId Id, long Modified, OfferCard? Data = null);
