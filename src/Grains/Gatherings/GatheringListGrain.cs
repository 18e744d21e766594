using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.Gatherings;

/// <summary>Lists gatherings. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("gathering-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class GatheringListGrain(IGatheringRows rows, IPaperKeys keys, UnreadableRows unreadable)
    : Grain, IGatheringListGrain
{
    // One that is still open after a week was forgotten.
    private const int MaxDaysOpen = 7;
    private const int MaxToCome = 20;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    public async Task<Result<ImmutableArray<GatheringLine>>> ListOf(GroupId group, Caller by)
    {
        if ((await GrainFactory.Group(Area, group).Get(by)).Refused(out var no, out _)) return no;
        return LinesOf(await rows.OfGroup(group.Value), gathering => gathering.LineFor(group)).ToImmutableArray();
    }

    public async Task<ImmutableArray<GatheringLine>> ListToCome(ImmutableArray<GroupId> groups, DateOnly from)
    {
        if (groups.IsEmpty) return [];
        var found = await rows.OfGroupsFrom([.. groups.Select(group => group.Value)], from.AddDays(-MaxDaysOpen));
        return [.. LinesOf(found, gathering => gathering.LineFor(groups))
            .Where(line => line.State == GatheringState.Open
                || (line.State != GatheringState.Closed && line.HeldOn >= from))
            .Take(MaxToCome)];
    }

    // A code that came up in two gatherings works in neither.
    public Task<Result<SlipDetails>> FindSlip(string code) => FindOne(paper => paper.FindSlip(code));

    public Task<Result<TableRight>> FindTable(string code) => FindOne(paper => paper.FindTable(code));

    private IEnumerable<GatheringLine> LinesOf(IEnumerable<AreaRow> found, Func<Gathering, GatheringLine?> lineOf) =>
        found.Select(row => unreadable.Read("gathering", row.Id, row.Payload, lineOf)).OfType<GatheringLine>();

    private async Task<Result<T>> FindOne<T>(Func<IPaperGrain, Task<Result<T>>> find) where T : class
    {
        var found = await Task.WhenAll(keys.Gatherings.Select(id => find(GrainFactory.Paper(Area, new(id)))));
        var known = found.Values().ToList();
        return known.Count == 1 ? known[0] : GatheringRefusals.UnknownCode;
    }
}
