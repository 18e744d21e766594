using System.Collections.Immutable;
using PeerNet.Calendar;
using PeerNet.Contracts.Growth;
using PeerNet.Contracts.Seats;
using PeerNet.Grains.Seats;

namespace PeerNet.Grains.Growth;

/// <summary>The figures of a member's seat in another area, worked out from its record alone.</summary>
internal static class SeatGrowth
{
    /// <summary>The figures by the first day of each period that has any.</summary>
    public static ImmutableSortedDictionary<DateOnly, Figures> Of(Seat seat, GrowthBy by) =>
        FigureSums.ByPeriod(Days(seat), by);

    // What begins and ends on one day has not been, so that nobody can make the figures rise all day.
    private static IEnumerable<(DateOnly Day, Figures Figures)> Days(Seat seat)
    {
        if (seat is not { SeatedOn: { } seated, Area: { } area }) yield break;
        var isOver = seat.State is SeatState.Declined or SeatState.Ended;
        var endedOn = London.DayOf(seat.Since);
        if (isOver && endedOn == seated) yield break;
        yield return (seated, Figures.None with { Neighbours = [new(area, Seats: 1)] });
        if (isOver) yield return (endedOn, Figures.None with { Neighbours = [new(area, SeatsLeft: 1)] });
    }
}
