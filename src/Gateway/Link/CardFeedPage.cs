using System.Collections.Immutable;
using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>A page of an area's change feed on the wire (OpenActive RPDE 1.0, order by change number).</summary>
/// <param name="Next">The address of the next page; of this one when there is nothing new.</param>
/// <param name="Items">The changes.</param>
/// <param name="License">Under which the cards may be used.</param>
public sealed record CardFeedPage(string Next, ImmutableArray<CardFeedItem> Items, string License)
{
    private const string OpenLicense = "https://creativecommons.org/licenses/by/4.0/";

    internal static CardFeedPage Of(CardPage page, string feed) => new(
        $"{feed}?{Query(page.Next)}",
        [.. page.Items.Select(item => new CardFeedItem(item.State, "group", item.Id, item.Modified, item.Data))],
        OpenLicense);

    /// <summary>The query that goes on from a cursor.</summary>
    internal static string Query(CardCursor cursor) =>
        cursor.Feed is null ? "" : string.Create(CultureInfo.InvariantCulture, $"feed={Uri.EscapeDataString(cursor.Feed)}&afterChangeNumber={cursor.After}");

    /// <summary>Reads a page that was asked for from a cursor; null when it does not say where it goes on. Change numbers must rise. Only the query of the next address is looked at, so that no page can send the reader elsewhere.</summary>
    internal CardPage? Read(CardCursor from)
    {
        var at = Next.IndexOf('?', StringComparison.Ordinal);
        if (at < 0) return null;
        var query = QueryHelpers.ParseQuery(Next[at..]);
        if (!query.TryGetValue("feed", out var feed) || feed.ToString() is not { Length: > 0 and <= 100 } name) return null;
        if (!long.TryParse(query["afterChangeNumber"], NumberStyles.None, CultureInfo.InvariantCulture, out var after)) return null;
        var restarted = from.Feed is not null && from.Feed != name;
        return Rises(restarted ? 0 : from.After) && after == (Items is [.., var last] ? last.Modified : restarted ? 0 : from.After)
            ? new([.. Items.Select(item => new CardChange(item.State, item.Id, item.Modified, item.Data))], new(name, after), restarted)
            : null;
    }

    // Without this a page that leads back to itself would be read for ever.
    private bool Rises(long after)
    {
        foreach (var item in Items)
        {
            if (item.Modified <= after || item.State == CardState.Updated && item.Data is null) return false;
            after = item.Modified;
        }
        return true;
    }
}

/// <summary>One card's newest state in the feed.</summary>
/// <param name="State">updated or deleted.</param>
/// <param name="Kind">group.</param>
/// <param name="Id">The group.</param>
/// <param name="Modified">The change number.</param>
/// <param name="Data">The card; absent when deleted.</param>
public sealed record CardFeedItem(CardState State, string Kind, GroupId Id, long Modified, Card? Data = null);
