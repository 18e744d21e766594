using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Matches with people of other areas: this area decides, and writes to their homes.</summary>
internal sealed partial record SupportOffer
{
    /// <inheritdoc/>
    public Next<SupportOffer> Receive(Message message, AreaId home, int number, DateTimeOffset now) =>
        Heard(message, home, now).Then(offer => offer.Notifying(this));

    private Next<SupportOffer> Heard(Message message, AreaId home, DateTimeOffset now)
    {
        if (message is not MatchLetter letter || letter.To != home || letter.From == home)
            return LinkRefusals.Misdirected;
        var match = Find(letter.Match);
        if (match is not null && !match.IsWith(letter.From)) return LinkRefusals.Misdirected;
        if (letter is MatchTakenUp taken) return TakenUp(match, taken, now);
        if (letter is MatchEnded { ByMaker: false } ended) return Left(match, ended, now);
        // What has ended has been answered with its end.
        if (match is null or { State: MatchState.Ended }) return this;
        return letter switch
        {
            MatchAgreed { ByMaker: false } agreed => Introduced(match, agreed),
            MatchArranged arranged => Arranged(match, arranged, now),
            MatchReported reported => Reported(match, reported, now),
            _ => LinkRefusals.Misdirected,
        };
    }

    /// <summary>
    /// Whether a letter takes the offer up, as far as the offer knows. One area takes only some places, so that it
    /// cannot keep all others out.
    /// </summary>
    public bool IsTakenUpBy(MatchTakenUp letter, DateTimeOffset now)
    {
        if (Find(letter.Match) is not null || Terms is not { Audience: SupportAudience.AllAreas }) return false;
        if (StateAt(now) != SupportOfferState.Open) return false;
        return Matches.Count(match => match.IsLive && match.IsWith(letter.From)) < MaxLiveByArea;
    }

    // Every no is the same, so that no area learns what people of another did.
    private Next<SupportOffer> TakenUp(Match? known, MatchTakenUp letter, DateTimeOffset now)
    {
        if (known is not null) return known.State == MatchState.Ended ? SupportOfferRefusals.NotOpen : this;
        if (!IsTakenUpBy(letter, now)) return SupportOfferRefusals.NotOpen;
        var match = new Match
        {
            Id = letter.Match, State = MatchState.TakenUp, Since = now, Route = new(letter.From, letter.To),
        };
        return this with { Matches = Bounded(Matches.Add(match)) };
    }

    // Remembered even if the letter that takes it up has not arrived yet.
    private Next<SupportOffer> Left(Match? known, MatchEnded letter, DateTimeOffset now)
    {
        if (known is { State: MatchState.Ended } || !Exists) return this;
        if (known is not null)
            return Replace(known, known.Ended(now)).Recall(IsAbout(known.Id)).Then(offer => offer.Releasing(this));
        var ended = new Match
        {
            Id = letter.Match, State = MatchState.Ended, Since = now, Route = new(letter.From, letter.To),
        };
        return this with { Matches = Bounded(Matches.Add(ended)) };
    }

    private Next<SupportOffer> Introduced(Match match, MatchAgreed letter)
    {
        var heard = match.Heard ?? new();
        // Before both have agreed, no name is taken in.
        if (heard.Name >= letter.Version || match.Maker is null) return this;
        var yes = new SayYes(letter.ShownAs, letter.Reach?.Part);
        if ((OfferRules.Check(yes) ?? OfferRules.Check(letter.Reach)) is { } wrong) return wrong;
        var taker = match.Taker with { Yes = yes, Reach = match.ShowsContacts ? letter.Reach : null };
        return Replace(match, match with { Taker = taker, Heard = heard with { Name = letter.Version } });
    }

    private Next<SupportOffer> Arranged(Match match, MatchArranged letter, DateTimeOffset now)
    {
        var heard = match.Heard ?? new();
        if (heard.Arrangement >= letter.Version) return this;
        var next = match with { Heard = heard with { Arrangement = letter.Version } };
        return Replace(match, next).Arranged(next, letter.Arrangement, now);
    }

    private Next<SupportOffer> Reported(Match match, MatchReported letter, DateTimeOffset now)
    {
        var heard = match.Heard ?? new();
        if (heard.Outcome >= letter.Version) return this;
        var next = match with { Heard = heard with { Outcome = letter.Version } };
        return Replace(match, next).Reported(next, isMaker: false, letter.Outcome, now);
    }

    // A name that has not left yet stays here.
    private static Func<Message, bool> IsAbout(MatchId id) =>
        message => message is MatchLetter letter && letter.Match == id;

    /// <summary>The name and the contact that the maker's side shows, for a taker of another area.</summary>
    private Next<SupportOffer> Introducing(Match match, SayYes yes, SharedContact? reach)
    {
        if (match.Route is not { } route) return this;
        return this.Send(new MatchAgreed
        {
            From = route.Here, To = route.Home, Offer = Id, Match = match.Id, ByMaker = true,
            ShownAs = yes.ShownAs, Reach = reach,
        });
    }

    /// <summary>Tells the homes of takers in other areas how far their matches are, or that they have ended.</summary>
    private Next<SupportOffer> Telling(SupportOffer before)
    {
        Next<SupportOffer> told = this;
        foreach (var match in Matches.Where(match => match.Route is not null))
        {
            if (before.Find(match.Id) is { } known && known != match)
                told = told.Then(offer => offer.Telling(match, known));
        }
        return told;
    }

    private Next<SupportOffer> Telling(Match match, Match before)
    {
        var route = match.Route!;
        if (match.State == MatchState.Ended)
        {
            if (before.State == MatchState.Ended) return this;
            var ended = new MatchEnded
            {
                From = route.Here, To = route.Home, Offer = Id, Match = match.Id, ByMaker = true,
            };
            return this.Recall(IsAbout(match.Id)).Send(ended);
        }
        return this.Send(new MatchProgressed
        {
            From = route.Here, To = route.Home, Offer = Id, Match = match.Id,
            State = match.State, Arrangement = match.Arrangement, Outcome = match.Maker?.Outcome,
        });
    }
}
