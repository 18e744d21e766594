using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Link;
using PeerNet.Gateway.Finder.Index;

namespace PeerNet.Gateway.Finder;

/// <summary>Shows one card.</summary>
internal sealed partial class GroupSearch
{
    // Only without a file: the index keeps no long texts.
    private readonly Dictionary<(AreaId, GroupId), Card> cards = [];

    /// <summary>A group of any area as its card shows it; null if it is unknown or has closed.</summary>
    public CardDetails? FindCard(AreaId area, GroupId group, DateTimeOffset now)
    {
        MoveTo(now);
        var time = SearchTime.At(now);
        var (document, card) = Read(() => (index.Find(area, group), cards.GetValueOrDefault((area, group))));
        if (document is null || document.StatusOn(time.Today) == GroupStatus.Closed) return null;
        card ??= store?.Find(area, group);
        return card is null ? null : new CardDetails(card)
        {
            Status = document.StatusOn(time.Today),
            NextMeeting = document.MeetingAt(document.NextMinute(time)),
            AsOf = feeds[area].Position.AsOf,
        };
    }

    /// <summary>A group's card as its area sent it; null if it is unknown.</summary>
    public Card? FindSent(AreaId area, GroupId group) =>
        Read(() => cards.GetValueOrDefault((area, group))) ?? store?.Find(area, group);

    private void Keep(IEnumerable<Card> put, IEnumerable<(AreaId, GroupId)> deleted)
    {
        if (store is not null) return;
        foreach (var card in put) cards[(card.Area, card.Id)] = card;
        foreach (var key in deleted) cards.Remove(key);
    }
}
