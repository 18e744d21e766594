using System.Globalization;
using PeerNet.Calendar;

namespace PeerNet.Gateway.Shell;

/// <summary>Days and times as people say them, in the local time of Sussex.</summary>
internal static class Spoken
{
    private static readonly CultureInfo English = CultureInfo.InvariantCulture;

    /// <summary>Returns a day with its year, such as "Tuesday 3 March 2026".</summary>
    public static string Day(DateOnly day) => day.ToString("dddd d MMMM yyyy", English);

    /// <summary>Returns a day of this year or the next, such as "Tuesday 3 March".</summary>
    public static string NearDay(DateOnly day) => day.ToString("dddd d MMMM", English);

    /// <summary>Returns a time, such as "7pm" or "6.30pm".</summary>
    public static string Time(TimeOnly time)
    {
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        var minutes = time.Minute == 0 ? "" : $".{time.Minute:00}";
        return $"{hour}{minutes}{(time.Hour < 12 ? "am" : "pm")}";
    }

    /// <summary>Returns when a meeting begins and ends, such as "Tuesday 3 March, 7pm to 8.30pm".</summary>
    public static string Meeting(DateTimeOffset startsAt, int minutes)
    {
        var start = TimeOnly.FromDateTime(startsAt.DateTime);
        var day = DateOnly.FromDateTime(startsAt.DateTime);
        return $"{NearDay(day)}, {Time(start)} to {Time(start.AddMinutes(minutes))}";
    }

    /// <summary>Returns an instant in Sussex, such as "7pm on Tuesday 3 March 2026".</summary>
    public static string Moment(DateTimeOffset instant)
    {
        var local = London.TimeOf(instant);
        return $"{Time(local)} on {DayOf(instant)}";
    }

    /// <summary>Returns the day in Sussex of an instant, such as "Tuesday 3 March 2026".</summary>
    public static string DayOf(DateTimeOffset instant) => Day(London.DayOf(instant));
}
