using PeerNet.Contracts.Barriers;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.Barriers;

/// <summary>Queries across the rows of barriers, limits and roles.</summary>
internal interface IBarrierRows
{
    /// <summary>
    /// Barriers that are not settled, first those that have waited longest: since the day that a role named or, if
    /// none did, since the day that they were raised.
    /// </summary>
    Task<IReadOnlyList<AreaRow>> Open(int limit);

    /// <summary>Barriers that are settled, those raised last first.</summary>
    Task<IReadOnlyList<AreaRow>> Settled(int limit);

    /// <summary>Barriers that were raised at a gathering and not withdrawn, those raised first first.</summary>
    Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit);

    /// <summary>What became of those that were raised in the year of that day, and of their first answers.</summary>
    Task<AnswerShares> Answers(DateOnly today);

    /// <summary>The newest rows of a kind.</summary>
    Task<IReadOnlyList<AreaRow>> Newest(string kind, int limit);
}
