using System.Collections.Immutable;
using PeerNet.Contracts.SupportOffers;

namespace PeerNet.Faults.Tests.Campaigns;

/// <summary>What somebody who took an offer up was told in the end.</summary>
internal enum Told
{
    /// <summary>Nothing yet.</summary>
    Nothing,
    /// <summary>That they have it.</summary>
    Won,
    /// <summary>That it is no longer open.</summary>
    Lost,
    /// <summary>That they had it, and its maker has declined.</summary>
    Declined,
}

/// <summary>One take-up: what its sender was told, and the match as they see it now.</summary>
internal sealed record TakenUp(MatchId Match, Told Told, MatchDetails? Seen);

/// <summary>An offer after the race, how many can have it at a time, and its matches as its maker sees them.</summary>
internal sealed record RacedOffer(
    SupportOfferId Id, int Room, ImmutableArray<TakenUp> TakeUps, ImmutableArray<MatchDetails> Seen);

/// <summary>Compares what takers were told and see with what the maker sees.</summary>
internal static class RaceChecker
{
    /// <summary>Everything that is wrong with one offer.</summary>
    public static IEnumerable<Finding> Find(RacedOffer offer)
    {
        var wanted = offer.TakeUps.Count(taken => taken.Told != Told.Declined);
        var winners = Math.Min(offer.Room, wanted);
        if (offer.Seen.Length > winners)
            yield return new(Wrong.Doubled, $"{offer.Id}: {offer.Seen.Length} have it instead of {winners}");
        if (offer.Seen.Length < winners)
            yield return new(Wrong.Lost, $"{offer.Id}: {offer.Seen.Length} have it instead of {winners}");
        foreach (var match in offer.Seen.Where(match => offer.TakeUps.All(taken => taken.Match != match.Id)))
            yield return new(Wrong.Doubled, $"{offer.Id}: match {match.Id}, which nobody asked for");
        foreach (var taken in offer.TakeUps)
        {
            var there = offer.Seen.FirstOrDefault(match => match.Id == taken.Match);
            foreach (var finding in Find(taken, there)) yield return finding;
        }
    }

    private static IEnumerable<Finding> Find(TakenUp taken, MatchDetails? there)
    {
        if (taken.Told == Told.Nothing || taken.Seen is { Acknowledged: false })
            yield return new(Wrong.Stuck, $"{taken.Match}: told {taken.Told}");
        if (taken.Told == Told.Won != there is not null)
            yield return new(Wrong.Disagrees, $"{taken.Match}: told {taken.Told}, and the maker sees {Word(there)}");
        // Whoever was too late sees that until they clear it away.
        var here = taken.Seen is { State: MatchState.Ended } ? null : taken.Seen;
        if (Word(here) != Word(there))
            yield return new(Wrong.Disagrees, $"{taken.Match}: seen as {Word(here)}, by the maker as {Word(there)}");
    }

    private static string Word(MatchDetails? match) => match is null ? "nothing" : $"{match.State}";
}
