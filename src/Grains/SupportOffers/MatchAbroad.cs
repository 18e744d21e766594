using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>
/// A member's match with an offer of another area, as stored in the member's home. The offer's area decides how far it
/// is; this record says what that area has said last, and what the member wants of it.
/// </summary>
internal sealed partial record MatchAbroad
    : IHasEditions, ISends<MatchAbroad>, IReceives<MatchAbroad>, IForgets<MatchAbroad>
{
    /// <summary>The ID, by which the other area knows the member.</summary>
    public MatchId Id { get; init; }

    /// <summary>The member, or null if nobody has taken it up yet or the member is erased.</summary>
    public MemberId? Member { get; init; }

    /// <summary>The offer, or null if nobody has taken it up yet.</summary>
    public OfferAbroad? Offer { get; init; }

    /// <summary>What the offer's card said when it was taken up; null once nobody sees the match any more.</summary>
    public SupportOfferTerms? Terms { get; init; }

    /// <summary>Its state, as far as this area has been told.</summary>
    public MatchState State { get; init; }

    /// <summary>When this state began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>Why the other area refused what was last sent, as a code.</summary>
    public string? Because { get; init; }

    /// <summary>What the member says: the name crosses once the maker has agreed.</summary>
    public MatchSide Taker { get; init; } = new(null);

    /// <summary>Whether the name and the contact have been sent.</summary>
    public bool IsIntroduced { get; init; }

    /// <summary>When and where, as the member wants it and the other area has not said yet.</summary>
    public Arrangement? Proposed { get; init; }

    /// <summary>What the maker's side says.</summary>
    public MatchSide? Maker { get; init; }

    /// <summary>When and where.</summary>
    public Arrangement? Arrangement { get; init; }

    /// <summary>The version of the letter that brought the maker's name.</summary>
    public int NameVersion { get; init; }

    /// <summary>The version of the letter that said how far the match is.</summary>
    public int ProgressVersion { get; init; }

    /// <summary>Whether the maker has agreed and has not been told who has taken the offer up.</summary>
    public bool OwesName =>
        State is not (MatchState.TakenUp or MatchState.Ended) && !IsIntroduced && Taker.Yes is not null;

    /// <summary>Whether it was taken up, and the member can take the offer up again.</summary>
    public bool IsOver => State is MatchState.Done or MatchState.NotDone or MatchState.Ended;

    private bool ShowsContacts => State is MatchState.Agreed or MatchState.Arranged;

    /// <summary>The note of a match in the member's own record.</summary>
    public static Holding HoldingOf(MatchId id, OfferAbroad offer) =>
        new(Kind, id.Value, $"{offer.Area}/{offer.Id}");

    /// <inheritdoc/>
    public object Seen() => (Terms, State, Because, Taker, Maker, Proposed, Arrangement);

    /// <summary>Takes the offer up, or changes the member's name or contact.</summary>
    public Next<MatchAbroad> TakeUp(
        MatchId id, OfferAbroad offer, SupportOfferTerms? card, SayYes yes, AreaId home, MemberStanding standing,
        Caller by, DateTimeOffset now)
    {
        if (by.Member is not { } member) return AccessRefusals.NotYours;
        if (standing.WhyUnknown() is { } unknown) return unknown;
        if (OfferRules.Check(yes) is { } wrong) return wrong;
        if (Offer is not null)
            return Member == member && Offer == offer ? Again(yes) : SupportOfferRefusals.NotOpen;
        if (card is null) return SupportOfferRefusals.NotOpen;
        var taken = this with
        {
            Id = id, Member = member, Offer = offer, Terms = card, State = MatchState.TakenUp, Since = now,
            Taker = new(null, yes),
        };
        return taken.Send(new MatchTakenUp { From = home, To = offer.Area, Offer = offer.Id, Match = id });
    }

    /// <summary>Sends the member's name and the contact they show, once the maker has agreed.</summary>
    public Next<MatchAbroad> Introduce(SharedContact? reach, AreaId home)
    {
        if (!OwesName) return this;
        return (this with { IsIntroduced = true }).Send(new MatchAgreed
        {
            From = home, To = Offer!.Area, Offer = Offer.Id, Match = Id, ByMaker = false,
            ShownAs = Taker.Yes!.ShownAs, Reach = ShowsContacts ? reach : null,
        });
    }

    /// <summary>Proposes when and where.</summary>
    public Next<MatchAbroad> Arrange(
        OfferAbroad offer, Arrangement arrangement, AreaId home, Caller by, DateTimeOffset now)
    {
        if (!IsOf(offer, by)) return SupportOfferRefusals.MatchNotFound;
        if (MatchTable.After(State, MatchAct.Arrange) is null) return SupportOfferRefusals.MatchState;
        if ((Proposed ?? Arrangement) == arrangement) return this;
        if (OfferRules.Check(arrangement, London.DayOf(now)) is { } wrong) return wrong;
        return (this with { Proposed = arrangement, Because = null }).Send(new MatchArranged
        {
            From = home, To = Offer!.Area, Offer = Offer.Id, Match = Id, Arrangement = arrangement,
        });
    }

    /// <summary>Says how it went.</summary>
    public Next<MatchAbroad> Report(OfferAbroad offer, MatchOutcome outcome, AreaId home, Caller by)
    {
        if (!IsOf(offer, by)) return SupportOfferRefusals.MatchNotFound;
        if (OfferRules.Check(outcome) is { } wrong) return wrong;
        var act = outcome.Done && Maker?.Outcome is not { Done: false } ? MatchAct.Done : MatchAct.NotDone;
        if (MatchTable.After(State, act) is null) return SupportOfferRefusals.MatchState;
        if (Taker.Outcome == outcome) return this;
        return (this with { Taker = Taker with { Outcome = outcome }, Because = null }).Send(new MatchReported
        {
            From = home, To = Offer!.Area, Offer = Offer.Id, Match = Id, Outcome = outcome,
        });
    }

    /// <summary>Ends the match, or clears away one that the other area has refused.</summary>
    public Next<MatchAbroad> End(OfferAbroad offer, AreaId home, Caller by, DateTimeOffset now)
    {
        if (Offer != offer || Member is not { } member || !by.Is(member)) return SupportOfferRefusals.MatchNotFound;
        return Over(home, now);
    }

    /// <summary>
    /// Gives up on an area that has not answered for as long as a take-up may wait, and asks it to forget this one.
    /// </summary>
    public Next<MatchAbroad> Expire(AreaId home, DateTimeOffset now)
    {
        if (Offer is null || MatchTable.After(State, MatchAct.Expire) is null) return this;
        return Since <= now.AddDays(-SupportOffer.DaysToAnswer) ? Over(home, now) : this;
    }

    /// <inheritdoc/>
    public Next<MatchAbroad> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (Member != person) return this;
        return Over(home, now).Then(match => (match with { Member = null }).Recall(IsRelease)).Wiped();
    }

    /// <summary>The offer and the match, for the member only.</summary>
    public Result<SupportOfferDetails> SeenBy(Caller by, bool acknowledged, string? waitsBecause = null)
    {
        if (Offer is null || Terms is null || Member is not { } member || !by.Is(member))
            return SupportOfferRefusals.MatchNotFound;
        var match = new MatchDetails
        {
            Id = Id,
            State = State,
            Since = Since,
            OtherName = Maker?.Yes?.ShownAs,
            OtherContact = ShowsContacts ? Maker?.Reach : null,
            Arrangement = Arrangement,
            MyOutcome = Taker.Outcome,
            OtherOutcome = Maker?.Outcome,
            Acknowledged = acknowledged,
            Because = Because,
            WaitsBecause = waitsBecause,
            MyName = Taker.Yes?.ShownAs,
            MyContact = Taker.Yes?.ShowContact,
        };
        return new SupportOfferDetails
        {
            Id = Offer.Id, Area = Offer.Area, Terms = Terms, State = SupportOfferState.Open, Matches = [match],
        };
    }

    private Next<MatchAbroad> Again(SayYes yes)
    {
        if (State == MatchState.Ended) return SupportOfferRefusals.MatchOver;
        if (Taker.Yes == yes) return this;
        if (State is MatchState.Done or MatchState.NotDone) return SupportOfferRefusals.MatchOver;
        return this with { Taker = Taker with { Yes = yes }, IsIntroduced = false };
    }

    private bool IsOf(OfferAbroad offer, Caller by) =>
        Offer == offer && State != MatchState.Ended && Member is { } member && by.Is(member);

    // What the other area has been told so far is deleted there, and nothing more is sent.
    private Next<MatchAbroad> Over(AreaId home, DateTimeOffset now)
    {
        if (State == MatchState.Ended) return Gone(now);
        return this.Recall(message => message is MatchLetter).Send(Ending(home)).Then(match => match.Gone(now));
    }

    private MatchEnded Ending(AreaId home) =>
        new() { From = home, To = Offer!.Area, Offer = Offer.Id, Match = Id, ByMaker = false };

    // Nothing that either side has said is left, and nobody sees the match any more.
    private Next<MatchAbroad> Gone(DateTimeOffset now)
    {
        if (Terms is null) return this;
        var gone = Cleared(now) with { Terms = null, Because = null };
        return gone.Send(new HoldingReleased(Member!.Value, HoldingOf(Id, Offer!)));
    }

    private MatchAbroad Cleared(DateTimeOffset now) => this with
    {
        State = MatchState.Ended,
        Since = State == MatchState.Ended ? Since : now,
        Taker = new(null),
        Maker = null,
        Proposed = null,
        Arrangement = null,
    };
}
