using System.Collections.Immutable;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Link;

/// <summary>What tables say, cut to what fits on a page: a gathering can have 200 sentences.</summary>
/// <param name="Cards">The cards, with the sentences that are shown.</param>
/// <param name="Cut">The gatherings of which there are more.</param>
public sealed record SentenceLines(PublicCards<SentencesCard> Cards, ImmutableHashSet<GatheringId> Cut)
{
    /// <summary>Shows so many sentences of a card, and so many in all.</summary>
    internal static SentenceLines Within(PublicCards<SentencesCard> all, int ofEach, int inAll)
    {
        List<SentencesCard> shown = [];
        var cut = ImmutableHashSet.CreateBuilder<GatheringId>();
        foreach (var card in all.Items)
        {
            if (inAll == 0) break;
            var lines = card.Sentences.Take(Math.Min(ofEach, inAll)).ToImmutableArray();
            if (lines.Length < card.Sentences.Length) cut.Add(card.Id);
            shown.Add(card with { Sentences = lines });
            inAll -= lines.Length;
        }
        var hasMore = all.HasMore || cut.Count > 0 || shown.Count < all.Items.Length;
        return new(all with { Items = [.. shown], HasMore = hasMore }, cut.ToImmutable());
    }
}
