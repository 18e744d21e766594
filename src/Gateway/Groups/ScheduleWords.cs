using System.Globalization;
using Microsoft.Extensions.Localization;
using PeerNet.Contracts.Groups;
using PeerNet.Gateway.Design;
using PeerNet.Gateway.Shell;

namespace PeerNet.Gateway.Groups;

/// <summary>When a group meets, as people say it.</summary>
internal static class ScheduleWords
{
    /// <summary>
    /// Returns a series as it is on that day or will be next, such as "Every Tuesday, 7pm to 8:30pm"; null if it is
    /// over.
    /// </summary>
    public static string? Meets(this IStringLocalizer<Texts> t, Series series, DateOnly today)
    {
        var version = series.VersionOn(today);
        var rule = Parts(version.Rule);
        if (version.LastDay() < today) return null;
        var ends = version.StartsAt.AddMinutes(version.Minutes);
        string words = t["{0}, {1} to {2}", t.Pattern(rule, version.From), t.Time(version.StartsAt), t.Time(ends)];
        if (version.From > today) words = t["{0}, from {1}", words, t.Day(version.From)];
        return version.LastDay() is { } last ? t["{0}, until {1}", words, t.Day(last)] : words;
    }

    /// <summary>The version of a series that holds on that day; if it is over by then, the one that follows.</summary>
    public static SeriesVersion VersionOn(this Series series, DateOnly today)
    {
        var version = series.Versions.LastOrDefault(one => one.From <= today) ?? series.Versions[0];
        if (!(version.LastDay() < today)) return version;
        return series.Versions.FirstOrDefault(one => one.From > today) ?? version;
    }

    /// <summary>The last day on which the rule of a version may apply, if it has one.</summary>
    public static DateOnly? LastDay(this SeriesVersion version)
    {
        if (!Parts(version.Rule).TryGetValue("UNTIL", out var until)) return null;
        return DateOnly.ParseExact(until[..8], "yyyyMMdd", CultureInfo.InvariantCulture);
    }

    private static string Pattern(
        this IStringLocalizer<Texts> t, Dictionary<string, string> rule, DateOnly from)
    {
        var each =
            rule.TryGetValue("INTERVAL", out var interval) ? int.Parse(interval, CultureInfo.InvariantCulture) : 1;
        var days = rule.GetValueOrDefault("BYDAY", "").Split(',', StringSplitOptions.RemoveEmptyEntries);
        var isPlain = !rule.ContainsKey("BYSETPOS") && !rule.ContainsKey("BYMONTH") && !rule.ContainsKey("COUNT");
        if (isPlain && rule["FREQ"] == "WEEKLY")
        {
            var names = t.And(days.Length == 0 ? [t[$"{from.DayOfWeek}"]] : days.Select(t.DayName));
            if (each == 1) return t["Every {0}", names];
            return each == 2 ? t["Every other {0}", names] : t["Every {0} weeks on {1}", each, names];
        }
        if (isPlain && rule["FREQ"] == "MONTHLY" && each == 1 && days.Length > 0 && days.All(IsNumbered))
            return t["The {0} of the month", t.And(days.Select(t.Numbered))];
        return isPlain && rule["FREQ"] == "DAILY" && each == 1
            ? t["Every day"]
            : t["On the days that the group has agreed"];
    }

    private static bool IsNumbered(string day) => day.Length > 2 && (NumberOf(day) is -1 or (>= 1 and <= 5));

    private static string Numbered(this IStringLocalizer<Texts> t, string day)
    {
        var name = t.DayName(day[^2..]);
        return NumberOf(day) switch
        {
            1 => t["first {0}", name],
            2 => t["second {0}", name],
            3 => t["third {0}", name],
            4 => t["fourth {0}", name],
            5 => t["fifth {0}", name],
            _ => t["last {0}", name],
        };
    }

    private static int NumberOf(string day) =>
        int.Parse(day[..^2], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);

    private static string DayName(this IStringLocalizer<Texts> t, string day) => day switch
    {
        "MO" => t["Monday"],
        "TU" => t["Tuesday"],
        "WE" => t["Wednesday"],
        "TH" => t["Thursday"],
        "FR" => t["Friday"],
        "SA" => t["Saturday"],
        _ => t["Sunday"],
    };

    private static Dictionary<string, string> Parts(string rule) =>
        rule.Split(';').Select(part => part.Split('=', 2)).ToDictionary(part => part[0], part => part[1]);
}
