using Microsoft.Extensions.Localization;
using PeerNet.Calendar;
using PeerNet.Gateway.Design;

namespace PeerNet.Gateway.Shell;

/// <summary>Sentences, with the days, times and lists in them, as people say them in Sussex.</summary>
internal static class Spoken
{
    private static readonly string[] Months =
    [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ];

    /// <summary>Returns a sentence, with what is in it as people say it.</summary>
    public static string Say(this IStringLocalizer<Texts> t, Sentence sentence) =>
        sentence.Values.Length == 0 ? t[sentence.Text] : t[sentence.Text, [.. sentence.Values.Select(t.Within)]];

    /// <summary>Returns things one after the other, as people say them.</summary>
    public static string And(this IStringLocalizer<Texts> t, Listing listing) =>
        t.And(listing.Things.Select(one => $"{t.Within(one)}"));

    /// <summary>Returns things one after the other, such as "apples, pears and plums".</summary>
    public static string And(this IStringLocalizer<Texts> t, IEnumerable<string> things) =>
        Listing.Joined(things, t[Listing.And]);

    /// <summary>Returns a day with its year, such as "Tuesday 3 March 2026".</summary>
    public static string Day(this IStringLocalizer<Texts> t, DateOnly day) =>
        t["{0} {1} {2} {3}", t[$"{day.DayOfWeek}"], day.Day, t[Months[day.Month - 1]], day.Year];

    /// <summary>Returns a day of this year or the next, such as "Tuesday 3 March".</summary>
    public static string NearDay(this IStringLocalizer<Texts> t, DateOnly day) =>
        t["{0} {1} {2}", t[$"{day.DayOfWeek}"], day.Day, t[Months[day.Month - 1]]];

    /// <summary>Returns a time, such as "7pm" or "6:30pm".</summary>
    public static string Time(this IStringLocalizer<Texts> t, TimeOnly time)
    {
        var hour = time.Hour % 12 == 0 ? 12 : time.Hour % 12;
        if (time.Minute == 0) return time.Hour < 12 ? t["{0}am", hour] : t["{0}pm", hour];
        var minutes = $"{time.Minute:00}";
        return time.Hour < 12 ? t["{0}:{1}am", hour, minutes] : t["{0}:{1}pm", hour, minutes];
    }

    /// <summary>Returns when a meeting begins and ends, such as "Tuesday 3 March, 7pm to 8:30pm".</summary>
    public static string Meeting(this IStringLocalizer<Texts> t, DateTimeOffset startsAt, int minutes)
    {
        var start = TimeOnly.FromDateTime(startsAt.DateTime);
        var day = t.NearDay(DateOnly.FromDateTime(startsAt.DateTime));
        return t["{0}, {1} to {2}", day, t.Time(start), t.Time(start.AddMinutes(minutes))];
    }

    /// <summary>Returns an instant in Sussex, such as "7pm on Tuesday 3 March 2026".</summary>
    public static string Moment(this IStringLocalizer<Texts> t, DateTimeOffset instant) =>
        t["{0} on {1}", t.Time(London.TimeOf(instant)), t.DayOf(instant)];

    /// <summary>Returns the day in Sussex of an instant, such as "Tuesday 3 March 2026".</summary>
    public static string DayOf(this IStringLocalizer<Texts> t, DateTimeOffset instant) => t.Day(London.DayOf(instant));

    /// <summary>The month of a day, such as "March".</summary>
    public static Sentence MonthOf(DateOnly day) => new(Months[day.Month - 1]);

    private static object Within(this IStringLocalizer<Texts> t, object value) => value switch
    {
        DateOnly day => t.Day(day),
        Sentence sentence => t.Say(sentence),
        Listing listing => t.And(listing),
        _ => value,
    };
}
