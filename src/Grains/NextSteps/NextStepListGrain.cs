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
    private const int MaxUnfinished = 500, MaxKept = 100;

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<NextStepList> List(GroupId? group, Caller by)
    {
        var found = (AreaRow[])[.. await rows.Unfinished(MaxUnfinished), .. await rows.Kept(MaxKept)];
        return new(
            StepOrder.Of(Read(found).Where(step => group is not { } one || step.Concerns(one)), Today),
            group is null ? [.. await rows.Shares(Today)] : []);
    }

    public async Task<ImmutableArray<NextStepDetails>> ListUnfinished(GatheringId gathering) =>
        StepOrder.Of(Read(await rows.OfGathering(gathering.Value, MaxUnfinished)).Where(step => !step.IsOver), Today);

    private IEnumerable<NextStep> Read(IEnumerable<AreaRow> found)
    {
        return found.Select(row => unreadable.Read("next-step", row.Id, row.Payload, (NextStep step) => step))
            .OfType<NextStep>();
    }
}
