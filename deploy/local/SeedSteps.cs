using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Local;

/// <summary>Seeds next steps: a wish, one that is stuck, one that was kept.</summary>
internal sealed class SeedSteps(LocalArea at, SeedFile file, IGrainFactory grains)
{
    private readonly DateOnly today = London.DayOf(TimeProvider.System.GetUtcNow());

    /// <summary>Writes a step down, or goes on where an earlier start stopped.</summary>
    public async Task Write(SeedStep step, int place)
    {
        var id = new NextStepId(SeedId.Of(at.Area.Value, "step", place));
        var grain = grains.NextStep(at.Area, id);
        var lead = await file.LeadOf(grains, step.Group);
        var other = await file.LeadOf(grains, step.For);
        var group = file.GroupId(step.Group);
        var second = file.GroupId(step.For);
        // The earlier start may have been on another day, so its day is said once.
        if ((await grain.Get(lead)).Refused(out _, out _))
        {
            Seed.Expect(await grain.Write(
                new()
                {
                    Text = step.Text,
                    Layer = step.Layer,
                    DueOn = today.AddDays(step.DueInDays),
                    Cost = step.Cost,
                    GroupId = group,
                    For = [second, group],
                    GatheringId = step.Gathering is { } of ? SeedGatherings.IdOf(at, of) : null,
                    Readers = step.Readers,
                    OwnerRoleId = step.Role is { } role ? SeedBarriers.RoleOf(at, role) : null,
                },
                IfMatch.None,
                lead));
        }
        if (step.UpTo >= NextStepState.Open) Seed.Expect(await grain.TakeOn(new(group), IfMatch.None, lead));
        if (step.News is { } news)
            Seed.Expect(await grain.Tell(new(SeedId.Of($"{id}", "news", 0)), new(second, news), other));
        if (step.UpTo >= NextStepState.Done) Seed.Expect(await grain.SayDone(lead));
        if (step.UpTo == NextStepState.Kept) Seed.Expect(await grain.Keep(new(second), other));
    }
}

/// <summary>A made-up next step.</summary>
/// <param name="Group">The place of the group that writes it down and takes it on.</param>
/// <param name="For">The place of another group that it is for.</param>
/// <param name="Text">What is to be done.</param>
/// <param name="Layer">Where something has to change.</param>
/// <param name="Cost">What it costs.</param>
/// <param name="DueInDays">How many days after the first start its day is.</param>
/// <param name="UpTo">How far it has come.</param>
/// <param name="News">What the other group says has moved.</param>
/// <param name="Gathering">The place of the gathering that it comes from.</param>
/// <param name="Readers">Who can read it.</param>
/// <param name="Role">The place of the role that is asked to do it.</param>
internal sealed record SeedStep(
    int Group, int For, string Text, Layer Layer, StepCost Cost, int DueInDays, NextStepState UpTo,
    string? News = null, int? Gathering = null, Readers Readers = default, int? Role = null);
