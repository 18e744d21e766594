using PeerNet.Contracts;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Grains.SupportOffers;

/// <summary>What each caller may see of the offer.</summary>
internal sealed partial record SupportOffer
{
    /// <summary>
    /// Everything for the maker's side, the offer for coordinators and for those it is open to, and their own match for
    /// those who have taken it up.
    /// </summary>
    public Result<SupportOfferDetails> SeenBy(OfferCaller caller, int edition, DateTimeOffset now)
    {
        if (StateAt(now) is not { } state) return SupportOfferRefusals.NotFound;
        var isMine = IsMadeBy(caller);
        var matches = Matches.Where(match => match.State != MatchState.Ended && IsParty(match, caller)).ToList();
        var isInside = isMine || caller.By.Coordinates;
        var isOpen = state == SupportOfferState.Open && IsFor(caller);
        if (!isInside && matches.Count == 0 && !isOpen) return SupportOfferRefusals.NotFound;
        return new SupportOfferDetails
        {
            Id = Id,
            Terms = Terms!,
            // A taker cannot tell a coordinator's doing from the maker's.
            State = state == SupportOfferState.Hidden && !isInside ? SupportOfferState.Paused : state,
            IsMine = isMine,
            MadeBy = isInside ? Maker : null,
            HiddenBecause = isInside ? HiddenBecause : null,
            Matches = [.. matches.Select(match => SeenFrom(match, isMine, caller.By))],
            Version = edition,
        };
    }

    /// <summary>Whether others than its maker's side may find it now, and the caller is one of them.</summary>
    public bool IsOpenTo(OfferCaller caller, DateTimeOffset now) =>
        StateAt(now) == SupportOfferState.Open && !IsMadeBy(caller) && IsFor(caller);

    /// <summary>Whether the match is with somebody of another area.</summary>
    public bool IsAbroad(MatchId id) => Find(id)?.Route is not null;

    /// <summary>Whom the caller may reach in a match, and how; null if they may not.</summary>
    public (MemberId Person, ContactPart Part)? ReachedBy(MatchId id, OfferCaller caller)
    {
        if (Party(id, caller) is not { ShowsContacts: true } match) return null;
        var other = IsMadeBy(caller) ? match.Taker : match.Maker;
        return other is { Member: { } person, Yes.ShowContact: { } part } ? (person, part) : null;
    }

    /// <summary>
    /// Whether the other person still stands for their side: whoever has agreed for a group does as long as they lead
    /// it.
    /// </summary>
    public bool IsStillReached(OfferCaller caller, MemberStanding other) =>
        Group is not { } group || IsMadeBy(caller) || other.Leads.Contains(group);

    private bool IsFor(OfferCaller caller)
    {
        if (caller.WhyUnknown() is not null) return false;
        if (Terms!.Audience != SupportAudience.MyGroups) return true;
        return Group is { } group
            ? caller.Own.Groups.Contains(group)
            : caller.MakersGroups.Intersect(caller.Own.Groups).Any();
    }

    private static MatchDetails SeenFrom(Match match, bool isMaker, Caller by)
    {
        var mine = isMaker ? match.Maker : match.Taker;
        var other = isMaker ? match.Taker : match.Maker;
        // A group has several leads, and only one of them has said yes.
        var said = mine is { Member: { } person } && by.Is(person) ? mine.Yes : null;
        return new()
        {
            Id = match.Id,
            State = match.State,
            Since = match.Since,
            OtherName = other?.Yes?.ShownAs,
            OtherContact = isMaker && match.ShowsContacts ? match.Taker.Reach : null,
            TakerArea = isMaker ? match.Route?.Home : null,
            Arrangement = match.Arrangement,
            MyOutcome = mine?.Outcome,
            OtherOutcome = other?.Outcome,
            MyName = said?.ShownAs,
            MyContact = said?.ShowContact,
        };
    }
}
