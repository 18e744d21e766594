using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>One meeting of a schedule, in the local time of Europe/London.</summary>
internal sealed record Occurrence(DateOnly On, TimeOnly StartsAt, int Minutes);

/// <summary>Works out the meetings of a schedule that <see cref="ScheduleRules"/> accepts.</summary>
internal static class Recurrence
{
    // Ten years after the last day a pattern may begin, so that no request can run the engine for ever.
    private static readonly DateOnly End = new(2110, 12, 31);

    /// <summary>The meetings from one day to another, both included, in order.</summary>
    public static IEnumerable<Occurrence> Between(Schedule schedule, DateOnly from, DateOnly to)
    {
        var except = schedule.Except.IsDefault ? [] : schedule.Except.ToHashSet();
        return schedule.Patterns.SelectMany((pattern, at) => Days(pattern, from, Last(at))
            .Where(day => !except.Contains(day))
            .Select(day => new Occurrence(day, pattern.StartsAt, pattern.Minutes)));

        DateOnly Last(int at)
        {
            var isReplaced = at + 1 < schedule.Patterns.Length;
            return isReplaced ? Earlier(to, schedule.Patterns[at + 1].From.AddDays(-1)) : to;
        }
    }

    /// <summary>The first meeting that starts after now, if any in the next 400 days.</summary>
    public static Occurrence? Next(Schedule schedule, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        var occurrences = Between(schedule, today, today.AddDays(400));
        return occurrences.FirstOrDefault(one => London.At(one.On, one.StartsAt) > now);
    }

    /// <summary>The days of one pattern, ignoring any that replaces it.</summary>
    internal static IEnumerable<DateOnly> Days(MeetingPattern pattern, DateOnly from, DateOnly to)
    {
        var rule = new RecurrenceRule(pattern.Rule);
        var count = rule.Count;
        var lastOfRule = rule.Until is { } until ? LastDay(until, pattern.StartsAt) : End;
        var last = Earlier(Earlier(to, End), lastOfRule);
        if (last < from || last < pattern.From) return [];

        // Times the clocks skip do not count (RFC 5545 3.3.10), and the engine knows no clocks: so COUNT is applied
        // here.
        rule.Count = null;
        // Stops a rule that never matches. The spare year is needed because the engine gives up when the month and day
        // of a yearly rule's From are after UNTIL, even if the rule's own days come earlier in that year.
        rule.Until = new CalDateTime(last.AddYears(1));
        var days = new CalendarEvent { Start = new CalDateTime(pattern.From), RecurrenceRule = rule }
            .GetOccurrences(count is null && from > pattern.From ? new CalDateTime(from) : null)
            .Select(one => one.Period.StartTime.Date)
            .Where(day => London.Exists(day, pattern.StartsAt));
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
