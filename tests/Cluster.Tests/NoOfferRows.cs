using PeerNet.Contracts.Areas;
using PeerNet.Contracts.SupportOffers;
using PeerNet.Grains.Areas;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Cluster.Tests;

/// <summary>The same as <see cref="NoAreaRows"/>, for offers.</summary>
internal sealed class NoOfferRows : IOfferRows
{
    /// <summary>An area whose people have taken up as many offers as may wait.</summary>
    public static readonly AreaId Busy = new("busy-sussex");

    private static readonly Task<IReadOnlyList<Guid>> None = Task.FromResult<IReadOnlyList<Guid>>([]);

    public Task<IReadOnlyList<AreaRow>> Open(DateOnly today, Guid? before, int limit) =>
        Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<IReadOnlyList<Guid>> Ending(DateOnly from, DateOnly to) => None;

    public Task<IReadOnlyList<string>> UnansweredTakeUps(DateTimeOffset takenUpBefore, int limit) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task<int> CountTakeUps(AreaId home) =>
        Task.FromResult(home == Busy ? SupportOfferFields.MaxUnansweredByArea : 0);

    public Task<IReadOnlyList<Guid>> OfGroup(Guid group) => None;
}
