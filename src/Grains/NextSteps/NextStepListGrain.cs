using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Barriers;
using PeerNet.Contracts.Gatherings;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.NextSteps;
using PeerNet.Grains.Areas;
using PeerNet.Grains.Barriers;
using PeerNet.Grains.Durability;
using PeerNet.Grains.Members;

namespace PeerNet.Grains.NextSteps;

/// <summary>Lists next steps. It stores nothing itself, so no second copy can disagree.</summary>
[GrainType("next-step-list"), Orleans.Concurrency.StatelessWorker]
internal sealed class NextStepListGrain(INextStepRows rows, UnreadableRows unreadable, TimeProvider clock)
    : Grain, INextStepListGrain
{
    private const int MaxKept = 100;

    private AreaId Area => GrainKey.Parse(this.GetPrimaryKeyString()).Area;

    private DateOnly Today => London.DayOf(clock.GetUtcNow());

    public async Task<NextStepList> List(GroupId? group, Caller by)
    {
        var unfinished = await rows.Unfinished(group, NextStepFields.MaxListed);
        var kept = await rows.Kept(group, MaxKept);
        var seen = await SeenBy(by, [.. Read([.. unfinished, .. kept])]);
        return new(StepOrder.Of(seen), group is null ? [.. await rows.Shares(Today)] : [])
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

    public async Task<ImmutableArray<NextStepDetails>> ListPutTo(Caller by)
    {
        var unfinished = Read(await rows.Unfinished(null, NextStepFields.MaxListed));
        var seen = await SeenBy(by, [.. unfinished.Where(step => step.Says?.OwnerRoleId is not null)]);
        return StepOrder.Of(seen.Where(step => step.IsPutToMe));
    }

    private async Task<IEnumerable<NextStepDetails>> SeenBy(Caller by, IReadOnlyList<NextStep> steps)
    {
        var today = Today;
        var roles = new Dictionary<RoleId, RoleSpeaker>();
        var own = await GrainFactory.StandingOf(Area, by.Member);
        foreach (var role in steps.Select(step => step.Says?.OwnerRoleId).OfType<RoleId>().Distinct())
            roles[role] = new(await GrainFactory.Role(Area, role).GetStanding(), own, by);
        return steps.Select(step => step.ListedOn(today, SpeakerFor(step))).OfType<NextStepDetails>();

        RoleSpeaker? SpeakerFor(NextStep step) =>
            step.Says?.OwnerRoleId is { } role ? roles.GetValueOrDefault(role) : null;
    }

    private IEnumerable<NextStep> Read(IEnumerable<AreaRow> found)
    {
        return found.Select(row => unreadable.Read("next-step", row.Id, row.Payload, (NextStep step) => step))
            .OfType<NextStep>();
    }
}
