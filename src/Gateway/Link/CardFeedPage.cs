using System.Collections.Immutable;
using System.Globalization;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>A page of an area's change feed as it is sent (OpenActive RPDE 1.0, ordered by change number).</summary>
/// <param name="Next">The address of the next page; of this one if there is nothing new.</param>
/// <param name="Items">The changes, oldest first.</param>
/// <param name="License">The licence of the cards.</param>
public sealed record CardFeedPage(string Next, ImmutableArray<CardFeedItem> Items, string License)
{
    internal const string OpenLicense = "https://creativecommons.org/licenses/by/4.0/";

    internal static CardFeedPage Of(CardPage page, string feed)
    {
        return new(
            $"{feed}?{Query(page.Next)}",
            [.. page.Items.Select(
                item => new CardFeedItem(item.State, Accepts.GroupCard, item.Id, item.Modified, item.Data))],
            OpenLicense);
    }

    /// <summary>The query that continues from a cursor.</summary>
    internal static string Query(CardCursor cursor)
    {
        var feed = cursor.Feed is null ? "" : $"feed={Uri.EscapeDataString(cursor.Feed)}&";
        return string.Create(CultureInfo.InvariantCulture, $"{feed}afterChangeNumber={cursor.After}");
    }
}

/// <summary>The newest state of one card in the feed.</summary>
/// <param name="State">updated or deleted.</param>
/// <param name="Kind">group.</param>
/// <param name="Id">The group.</param>
/// <param name="Modified">The change number.</param>
/// <param name="Data">The card; absent if deleted.</param>
public sealed record CardFeedItem(CardState State, string Kind, GroupId Id, long Modified, Card? Data = null);
