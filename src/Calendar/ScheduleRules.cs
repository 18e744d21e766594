using System.Collections.Immutable;
using PeerNet.Contracts;
using PeerNet.Contracts.Groups;
using PeerNet.Contracts.Meetings;

namespace PeerNet.Calendar;

/// <summary>Validates a group's schedule and pauses, at home and from a card.</summary>
internal static class ScheduleRules
{
    private static readonly DateOnly Earliest = new(2000, 1, 1);
    private static readonly DateOnly Latest = new(2100, 12, 31);

    /// <summary>Returns a refusal of the first invalid field (code <c>group.schedule</c>), or null.</summary>
    public static Refusal? Check(Schedule schedule)
    {
        if (FindSizeFault(schedule) is { } fault) return fault;
        for (var at = 0; at < schedule.Series.Length; at++)
        {
            if (CheckVersions(schedule.Series[at], $"schedule.series[{at}]") is { } refusal) return refusal;
        }
        return null;
    }

    /// <summary>
    /// The same without working out any rule, so that a card's schedule can be bounded before anything of it is
    /// computed.
    /// </summary>
    public static Refusal? FindSizeFault(Schedule schedule)
    {
        if (schedule.Series is not { IsDefault: false, Length: >= 1 and <= ScheduleFields.MaxSeries })
        {
            return GroupRefusals.Schedule("schedule.series", $"Use 1 to {ScheduleFields.MaxSeries} series.");
        }
        if (schedule.Except is { IsDefault: false, Length: > ScheduleFields.MaxExceptions })
        {
            return GroupRefusals.Schedule("schedule.except", $"Leave out up to {ScheduleFields.MaxExceptions} days.");
        }
        for (var at = 0; at < schedule.Series.Length; at++)
        {
            if (Check(schedule.Series[at], $"schedule.series[{at}]") is { } refusal) return refusal;
            if (schedule.Series[..at].Any(IsNamedLike(schedule.Series[at])))
            {
                return GroupRefusals.Schedule($"schedule.series[{at}].id", "Give each series an ID of its own.");
            }
        }
        const int MaxInAll = ScheduleFields.MaxVersionsInAll;
        if (schedule.Series.Sum(series => series.Versions.Length) <= MaxInAll) return null;
        return GroupRefusals.Schedule("schedule.series", $"Use up to {MaxInAll} versions in all.");
    }

    /// <summary>Returns a refusal of the first invalid pause (code <c>group.schedule</c>), or null.</summary>
    public static Refusal? Check(ImmutableArray<Pause> pauses)
    {
        if (pauses.IsDefault || pauses.Length > ScheduleFields.MaxPauses)
            return GroupRefusals.Schedule("pauses", $"Use up to {ScheduleFields.MaxPauses} pauses.");
        for (var at = 0; at < pauses.Length; at++)
        {
            if (pauses[at] is not { } pause) return GroupRefusals.Schedule($"pauses[{at}]", "The pause is missing.");
            if (!IsInRange(pause.From)) return GroupRefusals.Schedule($"pauses[{at}].from", DaysInRange);
            if (IsInRange(pause.Until) && pause.From < pause.Until) continue;
            return GroupRefusals.Schedule($"pauses[{at}].until", "Use the first day it meets again, after from.");
        }
        return null;
    }

    private const string DaysInRange = "Use a day from 2000 to 2100.";

    private static Func<Series, bool> IsNamedLike(Series series) =>
        other => string.Equals(other.Id, series.Id, StringComparison.OrdinalIgnoreCase);

    private static Refusal? Check(Series? series, string field)
    {
        if (series is null) return GroupRefusals.Schedule(field, "The series is missing.");
        if (!ScheduleFields.IsId(series.Id))
        {
            return No(
                "id", "Use 1 to 60 letters, digits, dots, hyphens or underscores, beginning with a letter or digit.");
        }
        if (series.Versions is not { IsDefault: false, Length: >= 1 and <= ScheduleFields.MaxVersions })
        {
            return No("versions", $"Use 1 to {ScheduleFields.MaxVersions} versions.");
        }
        if (!GroupFields.AreWords(series.Topics))
            return No("topics", GroupFields.WordsDetail);
        if (!GroupFields.AreWords(series.For))
            return No("for", GroupFields.WordsDetail);
        for (var at = 0; at < series.Versions.Length; at++)
        {
            var before = at == 0 ? null : series.Versions[at - 1];
            if (Check(series.Versions[at], $"{field}.versions[{at}]", before) is { } refusal) return refusal;
        }
        return null;

        Refusal No(string name, string detail) => GroupRefusals.Schedule($"{field}.{name}", detail);
    }

    private static Refusal? Check(SeriesVersion? version, string field, SeriesVersion? before)
    {
        if (version is null) return GroupRefusals.Schedule(field, "The version is missing.");
        if (!IsInRange(version.From)) return No("from", DaysInRange);
        if (version.From <= before?.From) return No("from", "Use a day after the start of the version before it.");
        var isLength = version.Minutes is >= MeetingFields.MinMinutes and <= MeetingFields.MaxMinutes;
        if (!isLength) return No("minutes", MeetingFields.MinutesDetail);
        var isWholeMinute = version.StartsAt.Ticks % TimeSpan.TicksPerMinute == 0;
        if (!isWholeMinute) return No("startsAt", "Use hours and minutes, such as 19:00.");
        return RuleText.FindFault(version.Rule) is { } fault ? No("rule", fault) : null;

        Refusal No(string name, string detail) => GroupRefusals.Schedule($"{field}.{name}", detail);
    }

    private static Refusal? CheckVersions(Series series, string field)
    {
        for (var at = 0; at < series.Versions.Length; at++)
        {
            var version = series.Versions[at];
            if (Recurrence.Days(version, version.From, version.From.AddYears(10)).Any()) continue;
            return GroupRefusals.Schedule(
                $"{field}.versions[{at}].rule", "This rule produces no meetings in its first ten years.");
        }
        return null;
    }

    private static bool IsInRange(DateOnly day) => day >= Earliest && day <= Latest;
}
