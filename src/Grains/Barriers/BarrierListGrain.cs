using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Members;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.Barriers;

/// <summary>Lists barriers, limits and roles. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("barrier-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class BarrierListGrain(IBarrierRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, IBarrierListGrain
{
    private const int MaxLimits = 1000, MaxSettled = 100;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<ImmutableArray<BarrierDetails>> List(Caller by)
    {
        AreaRow[] found = [.. await rows.Open(BarrierFields.MaxListed), .. await rows.Settled(MaxSettled)];
        return await SeenBy(by, found);
    }

    public async Task<ImmutableArray<BarrierDetails>> ListOf(GatheringId gathering, Caller by) =>
        await SeenBy(by, await rows.OfGathering(gathering.Value, BarrierFields.MaxListed));

    public async Task<ImmutableArray<LimitDetails>> ListLimits(Caller by)
    {
        var limits = Read<Limit>("limit", await rows.Newest("limit", MaxLimits))
            .OrderByDescending(limit => limit.Cited.Length);
        return [.. limits.Select(limit => limit.Seen()).Values().Take(BarrierFields.MaxListed)];
    }

    public async Task<ImmutableArray<RoleDetails>> ListRoles(Caller by)
    {
        var roles = Seen("role", await rows.Newest("role", BarrierFields.MaxListed), (Role role) => role.SeenBy(by));
        return [.. roles.OrderBy(role => role.Name, StringComparer.OrdinalIgnoreCase)];
    }

    public Task<AnswerShares> CountAnswers(Caller by) => rows.Answers(London.DayOf(clock.GetUtcNow()));

    private async Task<ImmutableArray<BarrierDetails>> SeenBy(Caller by, IEnumerable<AreaRow> found)
    {
        var own = await GrainFactory.StandingOf(Area, by.Member);
        var now = clock.GetUtcNow();
        List<Barrier> barriers = [.. Read<Barrier>("barrier", found)];
        var roles = await StandingsOf(barriers.Select(one => one.Raised?.RoleId).OfType<RoleId>());
        return [.. barriers.Select(one => one.SeenBy(by, own, RoleOf(one), now)).Values()];

        RoleStanding RoleOf(Barrier one) =>
            one.Raised is { RoleId: var id } && roles.TryGetValue(id, out var role) ? role : RoleStanding.None;
    }

    private async Task<Dictionary<RoleId, RoleStanding>> StandingsOf(IEnumerable<RoleId> roles)
    {
        var standings = new Dictionary<RoleId, RoleStanding>();
        foreach (var role in roles.Distinct()) standings[role] = await GrainFactory.Role(Area, role).GetStanding();
        return standings;
    }

    private IEnumerable<TSeen> Seen<TRecord, TSeen>(
        string kind, IEnumerable<AreaRow> found, Func<TRecord, Result<TSeen>> see)
        where TRecord : class, new() where TSeen : class =>
        Read<TRecord>(kind, found).Select(see).Values();

    private IEnumerable<TRecord> Read<TRecord>(string kind, IEnumerable<AreaRow> found)
        where TRecord : class, new() =>
        found.Select(row => unreadable.Read(kind, row.Id, row.Payload, (TRecord record) => record)).OfType<TRecord>();
}
