using PeerNet.Contracts.Areas;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.SupportOffers;

/// <summary>Queries across the rows of offers.</summary>
internal interface IOfferRows
{
    /// <summary>
    /// Offers that are neither paused, hidden, withdrawn nor expired on that day, with lower IDs than that one; the
    /// highest ID first.
    /// </summary>
    Task<IReadOnlyList<AreaRow>> Open(DateOnly today, Guid? before, int limit);

    /// <summary>
    /// The IDs of offers whose last day is from the first to the second, and of which their makers have not been
    /// reminded.
    /// </summary>
    Task<IReadOnlyList<Guid>> Ending(DateOnly from, DateOnly to);

    /// <summary>
    /// The keys of offers, and of matches with offers of other areas, with a take-up from before that instant that has
    /// not been answered.
    /// </summary>
    Task<IReadOnlyList<string>> UnansweredTakeUps(DateTimeOffset takenUpBefore, int limit);

    /// <summary>How many take-ups by people of one other area have not been answered.</summary>
    Task<int> CountTakeUps(AreaId home);

    /// <summary>The IDs of the offers made for a group that are not withdrawn; at most 100.</summary>
    Task<IReadOnlyList<Guid>> OfGroup(Guid group);
}
