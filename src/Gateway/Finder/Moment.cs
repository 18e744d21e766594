using PeerNet.Calendar;

namespace PeerNet.Gateway.Finder;

/// <summary>Local minutes as one number, which orders meetings as their instants do: the day's number times 1,440, and the minute of the day.</summary>
internal static class Moment
{
    public const int Day = 1440;

    /// <summary>No meeting to come.</summary>
    public const int Never = int.MaxValue;

    public static int Of(DateOnly on, TimeOnly at) => on.DayNumber * Day + at.Hour * 60 + at.Minute;

    public static DateOnly On(int moment) => DateOnly.FromDayNumber(moment / Day);

    public static TimeOnly At(int moment) => new(moment % Day / 60, moment % 60);

    /// <summary>0 is Monday: the calendar's first day was one.</summary>
    public static int Weekday(int day) => day % 7;

    /// <summary>The first minute whose meeting begins later than now. Only in the night the clocks go back are there minutes between, which are over though the clocks show them again.</summary>
    public static int After(DateTimeOffset now)
    {
        var day = London.DayOf(now);
        var (low, high) = (day.DayNumber * Day, (day.DayNumber + 1) * Day);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (IsLater(middle, now)) high = middle;
            else low = middle + 1;
        }
        return low;
    }

    // What the clocks skip is as late as the first minute after it.
    private static bool IsLater(int moment, DateTimeOffset now)
    {
        for (var at = moment; at < moment + 120; at++)
        {
            if (London.At(On(at), At(at)) is { } instant) return instant > now;
        }
        return true;
    }
}

/// <summary>The instant of a search: of its first page, so that later pages go on with the same order.</summary>
/// <param name="Today">The day in London.</param>
/// <param name="After">The first moment that is later than the instant.</param>
internal readonly record struct Since(DateOnly Today, int After)
{
    public static Since Instant(DateTimeOffset now) => new(London.DayOf(now), Moment.After(now));
}

/// <summary>Parts of the day, as people say them.</summary>
internal enum DayPart
{
    Morning, Afternoon, Evening,
}

/// <summary>Which part of the day a minute belongs to.</summary>
internal static class DayParts
{
    public const int Count = 3;

    /// <summary>Morning from 04:00, afternoon from 12:00, evening from 17:00 until 03:59.</summary>
    public static DayPart Of(int minute) => minute switch
    {
        >= 4 * 60 and < 12 * 60 => DayPart.Morning,
        >= 12 * 60 and < 17 * 60 => DayPart.Afternoon,
        _ => DayPart.Evening,
    };
}
