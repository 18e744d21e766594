using System.Collections.Immutable;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Local;

/// <summary>A made-up offer of support or request for it.</summary>
/// <param name="By">The place of its maker in the list of people.</param>
/// <param name="Terms">What it says, except for what follows.</param>
/// <param name="LastsDays">How many days from the first start it can be taken up.</param>
internal sealed record SeedOffer(int By, SupportOfferTerms Terms, int LastsDays)
{
    /// <summary>The place of the group that it is made for in the list of groups.</summary>
    public int? Group { get; init; }

    /// <summary>Whether its maker has paused it.</summary>
    public bool IsPaused { get; init; }

    /// <summary>Why the coordinator hides it.</summary>
    public string? HiddenBecause { get; init; }

    /// <summary>Who has taken it up.</summary>
    public ImmutableArray<SeedMatch> Matches { get; init; } = [];
}

/// <summary>Somebody who has taken up a made-up offer.</summary>
/// <param name="By">Their place in the list of people.</param>
/// <param name="UpTo">How far it has come.</param>
/// <param name="Word">What they say of it afterwards.</param>
internal sealed record SeedMatch(int By, MatchState UpTo, string? Word = null);

/// <summary>A made-up guest in a group of another area.</summary>
/// <param name="By">Their place in the list of people.</param>
/// <param name="Area">The group's area.</param>
/// <param name="Group">The group's place in the list there.</param>
/// <param name="ShownAs">What they are called there.</param>
/// <param name="GuestOf">
/// The place of their own group in the list here, if they come to one meeting that the group shares with it.
/// </param>
internal sealed record SeedSeat(int By, AreaId Area, int Group, string ShownAs, int? GuestOf = null);

/// <summary>What a made-up group says about a connection with one of another area.</summary>
/// <param name="Group">Its place in the list of groups.</param>
/// <param name="Area">The other group's area.</param>
/// <param name="With">The other group's place in the list there.</param>
internal sealed record SeedConnection(int Group, AreaId Area, int With);
