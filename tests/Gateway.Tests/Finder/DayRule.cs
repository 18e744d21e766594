using System.Globalization;

namespace PeerNet.Gateway.Tests.Finder;

/// <summary>
/// A recurrence rule, asked of one day at a time. It is written from RFC 5545, not from the product, and knows no
/// library.
/// </summary>
internal sealed class DayRule
{
    private static readonly string[] Days = ["SU", "MO", "TU", "WE", "TH", "FR", "SA"];

    private readonly DateOnly from;
    private readonly string frequency;
    private readonly int interval;
    private readonly (int Number, DayOfWeek Day)[] byDay;
    private readonly int[] byMonthDay, byMonth, bySetPos;
    private readonly DayOfWeek weekStart;

    public DayRule(string rule, DateOnly from)
    {
        var parts = rule.Split(';').Select(part => part.Split('=')).ToDictionary(part => part[0], part => part[1]);
        this.from = from;
        frequency = parts["FREQ"];
        interval = Numbers("INTERVAL") is [var every] ? every : 1;
        byMonth = Numbers("BYMONTH");
        byMonthDay = Numbers("BYMONTHDAY");
        bySetPos = Numbers("BYSETPOS");
        byDay = [.. Items("BYDAY").Select(item => (item.Length > 2 ? Number(item[..^2]) : 0, Day(item[^2..])))];
        weekStart = parts.TryGetValue("WKST", out var start) ? Day(start) : DayOfWeek.Monday;
        Count = Numbers("COUNT") is [var count] ? count : int.MaxValue;
        Until = parts.GetValueOrDefault("UNTIL");

        // What the rule leaves open, it takes from its first day.
        if (byDay.Length == 0 && byMonthDay.Length == 0 && frequency == "WEEKLY") byDay = [(0, from.DayOfWeek)];
        if (byDay.Length > 0 || byMonthDay.Length > 0 || frequency is "DAILY") return;
        byMonthDay = [from.Day];
        if (frequency == "YEARLY" && byMonth.Length == 0) byMonth = [from.Month];

        string[] Items(string name) => parts.TryGetValue(name, out var list) ? list.Split(',') : [];
        int[] Numbers(string name) => [.. Items(name).Select(Number)];
    }

    /// <summary>How many meetings there are in all.</summary>
    public int Count { get; }

    private string? Until { get; }

    /// <summary>Whether the rule has ended by a meeting.</summary>
    public bool HasEnded(DateOnly day, DateTimeOffset starts)
    {
        if (Until is null) return false;
        if (Until.Length == 8) return day > DateOnly.ParseExact(Until, "yyyyMMdd", CultureInfo.InvariantCulture);
        return starts > DateTimeOffset.ParseExact(
            Until, "yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal);
    }

    /// <summary>Whether the rule gives that day, however many came before.</summary>
    public bool Gives(DateOnly day)
    {
        if (day < from || Periods(day) % interval != 0 || !Matches(day)) return false;
        if (bySetPos.Length == 0) return true;
        var (first, days) = Period(day);
        DateOnly[] set = [.. Enumerable.Range(0, days).Select(first.AddDays).Where(Matches)];
        var at = Array.IndexOf(set, day);
        return bySetPos.Contains(at + 1) || bySetPos.Contains(at - set.Length);
    }

    private bool Matches(DateOnly day)
    {
        if (byMonth.Length > 0 && !byMonth.Contains(day.Month)) return false;
        var fromEnd = day.Day - DateTime.DaysInMonth(day.Year, day.Month) - 1;
        if (byMonthDay.Length > 0 && !byMonthDay.Contains(day.Day) && !byMonthDay.Contains(fromEnd)) return false;
        if (byDay.Length == 0) return true;
        foreach (var (number, weekday) in byDay)
        {
            if (weekday == day.DayOfWeek && IsNumber(number, day)) return true;
        }
        return false;
    }

    // The second Tuesday of a month, or the last Sunday of a year.
    private bool IsNumber(int number, DateOnly day)
    {
        if (number == 0) return true;
        var isOfYear = frequency == "YEARLY" && byMonth.Length == 0;
        var at = isOfYear ? day.DayOfYear : day.Day;
        var days = DateTime.DaysInMonth(day.Year, day.Month);
        if (isOfYear) days = DateTime.IsLeapYear(day.Year) ? 366 : 365;
        return number == (at + 6) / 7 || number == -((days - at) / 7 + 1);
    }

    private int Periods(DateOnly day) => frequency switch
    {
        "DAILY" => day.DayNumber - from.DayNumber,
        "WEEKLY" => (StartOfWeek(day).DayNumber - StartOfWeek(from).DayNumber) / 7,
        "MONTHLY" => (day.Year - from.Year) * 12 + day.Month - from.Month,
        _ => day.Year - from.Year,
    };

    private (DateOnly First, int Days) Period(DateOnly day) => frequency switch
    {
        "DAILY" => (day, 1),
        "WEEKLY" => (StartOfWeek(day), 7),
        "MONTHLY" => (new(day.Year, day.Month, 1), DateTime.DaysInMonth(day.Year, day.Month)),
        _ => (new(day.Year, 1, 1), DateTime.IsLeapYear(day.Year) ? 366 : 365),
    };

    private DateOnly StartOfWeek(DateOnly day) => day.AddDays(-(((int)day.DayOfWeek - (int)weekStart + 7) % 7));

    private static DayOfWeek Day(string name) => (DayOfWeek)Array.IndexOf(Days, name);

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
