using PeerNet.Contracts;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>What the member is told: that the other side agrees, or that the offer was no longer open.</summary>
internal sealed partial record MatchAbroad
{
    private bool WasRefused => State == MatchState.Ended && Terms is not null;

    /// <summary>Tells the member what is new since the record before, and withdraws what is over.</summary>
    public Next<MatchAbroad> Notifying(MatchAbroad before)
    {
        if (Member is null || Offer is null) return this;
        Message[] news =
        [
            .. Change(NoticeKind.OfferAgreed, before.ShowsContacts, ShowsContacts),
            .. Change(NoticeKind.OfferRefused, before.WasRefused, WasRefused),
        ];
        return this.Send(news);
    }

    // A match is agreed or refused once, so there is one occasion of each.
    private IEnumerable<Message> Change(NoticeKind kind, bool was, bool isNow)
    {
        if (was == isNow) yield break;
        var about = new NoticeAbout(kind) { Area = Offer!.Area, OfferId = Offer.Id, MatchId = Id };
        if (isNow) yield return new NoticeTold(Member!.Value, about, 1);
        else yield return new NoticeWithdrawn(Member!.Value, about, 1);
    }
}
