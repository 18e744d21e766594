using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Durability;

namespace PeerNet.Grains.NextSteps;

/// <summary>Lists next steps. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("next-step-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class NextStepListGrain(INextStepRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, INextStepListGrain
{
    private const int MaxKept = 100;

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<NextStepList> List(GroupId? group, Caller by)
    {
        var unfinished = await rows.Unfinished(group, NextStepFields.MaxListed);
        var kept = await rows.Kept(group, MaxKept);
        return new(
            StepOrder.Of(Read([.. unfinished, .. kept]), Today), group is null ? [.. await rows.Shares(Today)] : [])
        {
            HasMore = unfinished.Count == NextStepFields.MaxListed,
        };
    }

    public async Task<ImmutableArray<NextStepDetails>> ListOf(GatheringId gathering) =>
        StepOrder.Of(Read(await rows.OfGathering(gathering.Value, NextStepFields.MaxListed)), Today);

    public async Task<ImmutableArray<NextStepDetails>> ListUnfinished(GatheringId gathering)
    {
        var found = await rows.OfGathering(gathering.Value, NextStepFields.MaxListed);
        return StepOrder.Of(Read(found).Where(step => !step.IsOver), Today);
    }

    private IEnumerable<NextStep> Read(IEnumerable<AreaRow> found)
    {
        return found.Select(row => unreadable.Read("next-step", row.Id, row.Payload, (NextStep step) => step))
            .OfType<NextStep>();
    }
}
