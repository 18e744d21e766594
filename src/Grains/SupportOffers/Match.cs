using System.Text.Json.Serialization;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Members;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Grains.SupportOffers;

/// <summary>One person's match with an offer.</summary>
internal sealed record Match
{
    /// <summary>The ID that the taker chose.</summary>
    public MatchId Id { get; init; }

    /// <summary>Its state.</summary>
    public MatchState State { get; init; }

    /// <summary>When this state began.</summary>
    public DateTimeOffset Since { get; init; }

    /// <summary>The person who has taken the offer up.</summary>
    public MatchSide Taker { get; init; } = new(null);

    /// <summary>The maker, or the lead of their group, who has agreed.</summary>
    public MatchSide? Maker { get; init; }

    /// <summary>When and where. If it took place, the day outlives the match, because it counts in its month.</summary>
    public Arrangement? Arrangement { get; init; }

    /// <summary>Whether it took place, as far as anybody says.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingDefault)]
    public bool TookPlace { get; init; }

    /// <summary>The two areas, if the taker is of another one; then their home has their record.</summary>
    public MatchRoute? Route { get; init; }

    /// <summary>The versions of the letters that brought what the taker says.</summary>
    public TakerVersions? Heard { get; init; }

    /// <summary>Whether the two have still something to do for it.</summary>
    public bool IsLive => State is MatchState.TakenUp or MatchState.Agreed or MatchState.Arranged;

    /// <summary>Whether the two can reach each other.</summary>
    public bool ShowsContacts => State is MatchState.Agreed or MatchState.Arranged;

    /// <summary>Whether it counts towards what the offer allows.</summary>
    public bool HoldsPlace => IsLive || TookPlace;

    /// <summary>Whether it is live and no day is arranged yet.</summary>
    public bool IsWithoutDay => IsLive && Arrangement is null;

    /// <summary>Whether nothing depends on it any more.</summary>
    public bool IsForgettable => State == MatchState.Ended && !TookPlace;

    /// <summary>Whether a day is arranged, or it took place on one, in the same month as that day.</summary>
    public bool IsFixedIn(DateOnly day)
    {
        return Arrangement is { } arranged && (State == MatchState.Arranged || TookPlace)
            && (arranged.On.Year, arranged.On.Month) == (day.Year, day.Month);
    }

    /// <summary>The match in a new state.</summary>
    public Match In(MatchState state, DateTimeOffset now)
    {
        if (state == State) return this;
        var next = this with { State = state, Since = now };
        return next.ShowsContacts ? next : next with { Taker = next.Taker with { Reach = null } };
    }

    /// <summary>Whether it is with somebody of that area.</summary>
    public bool IsWith(AreaId area) => Route?.Home == area;

    /// <summary>The match without a person, whom it ends for both sides.</summary>
    public Match Without(MemberId person, DateTimeOffset now)
    {
        if (Taker.Member == person) return Ended(now) with { Taker = new(null) };
        return Maker?.Member == person ? Ended(now) : this;
    }

    /// <summary>The match without anything that the two have said: what is left counts, and knows who had it.</summary>
    public Match Ended(DateTimeOffset now)
    {
        return In(MatchState.Ended, now) with
        {
            Taker = new(Taker.Member),
            Maker = null,
            Heard = null,
            Arrangement = TookPlace ? new(Arrangement!.On) : null,
        };
    }
}

/// <summary>What one side of a match has said.</summary>
/// <param name="Member">The person; null once they are erased.</param>
/// <param name="Yes">Their yes, with the name for this match.</param>
/// <param name="Outcome">How it went, as they say.</param>
/// <param name="Reach">How to reach them, if they are of another area; kept only while both agree.</param>
internal sealed record MatchSide(
    MemberId? Member, SayYes? Yes = null, MatchOutcome? Outcome = null, SharedContact? Reach = null);

/// <summary>The two areas of a match.</summary>
/// <param name="Home">The taker's.</param>
/// <param name="Here">The offer's.</param>
internal sealed record MatchRoute(AreaId Home, AreaId Here);

/// <summary>The versions of a taker's newest letters, so that an older one that comes late changes nothing.</summary>
internal sealed record TakerVersions(int Name = 0, int Arrangement = 0, int Outcome = 0);
