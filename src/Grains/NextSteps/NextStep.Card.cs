using PeerNet.Calendar;
using PeerNet.Contracts;
using PeerNet.Contracts.Areas;
using PeerNet.Contracts.Link;
using PeerNet.Contracts.NextSteps;

namespace PeerNet.Grains.NextSteps;

/// <summary>The step's card for other areas.</summary>
internal sealed partial record NextStep
{
    /// <inheritdoc/>
    public NextStepCard? CardIn(AreaId area)
    {
        if (Says is not { Readers: Readers.AllAreas } || (Owner is null && !IsOfRole)) return null;
        if (State == NextStepState.Dropped) return null;
        return new NextStepCard
        {
            Area = area,
            Id = Id,
            Text = Says.Text,
            Layer = Says.Layer,
            DueOn = Says.DueOn,
            Cost = Says.Cost,
            State = State,
            LastSaidOn = London.DayOf(Entries[^1].At),
        };
    }
}
