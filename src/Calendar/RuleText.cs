using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;
using PeerNet.Contracts.Groups;

namespace PeerNet.Calendar;

/// <summary>The RRULE parts of RFC 5545 that a series of meetings may use; anything else is refused before the engine
/// reads it.</summary>
internal static class RuleText
{
    private const string Day = "(MO|TU|WE|TH|FR|SA|SU)";

    private static readonly string[] UntilForms = ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'"];

    // Capital letters and ASCII digits only, because the text is stored and put into calendars as it is.
    private static readonly FrozenDictionary<string, Regex> Parts = new Dictionary<string, Regex>
    {
        ["FREQ"] = Whole("(DAILY|WEEKLY|MONTHLY|YEARLY)"),
        ["INTERVAL"] = Whole("(0?[1-9]|[1-4][0-9]|5[0-2])"),
        ["COUNT"] = Whole("[1-9][0-9]{0,2}"),
        ["UNTIL"] = Whole("[2-9][0-9]{7}(T[0-9]{6}Z)?"),
        ["BYDAY"] = List($"([+-]?(0?[1-9]|[1-4][0-9]|5[0-3]))?{Day}"),
        ["BYMONTHDAY"] = List("[+-]?(0?[1-9]|[12][0-9]|3[01])"),
        ["BYMONTH"] = List("(0?[1-9]|1[0-2])"),
        ["BYSETPOS"] = List("[+-]?([1-9][0-9]?|[12][0-9]{2}|3[0-5][0-9]|36[0-6])"),
        ["WKST"] = Whole(Day),
    }.ToFrozenDictionary();

    private static readonly string Known =
        $"{string.Join(", ", Parts.Keys.Order())} in capitals, for example FREQ=WEEKLY;BYDAY=TU";

    /// <summary>What is wrong with a rule, in a sentence; null when it is valid.</summary>
    public static string? FindFault(string? rule)
    {
        const int Max = ScheduleFields.MaxRuleLength;
        if (rule is not { Length: > 0 and <= Max }) return $"Use 1 to {Max} characters.";
        var parts = new Dictionary<string, string>();
        foreach (var text in rule.Split(';'))
        {
            var split = text.Split('=', 2);
            if (split.Length < 2 || !Parts.TryGetValue(split[0], out var form)) return $"Use {Known}.";
            var isValid = form.IsMatch(split[1]) && (split[0] != "UNTIL" || IsDate(split[1]));
            if (!isValid) return $"The value of {split[0]} is not valid.";
            if (!parts.TryAdd(split[0], split[1])) return $"Use {split[0]} only once.";
        }
        return FindConflict(parts);
    }

    private static string? FindConflict(Dictionary<string, string> parts)
    {
        if (!parts.TryGetValue("FREQ", out var frequency)) return "FREQ is required.";
        if (parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL")) return "Use either COUNT or UNTIL, not both.";
        var hasMonthDays = parts.ContainsKey("BYMONTHDAY");
        var hasNumberedDays = parts.TryGetValue("BYDAY", out var days) && days.Any(char.IsAsciiDigit);
        if (frequency is "DAILY" or "WEEKLY" && hasNumberedDays)
        {
            return "Use a numbered BYDAY only with FREQ=MONTHLY or FREQ=YEARLY.";
        }
        if (frequency is "WEEKLY" && hasMonthDays) return "Do not use BYMONTHDAY with FREQ=WEEKLY.";
        // RFC 5545 means those days of every month; the engine takes them as those of one month.
        if (frequency is "YEARLY" && hasMonthDays && !parts.ContainsKey("BYMONTH"))
        {
            return "Use BYMONTHDAY with FREQ=MONTHLY, or add BYMONTH.";
        }
        var hasDays = parts.Keys.Any(name => name is "BYDAY" or "BYMONTHDAY" or "BYMONTH");
        if (hasDays || !parts.ContainsKey("BYSETPOS")) return null;
        return "BYSETPOS needs BYDAY, BYMONTHDAY or BYMONTH as well.";
    }

    private static bool IsDate(string until) =>
        DateTime.TryParseExact(until, UntilForms, CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Regex List(string item) => Whole($"({item})(,{item})*");

    private static Regex Whole(string form) =>
        new($@"\A{form}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
