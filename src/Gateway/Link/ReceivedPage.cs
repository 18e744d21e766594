using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.WebUtilities;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// A page of a neighbour's change feed. Items that cannot be read are skipped.
/// </summary>
/// <param name="Items">The changes to keep.</param>
/// <param name="Next">Where the next page starts.</param>
/// <param name="Restarted">Whether the feed has begun again.</param>
/// <param name="Unreadable">The items of the right kind that cannot be read, by ID or change number.</param>
/// <param name="UnknownKinds">The items of another kind, likewise.</param>
internal sealed record ReceivedPage<TChange>(
    ImmutableArray<TChange> Items, CardCursor Next, bool Restarted,
    ImmutableArray<string> Unreadable, ImmutableArray<string> UnknownKinds)
{
    /// <summary>The number of cards before it that cannot be read at all.</summary>
    public int SteppedOver { get; init; }
}

/// <summary>Reads pages of a neighbour's change feed.</summary>
internal static class ReceivedPage
{
    private const int MaxFeedName = 100;

    /// <summary>Reads a page that was fetched from a cursor.</summary>
    /// <exception cref="JsonException">It is not a page, or does not lead to a next one.</exception>
    public static ReceivedPage<TChange> Read<TChange>(this Feed<TChange> feed, JsonElement page, CardCursor from)
    {
        if (ReceivedItem.FieldsOf(page) is not { } fields) throw Astray();
        if (fields.GetValueOrDefault("next") is not { ValueKind: JsonValueKind.String } address) throw Astray();
        if (fields.GetValueOrDefault("items") is not { ValueKind: JsonValueKind.Array } items) throw Astray();
        var next = Cursor(ReceivedItem.TextOf(address) ?? throw Astray());
        var restarted = from.Feed is not null && from.Feed != next.Feed;
        var read = items.EnumerateArray().Select(feed.Read).ToList();
        if (!Advances(restarted ? 0 : from.After, [.. read.Select(item => item.Number)], next.After)) throw Astray();
        return new(
            [.. read.Select(item => item.Change)], next, restarted,
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
    private static bool Advances(long from, List<long?> numbers, long next)
    {
        if (numbers.Count == 0) return next == from;
        var last = from;
        foreach (var number in numbers.OfType<long>())
        {
            if (number <= last) return false;
            last = number;
        }
        return next >= last && next > from;
    }

    private static FeedAstrayException Astray() => new();
}
