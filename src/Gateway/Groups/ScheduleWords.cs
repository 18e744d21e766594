using System.Globalization;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Groups;

/// <summary>When a group meets, as people say it.</summary>
internal static class ScheduleWords
{
    private static readonly string[] Ordinals = ["", "first", "second", "third", "fourth", "fifth"];

    /// <summary>
    /// Returns a series as it is on that day, such as "Every Tuesday, 7pm to 8.30pm"; null if it is over.
    /// </summary>
    public static string? Of(Series series, DateOnly today)
    {
        var version = series.Versions.LastOrDefault(one => one.From <= today) ?? series.Versions[0];
        var rule = Parts(version.Rule);
        if (LastDay(rule) < today) return null;
        var time = $"{Spoken.Time(version.StartsAt)} to {Spoken.Time(version.StartsAt.AddMinutes(version.Minutes))}";
        var from = version.From > today ? $", from {Spoken.Day(version.From)}" : "";
        var until = LastDay(rule) is { } last ? $", until {Spoken.Day(last)}" : "";
        return $"{Pattern(rule, version.From)}, {time}{from}{until}";
    }

    private static string Pattern(Dictionary<string, string> rule, DateOnly from)
    {
        var each =
            rule.TryGetValue("INTERVAL", out var interval) ? int.Parse(interval, CultureInfo.InvariantCulture) : 1;
        var days = rule.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var isPlain = !rule.ContainsKey("BYSETPOS") && !rule.ContainsKey("BYMONTH") && !rule.ContainsKey("COUNT");
        if (isPlain && rule["FREQ"] == "WEEKLY")
        {
            var names = And(days.Length == 0 ? [$"{from.DayOfWeek}"] : [.. days.Select(DayName)]);
            if (each == 1) return $"Every {names}";
            return each == 2 ? $"Every other {names}" : $"Every {each} weeks on {names}";
        }
        if (isPlain && rule["FREQ"] == "MONTHLY" && each == 1 && days.Length > 0 && days.All(IsNumbered))
            return $"The {And([.. days.Select(Numbered)])} of the month";
        return isPlain && rule["FREQ"] == "DAILY" && each == 1 ? "Every day" : "On the days that the group has agreed";
    }

    private static bool IsNumbered(string day) => day.Length > 2 && (NumberOf(day) is -1 or (>= 1 and <= 5));

    private static string Numbered(string day)
    {
        var number = NumberOf(day);
        return $"{(number == -1 ? "last" : Ordinals[number])} {DayName(day[^2..])}";
    }

    private static int NumberOf(string day) =>
        int.Parse(day[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string DayName(string day) => day switch
    {
        "MO" => "Monday",
        "TU" => "Tuesday",
        "WE" => "Wednesday",
        "TH" => "Thursday",
        "FR" => "Friday",
        "SA" => "Saturday",
        _ => "Sunday",
    };

    private static string And(string[] words) =>
        words.Length < 2 ? string.Concat(words) : $"{string.Join(", ", words[..^1])} and {words[^1]}";

    private static Dictionary<string, string> Parts(string rule) =>
        rule.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);

    private static DateOnly? LastDay(Dictionary<string, string> rule)
    {
        if (!rule.TryGetValue("UNTIL", out var until)) return null;
        return DateOnly.ParseExact(until[..8], "yyyyMMdd", CultureInfo.InvariantCulture);
    }
}
