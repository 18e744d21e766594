using System.Diagnostics;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Feed;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder;

/// <summary>Works out the documents of a page before any lock that others wait for is taken.</summary>
internal sealed partial class GroupSearch
{
    /// <summary>
    /// How long one page may take. It may hold thousands of schedules, each of which takes milliseconds to work out.
    /// </summary>
    internal TimeSpan MaxBuildTime { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>The page, as far as there is time for it.</summary>
    private BuiltPage Build(AreaFeed feed, CardPage page, int generation)
    {
        var started = Stopwatch.GetTimestamp();
        var built = new Dictionary<CardChange, CardDocument?>(ReferenceEqualityComparer.Instance);
        var done = 0;
        foreach (var change in page.Items)
        {
            if (done > 0 && page.Items[done - 1].Modified > 0 && Stopwatch.GetElapsedTime(started) > MaxBuildTime)
                break;
            done++;
            if (change.State == CardState.Updated) built[change] = BuildOne(feed, change, generation);
        }
        var isWhole = done == page.Items.Length;
        var read = isWhole ? page : page with
        {
            Items = page.Items[..done], Next = page.Next with { After = page.Items[done - 1].Modified },
        };
        // If a card is in a page twice, the last one counts.
        var changes = read.Items.Reverse().DistinctBy(change => change.Id).Reverse().ToList();
        return new(read, changes, built, isWhole);
    }

    private CardDocument? BuildOne(AreaFeed feed, CardChange change, int generation)
    {
        if (CardValidation.FindFault(feed.Area, change) is not null) return null;
        lock (building)
        {
            var isFull = index.CountOf(feed.Area) >= maxCards && !index.Contains(feed.Area, change.Id);
            return isFull ? null : builder.Build(change.Data!, generation, index.Meetings.Today);
        }
    }

    /// <summary>The valid cards of a page for which there is room. The day may have changed since they were
    /// built.</summary>
    private List<ValidCard> Fitting(AreaFeed feed, BuiltPage page)
    {
        var valid = new List<ValidCard>();
        var room = maxCards - index.CountOf(feed.Area);
        var skipped = 0;
        foreach (var change in page.Changes.Where(change => change.State == CardState.Updated))
        {
            var isNew = !index.Contains(feed.Area, change.Id);
            if ((!isNew || room > 0) && page.Documents[change] is { } document)
            {
                valid.Add(new(change, builder.Renew(document, index.Meetings.Today)));
                if (isNew) room--;
            }
            else skipped++;
        }
        if (skipped == 0) return valid;
        Measures.InvalidCards.Add(skipped, new KeyValuePair<string, object?>("area", feed.Area.Value));
        LogSkipped(log, skipped, feed.Area);
        return valid;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Skipped {Count} invalid cards from {Area}")]
    private static partial void LogSkipped(ILogger log, int count, Contracts.Areas.AreaId area);

    private sealed record ValidCard(CardChange Change, CardDocument Document);

    private sealed record BuiltPage(
        CardPage Page, List<CardChange> Changes, Dictionary<CardChange, CardDocument?> Documents, bool IsWhole);
}
