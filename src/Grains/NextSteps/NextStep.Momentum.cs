using PeerNet.Calendar;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>Whether a step moves: worked out from what was said, and from the day, and never stored.</summary>
internal sealed partial record NextStep
{
    /// <summary>Whether it moves on a day; null for a wish, and for one that was dropped.</summary>
    public Momentum? MomentumOn(DateOnly today)
    {
        if (State == NextStepState.Kept) return Momentum.Kept;
        if (!IsUnderWay) return null;
        return IsOverdueOn(today) || IsSilentOn(today) ? Momentum.Stuck : Momentum.Moved;
    }

    /// <summary>Whether its day has passed before its owner said that it was done.</summary>
    public bool IsOverdueOn(DateOnly today) => State == NextStepState.Open && Says?.DueOn < today;

    private bool IsSilentOn(DateOnly today) =>
        today.DayNumber - London.DayOf(Entries[^1].At).DayNumber > NextStepFields.SilentDays;
}
