using System.Collections.Immutable;
using System.Text.Json.Serialization;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>
/// An offer of support or a request for it, and its matches. Pure: each transition returns the next offer, the same
/// offer, or a refusal.
/// </summary>
internal sealed partial record SupportOffer
    : IHasEditions, IHasFace, ISends<SupportOffer>, IReceives<SupportOffer>, IForgets<SupportOffer>,
      INames
{
    private const int MaxMatches = 2000, MaxLive = 50;

    // For each area, so that none pushes out what is remembered of another's people, or takes all places.
    private const int MaxEnded = 200, MaxLiveByArea = 10;

    /// <summary>The ID.</summary>
    public SupportOfferId Id { get; init; }

    /// <summary>Who made it; null if nobody has yet, or they are erased.</summary>
    public MemberId? Maker { get; init; }

    /// <summary>The group that it is made for.</summary>
    public GroupId? Group { get; init; }

    /// <summary>What it says; null once it is withdrawn.</summary>
    public SupportOfferTerms? Terms { get; init; }

    /// <summary>Whether its maker has paused it.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool IsPaused { get; init; }

    /// <summary>Why a coordinator hides it, for its maker.</summary>
    public string? HiddenBecause { get; init; }

    /// <summary>When it was withdrawn.</summary>
    public DateTimeOffset? WithdrawnAt { get; init; }

    /// <summary>
    /// Its matches, oldest first. Those that have ended are kept without names, so that an ID stays used.
    /// </summary>
    [MaxItems(MaxMatches)]
    public ImmutableArray<Match> Matches { get; init; } = [];

    private bool Exists => Terms is not null || WithdrawnAt is not null;

    /// <inheritdoc/>
    public object Seen() => (Terms, IsPaused, HiddenBecause, WithdrawnAt);

    /// <summary>Makes or changes the offer. Nobody else finds out by an ID that there is such an offer.</summary>
    public Result<SupportOffer> Put(
        SupportOfferId id, SupportOfferTerms says, IfMatch ifMatch, int edition, OfferCaller caller, DateTimeOffset now)
    {
        if (caller.WhyUnknown() is { } unknown) return unknown;
        if (Exists && !IsMadeBy(caller)) return SupportOfferRefusals.NotFound;
        if (WithdrawnAt is not null) return SupportOfferRefusals.Withdrawn;
        if (says.GroupId is { } group && !caller.Leads(group)) return AccessRefusals.LeadsOnly;
        if (Exists && says.GroupId != Group)
            return SupportOfferRefusals.Invalid("groupId", "Whom it is made for stays the same. Make another one.");
        var today = London.DayOf(now);
        var lastDay = says.ExpiresOn ?? Terms?.ExpiresOn ?? today.AddDays(SupportOfferFields.DefaultDays);
        var terms = says with { ExpiresOn = lastDay };
        if (Terms is not null && PeerNetJson.Same(Terms, terms)) return this;
        if (OfferRules.Check(terms, Terms?.ExpiresOn, today) is { } wrong) return wrong;
        if (ifMatch.Check(edition) is { } stale) return stale;
        return Opened(terms.Side, today) with
        {
            Id = id, Maker = Maker ?? caller.By.Member, Group = says.GroupId, Terms = terms,
        };
    }

    /// <summary>Its state at an instant, or null if there is no such offer, or no longer.</summary>
    public SupportOfferState? StateAt(DateTimeOffset now)
    {
        var today = London.DayOf(now);
        if (Terms is null) return null;
        if (HiddenBecause is not null) return SupportOfferState.Hidden;
        if (IsPaused) return SupportOfferState.Paused;
        if (Terms.ExpiresOn < today) return SupportOfferState.Expired;
        return HasRoom(Terms, today) ? SupportOfferState.Open : SupportOfferState.UsedUp;
    }

    /// <summary>
    /// Whether the caller is the maker's side: the maker, or a lead of the group that it is made for.
    /// </summary>
    public bool IsMadeBy(OfferCaller caller)
    {
        if (Group is { } group) return caller.Leads(group);
        return Maker is { } maker && caller.By.Is(maker);
    }

    private bool IsTakenForGood(SupportOfferTerms terms) =>
        terms.HowOften == SupportFrequency.Once && Matches.Any(match => match.HoldsPlace);

    // A match without a day is expected this month.
    private bool HasRoom(SupportOfferTerms terms, DateOnly today)
    {
        if (Matches.Count(match => match.IsLive) >= MaxLive) return false;
        return terms.HowOften switch
        {
            SupportFrequency.Once => !IsTakenForGood(terms),
            SupportFrequency.Monthly =>
                Matches.Count(match => match.IsFixedIn(today) || match.IsWithoutDay) < terms.TimesAMonth,
            SupportFrequency.AsLongAsItLasts => true,
            _ => throw new System.Diagnostics.UnreachableException(),
        };
    }
}
