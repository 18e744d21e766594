using System.Collections.Concurrent;
using PeerNet.Contracts.Areas;

namespace PeerNet.Gateway.Link;

/// <summary>Counts and logs the cards of each area that could not be read since this Gateway started.</summary>
internal sealed partial class FeedFaults(ILogger<FeedFaults> log)
{
    private const int MaxNamesLogged = 10;

    private readonly ConcurrentDictionary<AreaId, long> unreadable = new();

    /// <summary>The number of an area's cards that could not be read.</summary>
    public long CountOf(AreaId area) => unreadable.GetValueOrDefault(area);

    /// <summary>A page could not be read; fewer cards are asked for next.</summary>
    public void Report(AreaId area, int limit)
    {
        Measures.UnreadablePages.Add(1, new KeyValuePair<string, object?>("area", area.Value));
        UnreadablePage(area.Value, limit);
    }

    /// <summary>What was skipped of a page.</summary>
    public void Report<TChange>(AreaId area, ReceivedPage<TChange> page)
    {
        if (page is { Unreadable.IsEmpty: true, UnknownKinds.IsEmpty: true, SteppedOver: 0 }) return;
        var skipped = page.Unreadable.Length + page.SteppedOver;
        unreadable.AddOrUpdate(area, skipped, (_, before) => before + skipped);
        Measures.CardsSkipped.Add(skipped, new("area", area.Value), new("reason", "unreadable"));
        Measures.CardsSkipped.Add(page.UnknownKinds.Length, new("area", area.Value), new("reason", "unknownKind"));
        var names = page.Unreadable.Concat(page.UnknownKinds).Take(MaxNamesLogged);
        SkippedCards(area.Value, skipped, page.UnknownKinds.Length, string.Join(", ", names));
    }

    [LoggerMessage(2105, LogLevel.Warning, "Cannot read a page of {Limit} cards of {Area}; asking for fewer")]
    private partial void UnreadablePage(string area, int limit);

    [LoggerMessage(
        2104, LogLevel.Warning,
        "Skipped cards from {Area}: {Unreadable} unreadable, {UnknownKind} of a kind this version does not know; the "
        + "first are {Cards}")]
    private partial void SkippedCards(string area, int unreadable, int unknownKind, string cards);
}
