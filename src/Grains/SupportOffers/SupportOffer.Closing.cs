using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Pausing, hiding and withdrawing, and forgetting people.</summary>
internal sealed partial record SupportOffer
{
    /// <summary>Pauses the offer, or ends the pause. Matches continue.</summary>
    public Result<SupportOffer> Pause(bool isPaused, OfferCaller caller)
    {
        if (Terms is null || !IsMadeBy(caller)) return SupportOfferRefusals.NotFound;
        return IsPaused == isPaused ? this : this with { IsPaused = isPaused };
    }

    /// <summary>A coordinator hides the offer with a reason, or shows it again without one.</summary>
    public Result<SupportOffer> Hide(HideSupportOffer? hide, Caller by)
    {
        if (!by.Coordinates) return AccessRefusals.CoordinatorsOnly;
        if (Terms is null) return SupportOfferRefusals.NotFound;
        if (hide is not null && OfferRules.Check(hide) is { } wrong) return wrong;
        return HiddenBecause == hide?.Reason ? this : this with { HiddenBecause = hide?.Reason };
    }

    /// <summary>Withdraws the offer for good: its matches end, and what it says is deleted.</summary>
    public Next<SupportOffer> Withdraw(OfferCaller caller, DateTimeOffset now)
    {
        if (!Exists || !IsMadeBy(caller)) return SupportOfferRefusals.NotFound;
        return WithdrawnAt is not null ? this : Withdrawn(now).Telling(this).Then(offer => offer.Releasing(this));
    }

    /// <inheritdoc/>
    public Next<SupportOffer> Forget(MemberId person, AreaId home, DateTimeOffset now)
    {
        if (Maker == person)
        {
            var withdrawn = Withdrawn(now).WithoutPerson(person, now) with { Maker = null };
            return withdrawn.Closing(this, person).Wiped();
        }
        var isThere = Matches.Any(match => match.Taker.Member == person || match.Maker?.Member == person);
        return isThere ? WithoutPerson(person, now).Closing(this, person).Wiped() : this;
    }

    /// <summary>A person who is erased needs no note of what is held about them.</summary>
    public Next<SupportOffer>? Refused(
        Message message, string code, AreaId home, int number, DateTimeOffset now)
    {
        if (message is HoldingReleased && code == MemberRefusals.Erased.Code) return this;
        return null;
    }

    /// <summary>Whether it holds anything that the person wrote.</summary>
    public bool Names(MemberId person) => Writers.Contains(person);

    // Not a property that is stored: collections are written into the row.
    private IEnumerable<MemberId> Writers
    {
        get
        {
            if (Terms is not null && Maker is { } maker) yield return maker;
            foreach (var match in Matches.Where(match => match.State != MatchState.Ended))
            {
                if (match.Taker.Member is { } taker) yield return taker;
                if (match.Maker?.Member is { } other) yield return other;
            }
        }
    }

    /// <summary>Tells everyone about whom it no longer holds anything.</summary>
    private Next<SupportOffer> Releasing(SupportOffer before, MemberId? erased = null)
    {
        var free = before.Writers.Except(Writers).Where(person => person != erased);
        return this.Send([.. free.Select(person => new HoldingReleased(person, new("support-offer", Id.Value)))]);
    }

    /// <summary>Everything that follows for others when somebody is erased.</summary>
    private Next<SupportOffer> Closing(SupportOffer before, MemberId erased)
    {
        return Telling(before)
            .Then(offer => offer.Releasing(before, erased))
            .Then(offer => offer.Notifying(before, erased));
    }

    private SupportOffer Withdrawn(DateTimeOffset now) => this with
    {
        Terms = null,
        HiddenBecause = null,
        WithdrawnAt = WithdrawnAt ?? now,
        Matches = [.. Matches.Select(match => match.Ended(now))],
    };

    // Whoever is erased leaves the matches in which they have said something, on either side.
    private SupportOffer WithoutPerson(MemberId person, DateTimeOffset now) =>
        this with { Matches = [.. Matches.Select(match => match.Without(person, now))] };
}
