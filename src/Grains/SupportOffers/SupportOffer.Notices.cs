using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.Notices;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>What the two sides are told: that it is taken up, agreed, or soon over.</summary>
internal sealed partial record SupportOffer
{
    /// <summary>How many days before its last an offer's maker is reminded of it.</summary>
    public const int DaysToRenew = 7;

    /// <summary>The last day of which its maker has been reminded.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public DateOnly? RemindedOf { get; init; }

    /// <summary>
    /// Notes that its maker is reminded of its last day, if it is within a week and they can do something.
    /// </summary>
    public SupportOffer RemindOfLastDay(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (Terms?.ExpiresOn is not { } lastDay || lastDay == RemindedOf) return this;
        if (lastDay <= today || lastDay > today.AddDays(DaysToRenew)) return this;
        var isDone = Terms.HowOften == SupportFrequency.Once && StateAt(now) == SupportOfferState.UsedUp;
        return isDone || HiddenBecause is not null ? this : this with { RemindedOf = lastDay };
    }

    /// <summary>Tells both sides what is new since the record before, and withdraws what is over.</summary>
    /// <param name="before">The record before.</param>
    /// <param name="erased">Somebody who has just been erased, and gets no notice.</param>
    public Next<SupportOffer> Notifying(SupportOffer before, MemberId? erased = null)
    {
        if (ReferenceEquals(this, before)) return this;
        Message[] news =
            [.. AboutLastDay(before, erased), .. Matches.SelectMany(match => About(match, before, erased))];
        return this.Send(news);
    }

    private IEnumerable<Message> AboutLastDay(SupportOffer before, MemberId? erased)
    {
        var about = new NoticeAbout(NoticeKind.OfferEnds) { OfferId = Id };
        var hasChanged = Terms?.ExpiresOn != before.Terms?.ExpiresOn;
        if (hasChanged && before.RemindedOf is { } known && known == before.Terms?.ExpiresOn)
        {
            foreach (var over in before.MakersNotice(about, known.DayNumber, erased, isOver: true)) yield return over;
        }
        if (RemindedOf is not { } lastDay || lastDay == before.RemindedOf) yield break;
        var until = London.StartOf(lastDay.AddDays(1));
        foreach (var news in before.MakersNotice(about, lastDay.DayNumber, erased, until: until)) yield return news;
    }

    // A match is taken up once and agreed once, so there is one occasion of each.
    private IEnumerable<Message> About(Match match, SupportOffer before, MemberId? erased)
    {
        var was = before.Find(match.Id);
        if (was?.State == match.State) yield break;
        var taken = new NoticeAbout(NoticeKind.OfferTakenUp) { OfferId = Id, MatchId = match.Id };
        if (match.State == MatchState.TakenUp || was?.State == MatchState.TakenUp)
        {
            var isOver = match.State != MatchState.TakenUp;
            // Whoever no longer leads the group when it is answered keeps the notice, but not for ever.
            DateTimeOffset? until = Group is null || isOver ? null : match.Since.AddDays(DaysToAnswer);
            foreach (var news in before.MakersNotice(taken, 1, erased, isOver, until)) yield return news;
        }
        if (match.Taker.Member is not { } taker || taker == erased) yield break;
        var agreed = taken with { Kind = NoticeKind.OfferAgreed };
        if (match.State == MatchState.Agreed) yield return new NoticeTold(taker, agreed, 1);
        else if (was is { ShowsContacts: true } && !match.ShowsContacts)
            yield return new NoticeWithdrawn(taker, agreed, 1);
    }

    // Who leads a group may change before one of them answers, so the group itself tells its leads.
    private IEnumerable<Message> MakersNotice(
        NoticeAbout about, int occasion, MemberId? erased, bool isOver = false, DateTimeOffset? until = null)
    {
        if (Group is { } group) yield return new LeadsTold(group, about, occasion, isOver, until);
        else if (Maker is not { } maker || maker == erased) yield break;
        else if (isOver) yield return new NoticeWithdrawn(maker, about, occasion);
        else yield return new NoticeTold(maker, about, occasion, until);
    }
}
