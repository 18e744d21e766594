using PeerNet.Contracts.Growth;

namespace PeerNet.Calendar;

/// <summary>Months, and weeks that begin on a Monday. A period is known by its first day.</summary>
internal static class Periods
{
    private const int DaysInWeek = 7, WeeksInYear = 52;

    /// <summary>The day in London.</summary>
    public static DateOnly Today(TimeProvider clock) => London.DayOf(clock.GetUtcNow());

    /// <summary>The first day of the period that a day is in.</summary>
    public static DateOnly StartOf(DateOnly day, GrowthBy by)
    {
        if (by == GrowthBy.Month) return new(day.Year, day.Month, 1);
        return day.AddDays(-(((int)day.DayOfWeek + DaysInWeek - 1) % DaysInWeek));
    }

    /// <summary>The first day of the next period.</summary>
    public static DateOnly Next(DateOnly start, GrowthBy by) => Move(start, by, 1);

    /// <summary>A day moved by a number of periods, negative for earlier.</summary>
    public static DateOnly Move(DateOnly day, GrowthBy by, int periods) =>
        by == GrowthBy.Month ? day.AddMonths(periods) : day.AddDays(periods * DaysInWeek);

    /// <summary>The same month a year earlier, or the week 52 weeks earlier.</summary>
    public static DateOnly YearBefore(DateOnly start, GrowthBy by) =>
        by == GrowthBy.Month ? start.AddYears(-1) : start.AddDays(-WeeksInYear * DaysInWeek);

    /// <summary>The periods from one day's to another's, both included, in order.</summary>
    public static IEnumerable<DateOnly> Between(DateOnly from, DateOnly to, GrowthBy by)
    {
        for (var start = StartOf(from, by); start <= to; start = Next(start, by)) yield return start;
    }
}
