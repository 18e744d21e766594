using System.Collections.Immutable;

namespace PeerNet.Grains.Link;

/// <summary>
/// The cards of one kind that changed last. They are read again as soon as one of the kind has changed, and until then
/// each view costs one look at the newest change number: what is taken out is gone at once.
/// </summary>
/// <param name="kind">The kind of row.</param>
/// <param name="rows">The change log.</param>
/// <param name="cardOf">What is shared of a row, or null.</param>
internal sealed class NewestCards<TCard>(string kind, ILinkRows rows, Func<ChangedRow, TCard?> cardOf)
    where TCard : class
{
    /// <summary>The most cards that are listed.</summary>
    internal const int MaxCards = 200;

    /// <summary>The most rows that are looked at: many may have been taken back since.</summary>
    internal const int MaxRows = 2000;

    private const int RowsPerPage = 100;

    private (string Feed, long Newest) readAt;
    private ImmutableArray<TCard> cards;

    /// <summary>The cards, the one that changed last first.</summary>
    public async Task<ImmutableArray<TCard>> List()
    {
        // Before reading: what changes meanwhile is then read again.
        var now = await rows.Feed(kind);
        if (!cards.IsDefault && now == readAt) return cards;
        cards = await Read();
        readAt = now;
        return cards;
    }

    private async Task<ImmutableArray<TCard>> Read()
    {
        List<TCard> found = [];
        var before = long.MaxValue;
        for (var read = 0; read < MaxRows && found.Count < MaxCards; read += RowsPerPage)
        {
            var page = await rows.NewestChanges(kind, before, RowsPerPage);
            found.AddRange(page.Select(cardOf).OfType<TCard>());
            if (page.Count < RowsPerPage) break;
            before = page[^1].Change;
        }
        return LinkGrain.PageOf(found.Take(MaxCards));
    }
}
