using System.Collections.Immutable;
using System.Text.Json;
using PeerNet.Contracts;

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
    /// <summary>The most cards that are listed: one more than a page has, so that it says if there are more.</summary>
    internal const int MaxCards = 101;

    /// <summary>The most rows that are looked at: many may have been taken back since.</summary>
    internal const int MaxRows = 2000;

    /// <summary>The most bytes of cards that are read, and kept: cards differ a hundredfold in length.</summary>
    internal const int MaxBytes = 1024 * 1024;

    private const int RowsPerPage = 50;

    private (string Feed, long Newest) readAt;
    private ImmutableArray<TCard> cards;

    /// <summary>The cards, the one that changed last first.</summary>
    public async Task<ImmutableArray<TCard>> List(int max)
    {
        // Before reading: what changes meanwhile is then read again.
        var now = await rows.Feed(kind);
        if (cards.IsDefault || now != readAt)
        {
            cards = await Read();
            readAt = now;
        }
        return [.. cards.Take(max)];
    }

    private async Task<ImmutableArray<TCard>> Read()
    {
        var found = ImmutableArray.CreateBuilder<TCard>();
        var bytes = 0;
        var before = long.MaxValue;
        for (var read = 0; read < MaxRows; read += RowsPerPage)
        {
            var page = await rows.NewestChanges(kind, before, RowsPerPage);
            foreach (var card in page.Select(cardOf).OfType<TCard>())
            {
                bytes += JsonSerializer.SerializeToUtf8Bytes(card, PeerNetJson.Options).Length;
                if (bytes > MaxBytes) return found.ToImmutable();
                found.Add(card);
                if (found.Count == MaxCards) return found.ToImmutable();
            }
            if (page.Count < RowsPerPage) break;
            before = page[^1].Change;
        }
        return found.ToImmutable();
    }
}
