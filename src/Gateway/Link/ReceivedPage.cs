using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// A page of a neighbour's change feed. Items that cannot be read are skipped.
/// </summary>
/// <param name="Page">The changes to index.</param>
/// <param name="Unreadable">The items of a known kind that cannot be read, by id or change number.</param>
/// <param name="UnknownKinds">The items of a kind that only a newer neighbour knows, likewise.</param>
internal sealed record ReceivedPage(
    CardPage Page, ImmutableArray<string> Unreadable, ImmutableArray<string> UnknownKinds)
{
    private const int MaxFeedName = 100;

    /// <summary>The number of cards before it that cannot be read at all.</summary>
    public int SteppedOver { get; init; }

    /// <summary>Reads a page that was fetched from a cursor.</summary>
    /// <exception cref="JsonException">It is not a page, or does not lead to a next one.</exception>
    public static ReceivedPage Read(JsonElement page, CardCursor from)
    {
        if (ReceivedItem.FieldsOf(page) is not { } fields) throw Astray();
        if (fields.GetValueOrDefault("next") is not { ValueKind: JsonValueKind.String } address) throw Astray();
        if (fields.GetValueOrDefault("items") is not { ValueKind: JsonValueKind.Array } items) throw Astray();
        var next = Cursor(address.GetString()!);
        var restarted = from.Feed is not null && from.Feed != next.Feed;
        var read = items.EnumerateArray().Select(ReceivedItem.Read).ToList();
        if (!Advances(restarted ? 0 : from.After, read, next.After)) throw Astray();
        return new(
            new([.. read.Select(item => item.Change)], next, restarted),
            [.. read.Where(item => item.Skipped == Skipped.Unreadable).Select(item => item.Name)],
            [.. read.Where(item => item.Skipped == Skipped.UnknownKind).Select(item => item.Name)]);
    }

    // Use only the query, so that a page cannot redirect the reader to another server.
    private static CardCursor Cursor(string next)
    {
        var at = next.IndexOf('?', StringComparison.Ordinal);
        if (at < 0) throw Astray();
        var query = QueryHelpers.ParseQuery(next[at..]);
        if (!query.TryGetValue("feed", out var feed) || feed.ToString() is not { Length: > 0 and <= MaxFeedName } name)
            throw Astray();
        var isNumber =
            long.TryParse(query["afterChangeNumber"], NumberStyles.None, CultureInfo.InvariantCulture, out var after);
        return isNumber ? new(name, after) : throw Astray();
    }

    // Otherwise a page that leads back to itself would be read for ever.
    private static bool Advances(long from, List<ReceivedItem> items, long next)
    {
        if (items.Count == 0) return next == from;
        var last = from;
        foreach (var number in items.Select(item => item.Number).OfType<long>())
        {
            if (number <= last) return false;
            last = number;
        }
        return next >= last && next > from;
    }

    private static FeedAstrayException Astray() => new();
}
