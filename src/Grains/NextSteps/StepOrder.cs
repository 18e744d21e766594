using System.Collections.Immutable;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>In which order next steps are read.</summary>
internal static class StepOrder
{
    /// <summary>
    /// Those that are stuck, then those that move, then wishes, first those that somebody likes, each with the earliest
    /// day first; then those that were kept, the latest first.
    /// </summary>
    public static ImmutableArray<NextStepDetails> Of(IEnumerable<NextStep> steps, DateOnly today) =>
        Of(steps.Select(step => step.ListedOn(today)).OfType<NextStepDetails>());

    /// <summary>The same of what several lists say.</summary>
    public static ImmutableArray<NextStepDetails> Of(IEnumerable<NextStepDetails> steps)
    {
        return
        [
            .. steps.OrderBy(PlaceOf)
                .ThenByDescending(step => step.Momentum == Momentum.Kept ? step.LastSaidAt : null)
                .ThenBy(step => step.Says.DueOn)
                .ThenBy(step => step.Id.Value),
        ];
    }

    private static int PlaceOf(NextStepDetails step) => step.Momentum switch
    {
        Momentum.Stuck => 0,
        Momentum.Moved => 1,
        null => step.NeedsOwner ? 2 : 3,
        Momentum.Kept => 4,
        _ => throw new System.Diagnostics.UnreachableException(),
    };
}
