using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>One meeting that follows from a schedule, in the local time of Europe/London.</summary>
internal sealed record Occurrence(DateOnly On, TimeOnly StartsAt, int Minutes);

/// <summary>The meetings that follow from a schedule <see cref="ScheduleRules"/> found nothing against.</summary>
internal static class Recurrence
{
    // Ten years past the last day a pattern may begin; nobody's request runs the engine further.
    private static readonly DateOnly End = new(2110, 12, 31);

    /// <summary>The meetings of those days, both ends included, in order.</summary>
    public static IEnumerable<Occurrence> Between(Schedule schedule, DateOnly from, DateOnly to)
    {
        var except = schedule.Except.IsDefault ? [] : schedule.Except.ToHashSet();
        return schedule.Patterns
            .SelectMany((pattern, at) => Days(pattern, from, at + 1 < schedule.Patterns.Length ? Earlier(to, schedule.Patterns[at + 1].From.AddDays(-1)) : to)
                .Where(day => !except.Contains(day))
                .Select(day => new Occurrence(day, pattern.StartsAt, pattern.Minutes)));
    }

    /// <summary>The first meeting that starts after now, if there is one in the next 400 days.</summary>
    public static Occurrence? Next(Schedule schedule, DateTimeOffset now)
    {
        var today = London.DayOf(now);
        return Between(schedule, today, today.AddDays(400)).FirstOrDefault(one => London.At(one.On, one.StartsAt) > now);
    }

    /// <summary>The days of one pattern, as if nothing replaced it.</summary>
    internal static IEnumerable<DateOnly> Days(MeetingPattern pattern, DateOnly from, DateOnly to)
    {
        var rule = new RecurrenceRule(pattern.Rule);
        var (count, last) = (rule.Count, Earlier(Earlier(to, End), rule.Until is { } until ? LastDay(until, pattern.StartsAt) : End));
        if (last < from || last < pattern.From) return [];

        // Days the clocks skip do not count (RFC 5545 3.3.10), which only we can see: COUNT is taken after the engine.
        rule.Count = null;
        // Stops a rule that never matches. A year to spare: the engine gives up when the month and day of a yearly rule's
        // From lie beyond UNTIL, though the rule's own days may come earlier in that year.
        rule.Until = new CalDateTime(last.AddYears(1));
        var days = new CalendarEvent { Start = new CalDateTime(pattern.From), RecurrenceRule = rule }
            .GetOccurrences(count is null && from > pattern.From ? new CalDateTime(from) : null)
            .Select(one => one.Period.StartTime.Date)
            .Where(day => London.Exists(day, pattern.StartsAt));
        return days.Take(count ?? int.MaxValue).SkipWhile(day => day < from).TakeWhile(day => day <= last);
    }

    // A day of UNTIL is in; an instant of UNTIL is compared with the instant a meeting starts.
    private static DateOnly LastDay(CalDateTime until, TimeOnly startsAt)
    {
        if (!until.HasTime) return until.Date;
        var instant = new DateTimeOffset(until.AsUtc);
        var day = London.DayOf(instant);
        return London.At(day, startsAt) > instant ? day.AddDays(-1) : day;
    }

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;
}
