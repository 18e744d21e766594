using PeerNet.Contracts;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>Validates a group's schedule.</summary>
internal static class ScheduleRules
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Returns a refusal of the first invalid field (code <c>group.schedule</c>), or null.</summary>
    public static Refusal? Check(Schedule schedule) =>
        schedule.Patterns is not { IsDefault: false, Length: >= 1 and <= 12 } ? GroupRefusals.Schedule("schedule.patterns", "Use 1 to 12 patterns.")
        : schedule.Except is { IsDefault: false, Length: > 100 } ? GroupRefusals.Schedule("schedule.except", "Leave out up to 100 days.")
        : schedule.Patterns.Select((pattern, at) => Check(pattern, at, at == 0 ? null : schedule.Patterns[at - 1])).FirstOrDefault(no => no is not null);

    private static Refusal? Check(MeetingPattern? pattern, int at, MeetingPattern? before)
    {
        if (pattern is null) return GroupRefusals.Schedule($"schedule.patterns[{at}]", "The pattern is missing.");
        return pattern.From < Earliest || pattern.From > Latest ? No("from", "Use a day from 2000 to 2100.")
            : pattern.From <= before?.From ? No("from", "Use a day after the start of the pattern before it.")
            : pattern.Minutes is < 5 or > 1440 ? No("minutes", "Use 5 to 1,440 minutes.")
            : RuleText.Fault(pattern.Rule) is { } fault ? No("rule", fault)
            : !Recurrence.Days(pattern, pattern.From, pattern.From.AddYears(10)).Any() ? No("rule", "This rule produces no meetings in its first ten years.")
            : null;

        Refusal No(string field, string detail) => GroupRefusals.Schedule($"schedule.patterns[{at}].{field}", detail);
    }
}
