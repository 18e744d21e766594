using System.Collections.Immutable;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>A page of an area's change feed of shared cards as it is sent; like that of groups.</summary>
/// <param name="Next">The address of the next page; of this one if there is nothing new.</param>
/// <param name="Items">The changes, oldest first.</param>
/// <param name="License">The licence of the cards; absent if nobody was asked for one.</param>
public sealed record SharedFeedPage<TCard>(
    string Next, ImmutableArray<SharedFeedItem<TCard>> Items, string? License = null)
    where TCard : class
{
    internal static SharedFeedPage<TCard> Of(SharedPage<TCard> page, string feed, string kind, string? license)
    {
        return new(
            $"{feed}?{CardFeedPage.Query(page.Next)}",
            [.. page.Items.Select(
                item => new SharedFeedItem<TCard>(item.State, kind, item.Id, item.Modified, item.Data))],
            license);
    }
}

/// <summary>The newest state of one shared card in the feed.</summary>
/// <param name="State">updated or deleted.</param>
/// <param name="Kind">The kind of card, such as practice.</param>
/// <param name="Id">What it is about.</param>
/// <param name="Modified">The change number.</param>
/// <param name="Data">The card; absent if deleted.</param>
public sealed record SharedFeedItem<TCard>(CardState State, string Kind, Guid Id, long Modified, TCard? Data = null)
    where TCard : class;
