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
        if (rule is not { Length: > 0 and <= 200 }) return "A rule has 1 to 200 characters.";
        var parts = new Dictionary<string, string>();
        foreach (var text in rule.Split(';'))
        {
            var (name, value) = text.Split('=', 2) is [var left, var right] ? (left, right) : ("", "");
            if (!Parts.TryGetValue(name, out var form)) return $"A rule is made of {string.Join(", ", Parts.Keys.Order())}, in capitals, like FREQ=WEEKLY;BYDAY=TU.";
            if (!form.IsMatch(value) || name == "UNTIL" && !IsDate(value)) return $"{name} cannot be that.";
            if (!parts.TryAdd(name, value)) return $"{name} stands there twice.";
        }
        return Together(parts);
    }

    private static string? Together(Dictionary<string, string> parts) =>
        !parts.TryGetValue("FREQ", out var every) ? "A rule needs FREQ."
        : parts.ContainsKey("COUNT") && parts.ContainsKey("UNTIL") ? "COUNT and UNTIL do not go together."
        : every is "DAILY" or "WEEKLY" && parts.TryGetValue("BYDAY", out var days) && days.Any(char.IsAsciiDigit) ? "A numbered BYDAY goes with FREQ=MONTHLY or YEARLY."
        : every is "WEEKLY" && parts.ContainsKey("BYMONTHDAY") ? "BYMONTHDAY does not go with FREQ=WEEKLY."
        // RFC 5545 means those days of every month; the engine means those of one month.
        : every is "YEARLY" && parts.ContainsKey("BYMONTHDAY") && !parts.ContainsKey("BYMONTH") ? "BYMONTHDAY goes with FREQ=MONTHLY, or with BYMONTH."
        : parts.ContainsKey("BYSETPOS") && !parts.Keys.Any(name => name is "BYDAY" or "BYMONTHDAY" or "BYMONTH") ? "BYSETPOS chooses among the days of another BY part."
        : null;

    private static bool IsDate(string until) =>
        DateTime.TryParseExact(until, ["yyyyMMdd", "yyyyMMdd'T'HHmmss'Z'"], CultureInfo.InvariantCulture, DateTimeStyles.None, out _);

    private static Regex List(string item) => Whole($"({item})(,{item})*");

    private static Regex Whole(string form) => new($@"\A{form}\z", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking);
}
