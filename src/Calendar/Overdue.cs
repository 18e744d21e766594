using PeerNet.Contracts.Barriers;

namespace PeerNet.Calendar;

/// <summary>
/// How long something that was said for a barrier is over: of records at home, and of cards of neighbours.
/// </summary>
public static class Overdue
{
    /// <summary>How many days the first day that has passed is over; null if none is.</summary>
    /// <param name="state">The state of the barrier.</param>
    /// <param name="missed">The first day that passed without an answer before the role named another.</param>
    /// <param name="dueOn">The day that the role last named.</param>
    /// <param name="today">The day on which somebody reads it.</param>
    public static int? Days(BarrierState state, DateOnly? missed, DateOnly? dueOn, DateOnly today)
    {
        // Counted each time, so that nobody can tidy it away.
        if (state is BarrierState.Settled || (missed ?? dueOn) is not { } due || today <= due) return null;
        return today.DayNumber - due.DayNumber;
    }
}
