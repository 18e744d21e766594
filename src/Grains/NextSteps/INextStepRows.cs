using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;

namespace PeerNet.Grains.NextSteps;

/// <summary>Queries across the rows of next steps.</summary>
internal interface INextStepRows
{
    /// <summary>
    /// Wishes, and those that are under way, of a group or of the whole area; the earliest day first.
    /// </summary>
    Task<IReadOnlyList<AreaRow>> Unfinished(GroupId? group, int limit);

    /// <summary>Those that were kept, of a group or of the whole area; the latest day first.</summary>
    Task<IReadOnlyList<AreaRow>> Kept(GroupId? group, int limit);

    /// <summary>Those that come from a gathering, whatever became of them.</summary>
    Task<IReadOnlyList<AreaRow>> OfGathering(Guid gathering, int limit);

    /// <summary>How many were kept on each layer, of those that were, were dropped, or are overdue.</summary>
    Task<IReadOnlyList<KeptShare>> Shares(DateOnly today);
}
