using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;

namespace PeerNet.Gateway.Finder.Feed;

/// <summary>How far an area's feed has been read.</summary>
/// <param name="Cursor">Where the next page starts.</param>
/// <param name="AsOf">When its end was last read.</param>
/// <param name="Generation">Rises when the feed begins again. Cards of an earlier generation are gone once the end is
/// read.</param>
internal sealed record FeedPosition(CardCursor Cursor, DateTimeOffset? AsOf, int Generation)
{
    public static FeedPosition Start { get; } = new(CardCursor.Start, null, 0);
}

/// <summary>A card as the file keeps it.</summary>
internal sealed record StoredCard(AreaId Area, GroupId Id, int Generation, Card Card);

/// <summary>An open file, with what was in it.</summary>
internal sealed record OpenedCardStore(
    CardStore Store, IReadOnlyDictionary<AreaId, FeedPosition> Feeds, IReadOnlyList<StoredCard> Cards);
