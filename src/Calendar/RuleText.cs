using System.Collections.Frozen;
using System.Globalization;
using System.Text.RegularExpressions;

namespace PeerNet.Calendar;

/// <summary>The RRULE parts of RFC 5545 a meeting pattern may use; anything else is refused before the engine reads it.</summary>
internal static class RuleText
{
    private const string Day = "(MO|TU|WE|TH|FR|SA|SU)";

    // Capital letters and ASCII digits only: the text is stored and goes into calendars as it came.
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

    /// <summary>What is wrong with a rule, in a sentence; null when it can be read.</summary>
    public static string? Fault(string? rule)
    {
        if (rule is not { Length: > 0 and <= 200 }) return "Use 1 to 200 characters.";
        var parts = new Dictionary<string, string>();
        foreach (var text in rule.Split(';'))
        {
            var (name, value) = text.Split('=', 2) is [var left, var right] ? (left, right) : ("", "");
            if (!Parts.TryGetValue(name, out var form)) return $"Use {string.Join(", ", Parts.Keys.Order())} in capitals, for example FREQ=WEEKLY;BYDAY=TU.";
            if (!form.IsMatch(value) || name == "UNTIL" && !IsDate(value)) return $"The value of {name} is not valid.";
            if (!parts.TryAdd(name, value)) return $"Use {name} only once.";
        }
        return Together(parts);
    }

    private static string? Together(Dictionary<string, string> parts) =>
        !parts.TryGetValue("FREQ", out var every) ? "FREQ is required."
        : parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL") ? "Use either COUNT or UNTIL, not both."
        : every is "DAILY" or "WEEKLY" && parts.TryGetValue("BYDAY", out var days) && days.Any(char.IsAsciiDigit) ? "Use a numbered BYDAY only with FREQ=MONTHLY or FREQ=YEARLY."
        : every is "WEEKLY" && parts.ContainsKey("BYMONTHDAY") ? "Do not use BYMONTHDAY with FREQ=WEEKLY."
        // RFC 5545 means those days of every month; the engine means those of one month.
        : every is "YEARLY" && parts.ContainsKey("BYMONTHDAY") && !parts.ContainsKey("BYMONTH") ? "Use BYMONTHDAY with FREQ=MONTHLY, or add BYMONTH."
        : parts.ContainsKey("BYSETPOS") && !parts.Keys.Any(name => name is "BYDAY" or "BYMONTHDAY" or "BYMONTH") ? "BYSETPOS needs BYDAY, BYMONTHDAY or BYMONTH as well."
        : null;

    private static bool IsDate(string until) =>
        DateTime.TryParseExact(until, ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Regex List(string item) => Whole($"({item})(,{item})*");

    private static Regex Whole(string form) => new($@"\A{form}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
