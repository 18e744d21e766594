using PeerNet.Grains.Durability;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Take-ups that the maker's side never answers.</summary>
internal sealed partial record SupportOffer
{
    /// <summary>How many days a take-up waits for an answer before it ends by itself.</summary>
    public const int DaysToAnswer = 90;

    /// <summary>
    /// Ends every take-up that has waited too long, exactly as if somebody had ended it: the place is free again, and
    /// nobody is told who let it lapse.
    /// </summary>
    public Next<SupportOffer> Expire(DateTimeOffset now)
    {
        if (!Matches.Any(match => IsUnanswered(match, now))) return this;
        var next = this with
        {
            Matches = [.. Matches.Select(match => IsUnanswered(match, now) ? match.Ended(now) : match)],
        };
        return next.Telling(this).Then(offer => offer.Releasing(this));
    }

    private static bool IsUnanswered(Match match, DateTimeOffset now) =>
        MatchTable.After(match.State, MatchAct.Expire) is not null && match.Since <= now.AddDays(-DaysToAnswer);
}
