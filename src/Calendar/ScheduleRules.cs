using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>Which schedules a group may have.</summary>
internal static class ScheduleRules
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>The first thing that cannot be, or null.</summary>
    public static Refusal? Check(Schedule schedule) =>
        schedule.Patterns is not { IsDefault: false, Length: >= 1 and <= 12 } ? GroupRefusals.Schedule("schedule.patterns", "A schedule has 1 to 12 patterns.")
        : schedule.Except is { IsDefault: false, Length: > 100 } ? GroupRefusals.Schedule("schedule.except", "Up to 100 days are left out.")
        : schedule.Patterns.Select((pattern, at) => Check(pattern, at, at == 0 ? null : schedule.Patterns[at - 1])).FirstOrDefault(no => no is not null);

    private static Refusal? Check(MeetingPattern? pattern, int at, MeetingPattern? before)
    {
        if (pattern is null) return GroupRefusals.Schedule($"schedule.patterns[{at}]", "There is no pattern here.");
        return pattern.From < Earliest || pattern.From > Latest ? No("from", "A pattern begins between 2000 and 2100.")
            : pattern.From <= before?.From ? No("from", "Each pattern begins after the one before it.")
            : pattern.Minutes is < 5 or > 1440 ? No("minutes", "A meeting lasts 5 to 1,440 minutes.")
            : RuleText.Fault(pattern.Rule) is { } fault ? No("rule", fault)
            : !Recurrence.Days(pattern, pattern.From, pattern.From.AddYears(10)).Any() ? No("rule", "No day in ten years follows from this rule.")
            : null;

        Refusal No(string field, string detail) => GroupRefusals.Schedule($"schedule.patterns[{at}].{field}", detail);
    }
}
