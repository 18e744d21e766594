using System.Text.Json;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>
/// Reads one neighbour's feed page by page. A page that cannot be read is asked for again in smaller parts, down to a
/// single card; a card that cannot be read even then is stepped over, so that it never stops the feed.
/// </summary>
/// <param name="feed">Which feed.</param>
/// <param name="client">Calls the neighbour.</param>
/// <param name="neighbour">The neighbour.</param>
/// <param name="unreadable">Reports a page that cannot be read, and the number of cards that were asked for.</param>
internal sealed class FeedReader<TChange>(
    Feed<TChange> feed, LinkClient client, Neighbour neighbour, Action<int> unreadable)
{
    private const int Fewer = 4, More = 2;

    // Change numbers may have gaps. A neighbour that sends nothing readable at all costs this many requests.
    private const int MaxDoublings = 24;

    private int limit = LinkEndpoints.MaxCardsPerPage;
    private string? tag;

    /// <summary>The next page after a cursor, or null if nothing is new.</summary>
    public async Task<ReceivedPage<TChange>?> Next(CardCursor cursor, CancellationToken cancel)
    {
        while (true)
        {
            try
            {
                var fetched = await client.FetchCards(feed, neighbour, cursor, limit, tag, cancel);
                tag = fetched.Tag;
                limit = Math.Min(limit * More, LinkEndpoints.MaxCardsPerPage);
                return fetched.Page;
            }
            catch (Exception fault) when (IsUnreadable(fault))
            {
                tag = null;
                unreadable(limit);
                if (limit == 1) return await StepOver(cursor, cancel);
                limit = Math.Max(1, limit / Fewer);
            }
        }
    }

    private static bool IsUnreadable(Exception fault)
    {
        return fault
            is JsonException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded };
    }

    /// <summary>
    /// The first page after the card that cannot be read. Its number is unknown: after every number below it the page
    /// is unreadable, so it is found by doubling the step and then halving the gap.
    /// </summary>
    private async Task<ReceivedPage<TChange>> StepOver(CardCursor cursor, CancellationToken cancel)
    {
        long before = cursor.After, after = cursor.After + 1;
        var found = await Probe(cursor with { After = after }, cancel);
        for (var doublings = 0; found is null; doublings++)
        {
            if (doublings == MaxDoublings) throw new JsonException("Nothing in the feed can be read.");
            before = after;
            after += 1L << doublings;
            found = await Probe(cursor with { After = after }, cancel);
        }
        while (after - before > 1)
        {
            var middle = before + (after - before) / 2;
            if (await Probe(cursor with { After = middle }, cancel) is { } earlier)
            {
                after = middle;
                found = earlier;
            }
            else before = middle;
        }
        return found.Page is null ? throw new FeedAstrayException() : found.Page with { SteppedOver = 1 };
    }

    /// <summary>One card, or null if it cannot be read.</summary>
    private async Task<Probed?> Probe(CardCursor cursor, CancellationToken cancel)
    {
        try
        {
            return new((await client.FetchCards(feed, neighbour, cursor, 1, null, cancel)).Page);
        }
        catch (FeedAstrayException)
        {
            // The feed ends before that number, so the card has been passed.
            return new(null);
        }
        catch (Exception fault) when (IsUnreadable(fault))
        {
            return null;
        }
    }

    private sealed record Probed(ReceivedPage<TChange>? Page);
}

/// <summary>The page can be read, but leads nowhere or backwards.</summary>
internal sealed class FeedAstrayException() : JsonException("The page does not say where the feed continues.");
