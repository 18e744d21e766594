using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Power;
using PeerNet.Grains.Areas;

namespace PeerNet.Cluster.Tests;

/// <summary>An area whose storage cannot be queried: grains know of each other only what they say themselves.</summary>
internal sealed class NoAreaRows : IAreaRows
{
    private static readonly Task<IReadOnlyList<AreaRow>> None = Task.FromResult<IReadOnlyList<AreaRow>>([]);

    public Task<AreaRow?> Group(Guid id) => Task.FromResult<AreaRow?>(null);

    public Task<IReadOnlyList<AreaRow>> Groups(Guid after, int limit) => None;

    public Task<IReadOnlyList<AreaRow>> Groups(IReadOnlyCollection<Guid> ids) => None;

    public Task<IReadOnlyList<AreaRow>> Members(IReadOnlyCollection<Guid> ids) => None;

    public Task<IReadOnlyList<AreaRow>> Offers(IReadOnlyCollection<Guid> ids) => None;

    public Task<IReadOnlyList<AreaRow>> MatchesAbroad(IReadOnlyCollection<Guid> ids) => None;

    public Task<IReadOnlyList<Guid>> GroupsTagged(string tag) => Task.FromResult<IReadOnlyList<Guid>>([]);

    public Task<IReadOnlyList<AreaRow>> Meetings(Guid group, DateOnly from, DateOnly to) => None;

    public Task<bool> HasHeld(Guid group, int meetings) => Task.FromResult(false);

    public Task<IReadOnlyList<AreaRow>> MeetingsNaming(Guid person) => None;

    public Task<IReadOnlyList<string>> UnansweredSeats(DateTimeOffset askedBefore, int limit) =>
        Task.FromResult<IReadOnlyList<string>>([]);

    public Task<IReadOnlyList<AreaRow>> SeatsOf(Guid member) => None;

    public Task<AreaSummary> Summary(DateOnly today) => Task.FromResult(new AreaSummary(0, 0, 0));

    public Task<PowerCheck> Power(DateOnly today) => Task.FromResult(PowerCheck.Of(0, 0, 0));

    public Task<IReadOnlyList<WaitingOutbox>> WaitingOutboxes(DateTimeOffset now, int limit) =>
        Task.FromResult<IReadOnlyList<WaitingOutbox>>([]);
}
