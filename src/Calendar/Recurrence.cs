using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>One meeting of a series, in the local time of Europe/London.</summary>
internal sealed record Occurrence(string Series, DateOnly On, TimeOnly StartsAt, int Minutes);

/// <summary>Works out the meetings of a schedule that <see cref="ScheduleRules"/> accepts.</summary>
internal static class Recurrence
{
    // Ten years after the last day a version may begin, so that no request can run the engine for ever.
    private static readonly DateOnly End = new(2110, 12, 31);

    /// <summary>
    /// The meetings from one day to another, both included, in order; those that start together in the order of their
    /// series.
    /// </summary>
    public static IEnumerable<Occurrence> Between(Schedule schedule, DateOnly from, DateOnly to)
    {
        var except = schedule.Except.IsDefault ? [] : schedule.Except.ToHashSet();
        var all =
            schedule.Series.SelectMany(series => Between(series, from, to)).Where(one => !except.Contains(one.On));
        return schedule.Series is [_] ? all : all.OrderBy(one => one.On).ThenBy(one => one.StartsAt);
    }

    private static IEnumerable<Occurrence> Between(Series series, DateOnly from, DateOnly to)
    {
        return series.Versions.SelectMany((version, at) => Days(version, from, Last(at))
            .Where(day => !series.NotOnBankHolidays || !BankHolidays.Include(day))
            .Select(day => new Occurrence(series.Id, day, version.StartsAt, version.Minutes)));

        DateOnly Last(int at)
        {
            var isReplaced = at + 1 < series.Versions.Length;
            return isReplaced ? Earlier(to, series.Versions[at + 1].From.AddDays(-1)) : to;
        }
    }

    /// <summary>The days of one version, ignoring any that replaces it.</summary>
    internal static IEnumerable<DateOnly> Days(SeriesVersion version, DateOnly from, DateOnly to)
    {
        var rule = new RecurrenceRule(version.Rule);
        var count = rule.Count;
        var lastOfRule = rule.Until is { } until ? LastDay(until, version.StartsAt) : End;
        var last = Earlier(Earlier(to, End), lastOfRule);
        if (last < from || last < version.From) return [];

        // Times the clocks skip do not count (RFC 5545 3.3.10), and the engine knows no clocks: so COUNT is applied
        // here.
        rule.Count = null;
        // Stops a rule that never matches. The spare year is needed because the engine gives up when the month and day
        // of a yearly rule's From are after UNTIL, even if the rule's own days come earlier in that year.
        rule.Until = new CalDateTime(last.AddYears(1));
        var days = new CalendarEvent { Start = new CalDateTime(version.From), RecurrenceRule = rule }
            .GetOccurrences(count is null && from > version.From ? new CalDateTime(from) : null)
            .Select(one => one.Period.StartTime.Date)
            .Where(day => London.Exists(day, version.StartsAt));
        return days.Take(count ?? int.MaxValue).SkipWhile(day => day < from).TakeWhile(day => day <= last);
    }

    // UNTIL as a day includes that day; UNTIL as an instant is compared with the instant a meeting starts.
    private static DateOnly LastDay(CalDateTime until, TimeOnly startsAt)
    {
        if (!until.HasTime) return until.Date;
        var instant = new DateTimeOffset(until.AsUtc);
        var day = London.DayOf(instant);
        return London.At(day, startsAt) > instant ? day.AddDays(-1) : day;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
