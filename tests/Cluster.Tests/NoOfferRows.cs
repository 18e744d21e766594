using PeerNet.Grains.Areas;
using PeerNet.Grains.SupportOffers;

namespace PeerNet.Cluster.Tests;

/// <summary>The same as <see cref="NoAreaRows"/>, for offers.</summary>
internal sealed class NoOfferRows : IOfferRows
{
    private static readonly Task<IReadOnlyList<Guid>> None = Task.FromResult<IReadOnlyList<Guid>>([]);

    public Task<IReadOnlyList<AreaRow>> Open(DateOnly today, Guid? before, int limit) =>
        Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<IReadOnlyList<Guid>> Ending(DateOnly from, DateOnly to) => None;

    public Task<IReadOnlyList<string>> UnansweredTakeUps(DateTimeOffset takenUpBefore, int limit) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IReadOnlyList<Guid>> OfGroup(Guid group) => None;
}
