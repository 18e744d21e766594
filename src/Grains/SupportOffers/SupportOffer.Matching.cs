using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Taking the offer up, and what the two sides do from then on.</summary>
internal sealed partial record SupportOffer
{
    /// <summary>
    /// Takes the offer up, or changes the taker's name or contact. One refusal says that it is not open, so that nobody
    /// learns what others did.
    /// </summary>
    public Next<SupportOffer> TakeUp(MatchId id, SayYes yes, OfferCaller caller, DateTimeOffset now)
    {
        if (caller.WhyUnknown() is { } unknown) return unknown;
        if (!Exists) return SupportOfferRefusals.NotFound;
        if (IsMadeBy(caller) || (Maker is { } maker && caller.By.Is(maker))) return SupportOfferRefusals.Own;
        if (OfferRules.Check(yes) is { } wrong) return wrong;
        var person = caller.By.Member!.Value;
        if (Find(id) is { } known)
            return known.Taker.Member == person ? Again(known, yes) : SupportOfferRefusals.NotOpen;
        if (Terms is not null && !IsFor(caller)) return SupportOfferRefusals.NotFound;
        if (Matches.Any(match => match.IsLive && match.Taker.Member == person))
            return SupportOfferRefusals.AlreadyTakenUp;
        if (StateAt(now) != SupportOfferState.Open) return SupportOfferRefusals.NotOpen;
        var match = new Match { Id = id, State = MatchState.TakenUp, Since = now, Taker = new(person, yes) };
        return (this with { Matches = Bounded(Matches.Add(match)) }).Recall(IsReleaseOf(person));
    }

    /// <summary>
    /// The maker's side agrees, or changes its name or contact. A taker of another area gets both in a letter.
    /// </summary>
    public Next<SupportOffer> Agree(
        MatchId id, SayYes yes, OfferCaller caller, DateTimeOffset now, SharedContact? reach = null)
    {
        if (Party(id, caller) is not { } match) return SupportOfferRefusals.MatchNotFound;
        if (!IsMadeBy(caller)) return AccessRefusals.NotYours;
        if (OfferRules.Check(yes) is { } wrong) return wrong;
        if (MatchTable.After(match.State, MatchAct.Agree) is not { } state) return SupportOfferRefusals.MatchState;
        var side = new MatchSide(caller.By.Member, yes);
        if (match.Maker == side) return this;
        var agreed = match.State == MatchState.TakenUp ? Matched(London.DayOf(now)) : this;
        var next = agreed.Replace(match, match.In(state, now) with { Maker = side });
        return next.Introducing(match, yes, reach)
            .Then(offer => offer.Releasing(this))
            .Recall(IsReleaseOf(caller.By.Member!.Value));
    }

    /// <summary>Either side says when and where.</summary>
    public Next<SupportOffer> Arrange(MatchId id, Arrangement arrangement, OfferCaller caller, DateTimeOffset now) =>
        Party(id, caller) is { } match ? Arranged(match, arrangement, now) : SupportOfferRefusals.MatchNotFound;

    /// <summary>Either side says how it went. It took place only if neither says that it did not.</summary>
    public Next<SupportOffer> Report(MatchId id, MatchOutcome outcome, OfferCaller caller, DateTimeOffset now)
    {
        if (Party(id, caller) is not { } match) return SupportOfferRefusals.MatchNotFound;
        return Reported(match, IsMadeBy(caller), outcome, now);
    }

    /// <summary>
    /// Either side declines or ends it; what they have said is deleted. So does whoever has agreed for a group and no
    /// longer leads it, to take back what they show.
    /// </summary>
    public Next<SupportOffer> End(MatchId id, OfferCaller caller, DateTimeOffset now)
    {
        if (Find(id) is not { } match || !(IsParty(match, caller) || HasAgreed(match, caller)))
            return SupportOfferRefusals.MatchNotFound;
        if (MatchTable.After(match.State, MatchAct.End) is null) return this;
        return Replace(match, match.Ended(now)).Telling(this).Then(offer => offer.Releasing(this));
    }

    private Next<SupportOffer> Arranged(Match match, Arrangement arrangement, DateTimeOffset now)
    {
        if (MatchTable.After(match.State, MatchAct.Arrange) is not { } state) return SupportOfferRefusals.MatchState;
        if (match.Arrangement == arrangement) return this;
        if (OfferRules.Check(arrangement, London.DayOf(now)) is { } wrong) return wrong;
        var isFull = Terms!.HowOften == SupportFrequency.Monthly
            && Matches.Count(other => other.Id != match.Id && other.IsFixedIn(arrangement.On)) >= Terms.TimesAMonth;
        if (isFull) return SupportOfferRefusals.MonthFull;
        return Replace(match, match.In(state, now) with { Arrangement = arrangement }).Telling(this);
    }

    private Next<SupportOffer> Reported(Match match, bool isMaker, MatchOutcome outcome, DateTimeOffset now)
    {
        if (OfferRules.Check(outcome) is { } wrong) return wrong;
        var said = (isMaker ? match.Maker : match.Taker)?.Outcome;
        var others = (isMaker ? match.Taker : match.Maker)?.Outcome;
        var act = outcome.Done && others is not { Done: false } ? MatchAct.Done : MatchAct.NotDone;
        if (MatchTable.After(match.State, act) is not { } state) return SupportOfferRefusals.MatchState;
        if (said == outcome) return this;
        var next = match.In(state, now) with { TookPlace = state == MatchState.Done };
        return Reported(match, next).Replace(match, isMaker
            ? next with { Maker = next.Maker! with { Outcome = outcome } }
            : next with { Taker = next.Taker with { Outcome = outcome } }).Telling(this);
    }

    private Next<SupportOffer> Again(Match known, SayYes yes)
    {
        if (known.Taker.Yes == yes) return this;
        if (!known.IsLive) return SupportOfferRefusals.MatchOver;
        return Replace(known, known with { Taker = known.Taker with { Yes = yes } });
    }

    private Match? Find(MatchId id) => Matches.FirstOrDefault(match => match.Id == id);

    // Nobody sees a match that has ended, not even who ended it.
    private Match? Party(MatchId id, OfferCaller caller) =>
        Find(id) is { } match && match.State != MatchState.Ended && IsParty(match, caller) ? match : null;

    private bool IsParty(Match match, OfferCaller caller) =>
        IsMadeBy(caller) || (match.Taker.Member is { } taker && caller.By.Is(taker));

    private static bool HasAgreed(Match match, OfferCaller caller) =>
        match.Maker?.Member is { } agreed && caller.By.Is(agreed);

    private SupportOffer Replace(Match match, Match next) => this with { Matches = Matches.Replace(match, next) };

    private static Func<Message, bool> IsReleaseOf(MemberId person) =>
        message => message is HoldingReleased released && released.Member == person;

    private static ImmutableArray<Match> Bounded(ImmutableArray<Match> matches)
    {
        return matches.RemoveRange(matches.Where(match => match.IsForgettable)
            .GroupBy(match => match.Route?.Home)
            .SelectMany(ended => ended.SkipLast(MaxEnded)));
    }
}
