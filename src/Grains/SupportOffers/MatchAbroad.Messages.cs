using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Letters from the offer's area, and its answers to ours.</summary>
internal sealed partial record MatchAbroad
{
    /// <summary>The kind of record.</summary>
    public const string Kind = "match-abroad";

    /// <inheritdoc/>
    public Next<MatchAbroad> Receive(Message message, AreaId home, int number, DateTimeOffset now) =>
        Heard(message, now).Then(match => match.Notifying(this));

    /// <summary>
    /// A refused take-up ends the match and stays visible, with the reason, until the member clears it away. What else
    /// the other area refuses is no longer wanted.
    /// </summary>
    public Next<MatchAbroad>? Refused(Message message, string code, AreaId home, int number, DateTimeOffset now) =>
        Settled(message, code, home, now)?.Then(match => match.Notifying(this));

    private Next<MatchAbroad> Heard(Message message, DateTimeOffset now)
    {
        if (Offer is null) return SupportOfferRefusals.MatchNotFound;
        if (message is not MatchLetter letter || new OfferAbroad(letter.From, letter.Offer) != Offer
            || letter.Match != Id)
            return LinkRefusals.Misdirected;
        return letter switch
        {
            MatchEnded { ByMaker: true } => Ended(now),
            MatchAgreed { ByMaker: true } agreed => State == MatchState.Ended ? this : Agreed(agreed, now),
            MatchProgressed progressed => State == MatchState.Ended ? this : Progressed(progressed, now),
            _ => LinkRefusals.Misdirected,
        };
    }

    private Next<MatchAbroad>? Settled(Message message, string code, AreaId home, DateTimeOffset now)
    {
        if (message is HoldingReleased && code == MemberRefusals.Erased.Code) return this;
        if (message is not MatchLetter letter || letter is MatchEnded) return null;
        if (State == MatchState.Ended) return this;
        var refused = this with { Because = code };
        return letter switch
        {
            // It may have been sent more than once, and arrive again when the offer is open: the answer that the member
            // saw must remain true.
            MatchTakenUp when State == MatchState.TakenUp => (Cleared(now) with { Because = code }).Send(Ending(home)),
            // It had been accepted, and the match has ended since.
            MatchTakenUp => Over(home, now),
            MatchArranged => refused with { Proposed = null },
            MatchReported => refused with { Taker = Taker with { Outcome = null } },
            _ => refused,
        };
    }

    private static bool IsRelease(Message message) => message is HoldingReleased;

    private Next<MatchAbroad> Ended(DateTimeOffset now)
    {
        if (Terms is null) return this;
        return this.Recall(message => message is MatchLetter and not MatchEnded).Then(match => match.Gone(now));
    }

    // The other area is not trusted to send what people may say.
    private Next<MatchAbroad> Agreed(MatchAgreed letter, DateTimeOffset now)
    {
        if (NameVersion >= letter.Version) return this;
        var yes = new SayYes(letter.ShownAs, letter.Reach?.Part);
        if ((OfferRules.Check(yes) ?? OfferRules.Check(letter.Reach)) is { } wrong) return wrong;
        var next = State == MatchState.TakenUp ? In(MatchState.Agreed, now) : this;
        var maker = (Maker ?? new(null)) with { Yes = yes, Reach = next.ShowsContacts ? letter.Reach : null };
        return next with { Maker = maker, NameVersion = letter.Version };
    }

    private Next<MatchAbroad> Progressed(MatchProgressed letter, DateTimeOffset now)
    {
        if (ProgressVersion >= letter.Version) return this;
        if (letter.State is MatchState.TakenUp or MatchState.Ended) return LinkRefusals.Misdirected;
        var wrong = letter.Outcome is { } outcome ? OfferRules.Check(outcome) : null;
        wrong ??= letter.Arrangement is { } arranged ? OfferRules.CheckPlace(arranged) : null;
        if (wrong is not null) return wrong;
        var next = In(letter.State, now);
        var maker = (next.Maker ?? new(null)) with { Outcome = letter.Outcome };
        return next with
        {
            Maker = next.ShowsContacts ? maker : maker with { Reach = null },
            Arrangement = letter.Arrangement,
            Proposed = null,
            ProgressVersion = letter.Version,
        };
    }

    private MatchAbroad In(MatchState state, DateTimeOffset now) =>
        state == State ? this : this with { State = state, Since = now };
}
