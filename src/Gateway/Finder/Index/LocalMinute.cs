using PeerNet.Calendar;

namespace PeerNet.Gateway.Finder.Index;

/// <summary>A local date and time as one number, in the same order as the instants: the number of the day times 1,440,
/// plus the minute of the day.</summary>
internal static class LocalMinute
{
    public const int PerDay = 1440;

    /// <summary>Stands for a meeting that will not come.</summary>
    public const int Never = int.MaxValue;

    public static int Of(DateOnly day, TimeOnly time) => day.DayNumber * PerDay + time.Hour * 60 + time.Minute;

    public static DateOnly DayOf(int minute) => DateOnly.FromDayNumber(minute / PerDay);

    public static TimeOnly TimeOf(int minute) => new(minute % PerDay / 60, minute % 60);

    /// <summary>0 is Monday, because the calendar's first day was one.</summary>
    public static int WeekdayOf(int day) => day % 7;

    /// <summary>The first minute later than now. On the night the clocks go back, an hour of minutes is already over
    /// though the clocks show it again.</summary>
    public static int FirstAfter(DateTimeOffset now)
    {
        var day = London.DayOf(now);
        var low = day.DayNumber * PerDay;
        var high = low + PerDay;
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsAfter(middle, now)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    // A minute that the clocks skip counts as the first one after it.
    private static bool IsAfter(int minute, DateTimeOffset now)
    {
        for (var at = minute; at < minute + 120; at++)
        {
            if (London.At(DayOf(at), TimeOf(at)) is { } instant) return instant > now;
        }
        return true;
    }
}

/// <summary>The instant of a search: that of its first page, so that later pages keep the same order.</summary>
/// <param name="Today">The day in London.</param>
/// <param name="FirstMinute">The first minute later than the instant.</param>
internal readonly record struct SearchTime(DateOnly Today, int FirstMinute)
{
    public static SearchTime At(DateTimeOffset now) => new(London.DayOf(now), LocalMinute.FirstAfter(now));
}
