using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>Validates a group's schedule.</summary>
internal static class ScheduleRules
{
    private const int MaxPatterns = 12, MaxExceptions = 100, MinMinutes = 5, MaxMinutes = 1440;

    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Returns a refusal of the first invalid field (code <c>group.schedule</c>), or null.</summary>
    public static Refusal? Check(Schedule schedule)
    {
        if (schedule.Patterns is not { IsDefault: false, Length: >= 1 and <= MaxPatterns })
        {
            return GroupRefusals.Schedule("schedule.patterns", "Use 1 to 12 patterns.");
        }
        if (schedule.Except is { IsDefault: false, Length: > MaxExceptions })
        {
            return GroupRefusals.Schedule("schedule.except", "Leave out up to 100 days.");
        }
        MeetingPattern? before = null;
        for (var at = 0; at < schedule.Patterns.Length; at++)
        {
            if (Check(schedule.Patterns[at], $"schedule.patterns[{at}]", before) is { } refusal) return refusal;
            before = schedule.Patterns[at];
        }
        return null;
    }

    private static Refusal? Check(MeetingPattern? pattern, string field, MeetingPattern? before)
    {
        if (pattern is null) return GroupRefusals.Schedule(field, "The pattern is missing.");
        var isInRange = pattern.From >= Earliest && pattern.From <= Latest;
        if (!isInRange) return No("from", "Use a day from 2000 to 2100.");
        if (pattern.From <= before?.From) return No("from", "Use a day after the start of the pattern before it.");
        if (pattern.Minutes is < MinMinutes or > MaxMinutes) return No("minutes", "Use 5 to 1,440 minutes.");
        if (RuleText.FindFault(pattern.Rule) is { } fault) return No("rule", fault);
        var meets = Recurrence.Days(pattern, pattern.From, pattern.From.AddYears(10)).Any();
        return meets ? null : No("rule", "This rule produces no meetings in its first ten years.");

        Refusal No(string name, string detail) => GroupRefusals.Schedule($"{field}.{name}", detail);
    }
}
